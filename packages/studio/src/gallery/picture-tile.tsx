// One finished picture in the gallery.
import { useState } from 'react';
import { ratioOf } from '../composer/ratio-picker.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';
import { tileStyle } from './tile-style.js';

interface Props {
  /** It succeeded. */
  task: GalleryTask;
  picture: { index: number; url: string };
  onOpen(task: GalleryTask, index: number): void;
}

/** Loads when it comes near the window. A picture of unknown shape takes its own once it is there. */
export function PictureTile({ task, picture, onOpen }: Props) {
  const words = useWords();
  const prompt = task.remembered?.draft.prompt;
  const [ratio, setRatio] = useState(() => ratioOf(task.remembered?.draft.aspectRatio ?? '1:1'));
  const [state, setState] = useState<'loading' | 'shown' | 'gone'>('loading');
  const name = `${words.pictureOf(picture.index + 1, task.pictures.length)}${prompt ? `: ${prompt}` : ''}`;
  return (
    <li className={`tile ${state}`} style={tileStyle(ratio)}>
      <button type="button" className="tile-button" onClick={() => onOpen(task, picture.index)} aria-label={name}>
        {state === 'gone' ? (
          <span className="tile-gone">{words.expired}</span>
        ) : (
          <img
            src={picture.url}
            alt=""
            loading="lazy"
            decoding="async"
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
              setState('shown');
              if (naturalHeight > 0) setRatio(naturalWidth / naturalHeight);
            }}
            onError={() => setState('gone')}
          />
        )}
        {prompt && <span className="tile-caption">{prompt}</span>}
      </button>
    </li>
  );
}
