// One finished picture in the gallery.
import { memo, useEffect, useRef, useState } from 'react';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';

interface Props {
  /** It succeeded. */
  task: GalleryTask;
  /** Of the picture within the task. */
  index: number;
  /** Of the tile, px. */
  size: { width: number; height: number };
  onOpen(task: GalleryTask, index: number): void;
}

/** A tile that is gone again sooner than this was flown past: it asks for nothing, ms. */
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
export const PictureTile = memo(function PictureTile({ task, index, size, onOpen }: Props) {
  const words = useWords();
  const [state, setState] = useState<'loading' | 'shown' | 'gone'>('loading');
  const [whole, setWhole] = useState(false);
  const { settled, image } = useCalmLoading();
  const picture = task.pictures.find((entry) => entry.index === index);
  if (!picture) return null;
  const { prompt } = task.request;
  const name = `${words.pictureOf(index + 1, task.pictures.length)}: ${prompt}`;
  return (
    <li className={`tile ${state}`} style={size}>
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
                    sizes: `${size.width}px`,
                  })}
              alt=""
              decoding="async"
              onLoad={() => setState('shown')}
              onError={() => (whole ? setState('gone') : setWhole(true))}
            />
          )
        )}
        <span className="tile-caption">
          <span>{prompt}</span>
        </span>
      </button>
    </li>
  );
});
