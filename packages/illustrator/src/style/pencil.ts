// Pencil: tone built from layers of hatching that follow the form, sketched contours that run past their corners, paper grain.
import { drawDry } from './dry-media.js';
import type { Style } from './style-context.js';

/** Sketch plus tone after Lu, Xu and Jia, "Combining Sketch and Tone for Pencil Drawing Production" (2012). */
export const paintPencil: Style = (context) =>
  drawDry(context, {
    paper: [250, 249, 245],
    mark: [52, 52, 58],
    ground: 'tooth',
    // Lights stay paper; even black is only graphite grey.
    tones: [
      { from: 0.8, angle: -0.8, half: 1.5, length: 46, spacing: 8, strength: 0.3 },
      { from: 0.62, angle: -0.55, half: 1.5, length: 40, spacing: 7, strength: 0.34 },
      { from: 0.44, angle: 0.5, half: 1.6, length: 34, spacing: 6.5, strength: 0.36 },
      { from: 0.28, angle: -0.75, half: 1.8, length: 30, spacing: 5.5, strength: 0.42 },
    ],
    smudge: 0.1,
    grain: 0.75,
    lines: { sigma: 1, threshold: 0.009, sharpness: 60, strength: 0.92 },
    overshoot: { half: 1.1, length: 48, spacing: 13, strength: 0.5 },
    chalk: 0,
  });
