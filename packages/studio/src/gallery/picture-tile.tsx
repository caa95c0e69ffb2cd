// One finished picture in the gallery.
import { memo, useState } from 'react';
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

/** Shows a thumbnail that is sharp on this screen; where the server cannot make one, the picture itself. */
export const PictureTile = memo(function PictureTile({ task, index, size, onOpen }: Props) {
  const words = useWords();
  const [state, setState] = useState<'loading' | 'shown' | 'gone'>('loading');
  const [whole, setWhole] = useState(false);
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
          <img
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
        )}
        <span className="tile-caption">
          <span>{prompt}</span>
        </span>
      </button>
    </li>
  );
});
