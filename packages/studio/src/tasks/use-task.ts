// One task by its id, kept up to date while somebody looks at it.
import { useEffect, useState } from 'react';
import type { StudioTask } from '../api/studio-task.js';
import type { Connection } from '../connection/use-connection.js';
import { pause } from './pause.js';

/** Between two looks at a task that still runs, ms. */
const lookMs = 2000;

/** The task as the server shows it, and why it could not be read. `again` reads it anew when it changes. */
export function useTask({ call }: Connection, taskId: string, again: number) {
  const [task, setTask] = useState<StudioTask>();
  const [failure, setFailure] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value of `again` is a wish to read it anew
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      while (!signal.aborted) {
        try {
          const found = await call<StudioTask>('GET', `/studio/v1/tasks/${encodeURIComponent(taskId)}`, { signal });
          if (signal.aborted) return;
          setTask(found);
          setFailure(undefined);
          if (found.task_status === 'succeed' || found.task_status === 'failed') return;
        } catch (error) {
          if (signal.aborted) return;
          setFailure(error);
        }
        await pause(lookMs, signal);
      }
    };
    void look();
    return () => leaving.abort();
  }, [call, taskId, again]);
  return { task, failure };
}
