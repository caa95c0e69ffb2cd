// The account's tasks on this page: pages of the list, new submits, and the states of those that still run.
//
// Browsers open six connections to a server at most, so only two tasks are streamed, the oldest ones; while more are
// running, the first page of the list is read every few seconds for the rest. A stream that the service refuses (a
// proxy without events) or that breaks is replaced by looking at the task now and then. Whatever the gallery is
// filtered by, running tasks are followed to their end.
import { KlingError } from '@inkling/client';
import type { StudioTask } from '../api/studio-task.js';
import { furthest, type GalleryTask, hasEnded, toGalleryTask, withEvent } from './gallery-task.js';
import { pause } from './pause.js';
import { matches, noFilter, type TaskFilter } from './task-filter.js';
import type { TaskSource } from './task-source.js';

/** Tasks on the first page, which should be there at once, and on those that are scrolled to: about 1 kB of JSON each. */
const firstPageSize = 60;
const pageSize = 200;
const maxStreams = 2;
/** Between two looks where there is no stream, ms. */
const lookMs = 2000;
/** A search through a long history comes in short pages, many of them empty: so many are asked for in a row. */
const maxEmptyPages = 40;

/** One moment of the store; a new object after every change, as React wants it. */
export interface TaskStoreState {
  /** Those that match the filter, newest first. */
  tasks: readonly GalleryTask[];
  filter: TaskFilter;
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
  /** Shows other tasks, from the newest. */
  setFilter(filter: TaskFilter): void;
  /** Shows a task that was just submitted, and follows it. Rejects when it cannot be read. */
  add(taskId: string): Promise<void>;
  /** Rejects when the server refuses. */
  cancel(taskId: string): Promise<void>;
  /** Removes a task with its pictures. Rejects when the server refuses. */
  remove(taskId: string): Promise<void>;
  /** Follows nothing any more. */
  close(): void;
}

