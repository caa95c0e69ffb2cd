// What can be done with a finished picture.
import { useState } from 'react';
import { apiPath } from '../connection/use-connection.js';
import { Icon } from '../look/icons.js';
import { taskAddress } from '../pages/read-route.js';
import { type GalleryPicture, type GalleryTask, referencePath } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';
import { codeFormats, toSubmitFields } from './code-formats.js';

export interface TaskHandlers {
  onReuse(task: GalleryTask): void;
  onVary(task: GalleryTask): void;
  onUseAsReference(picture: GalleryPicture): void;
  onRemove(task: GalleryTask): void;
}

interface Props extends TaskHandlers {
  task: GalleryTask;
  picture: GalleryPicture;
  onCopy(text: string): Promise<void>;
}

/** Removing asks once more, in place. */
export function TaskActions({ task, picture, onCopy, onReuse, onVary, onUseAsReference, onRemove }: Props) {
  const words = useWords();
  const [sure, setSure] = useState(false);
  const source = {
    apiUrl: location.origin + apiPath,
    fields: toSubmitFields(task.request, task.hasReference),
    referenceUrl: task.hasReference ? `${location.origin}${referencePath(task.id)}` : undefined,
  };
  return (
    <>
      <div className="viewer-actions">
        <a className="primary" href={picture.url} download>
          <Icon name="download" />
          {words.download}
        </a>
        {picture.marked && (
          <a className="quiet" href={picture.marked} download>
            <Icon name="download" />
            {words.downloadMarked}
          </a>
        )}
        <button type="button" className="quiet" onClick={() => onReuse(task)}>
          <Icon name="reuse" />
          {words.reuse}
        </button>
        <button type="button" className="quiet" onClick={() => onVary(task)}>
          <Icon name="vary" />
          {words.vary}
        </button>
        <button type="button" className="quiet" onClick={() => onUseAsReference(picture)}>
          <Icon name="picture" />
          {words.useAsReference}
        </button>
        <button type="button" className="quiet" onClick={() => void onCopy(task.request.prompt)}>
          <Icon name="copy" />
          {words.copyPrompt}
        </button>
        <a className="quiet" href={taskAddress(task.id)}>
          <Icon name="list" />
          {words.taskDetails}
        </a>
        <button
          type="button"
          className={sure ? 'quiet danger' : 'quiet'}
          onBlur={() => setSure(false)}
          onClick={() => (sure ? onRemove(task) : setSure(true))}
        >
          <Icon name="bin" />
          {sure ? words.removeSure : words.remove}
        </button>
      </div>
      <div className="copy-as">
        <span className="muted fine">{words.copyAs}</span>
        {Object.entries(codeFormats).map(([name, toCode]) => (
          <button type="button" className="quiet" key={name} onClick={() => void onCopy(toCode(source))}>
            {name}
          </button>
        ))}
      </div>
    </>
  );
}
