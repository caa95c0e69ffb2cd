// The photographs of test/fixtures/photos, whole, edited and set side by side, as decoded pixels.
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { DecodedPicture } from '../../src/faces/picture-pyramid.js';

export type PhotoName = 'astronaut' | 'grace-hopper' | 'chelsea' | 'coffee' | 'rocket';

/** The photograph as a sharp pipeline. Tests run from dist/test/, three levels below the package. */
export function photo(name: PhotoName): Sharp {
  return sharp(fileURLToPath(new URL(`../../../test/fixtures/photos/${name}.jpg`, import.meta.url)));
}

/** Runs a pipeline and takes its pixels. Encoded once in between, so that every edit is done before the next begins. */
export async function decode(pipeline: Sharp): Promise<DecodedPicture> {
  const { data, info } = await sharp(await pipeline.png().toBuffer())
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { rgba: data, width: info.width, height: info.height };
}

/** A canvas of one colour with pictures laid on it. */
export async function collage(
  width: number,
  height: number,
  parts: { picture: Sharp; left: number; top: number }[],
): Promise<DecodedPicture> {
  const layers = await Promise.all(
    parts.map(async ({ picture, left, top }) => ({ input: await picture.png().toBuffer(), left, top })),
  );
  return decode(sharp({ create: { width, height, channels: 3, background: '#567' } }).composite(layers));
}
