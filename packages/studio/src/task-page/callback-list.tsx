// A task's callbacks with every try, and the way to make one again.
import { useState } from 'react';
import type { TaskCallback } from '../api/studio-task.js';
import { explainError, type Problem } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import { Icon } from '../look/icons.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useSpeech } from '../text/language.js';
import type { Callbacks } from './use-callbacks.js';

/** Nothing for tasks without a callback. */
export function CallbackList({ callbacks, task }: { callbacks: Callbacks; task: GalleryTask }) {
  const { words } = useSpeech();
  const [problem, setProblem] = useState<Problem>();
  if (task.request.callback_url === null) return null;
  async function redeliver(id: string): Promise<void> {
    setProblem(undefined);
    try {
      await callbacks.redeliver(id);
    } catch (failure) {
      setProblem(explainError(failure, words));
    }
  }
  return (
    <section className="card" aria-labelledby="callbacks">
      <h2 id="callbacks">{words.callbacks}</h2>
      <p className="fine muted break">{task.request.callback_url}</p>
      {problem && <ProblemNote problem={problem} onDismiss={() => setProblem(undefined)} />}
      {callbacks.list?.length === 0 && <p className="muted">{words.callbacksNone}</p>}
      {callbacks.list?.map((callback) => (
        <OneCallback key={callback.webhook_id} callback={callback} onRedeliver={redeliver} />
      ))}
    </section>
  );
}

function OneCallback(props: { callback: TaskCallback; onRedeliver(id: string): Promise<void> }) {
  const { callback, onRedeliver } = props;
  const { words, language } = useSpeech();
  const [busy, setBusy] = useState(false);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  async function redeliver(): Promise<void> {
    setBusy(true);
    await onRedeliver(callback.webhook_id);
    setBusy(false);
  }
  return (
    <div className="callback">
      <div className="callback-head">
        <span className="state" data-state={callback.state}>
          {words.callbackStates[callback.state]}
        </span>
        <code className="ellipsis">{callback.webhook_id}</code>
        <button type="button" className="quiet" disabled={busy} onClick={() => void redeliver()}>
          <Icon name="reuse" />
          {words.redeliver}
        </button>
      </div>
      {callback.log.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        <section className="table-frame" tabIndex={0} aria-label={words.tries}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.tryNumber}</th>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.took}</th>
                <th scope="col">{words.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {callback.log.map((entry) => (
                <tr key={entry.attempt}>
                  <td>{entry.attempt}</td>
                  <td>{time.format(entry.started_at)}</td>
                  <td>{entry.duration_ms} ms</td>
                  <td>
                    {entry.http_status === null ? '' : `HTTP ${entry.http_status} `}
                    {entry.error}
                    {entry.reply && <code className="reply">{entry.reply}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {callback.state === 'pending' && callback.next_attempt_at !== null && (
        <p className="fine muted">{words.nextTry(time.format(callback.next_attempt_at))}</p>
      )}
    </div>
  );
}
