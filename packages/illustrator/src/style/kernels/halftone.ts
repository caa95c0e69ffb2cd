// Printer's dots.

/**
 * Dots on a grid turned by 45°, as in letterpress colour printing. `tone` 0 (none) – 1 (solid); returns coverage 0–1 with a soft
 * rim of one pixel. `cell` is the distance of dots in pixels.
 */
export function halftone(x: number, y: number, tone: number, cell: number): number {
  const u = ((x + y) * Math.SQRT1_2) / cell;
  const v = ((x - y) * Math.SQRT1_2) / cell;
  const du = u - Math.floor(u) - 0.5;
  const dv = v - Math.floor(v) - 0.5;
  const distance = Math.sqrt(du * du + dv * dv) * cell;
  // The radius at which a disc has that coverage: √(tone / π).
  const radius = Math.sqrt(tone / Math.PI) * cell;
  return Math.min(1, Math.max(0, radius - distance + 0.5));
}
