// One picture, large, with everything that can be done with it. A native dialog: it keeps the focus and closes by Esc.
import type { GenerateParams } from '@inkling/client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { apiPath } from '../connection/use-connection.js';
import { copyText } from '../look/copy-text.js';
import { Icon } from '../look/icons.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';
import { codeFormats } from './code-formats.js';
import { TaskFacts } from './task-facts.js';
import { ZoomStage } from './zoom-stage.js';

interface Props {
  task: GalleryTask;
  /** Of the picture within the task, 0-based. */
  index: number;
  /** The same request again; undefined when it is not known. */
  params: GenerateParams | undefined;
  /** Is there a picture before, and one after? */
  neighbours: { before: boolean; after: boolean };
  onStep(by: 1 | -1): void;
  onClose(): void;
  onReuse(task: GalleryTask): void;
  onVary(task: GalleryTask): void;
  onUseAsReference(url: string): void;
}

/** Arrow keys step through the gallery. */
export function Viewer({ task, index, params, neighbours, onStep, onClose, onReuse, onVary, onUseAsReference }: Props) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const picture = task.pictures.find((entry) => entry.index === index);
  const draft = task.remembered?.draft;
  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowLeft') onStep(-1);
    if (event.key === 'ArrowRight') onStep(1);
  }
  async function copy(text: string): Promise<void> {
    setCopied((await copyText(text)) ? words.copied : words.copyFailed);
  }
  if (!picture) return null;
  const apiUrl = location.origin + apiPath;
  return (
    <dialog ref={dialog} className="viewer" aria-label={words.viewer} onClose={onClose} onKeyDown={press}>
      <div className="viewer-picture">
        <ZoomStage key={picture.url} url={picture.url} name={draft?.prompt ?? words.pictureOf(1, 1)} />
        <button
          type="button"
          className="step before"
          aria-label={words.previous}
          disabled={!neighbours.before}
          onClick={() => onStep(-1)}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          className="step after"
          aria-label={words.next}
          disabled={!neighbours.after}
          onClick={() => onStep(1)}
        >
          <Icon name="right" />
        </button>
      </div>
      <aside className="viewer-side">
        <button type="button" className="icon-button viewer-close" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
        <p className={draft ? 'viewer-prompt' : 'viewer-prompt muted'}>{draft?.prompt ?? words.promptUnknown}</p>
        <div className="viewer-actions">
          <a className="primary" href={picture.url} download>
            <Icon name="download" />
            {words.download}
          </a>
          {draft && (
            <>
              <button type="button" className="quiet" onClick={() => onReuse(task)}>
                <Icon name="reuse" />
                {words.reuse}
              </button>
              {/* Its reference picture is not kept. */}
              {!task.remembered?.withReference && (
                <button type="button" className="quiet" onClick={() => onVary(task)}>
                  <Icon name="vary" />
                  {words.vary}
                </button>
              )}
            </>
          )}
          <button type="button" className="quiet" onClick={() => onUseAsReference(picture.url)}>
            <Icon name="picture" />
            {words.useAsReference}
          </button>
          {draft && (
            <button type="button" className="quiet" onClick={() => void copy(draft.prompt)}>
              <Icon name="copy" />
              {words.copyPrompt}
            </button>
          )}
        </div>
        {params && (
          <div className="copy-as">
            <span className="muted fine">{words.copyAs}</span>
            {Object.entries(codeFormats).map(([name, toCode]) => (
              <button type="button" className="quiet" key={name} onClick={() => void copy(toCode(apiUrl, params))}>
                {name}
              </button>
            ))}
          </div>
        )}
        <p className="fine muted" role="status">
          {copied}
        </p>
        <TaskFacts task={task} />
      </aside>
    </dialog>
  );
}
