// OpenAI's `size` (`1536x1024`) → the ratio and resolution of ours that come nearest.
import { invalidField, quoteValue } from '../../core/errors.js';
import { type Model, pixelSize } from '../../core/model.js';

/** How far a ratio may be from the one asked for: 1792x1024 is 1 % off our 16:9, 1152x896 3 % off our 4:3, 5:4 6 %. */
const maxRatioError = 0.05;
/** How many times smaller than asked for a picture may be, in pixels: 1792x1024 is 1.8 times our 16:9 at 1k. */
const maxShrink = 2.2;

/** One size a model paints. */
interface PaintedSize {
  aspectRatio: string;
  resolution: '1k' | '2k';
  width: number;
  height: number;
}

function sizesOf(model: Model): PaintedSize[] {
  return model.aspectRatios.flatMap((aspectRatio) =>
    model.resolutions.flatMap((resolution) => {
      const size = pixelSize(aspectRatio, resolution);
      return size ? [{ aspectRatio, resolution, ...size }] : [];
    }),
  );
}

/** Distance of two positive numbers by their quotient, 0 when they are equal. */
const apart = (one: number, other: number) => Math.abs(Math.log(one / other));

/**
 * The fields of ours that stand for `size`; none for `auto` or no size at all. AppError 1201 naming `size` when it is not
 * WIDTHxHEIGHT, when no ratio of the model is within 5 % of it, or when the model paints nothing nearly as large.
 */
export function readSize(size: unknown, model: Model): { aspect_ratio?: string; resolution?: '1k' | '2k' } {
  if (size === undefined || size === null || size === '' || size === 'auto') return {};
  const sizes = sizesOf(model);
  const [, width = '', height = ''] = /^\s*(\d{1,5})\s*[x×*]\s*(\d{1,5})\s*$/i.exec(String(size)) ?? [];
  const asked = { width: Number(width), height: Number(height) };
  const nearest = asked.width > 0 && asked.height > 0 ? findNearest(sizes, asked) : undefined;
  if (nearest !== undefined) return { aspect_ratio: nearest.aspectRatio, resolution: nearest.resolution };
  const allowed = sizes.map((one) => `${one.width}x${one.height}`).join(', ');
  const message = `size value '${quoteValue(size)}' is invalid for model '${model.name}', allowed: auto, or near one of ${allowed}`;
  throw invalidField('size', message);
}

/** First by ratio, then by pixels. */
function findNearest(sizes: readonly PaintedSize[], asked: { width: number; height: number }): PaintedSize | undefined {
  const ratio = asked.width / asked.height;
  const ratioError = (size: PaintedSize) => apart(size.width / size.height, ratio);
  const least = Math.min(...sizes.map(ratioError));
  if (!(least <= Math.log(1 + maxRatioError))) return undefined;
  const pixels = asked.width * asked.height;
  const [nearest] = sizes
    .filter((size) => ratioError(size) <= least + 1e-9)
    .sort((one, other) => apart(one.width * one.height, pixels) - apart(other.width * other.height, pixels));
  return nearest && pixels <= nearest.width * nearest.height * maxShrink ? nearest : undefined;
}
