// The way of a picture: prompt → brief → scene → painting → style → bytes, with progress and a way out between the steps.
import { type ArtworkRenderer, createArtworkRenderer } from './artwork/render-artwork.js';
import type { Brief } from './brief/brief.js';
import { readPrompt } from './brief/read-prompt.js';
import { checkRequest } from './check-request.js';
import { drawWatermark } from './encode/draw-watermark.js';
import { encodePicture } from './encode/encode-picture.js';
import { paintScene } from './paint/paint-scene.js';
import { paintFromReference } from './reference/paint-from-reference.js';
import type { IllustrateOptions, IllustrateRequest, Illustration, Plan } from './request.js';
import { measureBrief } from './scene/measure-brief.js';
import { planScene } from './scene/plan-scene.js';
import { createRandom } from './scene/random.js';
import type { Scene } from './scene/scene.js';
import { toPlan } from './scene/to-plan.js';
import { applyStyle } from './style/apply-style.js';
import { illustratorVersion } from './version.js';

let renderer: ArtworkRenderer | undefined;

/** The thread's artwork, opened with the first picture and kept: its measurements serve every later one. */
function artworkOfThread(): ArtworkRenderer {
  renderer ??= createArtworkRenderer();
  return renderer;
}

/** A brief painted and styled. */
interface PaintedBrief {
  /** H×W×4, opaque. */
  rgba: Uint8ClampedArray;
  scene: Scene;
}

/** Plans, paints and styles a brief. Progress runs 0–1 over this part. */
async function paintBrief(
  brief: Brief,
  request: Pick<IllustrateRequest, 'width' | 'height' | 'seed' | 'index'>,
  options: IllustrateOptions,
): Promise<PaintedBrief> {
  const { signal, onProgress } = options;
  const index = request.index ?? 0;
  const measured = await measureBrief(brief, artworkOfThread());
  const scene = planScene(brief, {
    width: request.width,
    height: request.height,
    seed: request.seed,
    index,
    measured,
  });
  const painting = await paintScene(scene, {
    artwork: artworkOfThread(),
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.(fraction * 0.5),
  });
  // Each picture of a task gets its own strokes.
  const styleSeed = Math.floor(createRandom(request.seed, index, 0x57ee1).next() * 2 ** 32);
  const rgba = await applyStyle(painting, scene.style, {
    seed: styleSeed,
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress?.(0.5 + fraction * 0.5),
  });
  return { rgba, scene };
}

/**
 * Paints one picture. Runs in the calling thread (0.3–3 s of CPU); `createPainters` runs it in worker threads.
 * Throws IllustratorError for a request that cannot be painted, and the signal's reason when aborted.
 */
export async function illustrate(request: IllustrateRequest, options: IllustrateOptions = {}): Promise<Illustration> {
  checkRequest(request);
  const { signal } = options;
  signal?.throwIfAborted();
  const onProgress = risingProgress(options.onProgress);
  onProgress(0.01);
  const brief = readPrompt(request.prompt, {
    ...(request.negativePrompt !== undefined && { negativePrompt: request.negativePrompt }),
    hasReference: request.reference !== undefined,
  });
  const { rgba, plan } = await paintRequest(request, brief, {
    ...(signal && { signal }),
    onProgress: (fraction) => onProgress(0.02 + fraction * 0.86),
  });
  signal?.throwIfAborted();
  const bytes = await encode(request, plan.style, rgba);
  onProgress(0.95);
  signal?.throwIfAborted();
  const watermarked = request.watermark
    ? await encode(request, plan.style, drawWatermark(rgba, request.width, request.height))
    : undefined;
  onProgress(1);
  return {
    bytes,
    ...(watermarked && { watermarked }),
    contentType: request.format === 'png' ? 'image/png' : 'image/jpeg',
    width: request.width,
    height: request.height,
    seed: request.seed,
    plan,
    brief,
  };
}

/** From a reference where there is one, else from the brief alone. */
async function paintRequest(
  request: IllustrateRequest,
  brief: Brief,
  options: IllustrateOptions,
): Promise<{ rgba: Uint8ClampedArray; plan: Plan }> {
  if (request.reference) return paintFromReference(request, brief, { ...options, artwork: artworkOfThread() });
  const { rgba, scene } = await paintBrief(brief, request, options);
  return { rgba, plan: toPlan(scene) };
}

/** Progress that never falls, whatever the parts report. */
function risingProgress(report: IllustrateOptions['onProgress']): (fraction: number) => void {
  let highest = 0;
  return (fraction) => {
    if (fraction <= highest) return;
    highest = Math.min(1, fraction);
    report?.(highest);
  };
}

function encode(request: IllustrateRequest, style: string, rgba: Uint8ClampedArray): Promise<Uint8Array> {
  return encodePicture(rgba, request.width, request.height, {
    format: request.format,
    ...(request.metadata !== false && {
      metadata: { prompt: request.prompt, seed: request.seed, style, version: illustratorVersion },
    }),
  });
}

/** What a plan may be asked with; sizes default to 1024², seed and index to 0. */
export interface PlanPromptOptions {
  negativePrompt?: string;
  width?: number;
  height?: number;
  seed?: number;
  index?: number;
}

/** Reads and plans a prompt without painting it: the plan that `illustrate` would return. Throws IllustratorError as it does. */
export async function planPrompt(prompt: string, options: PlanPromptOptions = {}): Promise<Plan> {
  const { width = 1024, height = 1024, seed = 0, index = 0, negativePrompt } = options;
  checkRequest({
    prompt,
    width,
    height,
    seed,
    index,
    format: 'png',
    ...(negativePrompt !== undefined && { negativePrompt }),
  });
  const brief = readPrompt(prompt, { ...(negativePrompt !== undefined && { negativePrompt }) });
  const measured = await measureBrief(brief, artworkOfThread());
  return toPlan(planScene(brief, { width, height, seed, index, measured }));
}
