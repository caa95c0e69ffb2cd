// The body of a submit (contract §2), written once: it validates, types and documents.
// It describes the plain form; what callers may write instead is undone before (tolerate.ts). The order of the fields is
// the order in which faults are reported. Rules about several fields at once are in check-submit.ts.
import { z } from 'zod';
import type { Model } from '../../core/model.js';
import { textField } from './fields.js';

/** What of a model decides which bodies it takes. */
export type ModelLimits = Pick<Model, 'aspectRatios' | 'resolutions' | 'maxN'>;

/**
 * The schema of a submit to a model with these limits. Length bounds count Unicode code points. Built per model, so that
 * a refusal lists what that model takes and not what some other one would.
 */
export function submitBodySchema(limits: ModelLimits) {
  return z.object({
    model_name: textField(255)
      .optional()
      .describe('A configured model. Required under /kling/v1; under /v1 it defaults to kling-v1.')
      .meta({ examples: ['kling-v2'] }),
    prompt: textField(2500)
      .describe('What the picture shows, in Chinese or English.')
      .meta({ examples: ['a red fox in the snow at sunset, oil painting'] }),
    negative_prompt: textField(2500).optional().describe('What it must not show. Not together with `image`.'),
    // Its length is bounded by the body's, its contents are judged by the images room.
    image: z
      .string()
      .optional()
      .describe(
        'Reference picture: an http(s) URL, or bare base64 without a `data:` prefix. JPEG or PNG by content, ≤ 10 MB, ' +
          'each side ≥ 300 px, ratio between 1:2.5 and 2.5:1.',
      ),
    image_reference: z
      .enum(['subject', 'face'])
      .optional()
      .describe('Required with `image` on kling-v1-5, ignored elsewhere. `face`: the picture holds exactly one face.'),
    image_fidelity: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('How closely the reference is followed; ignored without `image`.'),
    human_fidelity: z
      .number()
      .min(0)
      .max(1)
      .default(0.45)
      .describe('How close facial features stay; ignored without `image`.'),
    output_format: z.enum(['png', 'jpg']).default('png').describe('Decides bytes, extension and content type.'),
    n: z.int().min(1).max(limits.maxN).default(1).describe('How many pictures.'),
    aspect_ratio: z
      .enum(limits.aspectRatios)
      .optional()
      .describe('Defaults to 1:1 under /kling/v1 and to 16:9 under /v1. 21:9 on kling-v2-1 and kling-v3 only.'),
    resolution: z
      .enum(limits.resolutions)
      .default('1k')
      .describe('2k doubles both sides; on kling-v2, kling-v2-1 and kling-v3 only.'),
    callback_url: textField(2048).optional().describe('http(s) URL that is told when the task has ended.'),
    external_task_id: textField(255)
      // It comes back in URLs and log lines.
      .refine((id) => !/\p{Cc}/u.test(id))
      .optional()
      .describe('Your own id of the task, unique in your account.'),
    watermark_info: z
      .object({ enabled: z.boolean().default(false) })
      .optional()
      .describe('`enabled: true` adds a visibly marked twin of each picture.'),
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .optional()
      .describe('Same seed, model and request: same picture, where the engine can. Random if left out.'),
  });
}

/** A body in plain form that passed its schema. */
export type SubmitBody = z.infer<ReturnType<typeof submitBodySchema>>;
