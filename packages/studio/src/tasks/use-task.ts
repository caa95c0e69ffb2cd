// One task by its id, kept up to date while somebody looks at it.
import { useEffect, useMemo, useState } from 'react';
import type { HistoryMark, StudioTaskDetail } from '../api/studio-task.js';
import type { Connection } from '../connection/use-connection.js';
import { type GalleryTask, hasEnded, toGalleryTask, withEvent } from './gallery-task.js';
import { pause } from './pause.js';

/** Between two looks at a task that still runs, ms: its tries are told by no stream. */
const lookMs = 2000;

/** The task as the server shows it, what happened to it, and why it could not be read. `again` reads it anew. */
export function useTask({ call, images }: Connection, taskId: string, again: number) {
  const [found, setFound] = useState<StudioTaskDetail>();
  const [live, setLive] = useState<GalleryTask>();
  const [failure, setFailure] = useState<unknown>();
  const [ends, setEnds] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value of `again`, and an end, are reasons to read it anew
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      while (!signal.aborted) {
        try {
          const path = `/studio/v1/tasks/${encodeURIComponent(taskId)}`;
          const task = await call<StudioTaskDetail>('GET', path, { signal });
          if (signal.aborted) return;
          setFound(task);
          setFailure(undefined);
          if (hasEnded({ status: task.task_status })) return;
        } catch (error) {
          if (signal.aborted) return;
          setFailure(error);
        }
        await pause(lookMs, signal);
      }
    };
    void look();
    return () => leaving.abort();
  }, [call, taskId, again, ends]);

  const read = useMemo(() => found && toGalleryTask(found), [found]);
  const runs = read !== undefined && !hasEnded(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one stream for a task, however its state changes
  useEffect(() => {
    if (!read || !runs) return;
    const leaving = new AbortController();
    const follow = async () => {
      let known = read;
      for await (const event of images.events(taskId, { signal: leaving.signal })) {
        // The end is read with its pictures.
        if (event.task_status === 'succeed' || event.task_status === 'failed') {
          setEnds((before) => before + 1);
          return;
        }
        known = withEvent(known, event);
        setLive(known);
      }
    };
    // The task is looked at now and then whatever happens here.
    follow().catch(() => undefined);
    return () => leaving.abort();
  }, [images, taskId, runs]);

  const history: HistoryMark[] = found?.history ?? [];
  // A stream is ahead of the last look while it lasts; not of the end, and not when it broke while the task waited.
  const ahead = runs && live !== undefined && !(live.status === 'submitted' && read.status !== 'submitted');
  const task = ahead ? live : read;
  return { task, history, failure };
}