/** Makes the store of one account. `onEnd` is told of tasks that end while they are followed. */
export function createTaskStore(source: TaskSource, onEnd: (task: GalleryTask) => void): TaskStore {
  const closing = new AbortController();
  const { signal } = closing;
  const byId = new Map<string, GalleryTask>();
  const streamed = new Set<string>();
  const listeners = new Set<() => void>();
  let looking = false;
  let before: string | undefined;
  /** Counts changes of the filter: a page that was asked for under an earlier one is dropped. */
  let era = 0;
  let state: TaskStoreState = {
    tasks: [],
    filter: noFilter,
    loading: false,
    reachedEnd: false,
    offline: false,
    failure: undefined,
  };

  /** Tells everybody, unless nobody listens any more. */
  function change(part: Partial<TaskStoreState>): void {
    if (signal.aborted) return;
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  /** The state's list anew. */
  function list(): void {
    const tasks = [...byId.values()].filter((task) => matches(task, state.filter));
    tasks.sort((one, other) => other.createdAtMs - one.createdAtMs || (one.id < other.id ? 1 : -1));
    change({ tasks });
    followRunning();
  }

  /** Takes in what the server said of some tasks. */
  function show(tasks: readonly StudioTask[]): void {
    for (const task of tasks.map(toGalleryTask)) {
      const known = byId.get(task.id);
      // An answer that was under way while the task ended is older than the end.
      if (known && hasEnded(known) && !hasEnded(task)) continue;
      if (known && !hasEnded(task)) {
        task.progress = Math.max(task.progress, known.progress);
        task.pictureProgress = furthest(known.pictureProgress, task.pictureProgress);
        task.queuePosition = task.status === 'submitted' ? known.queuePosition : undefined;
      }
      byId.set(task.id, task);
      if (known && !hasEnded(known) && hasEnded(task)) onEnd(task);
    }
    list();
  }

  const running = () => [...byId.values()].filter((task) => !hasEnded(task));

  /** Gives free streams to the oldest running tasks, and has the list looked at when there are more of them. */
  function followRunning(): void {
    if (signal.aborted) return;
    const unfinished = running().sort((one, other) => one.createdAtMs - other.createdAtMs);
    for (const task of unfinished) {
      if (streamed.size >= maxStreams) break;
      if (streamed.has(task.id)) continue;
      streamed.add(task.id);
      void follow(task.id);
    }
    if (unfinished.length > streamed.size && !looking) void lookAtList();
  }

  /** Follows one task to its end, by stream while that works. */
  async function follow(taskId: string): Promise<void> {
    let canStream = true;
    while (!signal.aborted && !isOver(taskId)) {
      try {
        if (canStream) await followStream(taskId);
        show([await source.get(taskId, signal)]);
        change({ offline: false });
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof KlingError)) change({ offline: true });
        else if (canStream) canStream = false;
        else if (error.status === 404) forget(taskId);
      }
      if (!isOver(taskId)) await pause(lookMs, signal);
    }
    streamed.delete(taskId);
    followRunning();
  }

  /** Shows what the stream says until it has said the last; the end itself is read with its pictures. */
  async function followStream(taskId: string): Promise<void> {
    for await (const event of source.events(taskId, { signal })) {
      const known = byId.get(taskId);
      if (!known || event.task_status === 'succeed' || event.task_status === 'failed') return;
      byId.set(taskId, withEvent(known, event));
      change({ offline: false });
      list();
    }
  }

  /** Is there nothing left to follow? */
  function isOver(taskId: string): boolean {
    const task = byId.get(taskId);
    return task === undefined || hasEnded(task);
  }

  /** The server no longer has it. */
  function forget(taskId: string): void {
    byId.delete(taskId);
    list();
  }

  /** One loop for all tasks without a stream: one request, however many they are. */
  async function lookAtList(): Promise<void> {
    looking = true;
    while (!signal.aborted && running().some((task) => !streamed.has(task.id))) {
      await pause(lookMs, signal);
      await readNewest();
    }
    looking = false;
  }

  /** A refusal is left to the next page that is asked for; silence is shown. */
  async function readNewest(): Promise<void> {
    try {
      const { tasks, next } = await source.page(noFilter, firstPageSize, undefined, signal);
      // More than a page of new tasks: what lies between them and those known would be missing. From the start, then.
      const torn = next !== null && byId.size > 0 && !tasks.some((task) => byId.has(task.task_id));
      if (torn && state.filter === noFilter) restart(noFilter);
      show(tasks);
      change({ offline: false });
    } catch (error) {
      if (!signal.aborted && !(error instanceof KlingError)) change({ offline: true });
    }
  }

  /** Pages until one has something to show, or there are no more. */
  async function readPage(): Promise<void> {
    const mine = era;
    for (let tries = 0; tries < maxEmptyPages; tries += 1) {
      const page = await source.page(state.filter, before === undefined ? firstPageSize : pageSize, before, signal);
      if (era !== mine) return;
      before = page.next ?? undefined;
      change({ reachedEnd: page.next === null, offline: false });
      if (page.tasks.length > 0) show(page.tasks);
      if (page.tasks.length > 0 || page.next === null) return;
    }
  }

  /** Forgets what has ended and reads the list anew. */
  function restart(filter: TaskFilter): void {
    era += 1;
    before = undefined;
    for (const task of byId.values()) if (hasEnded(task)) byId.delete(task.id);
    change({ filter, loading: false, reachedEnd: false, failure: undefined });
    list();
    void loadMore();
  }

  async function loadMore(): Promise<void> {
    if (state.loading || state.reachedEnd) return;
    const mine = era;
    change({ loading: true, failure: undefined });
    try {
      await readPage();
      if (era === mine) change({ loading: false });
    } catch (failure) {
      if (era === mine) change({ loading: false, failure });
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loadMore,
    refresh: readNewest,
    setFilter: restart,
    async add(taskId) {
      show([await source.get(taskId, signal)]);
    },
    async cancel(taskId) {
      await source.cancel(taskId);
      show([await source.get(taskId, signal)]);
    },
    async remove(taskId) {
      await source.remove(taskId);
      forget(taskId);
    },
    close() {
      closing.abort();
      listeners.clear();
    },
  };
}
