// The painting: what the painter hands to the styles. Pixels plus what a style must know about them.

/** What a pixel belongs to; styles choose stroke size, flow and line weight by it. */
export const regionNames = [
  'sky',
  'far',
  'ground',
  'water',
  'plant',
  'building',
  'subject',
  'lettering',
  'indoor',
  'effect',
] as const;
export type RegionName = (typeof regionNames)[number];

export interface Painting {
  /** Pixels. */
  width: number;
  height: number;
  /** H×W×4, 8-bit sRGB, opaque. */
  rgba: Uint8ClampedArray;
  /** H×W, index into `regionNames`. */
  regions: Uint8Array;
  /** H×W, 0 (sky, may be broad) … 255 (eyes, faces, lettering: keep every feature). */
  detail: Uint8Array;
  /** Where letters stand, in pixels: styles keep them legible. */
  letteringBoxes: { x0: number; y0: number; x1: number; y1: number }[];
  /** True for a reference photograph: its forms carry their own light, so styles add none. Default false. */
  photograph?: boolean;
}
