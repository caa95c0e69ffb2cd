// Contours drawn with the brush: dark strokes along the strongest edges.
import { smoothstep } from '../kernels/plane.js';
import type { Random } from '../kernels/random.js';
import type { Bristles } from './bristles.js';
import { type StrokeSubject, scatterSeeds } from './lay-strokes.js';
import { paintStroke, type Surface } from './surface.js';
import { traceCourse } from './trace.js';

/** How contours are drawn; lengths in pixels. */
export interface OutlineLook {
  bristles: Bristles[];
  half: number;
  length: number;
  /** Distance between places that are looked at; smaller finds more. */
  spacing: number;
  /** 8-bit sRGB. */
  colour: [number, number, number];
  opacity: number;
}

/** Where detail is no higher than this there are no contours: grass and pebbles have edges too. */
const quietest = 30;

/** Lightness difference across a window of `reach` aim pixels at (x, y) of the aim: how much of an edge is there. */
function contrastAt(subject: StrokeSubject, x: number, y: number, reach: number): number {
  const { aim } = subject;
  const at = (px: number, py: number): number => {
    const cx = Math.min(aim.width - 1, Math.max(0, px));
    const cy = Math.min(aim.height - 1, Math.max(0, py));
    return cy * aim.width + cx;
  };
  const l = at(x - reach, y);
  const r = at(x + reach, y);
  const u = at(x, y - reach);
  const d = at(x, y + reach);
  const across = (i: number, j: number): number =>
    Math.abs((aim.l[i] as number) - (aim.l[j] as number)) +
    Math.abs((aim.a[i] as number) - (aim.a[j] as number)) +
    Math.abs((aim.b[i] as number) - (aim.b[j] as number));
  return Math.max(across(l, r), across(u, d));
}

/** Draws contour strokes where the aim has clear edges; eyes and letters (detail over 200) are left alone. */
export function outlineStrokes(surface: Surface, subject: StrokeSubject, look: OutlineLook, random: Random): void {
  const { width, height, aim, aimScale, detail } = subject;
  const seeds = scatterSeeds(width, height, look.spacing, random);
  const reach = Math.max(1, Math.round(look.half / aimScale));
  for (let k = 0; k < seeds.length; k += 2) {
    let x = Math.min(width - 1, seeds[k] as number) | 0;
    let y = Math.min(height - 1, seeds[k + 1] as number) | 0;
    if ((detail[y * width + x] as number) <= quietest) continue;
    let best = 0;
    const ax = (x / aimScale) | 0;
    const ay = (y / aimScale) | 0;
    // The seed moves to the clearest edge nearby, so that lines sit on contours instead of beside them.
    const search = Math.ceil(look.spacing / aimScale / 2);
    for (let dy = -search; dy <= search; dy += reach) {
      for (let dx = -search; dx <= search; dx += reach) {
        const contrast = contrastAt(subject, ax + dx, ay + dy, reach);
        if (contrast > best) {
          best = contrast;
          x = (ax + dx) * aimScale;
          y = (ay + dy) * aimScale;
        }
      }
    }
    if (best < 0.13 || x < 0 || y < 0 || x >= width || y >= height) continue;
    if ((detail[y * width + x] as number) > 200) continue;
    const course = traceCourse(subject.flow, aim, aimScale, x, y, look.length * random.between(0.6, 1.3), 0.5, 0);
    paintStroke(
      surface,
      {
        ...course,
        half: look.half * random.between(0.6, 1.1),
        r: look.colour[0],
        g: look.colour[1],
        b: look.colour[2],
        opacity:
          look.opacity * smoothstep(0.1, 0.28, best) * smoothstep(quietest, 100, detail[y * width + x] as number),
        streak: 14,
      },
      look.bristles[random.below(look.bristles.length)] as Bristles,
    );
  }
}
