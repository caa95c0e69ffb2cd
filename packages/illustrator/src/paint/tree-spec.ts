// What a tree is grown from, and how its colours answer the light.
import { mix, type Rgb } from '../scene/colour.js';
import type { Light, TreeKind } from '../scene/scene.js';
import { hazeAt, litColour } from './pixels.js';

/** What a tree is grown from. Canvas units: 200 wide, 300 tall, foot at (100, 296). */
export interface TreeSpec {
  kind: TreeKind;
  foliage: Rgb;
  snow: boolean;
  light: Light;
  /** 0 near … 1 at the horizon. */
  depth: number;
  /** −1 the light comes from the left, 1 from the right. */
  side: number;
}

/** A colour of the tree at a given light, seen through the air. */
export function tone(spec: TreeSpec, albedo: Rgb, lambert: number): Rgb {
  return mix(litColour(albedo, spec.light, lambert), spec.light.haze, hazeAt(spec.light, spec.depth));
}
