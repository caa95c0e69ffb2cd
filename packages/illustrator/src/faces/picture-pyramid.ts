// A picture at full size and at halves of it, so that any part can be sampled at any scale and angle without aliasing.

/** Decoded pixels, as `findFaces` and `cutOutSubject` take them. */
export interface DecodedPicture {
  /** H×W×4, 8-bit sRGB, alpha not premultiplied. */
  rgba: Uint8Array | Uint8ClampedArray;
  /** Pixels. */
  width: number;
  height: number;
}

/** A square part of a picture. */
export interface View {
  /** Middle of the square, pixels of the picture; may lie outside it. */
  centreX: number;
  centreY: number;
  /** Side of the square, pixels of the picture. */
  side: number;
  /** Radians, clockwise: how far the square is turned against the picture. */
  angle: number;
}

interface Level {
  /** H×W×3. */
  rgb: Uint8Array;
  width: number;
  height: number;
}

/** Level 0 is the picture; each next one has half its width and height, down to `smallest` pixels on the longer side. */
export interface PicturePyramid {
  width: number;
  height: number;
  levels: Level[];
}

/**
 * Builds the pyramid (a third of the picture's pixels on top of it). Transparent pixels are laid on white. Throws a
 * RangeError when the pixels do not fill the size.
 */
export function createPicturePyramid(picture: DecodedPicture, smallest = 192): PicturePyramid {
  const { rgba, width, height } = picture;
  if (!(width > 0 && height > 0) || rgba.length !== width * height * 4)
    throw new RangeError(`${rgba.length} bytes are not a picture of ${width}x${height} pixels in RGBA`);
  let level = flatten(picture);
  const levels = [level];
  while (Math.max(level.width, level.height) >= 2 * smallest && Math.min(level.width, level.height) > 1) {
    level = halve(level);
    levels.push(level);
  }
  return { width, height, levels };
}

function flatten({ rgba, width, height }: DecodedPicture): Level {
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0, from = 0, to = 0; pixel < width * height; pixel++, from += 4, to += 3) {
    const alpha = rgba[from + 3] as number;
    for (let channel = 0; channel < 3; channel++) {
      const value = rgba[from + channel] as number;
      rgb[to + channel] = alpha === 255 ? value : (value * alpha) / 255 + 255 - alpha;
    }
  }
  return { rgb, width, height };
}

/** Mean of 2×2 pixels; an odd last row or column is dropped. */
function halve(from: Level): Level {
  const width = from.width >> 1;
  const height = from.height >> 1;
  const rgb = new Uint8Array(width * height * 3);
  const row = from.width * 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const source = 2 * y * row + 6 * x;
      const target = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const at = source + channel;
        const sum =
          (from.rgb[at] as number) +
          (from.rgb[at + 3] as number) +
          (from.rgb[at + row] as number) +
          (from.rgb[at + row + 3] as number);
        rgb[target + channel] = (sum + 2) >> 2;
      }
    }
  }
  return { rgb, width, height };
}

/** A rectangle of a picture, pixels; x1 and y1 are exclusive. */
export interface Area {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Samples a view into `size`×`size`×3 numbers, 0–255, bilinearly from the level at most twice as fine. What lies outside
 * the picture is 0 (black).
 */
export function sampleView(pyramid: PicturePyramid, view: View, size: number): Float32Array {
  const step = view.side / size;
  const cos = Math.cos(view.angle) * step;
  const sin = Math.sin(view.angle) * step;
  const lattice = { centreX: view.centreX, centreY: view.centreY, acrossX: cos, acrossY: sin, downX: -sin, downY: cos };
  return sampleLattice(pyramid, lattice, size, size);
}

/** Samples an upright area into `width`×`height`×3 numbers, 0–255, stretched to fit. */
export function sampleArea(pyramid: PicturePyramid, area: Area, width: number, height: number): Float32Array {
  const lattice = {
    centreX: (area.x0 + area.x1) / 2,
    centreY: (area.y0 + area.y1) / 2,
    acrossX: (area.x1 - area.x0) / width,
    acrossY: 0,
    downX: 0,
    downY: (area.y1 - area.y0) / height,
  };
  return sampleLattice(pyramid, lattice, width, height);
}

/** Where the samples lie: the middle one, and the steps from one to the next across and down, pixels of the picture. */
interface Lattice {
  centreX: number;
  centreY: number;
  acrossX: number;
  acrossY: number;
  downX: number;
  downY: number;
}

function sampleLattice(pyramid: PicturePyramid, lattice: Lattice, columns: number, rows: number): Float32Array {
  const out = new Float32Array(columns * rows * 3);
  const step = Math.min(Math.hypot(lattice.acrossX, lattice.acrossY), Math.hypot(lattice.downX, lattice.downY));
  const depth = Math.max(0, Math.min(pyramid.levels.length - 1, Math.floor(Math.log2(step))));
  const level = pyramid.levels[depth];
  if (!level) return out;
  const scale = 2 ** -depth;
  const { rgb, width, height } = level;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const across = x + 0.5 - columns / 2;
      const down = y + 0.5 - rows / 2;
      const sourceX = (lattice.centreX + across * lattice.acrossX + down * lattice.downX) * scale - 0.5;
      const sourceY = (lattice.centreY + across * lattice.acrossY + down * lattice.downY) * scale - 0.5;
      if (sourceX < -0.5 || sourceY < -0.5 || sourceX > width - 0.5 || sourceY > height - 0.5) continue;
      const left = Math.max(0, Math.floor(sourceX));
      const top = Math.max(0, Math.floor(sourceY));
      const shareX = Math.max(0, sourceX - left);
      const shareY = Math.max(0, sourceY - top);
      const a = (top * width + left) * 3;
      const b = left + 1 < width ? a + 3 : a;
      const below = top + 1 < height ? width * 3 : 0;
      const target = (y * columns + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const upper = (rgb[a + channel] as number) * (1 - shareX) + (rgb[b + channel] as number) * shareX;
        const lower =
          (rgb[a + below + channel] as number) * (1 - shareX) + (rgb[b + below + channel] as number) * shareX;
        out[target + channel] = upper * (1 - shareY) + lower * shareY;
      }
    }
  }
  return out;
}
