// One picture, large, with everything that can be done with it. A native dialog: it keeps the focus and closes by Esc.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Caller } from '../api/caller.js';
import { copyText } from '../look/copy-text.js';
import { Icon } from '../look/icons.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';
import { CompareStage } from './compare-stage.js';
import { RawPanel } from './raw-panel.js';
import { TaskActions, type TaskHandlers } from './task-actions.js';
import { TaskFacts } from './task-facts.js';
import { ZoomStage } from './zoom-stage.js';

interface Props extends TaskHandlers {
  call: Caller;
  task: GalleryTask;
  /** Of the picture within the task, 0-based. */
  index: number;
  /** Is there a picture before, and one after? */
  neighbours: { before: boolean; after: boolean };
  onStep(by: 1 | -1): void;
  onClose(): void;
}

/** Keys that a field under the focus wants for itself. */
const isField = (target: EventTarget) => target instanceof HTMLInputElement;

/** Arrow keys step through the gallery; `c` compares with the reference. */
export function Viewer({ call, task, index, neighbours, onStep, onClose, ...handlers }: Props) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState<string>();
  const [comparing, setComparing] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const picture = task.pictures.find((entry) => entry.index === index);
  function press(event: KeyboardEvent): void {
    if (isField(event.target)) return;
    if (event.key === 'ArrowLeft') onStep(-1);
    if (event.key === 'ArrowRight') onStep(1);
    if (event.key === 'c' && task.hasReference && !event.ctrlKey && !event.metaKey) setComparing(!comparing);
  }
  async function copy(text: string): Promise<void> {
    setCopied((await copyText(text)) ? words.copied : words.copyFailed);
  }
  if (!picture) return null;
  const { prompt } = task.request;
  const compares = comparing && task.hasReference;
  return (
    <dialog ref={dialog} className="viewer" aria-label={words.viewer} onClose={onClose} onKeyDown={press}>
      <div className="viewer-picture">
        {compares ? (
          <CompareStage
            key={picture.url}
            call={call}
            taskId={task.id}
            url={picture.url}
            name={prompt}
            ratio={picture.width / picture.height}
          />
        ) : (
          <ZoomStage key={picture.url} url={picture.url} preview={picture.medium} name={prompt} />
        )}
        <StepButton name={words.previous} side="before" enabled={neighbours.before} onClick={() => onStep(-1)} />
        <StepButton name={words.next} side="after" enabled={neighbours.after} onClick={() => onStep(1)} />
      </div>
      <aside className="viewer-side">
        <button type="button" className="icon-button viewer-close" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
        <p className="viewer-prompt">{prompt}</p>
        {task.hasReference && (
          <button type="button" className="quiet" aria-pressed={compares} onClick={() => setComparing(!comparing)}>
            <Icon name="compare" />
            {words.compare}
          </button>
        )}
        <TaskActions task={task} picture={picture} onCopy={copy} {...handlers} />
        <p className="fine muted copied" role="status">
          {copied}
        </p>
        <TaskFacts task={task} index={index} />
        <RawPanel key={task.id} call={call} task={task} onCopy={copy} />
      </aside>
    </dialog>
  );
}

/** A round button at the picture's side. */
function StepButton(props: { name: string; side: 'before' | 'after'; enabled: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      className={`step ${props.side}`}
      aria-label={props.name}
      disabled={!props.enabled}
      onClick={props.onClick}
    >
      <Icon name={props.side === 'before' ? 'left' : 'right'} />
    </button>
  );
}
