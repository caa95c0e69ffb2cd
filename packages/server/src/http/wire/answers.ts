// What is answered on success (contract §3), written once: it types the code that renders and documents the rest.
// Our own answers are not validated as they go out; a test compares real ones with these schemas. Types matter to typed
// clients: times, codes and indexes are numbers, ids and deductions are strings, and a key that has no value is absent.
import { z } from 'zod';
import { taskStatuses } from '../../core/task.js';
import { timeField } from './fields.js';

/** The caller's own words about a task. */
const taskInfo = z.object({ external_task_id: z.string() });

/** `data` of a submit. */
export const submittedTaskSchema = z.object({
  task_id: z.string(),
  task_status: z.enum(taskStatuses),
  task_info: taskInfo.optional().describe('Only where an external_task_id was given.'),
  created_at: timeField,
  updated_at: timeField,
});
/** See the schema. */
export type SubmittedTask = z.infer<typeof submittedTaskSchema>;

/** `data` of a query, and the body of a callback. */
export const taskSchema = z.object({
  task_id: z.string(),
  task_status: z.enum(taskStatuses),
  task_status_msg: z.string().describe('Why it failed; empty while all is well.'),
  task_info: taskInfo.optional().describe('Only where an external_task_id was given.'),
  created_at: timeField,
  updated_at: timeField,
  task_result: z
    .object({
      images: z.array(
        z.object({
          index: z.int().min(0),
          url: z.string().describe('Absolute; answers GET, HEAD, ranges and conditional requests until it expires.'),
          watermark_url: z.string().optional().describe('The marked twin, where watermark_info asked for it.'),
        }),
      ),
    })
    .optional()
    .describe('Once task_status is succeed.'),
  final_unit_deduction: z.string().optional().describe('Units deducted; once task_status is succeed.'),
});
/** See the schema. */
export type TaskAnswer = z.infer<typeof taskSchema>;

/** How far each picture is. */
export const pictureProgressField = z
  .array(z.number().min(0).max(1))
  .optional()
  .describe('The progress of each picture, in their order: while it runs, where n > 1 and the engine tells.');

/** One event of a stream. */
export const taskEventSchema = taskSchema.extend({
  progress: z.number().min(0).max(1),
  progress_per_image: pictureProgressField,
  queue_position: z.int().min(0).optional().describe('Tasks before this one; only while it waits.'),
});
/** See the schema. */
export type TaskEvent = z.infer<typeof taskEventSchema>;

/** One entry of `GET …/models`. */
export const modelSchema = z.object({
  model_name: z.string(),
  engine: z.string().describe('What paints its pictures.'),
  text_to_image: z.boolean(),
  image_to_image: z.array(z.enum(['whole', 'restyle', 'subject', 'face'])).describe('How a reference is used.'),
  image_reference_required: z.boolean().describe('`image_reference` must come with `image`.'),
  aspect_ratios: z.array(z.string()),
  resolutions: z.array(z.enum(['1k', '2k'])),
  sizes: z
    .array(
      z.object({
        aspect_ratio: z.string(),
        resolution: z.enum(['1k', '2k']),
        width: z.int().min(0),
        height: z.int().min(0),
      }),
    )
    .describe('Pixels of each picture.'),
  max_n: z.int().min(0),
  max_prompt_length: z.int().min(0),
  units_per_image: z.number(),
  available: z.boolean().describe('False while its engine is down: submits are accepted and wait.'),
});
/** See the schema. */
export type ModelAnswer = z.infer<typeof modelSchema>;

/** Every error. */
export const errorSchema = z.object({
  code: z.int().min(0).describe('Business code, see the table of errors.'),
  message: z.string(),
  request_id: z.string().describe('Also in the x-request-id header and in the log of the server.'),
});

/** The envelope around `data`. */
export function envelopeSchema(data: z.ZodType): z.ZodObject {
  return z.object({ code: z.literal(0), message: z.literal('SUCCEED'), request_id: z.string(), data });
}
