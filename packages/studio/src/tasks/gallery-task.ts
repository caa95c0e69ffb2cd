// A task as the gallery shows it.
import type { ImageTask, TaskStatus } from '@inkling/client';
import type { Remembered } from './task-memory.js';

/** One task of the account. */
export interface GalleryTask {
  id: string;
  status: TaskStatus;
  /** Why it failed, in the server's words. */
  message: string;
  createdAtMs: number;
  updatedAtMs: number;
  pictures: { index: number; url: string }[];
  /** Billing units, once it succeeded. */
  units: string | undefined;
  /** 0–1 while it runs, where the server says. */
  progress: number | undefined;
  /** Tasks before it while it waits, where the server says. */
  queuePosition: number | undefined;
  /** What was asked for, when this browser asked. */
  remembered: Remembered | undefined;
}

/** Will it change no more? */
export function hasEnded(task: GalleryTask): boolean {
  return task.status === 'succeed' || task.status === 'failed';
}

/** Reads a task off the wire. A picture's address must be one a browser may load: nothing but http(s). */
export function toGalleryTask(
  task: ImageTask & { progress?: number; queue_position?: number },
  remembered: Remembered | undefined,
): GalleryTask {
  return {
    id: task.task_id,
    status: task.task_status,
    message: task.task_status_msg ?? '',
    createdAtMs: task.created_at,
    updatedAtMs: task.updated_at,
    pictures: (task.task_result?.images ?? []).filter(({ url }) => /^https?:\/\//i.test(url)),
    units: task.final_unit_deduction,
    progress: task.progress,
    queuePosition: task.queue_position,
    remembered,
  };
}
