// Everything about one task: its state as it changes, pictures, events, callbacks, the request and the answer.
import { useState } from 'react';
import type { Connection } from '../connection/use-connection.js';
import { explainError } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import { stateOf } from '../gallery/pending-tile.js';
import { ProgressRing } from '../gallery/progress-ring.js';
import { copyText } from '../look/copy-text.js';
import { Icon } from '../look/icons.js';
import { studioAddress } from '../pages/read-route.js';
import { type GalleryTask, hasEnded, progressOf } from '../tasks/gallery-task.js';
import { useTask } from '../tasks/use-task.js';
import { useWords } from '../text/language.js';
import { RawPanel } from '../viewer/raw-panel.js';
import { TaskFacts } from '../viewer/task-facts.js';
import { CallbackList } from './callback-list.js';
import { EventList } from './event-list.js';
import { useCallbacks } from './use-callbacks.js';

/** The page of `#/tasks/{id}`. */
export function TaskPage({ connection, taskId }: { connection: Connection; taskId: string }) {
  const words = useWords();
  const [again, setAgain] = useState(0);
  const [copied, setCopied] = useState('');
  const { task, history, failure } = useTask(connection, taskId, again);
  const callbacks = useCallbacks(connection.call, task);
  async function copy(text: string): Promise<void> {
    setCopied((await copyText(text)) ? words.copied : words.copyFailed);
  }
  async function cancel(): Promise<void> {
    await connection.images.cancel(taskId).catch(() => undefined);
    setAgain(again + 1);
  }
  return (
    <main className="page" tabIndex={-1} aria-label={words.taskDetails}>
      <a className="back" href={studioAddress}>
        <Icon name="left" />
        {words.pageStudio}
      </a>
      {failure !== undefined && <ProblemNote problem={explainError(failure, words)} />}
      {!task && failure === undefined && <div className="tile waits page-wait" aria-busy="true" />}
      {task && (
        <>
          <header className="page-head">
            <h1 className="task-prompt">{task.request.prompt}</h1>
            <p className="state" data-state={task.status} role="status">
              {stateOf(task, words)}
            </p>
            {!hasEnded(task) && (
              <button type="button" className="quiet" onClick={() => void cancel()}>
                {words.cancel}
              </button>
            )}
          </header>
          {task.status === 'failed' && task.message && <p className="note">{task.message}</p>}
          <div className="task-columns">
            <div className="stack">
              <Pictures task={task} />
              <EventList task={task} history={history} callbacks={callbacks.list} />
              <CallbackList callbacks={callbacks} task={task} />
            </div>
            <aside className="card stack">
              <TaskFacts task={task} />
              <RawPanel call={connection.call} task={task} onCopy={copy} key={task.status} />
              <p className="fine muted" role="status">
                {copied}
              </p>
            </aside>
          </div>
        </>
      )}
    </main>
  );
}

/** The pictures, or the room that each will take and how far it is. */
function Pictures({ task }: { task: GalleryTask }) {
  const words = useWords();
  if (task.status === 'failed') return null;
  if (hasEnded(task)) {
    return (
      <ul className="task-pictures">
        {task.pictures.map((picture) => (
          <li key={picture.index}>
            <a href={picture.url} target="_blank" rel="noreferrer">
              <img
                src={picture.medium}
                alt={words.pictureOf(picture.index + 1, task.pictures.length)}
                width={picture.width}
                height={picture.height}
              />
            </a>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul className="task-pictures">
      {Array.from({ length: task.request.n }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is its index
        <li key={index} className="picture-to-come" style={{ aspectRatio: `${task.width} / ${task.height}` }}>
          <ProgressRing
            fraction={progressOf(task, index)}
            name={words.pictureOf(index + 1, task.request.n)}
            working={task.status === 'processing'}
          />
        </li>
      ))}
    </ul>
  );
}
