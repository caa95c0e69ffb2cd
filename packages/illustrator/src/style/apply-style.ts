// Renders a painting in a style: the one door to all of them.
import type { StyleName } from '../brief/vocabulary.js';
import type { Painting } from '../paint/painting.js';
import { paintCharcoal } from './charcoal.js';
import { paintComic } from './comic.js';
import { paintFelt } from './felt.js';
import { paintGongbi } from './gongbi.js';
import { paintImpressionist } from './impressionist.js';
import { paintInkWash } from './ink-wash.js';
import { paintLineArt } from './line-art.js';
import { paintLowPoly } from './low-poly.js';
import { paintNeon } from './neon.js';
import { paintOil } from './oil.js';
import { paintPaperCut } from './paper-cut.js';
import { paintPencil } from './pencil.js';
import { paintPixelArt } from './pixel-art.js';
import { paintSoftLight } from './soft-light.js';
import { paintStainedGlass } from './stained-glass.js';
import type { Style } from './style-context.js';
import { paintUkiyoE } from './ukiyo-e.js';
import { paintVanGogh } from './van-gogh.js';
import { paintWatercolour } from './watercolour.js';

const styles: Record<StyleName, Style> = {
  'soft-light': paintSoftLight,
  oil: paintOil,
  'pixel-art': paintPixelArt,
  'low-poly': paintLowPoly,
  'stained-glass': paintStainedGlass,
  pencil: paintPencil,
  charcoal: paintCharcoal,
  watercolour: paintWatercolour,
  'ink-wash': paintInkWash,
  felt: paintFelt,
  neon: paintNeon,
  'paper-cut': paintPaperCut,
  gongbi: paintGongbi,
  'ukiyo-e': paintUkiyoE,
  comic: paintComic,
  impressionist: paintImpressionist,
  'line-art': paintLineArt,
  'van-gogh': paintVanGogh,
};

/** What `applyStyle` needs besides picture and style. */
export interface ApplyStyleOptions {
  /** [0, 2^32): the same painting, style and seed give the same bytes. */
  seed: number;
  /** Fraction done, 0–1, never falling. */
  onProgress?: (fraction: number) => void;
  /** Ends the work at the next step with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Renders `painting` in `style`; returns new pixels, H×W×4, opaque 8-bit sRGB. The painting is left as it is. Yields to the
 * event loop between steps, so that an abort is seen and progress gets out.
 */
export async function applyStyle(
  painting: Painting,
  style: StyleName,
  options: ApplyStyleOptions,
): Promise<Uint8ClampedArray> {
  const paint = styles[style];
  const steps = paint({ painting, seed: options.seed, unit: (painting.width + painting.height) / 2048 });
  for (;;) {
    options.signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) {
      options.onProgress?.(1);
      return step.value;
    }
    options.onProgress?.(step.value);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
