// Looks after jobs that the upstream has: asks for each when its time has come, and says which have ended.
//
// A few jobs are asked for one by one. Many are read off the upstream's list, newest first, five hundred a call: ten
// thousand jobs cost twenty calls, and the young ones, which are asked for most often, stand on its first page. What
// the list does not show is asked for by itself. Where there is no list to be had, everything is.
import { setMaxListeners } from 'node:events';
import type { Clock } from '../../core/clock.js';
import type { CircuitBreaker } from '../upstream/circuit-breaker.js';
import type { CallOutcome, KlingApi, UpstreamTask } from './kling-api.js';
import { type PollSchedule, pollPauseMs } from './poll-schedule.js';

export interface PolledJob {
  taskId: string;
  upstreamTaskId: string;
  /** When the job was first tried, Unix ms. */
  sinceMs: number;
}

export interface JobPollerOptions {
  schedule: PollSchedule;
  /** More due jobs than this are read off the list. */
  listFrom: number;
  /** Most calls a second for single jobs; with more jobs than that each is asked for less often. */
  pollsPerSecond: number;
  /** A job that has not ended after this long is handed back without an answer, ms. */
  patienceMs: number;
}

export interface JobPollerParts {
  api: Pick<KlingApi, 'find' | 'list'>;
  breaker: Pick<CircuitBreaker, 'state' | 'opensInMs'>;
  clock: Clock;
  keyId: string;
  /** A job has something to resume for: it ended (`answer`), or asking for it came to nothing. It is not polled any more. */
  onDue(taskId: string, answer: UpstreamTask | undefined): void;
  /** The key was told to wait, or was not let in. */
  onRefused(outcome: Exclude<CallOutcome<unknown>, { kind: 'ok' }>): void;
}

export interface JobPoller {
  add(job: PolledJob): void;
  remove(taskId: string): void;
  /** Asks for it now: somebody says that it has ended. False when it is not here. */
  poke(taskId: string): boolean;
  readonly size: number;
  close(): Promise<void>;
}

interface Entry extends PolledJob {
  dueMs: number;
  /** Times in a row that the upstream did not know it, or would not say. */
  refusals: number;
}

const pageSize = 500;
/** Least time between two readings of the list, and that much more for every page of the last one, ms. */
const sweepMs = 1000;
const sweepMsPerPage = 75;
/** Calls for single jobs at a time. */
const parallel = 8;
/** Least time between two looks for due jobs, ms: jobs that are due almost together are asked for together. */
const tickMs = 100;
/** The list is tried again after this long when it could not be had, ms. */
const listAgainMs = 600_000;
/** A key that is not let in any more is tried again after this long, ms. */
const refusedMs = 30_000;

