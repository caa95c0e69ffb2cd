// A submit's body → a checked request, in the contract's order: model, then parameters one by one, then those that
// depend on each other. The reference picture itself is looked at later, by the images room.
import { randomInt } from 'node:crypto';
import type { Caller } from '../../core/account.js';
import { AppError, invalidField, quoteValue } from '../../core/errors.js';
import { type Model, pixelSize } from '../../core/model.js';
import type { ImageRequest } from '../../core/task.js';
import type { Dialect } from '../dialects.js';
import { firstIssue, invalidValue } from './field-message.js';
import { type SubmitBody, submitBodySchema } from './submit-body.js';
import { tolerate } from './tolerate.js';

/** The reference picture as it came. */
export type SubmittedImage = { kind: 'base64'; data: string } | { kind: 'url'; url: string };

/** A submit that passed every check that needs no picture. */
export interface CheckedSubmit {
  /** With every default filled in. */
  request: ImageRequest;
  /** Not looked at yet. */
  image: SubmittedImage | null;
  externalTaskId: string | null;
  callbackUrl: string | null;
  /** The caller chose the seed; else it was drawn here and says nothing about the request. */
  seedGiven: boolean;
}

/** What of a dialect decides how a body is read. */
export type SubmitManners = Pick<Dialect, 'defaultAspectRatio' | 'defaultModel' | 'unknownModelCode'>;

/** The models a key may use; null: all. */
type ModelPermission = Pick<Caller, 'models'>;

/** Checks bodies against these models; schemas are built once per model. */
export function createSubmitCheck(models: readonly Model[]) {
  const known = new Map(models.map((model) => [model.name, { model, schema: submitBodySchema(model) }]));
  const names = [...known.keys()].join(', ');

  /** AppError 1201 or 1203 naming the field at fault, 1103 for a model that the caller's key may not use. */
  return function checkSubmit(
    body: Record<string, unknown>,
    dialect: SubmitManners,
    caller: ModelPermission,
  ): CheckedSubmit {
    const { model, schema } = findModel(body.model_name, dialect);
    if (caller.models !== null && !caller.models.includes(model.name))
      throw new AppError(
        1103,
        `No permission for model '${model.name}', this key may use: ${caller.models.join(', ')}`,
      );
    const plain = tolerate(body, schema.shape);
    const parsed = schema.safeParse(plain);
    if (!parsed.success) throw firstIssue(plain, schema, parsed.error.issues);
    return toRequest(parsed.data, model, dialect);
  };

  /** The model asked for, or the dialect's default. A name is looked up in a map, never on an object. */
  function findModel(named: unknown, dialect: SubmitManners) {
    const absent = named === undefined || named === null || named === '';
    const name = absent ? dialect.defaultModel : named;
    if (name === null) throw invalidField('model_name', 'model_name is required');
    if (typeof name !== 'string') throw invalidValue('model_name', name, `allowed values: ${names}`);
    const found = known.get(name);
    if (found === undefined)
      throw new AppError(
        dialect.unknownModelCode,
        `model_name value '${quoteValue(name)}' is invalid, allowed values: ${names}`,
        { field: 'model_name' },
      );
    return found;
  }
}

/** A body that passed its schema → the request as the rest of the house knows it. */
function toRequest(body: SubmitBody, model: Model, dialect: SubmitManners): CheckedSubmit {
  const aspectRatio = body.aspect_ratio ?? defaultRatio(model, dialect);
  const size = pixelSize(aspectRatio, body.resolution);
  // A configured model may only name ratios that have a size: this is the border of our own values.
  if (size === undefined) throw new AppError(5000, undefined, { cause: new Error(`no size for ${aspectRatio}`) });
  checkUrl('callback_url', body.callback_url);
  const image = body.image === undefined ? null : toImage(body.image);
  checkTogether(body, model);
  return {
    request: {
      model: model.name,
      prompt: storable(body.prompt),
      negativePrompt: body.negative_prompt === undefined ? null : storable(body.negative_prompt),
      // Other models accept the field and ignore it: the gateways' own samples send it to kling-v1.
      imageReference: (model.needsImageReference && body.image_reference) || null,
      imageFidelity: body.image_fidelity,
      humanFidelity: body.human_fidelity,
      n: body.n,
      aspectRatio,
      resolution: body.resolution,
      ...size,
      outputFormat: body.output_format,
      seed: body.seed ?? randomInt(2 ** 32),
      watermark: body.watermark_info?.enabled ?? false,
    },
    image,
    externalTaskId: body.external_task_id === undefined ? null : storable(body.external_task_id),
    callbackUrl: body.callback_url ?? null,
    seedGiven: body.seed !== undefined,
  };
}

/** The dialect's ratio, or the model's first one when it cannot do that. */
function defaultRatio(model: Model, dialect: SubmitManners): string {
  const fits = model.aspectRatios.includes(dialect.defaultAspectRatio);
  return (fits ? undefined : model.aspectRatios[0]) ?? dialect.defaultAspectRatio;
}

/** Rules about several fields at once. */
function checkTogether(body: SubmitBody, model: Model): void {
  if (body.image === undefined) {
    if (!model.textToImage) throw invalidField('image', `image is required by model '${model.name}'`);
    if (model.needsImageReference && body.image_reference !== undefined)
      throw invalidField('image_reference', "image_reference is only valid together with 'image'");
    return;
  }
  if (model.referenceUses.length === 0)
    throw invalidField('image', `image: model '${model.name}' takes no reference picture`);
  if (body.negative_prompt !== undefined)
    throw invalidField('negative_prompt', "negative_prompt is not supported together with 'image'");
  if (model.needsImageReference && body.image_reference === undefined)
    throw invalidField(
      'image_reference',
      `image_reference is required with 'image' on model '${model.name}', allowed values: subject, face`,
    );
}

/** Tells the two forms of `image` apart. */
function toImage(text: string): SubmittedImage {
  // Only the start is looked at: the rest may be 14 MB.
  const start = text.slice(0, 64).trimStart();
  if (/^data:/i.test(start))
    throw invalidField('image', "image: File is not in a valid base64 format: send only what follows 'base64,'");
  // No base64 holds a colon, so whatever looks like a scheme is one.
  if (!/^[a-z][a-z0-9+.-]*:/i.test(start)) return { kind: 'base64', data: text };
  checkUrl('image', text);
  return { kind: 'url', url: text.trim() };
}

/** Refuses what is not an absolute http(s) URL of at most 2048 characters. Where it points is judged elsewhere. */
function checkUrl(field: string, url: string | undefined): void {
  if (url === undefined) return;
  if (url.length > 2048 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw invalidValue(field, url, 'allowed: an http or https URL of at most 2048 characters');
}

/** Text that every database takes: no NUL, no half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
