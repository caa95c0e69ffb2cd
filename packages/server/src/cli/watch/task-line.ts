// A task on one line, for people and for programs.
import type { TaskView } from '../generate/task-answer.js';
import { plainText } from '../text-style.js';

/** A task on one line of JSON. */
export function taskJson(task: TaskView): string {
  return `${JSON.stringify({
    task_id: task.id,
    task_status: task.status,
    ...(task.statusMessage === '' ? {} : { task_status_msg: task.statusMessage }),
    ...(task.progress === undefined ? {} : { progress: task.progress }),
    ...(task.queuePosition === undefined ? {} : { queue_position: task.queuePosition }),
    ...(task.imageUrls.length === 0 ? {} : { urls: task.imageUrls }),
  })}\n`;
}

/** `processing 40 %`, `submitted, 3 before it` */
export function describeState(task: TaskView): string {
  const place = task.queuePosition ? `, ${task.queuePosition} before it` : '';
  // Only while it is painted does the share say more than the status.
  const share =
    task.progress === undefined || task.status !== 'processing' ? '' : ` ${Math.round(task.progress * 100)} %`;
  return `${plainText(task.status)}${share}${place}\n`;
}
