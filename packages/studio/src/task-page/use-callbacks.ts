// A task's callbacks with every try, looked at again while one is under way.
import { useCallback, useEffect, useState } from 'react';
import type { Caller } from '../api/caller.js';
import type { TaskCallback } from '../api/studio-task.js';
import { apiPath } from '../connection/use-connection.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { pause } from '../tasks/pause.js';

/** Between two looks while a callback is under way, ms. */
const lookMs = 1500;

export interface Callbacks {
  /** Oldest first; undefined until they have been read, and for tasks that want none. */
  list: TaskCallback[] | undefined;
  /** Makes one again. Rejects when the server refuses. */
  redeliver(id: string): Promise<void>;
}

/** Asks for nothing while there is no task, or none that wants to be told of. */
export function useCallbacks(call: Caller, task: GalleryTask | undefined): Callbacks {
  const [list, setList] = useState<TaskCallback[]>();
  const [round, setRound] = useState(0);
  const path = `${apiPath}/images/generations/${encodeURIComponent(task?.id ?? '')}/callbacks`;
  const wanted = task !== undefined && task.request.callback_url !== null;
  const status = task?.status;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round, and a task that ended, are reasons to look again
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    const look = async () => {
      while (!leaving.signal.aborted) {
        const found = await call<TaskCallback[]>('GET', path, { signal: leaving.signal }).catch(() => undefined);
        if (leaving.signal.aborted) return;
        if (found) setList(found);
        // A try that comes within a minute is worth waiting for.
        const soon = (entry: TaskCallback) =>
          entry.state === 'pending' && (entry.next_attempt_at ?? 0) < Date.now() + 60_000;
        if (found && !found.some(soon)) return;
        await pause(lookMs, leaving.signal);
      }
    };
    void look();
    return () => leaving.abort();
  }, [call, path, wanted, round, status]);
  const redeliver = useCallback(
    async (id: string) => {
      await call('POST', `${path}/${encodeURIComponent(id)}/redeliver`);
      setRound((before) => before + 1);
    },
    [call, path],
  );
  return { list, redeliver };
}
