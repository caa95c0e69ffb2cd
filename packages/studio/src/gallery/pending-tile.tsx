// A task without pictures yet, or one that will never have any.
import { useState } from 'react';
import { Icon } from '../look/icons.js';
import { taskAddress } from '../pages/read-route.js';
import { type GalleryTask, wasCancelled } from '../tasks/gallery-task.js';
import type { Words } from '../text/english.js';
import { useWords } from '../text/language.js';

interface Props {
  task: GalleryTask;
  /** Of the picture that will stand here, 0-based. The first says everything, the others show that they come. */
  index: number;
  /** Of the tile, px. */
  size: { width: number; height: number };
  onCancel(task: GalleryTask): Promise<void>;
  onReuse(task: GalleryTask): void;
}

/** `Waiting · 3 before this one`, `Painting · 40 %`. */
export function stateOf(task: GalleryTask, words: Words): string {
  if (task.status === 'succeed') return words.done;
  if (task.status === 'failed') return wasCancelled(task) ? words.cancelled : words.failed;
  if (task.status === 'submitted') {
    return task.queuePosition === undefined
      ? words.waiting
      : `${words.waiting} · ${words.queuePosition(task.queuePosition)}`;
  }
  const percent = Math.round(task.progress * 100);
  return percent === 0 ? words.painting : `${words.painting} · ${words.percent(percent)}`;
}

/** State, progress or place in the queue, and the way to stop it. */
export function PendingTile({ task, index, size, onCancel, onReuse }: Props) {
  const words = useWords();
  const [cancelling, setCancelling] = useState(false);
  const failed = task.status === 'failed';
  async function cancel(): Promise<void> {
    setCancelling(true);
    await onCancel(task);
    setCancelling(false);
  }
  if (index > 0) {
    return (
      <li className={`tile ghost ${task.status}`} style={size} aria-hidden="true">
        <Progress task={task} />
      </li>
    );
  }
  return (
    <li className={`tile pending ${failed ? 'failed' : task.status}`} style={size}>
      <div className="pending-text">
        <strong>{stateOf(task, words)}</strong>
        {failed && !wasCancelled(task) && task.message && <p className="pending-why">{task.message}</p>}
        <p className="pending-prompt">{task.request.prompt}</p>
      </div>
      <div className="pending-actions">
        {failed ? (
          <button type="button" className="quiet" onClick={() => onReuse(task)}>
            <Icon name="reuse" />
            {words.reuse}
          </button>
        ) : (
          <button type="button" className="quiet" disabled={cancelling} onClick={() => void cancel()}>
            {cancelling ? words.cancelling : words.cancel}
          </button>
        )}
        <a className="icon-button" href={taskAddress(task.id)} aria-label={words.taskDetails} title={words.taskDetails}>
          <Icon name="list" />
        </a>
      </div>
      {!failed && <Progress task={task} name={stateOf(task, words)} />}
    </li>
  );
}

/** A line along the lower edge; `name` makes it one that screen readers know. */
function Progress({ task, name }: { task: GalleryTask; name?: string }) {
  const percent = Math.round(task.progress * 100);
  const line = <i style={{ width: `${percent}%` }} />;
  if (name === undefined) return <div className="progress">{line}</div>;
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      {line}
    </div>
  );
}
