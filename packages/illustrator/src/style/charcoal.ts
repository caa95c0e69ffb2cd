// Charcoal: broad crumbling blacks and smudged greys on toned laid paper, lights picked out in white chalk.
import { drawDry } from './dry-media.js';
import type { Style } from './style-context.js';

export const paintCharcoal: Style = (context) =>
  drawDry(context, {
    paper: [214, 203, 184],
    mark: [26, 24, 24],
    ground: 'laid',
    tones: [
      { from: 0.7, angle: -0.9, half: 6, length: 80, spacing: 22, strength: 0.26 },
      { from: 0.5, angle: -0.6, half: 5, length: 60, spacing: 15, strength: 0.4 },
      { from: 0.33, angle: 0.4, half: 4.5, length: 44, spacing: 11, strength: 0.55 },
      { from: 0.2, angle: -0.8, half: 4, length: 36, spacing: 8, strength: 0.8 },
    ],
    smudge: 0.5,
    grain: 1.15,
    lines: { sigma: 1.5, threshold: 0.01, sharpness: 60, strength: 0.95 },
    overshoot: { half: 2.4, length: 56, spacing: 20, strength: 0.5 },
    chalk: 0.75,
  });
