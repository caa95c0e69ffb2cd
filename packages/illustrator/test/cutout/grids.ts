// Small made-up Oklab grids for the tests of the cut-out.
import type { LabGrid } from '../../src/cutout/lab-grid.js';

/** A grid painted by a function of the place: [L, a, b]. */
export function paintGrid(
  width: number,
  height: number,
  colour: (x: number, y: number) => [number, number, number],
): LabGrid {
  const length = width * height;
  const grid = { width, height, l: new Float32Array(length), a: new Float32Array(length), b: new Float32Array(length) };
  for (let index = 0; index < length; index++) {
    const [l, a, b] = colour(index % width, Math.floor(index / width));
    grid.l[index] = l;
    grid.a[index] = a;
    grid.b[index] = b;
  }
  return grid;
}

/** A repeatable number in [−1,1] for a place. */
export function noise(x: number, y: number): number {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}

/** 1 inside a circle, 0 outside. */
export function disc(width: number, height: number, centreX: number, centreY: number, radius: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, index) =>
    Math.hypot((index % width) - centreX, Math.floor(index / width) - centreY) <= radius ? 1 : 0,
  );
}

/** Intersection over union of two masks. */
export function likeness(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let both = 0;
  let either = 0;
  for (let index = 0; index < one.length; index++) {
    if (one[index] && other[index]) both += 1;
    if (one[index] || other[index]) either += 1;
  }
  return either === 0 ? 1 : both / either;
}
