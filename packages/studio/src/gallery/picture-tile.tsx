// One finished picture in the gallery.
import { memo, useEffect, useRef, useState } from 'react';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';

interface Props {
  /** It succeeded. */
  task: GalleryTask;
  /** Of the picture within the task. */
  index: number;
  /** Of the tile, px. Two numbers: a new object for every frame would be a new tile for every frame. */
  width: number;
  height: number;
  onOpen(task: GalleryTask, index: number): void;
}

/** A tile that is gone again sooner than this was flown past: it asks for nothing, and is a plain field, ms. */
const settleMs = 120;

/** Has the tile been there for a while? And the image, whose loading ends with the tile: six connections serve them all. */
function useCalmLoading() {
  const [settled, setSettled] = useState(false);
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!settled) return;
    const shown = image.current;
    return () => {
      shown?.removeAttribute('srcset');
      shown?.removeAttribute('src');
    };
  }, [settled]);
  return { settled, image };
}

/** Shows a thumbnail that is sharp on this screen; where the server cannot make one, the picture itself. */
export const PictureTile = memo(function PictureTile({ task, index, width, height, onOpen }: Props) {
  const words = useWords();
  const [state, setState] = useState<'loading' | 'shown' | 'gone'>('loading');
  const [whole, setWhole] = useState(false);
  const { settled, image } = useCalmLoading();
  const picture = task.pictures.find((entry) => entry.index === index);
  if (!picture) return null;
  const { prompt } = task.request;
  const name = `${words.pictureOf(index + 1, task.pictures.length)}: ${prompt}`;
  return (
    <li className={settled ? `tile ${state}` : 'tile'} style={{ width, height }}>
      <button
        type="button"
        className="tile-button"
        data-picture={`${task.id} ${index}`}
        onClick={() => onOpen(task, index)}
        aria-label={name}
      >
        {state === 'gone' ? (
          <span className="tile-gone">{words.expired}</span>
        ) : (
          settled && (
            <img
              ref={image}
              {...(whole
                ? { src: picture.url }
                : {
                    src: picture.small,
                    srcSet: `${picture.small} 320w, ${picture.medium} 640w`,
                    sizes: `${width}px`,
                  })}
              alt=""
              decoding="async"
              onLoad={() => setState('shown')}
              onError={() => (whole ? setState('gone') : setWhole(true))}
            />
          )
        )}
        {settled && (
          <span className="tile-caption">
            <span>{prompt}</span>
          </span>
        )}
      </button>
    </li>
  );
});
