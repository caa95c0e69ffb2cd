// What a reference picture may be (contract §2), and the words for one that is not.

/** Most bytes of the file, decoded from base64 or fetched. */
export const maxFileBytes = 10 * 1024 * 1024;
/** Least pixels of each side. */
const minSide = 300;
/** Most of the longer side over the shorter. */
const maxRatio = 2.5;
/** Most pixels that are decoded: a bomb is refused by its header. */
export const maxPixels = 40_000_000;

/** Why a picture of this size is refused, or undefined when it is fine. Sides in pixels, after EXIF orientation. */
export function findSizeProblem(width: number, height: number): string | undefined {
  const size = `${width}x${height}`;
  if (width * height > maxPixels)
    return `Image pixel is invalid: ${size}, at most ${maxPixels / 1_000_000} megapixels are allowed`;
  if (Math.min(width, height) < minSide)
    return `Image pixel is invalid: ${size}, each side must be at least ${minSide} px`;
  if (Math.max(width, height) > maxRatio * Math.min(width, height))
    return `Image ratio is invalid: ${size}, the ratio of the sides must be between 1:${maxRatio} and ${maxRatio}:1`;
  return undefined;
}

/** Why a file of this size is refused. `byteLength` undefined: it was not read to its end. */
export function fileSizeProblem(byteLength: number): string {
  return `File size is invalid: ${(byteLength / 1024 / 1024).toFixed(1)} MB, at most ${maxFileBytes / 1024 / 1024} MB are allowed`;
}
