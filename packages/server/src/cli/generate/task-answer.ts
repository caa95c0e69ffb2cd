// Reads what a Kling-compatible gateway answers: only the fields that are needed, trusting none of them.
import { z } from 'zod';

const taskShape = z.object({
  task_id: z.union([z.string().min(1).max(512), z.number().transform(String)]),
  task_status: z.string(),
  task_status_msg: z.string().nullish(),
  progress: z.number().nullish(),
  queue_position: z.number().nullish(),
  task_result: z
    .object({ images: z.array(z.object({ index: z.number().nullish(), url: z.string() })).nullish() })
    .nullish(),
});

/** A task as far as the command line cares. */
export interface TaskView {
  id: string;
  /** `submitted`, `processing`, `succeed`, `failed`; gateways have been seen to say other things meanwhile. */
  status: string;
  /** Why it failed; empty otherwise. */
  statusMessage: string;
  /** 0–1, where the gateway tells. */
  progress: number | undefined;
  /** Tasks before this one, where the gateway tells. */
  queuePosition: number | undefined;
  /** Addresses of the pictures in order; empty until it has succeeded. */
  imageUrls: string[];
}

/** The task in `data` of an answer or an event; undefined when it is none. */
export function readTask(data: unknown): TaskView | undefined {
  const { success, data: task } = taskShape.safeParse(data);
  if (!success) return undefined;
  const images = [...(task.task_result?.images ?? [])].sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
  return {
    id: task.task_id,
    status: task.task_status,
    statusMessage: task.task_status_msg ?? '',
    progress: task.progress ?? undefined,
    queuePosition: task.queue_position ?? undefined,
    imageUrls: images.map((image) => image.url),
  };
}

/** Has the task ended? */
export function hasEnded(task: TaskView): boolean {
  return task.status === 'succeed' || task.status === 'failed';
}
