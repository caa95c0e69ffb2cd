// What happened to a task and when; the same after a reload and in any browser.
import type { HistoryMark, TaskCallback } from '../api/studio-task.js';
import { type GalleryTask, wasCancelled } from '../tasks/gallery-task.js';
import { writeDuration } from '../text/duration.js';
import type { Words } from '../text/english.js';
import { useSpeech } from '../text/language.js';
import { type HistoryEntry, tellHistory } from './task-history.js';

/** Most tasks are taken at once: `waited 0.0 s` is not worth its words. */
const worthTellingMs = 50;

/** The line itself, and what is said beside it in small. */
function tell({ what }: HistoryEntry, words: Words): [text: string, note?: string | undefined] {
  const afterMs = 'afterMs' in what ? (what.afterMs ?? 0) : 0;
  const after = afterMs < worthTellingMs ? undefined : writeDuration(afterMs, words);
  switch (what.kind) {
    case 'submitted':
      return [words.eventSubmitted];
    case 'started': {
      const name = what.again ? words.eventStartedAgain : words.eventStarted;
      return [name(what.worker), after && words.waited(after)];
    }
    case 'fault':
    case 'lost':
      return [what.kind === 'fault' ? words.eventFault : words.eventLost, after && words.afterTime(after)];
    case 'succeed':
      return [words.done, after && words.painted(after)];
    case 'failed':
    case 'cancelled':
      return [words[what.kind], after && words.afterTime(after)];
    case 'callback':
      return [what.delivered ? words.eventCallback : words.eventCallbackFailed(what.attempt), what.outcome];
  }
}

/** The dot's colour. */
function toneOf({ what }: HistoryEntry): string {
  if (what.kind === 'callback') return what.delivered ? 'good' : 'bad';
  if (what.kind === 'succeed') return 'good';
  return what.kind === 'failed' || what.kind === 'fault' || what.kind === 'lost' ? 'bad' : 'plain';
}

interface Props {
  task: GalleryTask;
  history: readonly HistoryMark[];
  callbacks: readonly TaskCallback[] | undefined;
}

/** Oldest first. */
export function EventList({ task, history, callbacks }: Props) {
  const { words, language } = useSpeech();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  const entries = tellHistory({ ...task, cancelled: wasCancelled(task) }, history, callbacks ?? []);
  return (
    <section className="card" aria-labelledby="events">
      <h2 id="events">{words.events}</h2>
      <ol className="events">
        {entries.map((entry, index) => {
          const [text, note] = tell(entry, words);
          const date = day.format(entry.atMs);
          const before = entries[index - 1];
          const sameDay = before !== undefined && day.format(before.atMs) === date;
          return (
            <li key={`${entry.atMs} ${text}`} data-tone={toneOf(entry)}>
              <span className="event-text">{text}</span>
              {note && <span className="fine muted">{note}</span>}
              <time className="fine muted" dateTime={new Date(entry.atMs).toISOString()}>
                {sameDay ? '' : `${date}, `}
                {time.format(entry.atMs)}
              </time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
