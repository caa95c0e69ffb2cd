// Mixing of `#rrggbb` colours, for the lit and the shaded side of our own drawings.

/** The colour between two, `share` (0–1) of the second, mixed in sRGB as paint boxes do. */
export function mixHex(one: string, other: string, share: number): string {
  const [a, b] = [Number.parseInt(one.slice(1), 16), Number.parseInt(other.slice(1), 16)];
  const part = (shift: number) =>
    Math.round(((a >> shift) & 255) * (1 - share) + ((b >> shift) & 255) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(16)}${part(8)}${part(0)}`;
}

/** Towards a warm black: 0.1 a soft shade, 0.35 a fold. */
export function darker(colour: string, share: number): string {
  return mixHex(colour, '#1d1420', share);
}

/** Towards white. */
export function lighter(colour: string, share: number): string {
  return mixHex(colour, '#ffffff', share);
}
