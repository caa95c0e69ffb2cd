// What happened to a task and when: from its times, and from its stream of events while it runs.
import { useEffect, useState } from 'react';
import type { Connection } from '../connection/use-connection.js';
import { stateOf } from '../gallery/pending-tile.js';
import { type GalleryTask, hasEnded, withEvent } from '../tasks/gallery-task.js';
import { useSpeech } from '../text/language.js';

/** One line of the list. */
interface Entry {
  atMs: number;
  text: string;
}

/** Events seen on this page; older ones are forgotten by the server once they are told. */
function useEvents({ images }: Connection, task: GalleryTask): GalleryTask[] {
  const [seen, setSeen] = useState<{ atMs: number; task: GalleryTask }[]>([]);
  const ended = hasEnded(task);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one stream for a task, however its state changes
  useEffect(() => {
    if (ended) return;
    const leaving = new AbortController();
    const follow = async () => {
      let known = task;
      for await (const event of images.events(task.id, { signal: leaving.signal })) {
        if (event.task_status === 'succeed' || event.task_status === 'failed') return;
        known = withEvent(known, event);
        const entry = { atMs: event.updated_at, task: known };
        setSeen((before) => [...before, entry].slice(-50));
      }
    };
    // The state above is looked at now and then whatever happens here.
    follow().catch(() => undefined);
    return () => leaving.abort();
  }, [images, task.id, ended]);
  return seen.map((entry) => ({ ...entry.task, createdAtMs: entry.atMs }));
}

/** Oldest first. */
export function EventList({ connection, task }: { connection: Connection; task: GalleryTask }) {
  const { words, language } = useSpeech();
  const events = useEvents(connection, task);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const entries: Entry[] = [
    { atMs: task.createdAtMs, text: words.eventSubmitted },
    ...events.map((event) => ({ atMs: event.createdAtMs, text: stateOf(event, words) })),
    ...(task.endedAtMs === undefined ? [] : [{ atMs: task.endedAtMs, text: stateOf(task, words) }]),
  ];
  return (
    <section className="card" aria-labelledby="events">
      <h2 id="events">{words.events}</h2>
      <ol className="events">
        {entries.map(({ atMs, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
          <li key={index}>
            <time dateTime={new Date(atMs).toISOString()}>{time.format(atMs)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {task.faults > 0 && <p className="fine muted">{words.faults(task.faults)}</p>}
    </section>
  );
}
