// A task without pictures yet, or one that will never have any.
import { useState } from 'react';
import { Icon } from '../look/icons.js';
import { taskAddress } from '../pages/read-route.js';
import { type GalleryTask, progressOf, wasCancelled } from '../tasks/gallery-task.js';
import type { Words } from '../text/english.js';
import { useWords } from '../text/language.js';
import { ProgressRing } from './progress-ring.js';

interface Props {
  task: GalleryTask;
  /** Of the picture that will stand here, 0-based. */
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

/** `Picture 2 of 4`, or the state where there is one picture. */
function nameOf(task: GalleryTask, index: number, words: Words): string {
  return task.request.n > 1 ? words.pictureOf(index + 1, task.request.n) : stateOf(task, words);
}

/** The first tile: state, prompt, progress or place in the queue, and the way to stop it. The others: progress alone. */
export function PendingTile({ task, index, size, onCancel, onReuse }: Props) {
  const words = useWords();
  const [cancelling, setCancelling] = useState(false);
  const failed = task.status === 'failed';
  async function cancel(): Promise<void> {
    setCancelling(true);
    await onCancel(task);
    setCancelling(false);
  }
  const ring = !failed && (
    <ProgressRing
      fraction={progressOf(task, index)}
      name={nameOf(task, index, words)}
      working={task.status === 'processing'}
    />
  );
  if (index > 0) {
    return (
      <li className={`tile ghost ${progressOf(task, index) < 1 ? task.status : 'whole'}`} style={size}>
        {ring}
      </li>
    );
  }
  return (
    <li className={`tile pending ${failed ? 'failed' : task.status}`} style={size}>
      <div className="pending-text">
        <div className="pending-state">
          {ring}
          <strong>{stateOf(task, words)}</strong>
        </div>
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
    </li>
  );
}
