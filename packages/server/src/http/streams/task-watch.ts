// Many open event streams, few reads: every task that somebody watches is read once per change, however many watch it.
//
// A change in the store names a task; when it is watched, it is read and its watchers are told. While a read is under
// way further changes of that task only ask for one more. Changes that no event tells (the queue ahead moved, an event
// was lost with the connection it came through) are caught by a round that reads a few watched tasks every two seconds.
import type { Log } from '../../core/log.js';
import type { Task } from '../../core/task.js';
import type { HttpParts } from '../parts.js';

/** A task as its watchers are shown it. */
export interface WatchedTask {
  task: Task;
  /** Tasks before it; undefined when it is not waiting. */
  queuePosition: number | undefined;
}

/** Readings of tasks for whoever watches them. */
export interface TaskWatch {
  /** Calls `listener` at every reading of the task, and with undefined when it is gone; returns the way to stop. */
  watch(task: Pick<Task, 'id' | 'accountId'>, listener: (watched: WatchedTask | undefined) => void): () => void;
  /** One reading, now. */
  read(task: Pick<Task, 'id' | 'accountId'>): Promise<WatchedTask | undefined>;
  /** Stops listening and forgets every watcher; they are not told. */
  close(): void;
}

/** One task and its watchers. */
interface Watched {
  id: string;
  accountId: string;
  listeners: Set<(watched: WatchedTask | undefined) => void>;
  /** A reading is under way. */
  reading: boolean;
  /** The task changed after that reading began: what it brings may be old. */
  changedMeanwhile: boolean;
}

/** How often some watched tasks are read without being asked for, ms. */
const roundMs = 2000;
/** Most tasks read per round: 50 reads per second whatever the number of streams. */
const tasksPerRound = 100;

/** The slice of the house that a watch uses. */
interface WatchParts {
  tasks: Pick<HttpParts['tasks'], 'find' | 'queuePosition' | 'onChanged'>;
  log: Pick<Log, 'warn'>;
}

/** Starts to listen to the changes of all tasks. */
export function createTaskWatch(parts: WatchParts): TaskWatch {
  const watchedById = new Map<string, Watched>();
  const stopListening = parts.tasks.onChanged((taskId) => {
    const watched = watchedById.get(taskId);
    if (watched !== undefined) void refresh(watched);
  });
  const round = setInterval(refreshSome, roundMs).unref();

  /** The place in the queue is only asked for where there is one. */
  async function read({ accountId, id }: Pick<Task, 'id' | 'accountId'>): Promise<WatchedTask | undefined> {
    const task = await parts.tasks.find(accountId, id);
    if (task === undefined) return undefined;
    const queuePosition = task.status === 'submitted' ? await parts.tasks.queuePosition(id) : undefined;
    return { task, queuePosition };
  }

  /** Reads one task and tells its watchers; never two readings of it at a time, so that they hear things in order. */
  async function refresh(watched: Watched): Promise<void> {
    if (watched.reading) {
      watched.changedMeanwhile = true;
      return;
    }
    watched.reading = true;
    do {
      watched.changedMeanwhile = false;
      try {
        const now = await read(watched);
        for (const listener of [...watched.listeners]) listener(now);
      } catch (error) {
        // The store may be back at the next round; the streams stay open.
        parts.log.warn({ err: error, task_id: watched.id }, 'a watched task could not be read');
      }
    } while (watched.changedMeanwhile && watched.listeners.size > 0);
    watched.reading = false;
  }

  /** One round: the tasks that were not read for longest, up to the bound. */
  function refreshSome(): void {
    for (const watched of [...watchedById.values()].slice(0, tasksPerRound)) {
      // To the end of the line, so that every task has its turn.
      watchedById.delete(watched.id);
      watchedById.set(watched.id, watched);
      void refresh(watched);
    }
  }

  return {
    read,
    watch({ id, accountId }, listener) {
      const watched = watchedById.get(id) ?? {
        id,
        accountId,
        listeners: new Set(),
        reading: false,
        changedMeanwhile: false,
      };
      watched.listeners.add(listener);
      watchedById.set(id, watched);
      return () => {
        watched.listeners.delete(listener);
        if (watched.listeners.size === 0 && watchedById.get(id) === watched) watchedById.delete(id);
      };
    },
    close() {
      stopListening();
      clearInterval(round);
      watchedById.clear();
    },
  };
}
