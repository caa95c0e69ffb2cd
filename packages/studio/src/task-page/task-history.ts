// What happened to a task, in order: from its own times, what the server remembers of its tries, and its callbacks.
import type { HistoryMark, TaskCallback } from '../api/studio-task.js';
import type { GalleryTask } from '../tasks/gallery-task.js';

/** One line of the story. */
export interface HistoryEntry {
  atMs: number;
  what:
    | { kind: 'submitted' }
    /** `again`: not the first try. `afterMs`: it waited so long. */
    | { kind: 'started'; worker: string; again: boolean; afterMs: number }
    /** A try came to nothing after `afterMs`. */
    | { kind: 'fault' | 'lost'; afterMs: number | undefined }
    /** `afterMs`: since its last start, where that is known. */
    | { kind: 'succeed' | 'failed' | 'cancelled'; afterMs: number | undefined }
    | { kind: 'callback'; delivered: boolean; attempt: number; outcome: string };
}

/** Oldest first. Entries of the same moment stay in the order in which such things happen. */
export function tellHistory(
  task: Pick<GalleryTask, 'createdAtMs' | 'endedAtMs' | 'status'> & { cancelled: boolean },
  marks: readonly HistoryMark[],
  callbacks: readonly TaskCallback[],
): HistoryEntry[] {
  const entries: HistoryEntry[] = [{ atMs: task.createdAtMs, what: { kind: 'submitted' } }];
  let startedAtMs: number | undefined;
  /** Since when it waits. */
  let waitsSinceMs = task.createdAtMs;
  let starts = 0;
  for (const { kind, worker, at } of marks) {
    const tookMs = startedAtMs === undefined ? undefined : at - startedAtMs;
    if (kind === 'started') {
      starts += 1;
      startedAtMs = at;
      entries.push({
        atMs: at,
        what: { kind, worker: worker ?? '', again: starts > 1, afterMs: Math.max(0, at - waitsSinceMs) },
      });
    } else {
      waitsSinceMs = at;
      startedAtMs = undefined;
      entries.push({ atMs: at, what: { kind, afterMs: tookMs } });
    }
  }
  if (task.endedAtMs !== undefined && (task.status === 'succeed' || task.status === 'failed')) {
    const afterMs = startedAtMs === undefined ? undefined : Math.max(0, task.endedAtMs - startedAtMs);
    entries.push({ atMs: task.endedAtMs, what: { kind: task.cancelled ? 'cancelled' : task.status, afterMs } });
  }
  for (const callback of callbacks) {
    for (const { attempt, started_at: atMs, http_status: status, error } of callback.log) {
      const delivered = status !== null && status >= 200 && status < 300 && error === null;
      const outcome = status === null ? (error ?? '') : `HTTP ${status}`;
      entries.push({ atMs, what: { kind: 'callback', delivered, attempt, outcome } });
    }
  }
  // The sort is stable.
  return entries.sort((one, other) => one.atMs - other.atMs);
}
