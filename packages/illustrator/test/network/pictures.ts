// Small pictures and operators for the tests of the network's kernels.
import type { Picture } from '../../src/network/convolution.js';
import type { Operator, Shape } from '../../src/network/network-file.js';

export function shapeOf(height: number, width: number, channels: number, batch = 1): Shape {
  return { batch, height, width, channels };
}

/** Numbers in [−1,1) that depend on the seed only. */
export function randomPicture(shape: Shape, seed: number): Picture {
  let state = seed;
  const data = Float32Array.from({ length: shape.batch * shape.height * shape.width * shape.channels }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
  return { data, shape };
}

/** One value of a picture; 0 outside it. */
export function at({ data, shape }: Picture, y: number, x: number, channel: number): number {
  if (y < 0 || x < 0 || y >= shape.height || x >= shape.width) return 0;
  return data[(y * shape.width + x) * shape.channels + channel] ?? 0;
}

export function operator(part: Partial<Operator>): Operator {
  return {
    name: 'convolution',
    inputs: [],
    outputs: [],
    strideX: 1,
    strideY: 1,
    windowX: 1,
    windowY: 1,
    padded: false,
    activation: 'none',
    alignCorners: false,
    halfPixelCentres: false,
    ...part,
  };
}
