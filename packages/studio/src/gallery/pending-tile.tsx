// A task without pictures yet, or one that will never have any.
import { useState } from 'react';
import { ratioOf } from '../composer/ratio-picker.js';
import { Icon } from '../look/icons.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import type { Words } from '../text/english.js';
import { useWords } from '../text/language.js';
import { tileStyle } from './tile-style.js';

interface Props {
  task: GalleryTask;
  onCancel(task: GalleryTask): Promise<void>;
  onReuse(task: GalleryTask): void;
}

/** What the server writes when the caller ended the task (contract §7). */
const cancelledMessage = 'Cancelled by the caller';

/** State, progress or place in the queue, and the way to stop it. */
export function PendingTile({ task, onCancel, onReuse }: Props) {
  const words = useWords();
  const [cancelling, setCancelling] = useState(false);
  const draft = task.remembered?.draft;
  const failed = task.status === 'failed';
  const cancelled = failed && task.message === cancelledMessage;
  async function cancel(): Promise<void> {
    setCancelling(true);
    await onCancel(task);
    setCancelling(false);
  }
  return (
    <li
      className={`tile pending ${failed ? 'failed' : task.status}`}
      style={tileStyle(ratioOf(draft?.aspectRatio ?? '1:1'))}
    >
      <div className="pending-text">
        <strong>{failed ? (cancelled ? words.cancelled : words.failed) : stateOf(task, words)}</strong>
        {draft && <p className="pending-prompt">{draft.prompt}</p>}
        {failed && !cancelled && task.message && <p className="pending-why">{task.message}</p>}
      </div>
      <div className="pending-actions">
        {!failed && (
          <button type="button" className="quiet" disabled={cancelling} onClick={() => void cancel()}>
            {cancelling ? words.cancelling : words.cancel}
          </button>
        )}
        {failed && draft && (
          <button type="button" className="quiet" onClick={() => onReuse(task)}>
            <Icon name="reuse" />
            {words.reuse}
          </button>
        )}
      </div>
      {!failed && (
        <div
          className="progress"
          role="progressbar"
          aria-label={stateOf(task, words)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round((task.progress ?? 0) * 100)}
        >
          <i style={{ width: `${(task.progress ?? 0) * 100}%` }} />
        </div>
      )}
    </li>
  );
}

/** `Waiting · 3 before this one`, `Painting · 40 %`. */
function stateOf(task: GalleryTask, words: Words): string {
  if (task.status === 'submitted') {
    return task.queuePosition === undefined
      ? words.waiting
      : `${words.waiting} · ${words.queuePosition(task.queuePosition)}`;
  }
  const percent = Math.round((task.progress ?? 0) * 100);
  return percent === 0 ? words.painting : `${words.painting} · ${words.percent(percent)}`;
}

/** Room for the further pictures of a task that still runs: nothing jumps when they come. */
export function PendingGhosts({ task }: { task: GalleryTask }) {
  const draft = task.remembered?.draft;
  if (draft === undefined || task.status === 'failed') return null;
  const style = tileStyle(ratioOf(draft.aspectRatio));
  return Array.from({ length: draft.n - 1 }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
    <li key={index} className={`tile ghost ${task.status}`} style={style} aria-hidden="true" />
  ));
}
