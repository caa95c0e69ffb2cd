// Worked examples for the API description: one task from submit to picture.
import { type BusinessCode, businessCodes } from '../../core/errors.js';
import type { SubmittedTask, TaskAnswer, TaskEvent } from '../wire/answers.js';
import type { Json } from './schemas.js';

/** Ids and times that all examples share, so that they read as one story. */
const requestId = '6ob2E-bhzekeXsjvIydhHQ';
const taskId = '03524r8RGmOhAOjb6JL3JB';
const createdAt = 1746719586481;

/** A success around `data`. */
export function successExample(data: unknown): Json {
  return { code: 0, message: 'SUCCEED', request_id: requestId, data };
}

/** The error of a code, in its usual words or in others. */
export function errorExample(code: number, message?: string): Json {
  const row: BusinessCode | undefined = (businessCodes as Record<number, BusinessCode>)[code];
  return { code, message: message ?? row?.message ?? '', request_id: requestId };
}

/** Bodies of submits by what they do. */
export const submitExamples = {
  'text to image': {
    model_name: 'kling-v2',
    prompt: 'a red fox in the snow at sunset, oil painting',
    n: 2,
    aspect_ratio: '16:9',
    external_task_id: 'fox-1',
  },
  'image to image': {
    model_name: 'kling-v1-5',
    prompt: '坐在咖啡馆里，水彩画',
    image: 'https://example.com/portrait.jpg',
    image_reference: 'face',
    human_fidelity: 0.8,
    output_format: 'jpg',
  },
};

/** The task right after its submit. */
export const submittedExample: SubmittedTask = {
  task_id: taskId,
  task_status: 'submitted',
  task_info: { external_task_id: 'fox-1' },
  created_at: createdAt,
  updated_at: createdAt,
};

/** The same task with its pictures. */
export const finishedExample: TaskAnswer = {
  ...submittedExample,
  task_status: 'succeed',
  task_status_msg: '',
  updated_at: createdAt + 840,
  task_result: {
    images: [
      { index: 0, url: 'https://images.example.com/files/Zk3vX0f9QyqkS0Q1m2uJdA.png' },
      { index: 1, url: 'https://images.example.com/files/9rQx1pWmT0mJv8cN4yHk2g.png' },
    ],
  },
  final_unit_deduction: '2',
};

/** The same task, had it been cancelled. */
export const failedExample: TaskAnswer = {
  ...submittedExample,
  task_status: 'failed',
  task_status_msg: 'Cancelled by the caller',
  updated_at: createdAt + 300,
};

/** The same task on its way. */
const runningEvent: TaskEvent = {
  ...submittedExample,
  task_status: 'processing',
  task_status_msg: '',
  progress: 0.4,
  progress_per_image: [0.75, 0.05],
};

/** A stream as it goes over the wire. */
export const eventsExample =
  `retry: 1000\n\nid: ${createdAt + 200}-processing-400--750-50\nevent: status\ndata: ${JSON.stringify(runningEvent)}\n\n` +
  `id: ${createdAt + 840}-succeed-1000-\nevent: end\ndata: ${JSON.stringify({ ...finishedExample, progress: 1 })}\n\n`;
