// Renders a painting in a style: the one door to all of them.
import type { StyleName } from '../brief/vocabulary.js';
import type { Painting } from '../paint/painting.js';
import { paintOil } from './oil.js';
import { paintSoftLight } from './soft-light.js';
import type { Style } from './style-context.js';
import { paintVanGogh } from './van-gogh.js';

/** Styles not in the table yet are rendered as soft light. */
const styles: Partial<Record<StyleName, Style>> = {
  'soft-light': paintSoftLight,
  oil: paintOil,
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
  const paint = styles[style] ?? paintSoftLight;
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
