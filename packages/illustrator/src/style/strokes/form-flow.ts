// Stroke directions for a painting: along edges and forms where there are any, and a painter's habit elsewhere.
import { type Painting, type RegionName, regionNames } from '../../paint/painting.js';
import {
  addDirection,
  addTensors,
  type FlowField,
  structureTensor,
  type TensorField,
  tangentFlow,
} from '../kernels/flow.js';
import { valueNoise } from '../kernels/noise.js';
import { lumaPlane } from '../kernels/plane.js';

/** Picture pixels per field pixel. */
const shrink = 4;

/** The direction a painter's hand takes in a kind of region: radians (0 is level), and how far and fast it wanders. */
const habits: Record<RegionName, { angle: number; wander: number; size: number }> = {
  sky: { angle: 0.15, wander: 1.1, size: 60 },
  far: { angle: 0.5, wander: 1.2, size: 30 },
  ground: { angle: 0, wander: 0.7, size: 36 },
  water: { angle: 0, wander: 0.18, size: 30 },
  plant: { angle: 1.3, wander: 1.2, size: 14 },
  building: { angle: 1.57, wander: 0.2, size: 40 },
  subject: { angle: 0.9, wander: 1.2, size: 22 },
  lettering: { angle: 0, wander: 0.1, size: 40 },
  indoor: { angle: 0.7, wander: 0.8, size: 60 },
  effect: { angle: 0.8, wander: 1, size: 30 },
};

/** How much habit counts against the picture's own edges, in squared gradients; yields to any real edge. */
const habitWeight = 0.35e-3;

/**
 * A flow field at a quarter of the picture's resolution. `bend`, if given, sees each field pixel (index, picture x and y,
 * region) and may add directions of its own to the field with `addDirection`.
 */
export function formFlow(
  painting: Painting,
  seed: number,
  bend?: (field: TensorField, i: number, x: number, y: number, region: RegionName) => void,
): FlowField {
  const { width, height, rgba, regions } = painting;
  const luma = lumaPlane(rgba, width, height, shrink);
  const field = structureTensor(luma, 1.6);
  // A broader look lets the form of a cheek or a hill guide strokes where the fine look sees nothing.
  addTensors(field, structureTensor(luma, 7), 0.35);
  const wide = field.xx.width;
  for (let y = 0; y < field.xx.height; y += 1) {
    const py = Math.min(height - 1, y * shrink + 2);
    for (let x = 0; x < wide; x += 1) {
      const px = Math.min(width - 1, x * shrink + 2);
      const region = regionNames[regions[py * width + px] as number] ?? 'ground';
      const habit = habits[region];
      const drift = valueNoise(x / habit.size, y / habit.size, seed + habit.size) - 0.5;
      addDirection(field, y * wide + x, habit.angle + habit.wander * 2 * drift, habitWeight);
      bend?.(field, y * wide + x, px, py, region);
    }
  }
  return tangentFlow(field, shrink);
}
