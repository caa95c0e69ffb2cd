// What the studio's own routes answer: a task as Kling shows it, and beside it what was asked for and what came of it.
import { z } from 'zod';
import type { Picture, Task, TaskMark } from '../../core/task.js';
import { thumbnailWidths } from '../../tasks/thumbnail-maker.js';
import { pictureProgressField, taskSchema } from '../wire/answers.js';
import { timeField } from '../wire/fields.js';
import { pictureFileName, renderTask } from '../wire/render-task.js';

const share = z.number().min(0).max(1);

/** A submit's own fields, with every default filled in. */
const requestSchema = z.object({
  model_name: z.string(),
  prompt: z.string(),
  negative_prompt: z.string().nullable(),
  image_reference: z.enum(['subject', 'face']).nullable(),
  image_fidelity: share,
  human_fidelity: share,
  n: z.int().min(1).max(9),
  aspect_ratio: z.string(),
  resolution: z.enum(['1k', '2k']),
  output_format: z.enum(['png', 'jpg']),
  seed: z.int().min(0),
  watermark: z.boolean(),
  callback_url: z.string().nullable(),
});

const pictureSchema = z.object({
  index: z.int().min(0),
  url: z.string(),
  thumbnails: z.record(z.string(), z.string()).describe('URLs of smaller WebP pictures by their width, pixels.'),
  width: z.int().min(1),
  height: z.int().min(1),
  byte_length: z.int().min(0),
  expires_at: timeField,
});

/** A task with all there is to know of it. */
export const studioTaskSchema = taskSchema.extend({
  request: requestSchema,
  width: z.int().min(1).describe('Pixels of each picture.'),
  height: z.int().min(1),
  progress: share,
  progress_per_image: pictureProgressField,
  faults: z.int().min(0).describe('Tries that failed for no fault of the request.'),
  units: z.number().describe('Reserved at submit, deducted on success.'),
  ended_at: timeField.nullable(),
  has_reference: z.boolean().describe('It started from a picture; kept until the task is removed or expires.'),
  pictures: z.array(pictureSchema).describe('Plain ones, in order.'),
});

/** What happened to a task beside its submit, its end and its callbacks. */
const historySchema = z
  .array(
    z.object({
      kind: z
        .enum(['started', 'fault', 'lost'])
        .describe('A worker took it; a try failed for no fault of the request; the worker was not heard of any more.'),
      worker: z
        .string()
        .nullable()
        .describe('The random end of the process’s name, which says nothing of its host; null for the other kinds.'),
      at: timeField,
    }),
  )
  .describe('Oldest first.');

/** One task alone. */
export const studioTaskDetailSchema = studioTaskSchema.extend({ history: historySchema });

/** One page of the gallery. */
export const studioPageSchema = z.object({
  tasks: z.array(studioTaskSchema),
  next: z.string().nullable().describe('`before` of the next page; null: there is nothing older.'),
});

/** The faces of a picture. */
export const facesSchema = z.object({
  width: z.int().min(1).describe('Pixels, EXIF orientation applied.'),
  height: z.int().min(1),
  faces: z
    .array(z.object({ box: z.array(share).length(4), score: share }))
    .describe('Surest first. `box`: left, top, right, bottom as fractions of the sides.'),
});

function renderPicture(picture: Picture, origin: string) {
  return {
    index: picture.index,
    url: `${origin}/files/${pictureFileName(picture)}`,
    thumbnails: Object.fromEntries(
      thumbnailWidths.map((width) => [String(width), `${origin}/thumbnails/${width}/${picture.token}.webp`]),
    ),
    width: picture.width,
    height: picture.height,
    byte_length: picture.byteLength,
    expires_at: picture.expiresAtMs,
  };
}

/** What is remembered of its tries. A worker's name begins with its host, which is no caller's business. */
export function renderHistory(marks: readonly TaskMark[]): z.infer<typeof historySchema> {
  return marks.map(({ kind, workerId, atMs }) => ({ kind, worker: workerId?.split('-').at(-1) ?? null, at: atMs }));
}

/** The task for its owner. `origin` has no slash at its end. */
export function renderStudioTask(task: Task, origin: string): z.infer<typeof studioTaskSchema> {
  const { request } = task;
  return {
    ...renderTask(task, origin),
    request: {
      model_name: request.model,
      prompt: request.prompt,
      negative_prompt: request.negativePrompt,
      image_reference: request.imageReference,
      image_fidelity: request.imageFidelity,
      human_fidelity: request.humanFidelity,
      n: request.n,
      aspect_ratio: request.aspectRatio,
      resolution: request.resolution,
      output_format: request.outputFormat,
      seed: request.seed,
      watermark: request.watermark,
      callback_url: task.callbackUrl,
    },
    width: request.width,
    height: request.height,
    progress: task.progress,
    ...(task.pictureProgress && { progress_per_image: [...task.pictureProgress] }),
    faults: task.faults,
    units: task.units,
    ended_at: task.endedAtMs,
    has_reference: task.reference !== null,
    pictures: task.pictures
      .filter((picture) => picture.variant === 'plain')
      .sort((one, other) => one.index - other.index)
      .map((picture) => renderPicture(picture, origin)),
  };
}
