// What the composer's form holds, how it follows the chosen model's abilities, and the request made of it.
import type { GenerateParams, ModelInfo } from '@inkling/client';

/** The form. The reference picture is kept beside it: it is not text. */
export interface Draft {
  prompt: string;
  negativePrompt: string;
  modelName: string;
  aspectRatio: string;
  resolution: string;
  /** 1–9 pictures. */
  n: number;
  /** Digits as typed; empty: a new one every time. */
  seed: string;
  outputFormat: 'png' | 'jpg';
  imageReference: 'subject' | 'face';
  /** [0, 1] */
  imageFidelity: number;
  /** [0, 1] */
  humanFidelity: number;
  /** A visibly marked twin of each picture is wanted. */
  watermark: boolean;
  /** Told when the task has ended; empty: nobody. */
  callbackUrl: string;
  /** The visitor's own name of the task, unique in the account; empty: none. */
  externalTaskId: string;
}

/** A form nobody has touched; the contract's defaults. */
export const emptyDraft: Draft = {
  prompt: '',
  negativePrompt: '',
  modelName: '',
  aspectRatio: '1:1',
  resolution: '1k',
  n: 1,
  seed: '',
  outputFormat: 'png',
  imageReference: 'subject',
  imageFidelity: 0.5,
  humanFidelity: 0.45,
  watermark: false,
  callbackUrl: '',
  externalTaskId: '',
};

/** Longest prompt, in Unicode code points. */
export const maxPromptLength = 2500;

/** Length as the server counts: emoji are one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Is it empty, or an integer in [0, 2^32)? */
export function isSeed(text: string): boolean {
  return text === '' || (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 32);
}

/** Longest address of a callback, and longest name of a task in Unicode code points. */
const maxUrlLength = 2048;
const maxIdLength = 255;

/** Is it empty, or an http(s) address that the server will take? Where it leads is for the server to judge. */
export function isCallbackUrl(text: string): boolean {
  const url = text.trim();
  if (url === '') return true;
  return url.length <= maxUrlLength && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** Is it empty, or a name of a task that the server will take, if no other task has it? */
export function isExternalId(text: string): boolean {
  return countCharacters(text.trim()) <= maxIdLength && !/\p{Cc}/u.test(text.trim());
}

/** A random seed. Works on pages without TLS too, unlike `crypto.randomUUID`. */
export function rollSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Can the model start from a picture (`true`) or from words alone (`false`)? */
export function canModel(model: ModelInfo, withReference: boolean): boolean {
  return withReference ? model.image_to_image.length > 0 : model.text_to_image;
}

/** The same draft with everything the model cannot do replaced by the nearest it can. */
export function fitDraft(draft: Draft, model: ModelInfo): Draft {
  const uses = model.image_to_image;
  return {
    ...draft,
    modelName: model.model_name,
    aspectRatio: oneOf(draft.aspectRatio, model.aspect_ratios, '1:1'),
    resolution: oneOf(draft.resolution, model.resolutions, '1k'),
    n: Math.min(Math.max(1, draft.n), model.max_n),
    imageReference: uses.includes(draft.imageReference) || !uses.includes('face') ? draft.imageReference : 'face',
  };
}

/** The value where it is allowed, else the fallback, else the first there is. */
function oneOf(value: string, allowed: readonly string[], fallback: string): string {
  return allowed.includes(value) || allowed.length === 0
    ? value
    : allowed.includes(fallback)
      ? fallback
      : (allowed[0] ?? value);
}

/** Does one of the settings that can be folded away hold what the server will not take? */
export function hasHiddenFault(draft: Draft): boolean {
  const { negativePrompt, seed, callbackUrl, externalTaskId } = draft;
  const fine = isSeed(seed) && isCallbackUrl(callbackUrl) && isExternalId(externalTaskId);
  return !fine || countCharacters(negativePrompt) > maxPromptLength;
}

/** May the draft be sent? */
export function isReady(draft: Draft): boolean {
  const length = countCharacters(draft.prompt.trim());
  return length > 0 && length <= maxPromptLength && !hasHiddenFault(draft);
}

/**
 * The body of a submit. `image` is base64 without a prefix. Fields that the model or the kind of request does not take
 * are left out; a seed is always named, so that the very picture can be asked for again.
 */
export function toParams(draft: Draft, model: ModelInfo, image: string | undefined): GenerateParams {
  const negative = draft.negativePrompt.trim();
  const callbackUrl = draft.callbackUrl.trim();
  const externalTaskId = draft.externalTaskId.trim();
  return {
    model_name: model.model_name,
    prompt: draft.prompt.trim(),
    ...(negative !== '' && image === undefined ? { negative_prompt: negative } : {}),
    n: draft.n,
    aspect_ratio: draft.aspectRatio as NonNullable<GenerateParams['aspect_ratio']>,
    ...(model.resolutions.length > 1 ? { resolution: draft.resolution === '2k' ? '2k' : '1k' } : {}),
    output_format: draft.outputFormat,
    seed: draft.seed === '' ? rollSeed() : Number(draft.seed),
    ...(draft.watermark ? { watermark_info: { enabled: true } } : {}),
    ...(callbackUrl === '' ? {} : { callback_url: callbackUrl }),
    ...(externalTaskId === '' ? {} : { external_task_id: externalTaskId }),
    ...(image === undefined
      ? {}
      : {
          image,
          ...(model.image_reference_required ? { image_reference: draft.imageReference } : {}),
          image_fidelity: draft.imageFidelity,
          human_fidelity: draft.humanFidelity,
        }),
  };
}
