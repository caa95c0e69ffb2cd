// The account's pictures, newest first, by day.
import { Fragment, useEffect, useRef } from 'react';
import type { Problem } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import type { TaskStoreState } from '../tasks/task-store.js';
import type { Words } from '../text/english.js';
import { useSpeech } from '../text/language.js';
import { PendingGhosts, PendingTile } from './pending-tile.js';
import { PictureTile } from './picture-tile.js';

interface Props {
  state: TaskStoreState;
  problem: Problem | undefined;
  onMore(): void;
  onOpen(task: GalleryTask, index: number): void;
  onCancel(task: GalleryTask): Promise<void>;
  onReuse(task: GalleryTask): void;
  onChangeKey(): void;
}

/** Day sections of tasks that are in order already. */
function groupByDay(tasks: readonly GalleryTask[], language: string, words: Words): [string, GalleryTask[]][] {
  const dayMs = 24 * 60 * 60 * 1000;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const today = format.format(Date.now());
  const yesterday = format.format(Date.now() - dayMs);
  const groups = new Map<string, GalleryTask[]>();
  for (const task of tasks) {
    const day = format.format(task.createdAtMs);
    const name = day === today ? words.today : day === yesterday ? words.yesterday : day;
    groups.set(name, [...(groups.get(name) ?? []), task]);
  }
  return [...groups];
}

/** Reads the next page when its end comes near the window; the button does so too. */
export function Gallery({ state, problem, onMore, onOpen, onCancel, onReuse, onChangeKey }: Props) {
  const { words, language } = useSpeech();
  const end = useRef<HTMLDivElement>(null);
  const open = !state.loading && !state.reachedEnd && problem === undefined;
  useEffect(() => {
    if (!open || !end.current) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onMore(), {
      rootMargin: '800px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [open, onMore]);
  return (
    <>
      {groupByDay(state.tasks, language, words).map(([day, tasks]) => (
        <section key={day} className="day" aria-label={day}>
          <h2>{day}</h2>
          <ul className="tiles">
            {tasks.map((task) =>
              task.status === 'succeed' ? (
                task.pictures.map((picture) => (
                  <PictureTile key={`${task.id}-${picture.index}`} task={task} picture={picture} onOpen={onOpen} />
                ))
              ) : (
                <Fragment key={task.id}>
                  <PendingTile task={task} onCancel={onCancel} onReuse={onReuse} />
                  <PendingGhosts task={task} />
                </Fragment>
              ),
            )}
          </ul>
        </section>
      ))}
      <div ref={end} className="gallery-end">
        {problem && <ProblemNote problem={problem} onChangeKey={onChangeKey} />}
        {state.loading && <p className="muted">{words.loading}</p>}
        {!state.loading && !state.reachedEnd && (
          <button type="button" className="quiet" onClick={onMore}>
            {problem ? words.retry : words.loadMore}
          </button>
        )}
      </div>
    </>
  );
}
