// The account's tasks on this page: pages of the list, new submits, and the states of those that still run.
//
// Browsers open six connections to a server at most, so only two tasks are streamed, the oldest ones; while more are
// running, the first page of the list is read every few seconds for the rest. A stream that the service refuses (a
// gateway without events) or that breaks is replaced by looking at the task now and then.
import { type Images, type ImageTask, KlingError } from '@inkling/client';
import { type GalleryTask, hasEnded, toGalleryTask } from './gallery-task.js';
import { pause } from './pause.js';
import type { TaskMemory } from './task-memory.js';

/** Tasks per page of the list. */
const pageSize = 30;
const maxStreams = 2;
/** Between two looks where there is no stream, ms. */
const lookMs = 2000;

/** One moment of the store; a new object after every change, as React wants it. */
export interface TaskStoreState {
  /** Newest first. */
  tasks: readonly GalleryTask[];
  /** A page is being read. */
  loading: boolean;
  /** There is no older task. */
  reachedEnd: boolean;
  /** The last look at the server found nobody. */
  offline: boolean;
  /** Why the list could not be read. */
  failure: unknown;
}

/** The tasks of one account on this page. */
export interface TaskStore {
  getState(): TaskStoreState;
  /** Calls `listener` after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Reads the next older page; the first one at first. Failures are in the state. */
  loadMore(): Promise<void>;
  /** Reads the newest page again. */
  refresh(): Promise<void>;
  /** Shows a task that was just submitted, and follows it. */
  add(task: ImageTask): void;
  /** Rejects when the server refuses. */
  cancel(taskId: string): Promise<void>;
  /** Follows nothing any more. */
  close(): void;
}

/** What the store needs of the SDK. */
type Source = Pick<Images, 'list' | 'get' | 'cancel' | 'events'>;

/** Makes the store of one account. `onEnd` is told of tasks that end while they are followed. */
export function createTaskStore(images: Source, memory: TaskMemory, onEnd: (task: GalleryTask) => void): TaskStore {
  const closing = new AbortController();
  const byId = new Map<string, GalleryTask>();
  const streamed = new Set<string>();
  const listeners = new Set<() => void>();
  let looking = false;
  let pagesRead = 0;
  let state: TaskStoreState = { tasks: [], loading: false, reachedEnd: false, offline: false, failure: undefined };

  /** Tells everybody, unless nobody listens any more. */
  function change(part: Partial<TaskStoreState>): void {
    if (closing.signal.aborted) return;
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  /** Takes in what the server said of some tasks, from a stream, a list or a single answer. */
  function show(tasks: readonly Parameters<typeof toGalleryTask>[0][]): void {
    for (const task of tasks) {
      const known = byId.get(task.task_id);
      // An answer that was under way while the task ended is older than the end.
      if (known && hasEnded(known) && !['succeed', 'failed'].includes(task.task_status)) continue;
      const next = toGalleryTask(task, memory.find(task.task_id));
      // Lists say nothing of progress: what a stream said stays.
      if (known && !hasEnded(next)) {
        next.progress ??= known.progress;
        if (next.status === 'submitted') next.queuePosition ??= known.queuePosition;
      }
      byId.set(next.id, next);
      if (known && !hasEnded(known) && hasEnded(next)) onEnd(next);
    }
    change({ tasks: [...byId.values()].sort((one, other) => other.createdAtMs - one.createdAtMs) });
    followRunning();
  }

  /** Gives free streams to the oldest running tasks, and has the list looked at when there are more of them. */
  function followRunning(): void {
    if (closing.signal.aborted) return;
    const running = state.tasks.filter((task) => !hasEnded(task));
    for (const task of running.toReversed()) {
      if (streamed.size >= maxStreams) break;
      if (streamed.has(task.id)) continue;
      streamed.add(task.id);
      void follow(task.id);
    }
    if (running.length > streamed.size && !looking) void lookAtList();
  }

  /** Follows one task to its end, by stream while that works. */
  async function follow(taskId: string): Promise<void> {
    const { signal } = closing;
    let canStream = true;
    while (!signal.aborted && !isOver(taskId)) {
      try {
        if (canStream) {
          for await (const task of images.events(taskId, { signal })) {
            show([task]);
            change({ offline: false });
          }
        }
        if (isOver(taskId)) break;
        show([await images.get(taskId, { signal })]);
        change({ offline: false });
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof KlingError)) change({ offline: true });
        else if (canStream) canStream = false;
        else if (error.status === 404) forget(taskId);
      }
      await pause(lookMs, signal);
    }
    streamed.delete(taskId);
    followRunning();
  }

  /** Is there nothing left to follow? */
  function isOver(taskId: string): boolean {
    const task = byId.get(taskId);
    return task === undefined || hasEnded(task);
  }

  /** The server no longer has it. */
  function forget(taskId: string): void {
    byId.delete(taskId);
    change({ tasks: state.tasks.filter((task) => task.id !== taskId) });
  }

  /** One loop for all tasks without a stream: one request, however many they are. */
  async function lookAtList(): Promise<void> {
    looking = true;
    while (!closing.signal.aborted && state.tasks.some((task) => !hasEnded(task) && !streamed.has(task.id))) {
      await pause(lookMs, closing.signal);
      await readNewest();
    }
    looking = false;
  }

  /** A refusal is left to the next page that is asked for; silence is shown. */
  async function readNewest(): Promise<void> {
    try {
      show(await images.list({ pageNum: 1, pageSize }, { signal: closing.signal }));
      change({ offline: false });
    } catch (error) {
      if (!(error instanceof KlingError)) change({ offline: true });
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async loadMore() {
      if (state.loading || state.reachedEnd) return;
      change({ loading: true, failure: undefined });
      try {
        const page = await images.list({ pageNum: pagesRead + 1, pageSize }, { signal: closing.signal });
        pagesRead += 1;
        change({ loading: false, reachedEnd: page.length < pageSize, offline: false });
        show(page);
      } catch (failure) {
        change({ loading: false, failure });
      }
    },
    refresh: readNewest,
    add: (task) => show([task]),
    async cancel(taskId) {
      show([await images.cancel(taskId, { signal: closing.signal })]);
    },
    close() {
      closing.abort();
      listeners.clear();
    },
  };
}