export function createJobPoller(parts: JobPollerParts, options: JobPollerOptions): JobPoller {
  const { api, clock, breaker, keyId } = parts;
  const jobs = new Map<string, Entry>();
  const byUpstreamId = new Map<string, Entry>();
  const closing = new AbortController();
  // Every call that is under way listens to it.
  setMaxListeners(0, closing.signal);
  let wake = new AbortController();
  let loop: Promise<void> | undefined;
  let restUntilMs = 0;
  let nextSweepMs = 0;
  let listFailedUntilMs = 0;

  function remove(taskId: string): Entry | undefined {
    const entry = jobs.get(taskId);
    if (!entry) return undefined;
    jobs.delete(taskId);
    byUpstreamId.delete(entry.upstreamTaskId);
    return entry;
  }
  function finish(entry: Entry, answer: UpstreamTask | undefined): void {
    if (remove(entry.taskId)) parts.onDue(entry.taskId, answer);
  }

  /** The next look, counted from when this one should have been: a late look does not make the next one later. */
  function reschedule(entry: Entry, leastMs = 0): void {
    const nowMs = clock.now();
    const loadMs = (jobs.size / options.pollsPerSecond) * 1000;
    const least = Math.max(leastMs, jobs.size > options.listFrom && canList() ? 0 : loadMs);
    const pauseMs = pollPauseMs(nowMs - entry.sinceMs, least, options.schedule);
    entry.dueMs = Math.max(nowMs, Math.min(entry.dueMs, nowMs) + pauseMs);
  }

  function hear(entry: Entry, task: UpstreamTask, leastMs = 0): void {
    entry.refusals = 0;
    if (task.task_status === 'succeed' || task.task_status === 'failed') finish(entry, task);
    else if (clock.now() - entry.sinceMs > options.patienceMs) finish(entry, undefined);
    else reschedule(entry, leastMs);
  }

  /** A refusal rests the whole key: what one call was told holds for the next. */
  function refused(outcome: Exclude<CallOutcome<unknown>, { kind: 'ok' }>): void {
    const least = outcome.kind === 'busy' || outcome.kind === 'doubt' ? 1000 : refusedMs;
    const asked = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    restUntilMs = clock.now() + Math.max(least, asked, breaker.opensInMs);
    parts.onRefused(outcome);
  }

  async function ask(entry: Entry): Promise<void> {
    const outcome = await api.find(keyId, entry.upstreamTaskId, closing.signal);
    if (!jobs.has(entry.taskId)) return;
    if (outcome.kind === 'ok') hear(entry, outcome.value, outcome.retryAfterMs);
    else if (['absent', 'request', 'taken', 'configuration'].includes(outcome.kind)) {
      // About this job alone. Once may be a replica that lags; the job itself decides what a second time means.
      entry.refusals += 1;
      if (entry.refusals > 1) finish(entry, undefined);
      else reschedule(entry);
    } else {
      refused(outcome);
      if (clock.now() - entry.sinceMs > options.patienceMs) finish(entry, undefined);
    }
  }

  /** Asks for jobs one by one, a few at a time, until done or told to rest. */
  async function askEach(entries: readonly Entry[]): Promise<void> {
    const queue = entries.values();
    await Promise.all(
      Array.from({ length: parallel }, async () => {
        for (const entry of queue) {
          if (clock.now() < restUntilMs || closing.signal.aborted) return;
          if (jobs.has(entry.taskId)) await ask(entry);
        }
      }),
    );
  }

  const canList = () => clock.now() >= listFailedUntilMs;

  /** Reads the list until every due job was seen. Returns the due ones that it does not show. */
  async function sweep(due: readonly Entry[]): Promise<Entry[]> {
    const missing = new Set(due);
    // Other tasks stand on the list as well, ended ones above all: twice the pages that ours fill, and two more.
    const maxPages = 2 * Math.ceil(jobs.size / pageSize) + 2;
    let page = 1;
    for (; page <= maxPages && missing.size > 0 && !closing.signal.aborted; page += 1) {
      const outcome = await api.list(keyId, page, pageSize);
      if (outcome.kind !== 'ok') {
        const unlisted = ['absent', 'request', 'configuration', 'taken'].includes(outcome.kind);
        if (unlisted) listFailedUntilMs = clock.now() + listAgainMs;
        else refused(outcome);
        return unlisted ? [...missing] : [];
      }
      for (const task of outcome.value.tasks) {
        const entry = byUpstreamId.get(task.task_id);
        if (!entry) continue;
        missing.delete(entry);
        hear(entry, task);
      }
      if (outcome.value.count < pageSize) break;
    }
    nextSweepMs = clock.now() + sweepMs + page * sweepMsPerPage;
    return [...missing];
  }

  async function look(): Promise<void> {
    const nowMs = clock.now();
    const due = [...jobs.values()].filter((entry) => entry.dueMs <= nowMs);
    if (due.length === 0) return;
    if (due.length > options.listFrom && canList()) {
      if (nowMs < nextSweepMs) return;
      const missing = await sweep(due);
      await askEach(missing);
      return;
    }
    await askEach(due);
  }

  async function run(): Promise<void> {
    while (jobs.size > 0 && !closing.signal.aborted) {
      const nowMs = clock.now();
      let nextMs = Number.POSITIVE_INFINITY;
      for (const entry of jobs.values()) if (entry.dueMs < nextMs) nextMs = entry.dueMs;
      wake = new AbortController();
      await clock.sleep(Math.max(nextMs - nowMs, restUntilMs - nowMs, tickMs), wake.signal);
      if (closing.signal.aborted) return;
      if (clock.now() >= restUntilMs) await look().catch(() => undefined);
    }
  }

  function go(): void {
    if (closing.signal.aborted) return;
    loop ??= run().finally(() => {
      loop = undefined;
      if (jobs.size > 0) go();
    });
    wake.abort();
  }

  return {
    add(job) {
      remove(job.taskId);
      const entry = { ...job, dueMs: clock.now(), refusals: 0 };
      jobs.set(job.taskId, entry);
      byUpstreamId.set(job.upstreamTaskId, entry);
      reschedule(entry);
      go();
    },
    remove: (taskId) => void remove(taskId),
    poke(taskId) {
      const entry = jobs.get(taskId);
      if (!entry) return false;
      entry.dueMs = 0;
      go();
      return true;
    },
    get size() {
      return jobs.size;
    },
    async close() {
      closing.abort();
      wake.abort();
      await loop;
    },
  };
}
