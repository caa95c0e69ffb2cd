// Finds the painter of a single piece of scenery and sets it up.
import { createRandom } from '../scene/random.js';
import type { FeatureName, Layer, Scene } from '../scene/scene.js';
import { type Board, paintSheet } from './board.js';
import { type FeaturePainter, type FeatureView, toneFor } from './feature-view.js';
import { barn, castle, cottage, lighthouse, pagoda, windmill } from './features-built.js';
import { cactus, corals, craters, earth, hay, hedge, lilyPads } from './features-nature.js';
import { goal, lampPost, parasol, slide, stands, swing } from './features-play.js';
import { lava, rocks, waterfall } from './features-rock.js';
import { bench, bridge, fence, pier, rails } from './features-ways.js';
import type { RegionName } from './painting.js';

const painters: Record<FeatureName, FeaturePainter> = {
  waterfall,
  barn,
  fence,
  bridge,
  castle,
  lava,
  'lamp-post': lampPost,
  rocks,
  pier,
  bench,
  goal,
  swing,
  slide,
  windmill,
  pagoda,
  cottage,
  hedge,
  lighthouse,
  stands,
  cactus,
  hay,
  corals,
  earth,
  craters,
  'lily-pads': lilyPads,
  parasol,
  rails,
};

/** What a feature belongs to; most are built. */
const regions: Partial<Record<FeatureName, RegionName>> = {
  waterfall: 'water',
  lava: 'effect',
  cactus: 'plant',
  hedge: 'plant',
  corals: 'plant',
  'lily-pads': 'plant',
  craters: 'ground',
  earth: 'far',
  rails: 'ground',
};

/** Paints one feature of a scene. */
export function paintFeature(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'feature' }>): void {
  const glows: (() => void)[] = [];
  const view: FeatureView = {
    board,
    scene,
    random: createRandom(layer.seed, 731),
    x: layer.x * board.width,
    y: layer.y * board.height,
    size: layer.size * board.height,
    depth: layer.depth,
    side: scene.light.from.x > layer.x ? 1 : -1,
    tone: toneFor(scene, layer.depth),
    glow: (paint) => {
      glows.push(() => {
        board.ctx.save();
        board.ctx.globalCompositeOperation = 'screen';
        paint(board.ctx);
        board.ctx.restore();
      });
    },
  };
  paintSheet(board, regions[layer.feature] ?? 'building', 100, (sheet) =>
    painters[layer.feature]({ ...view, board: sheet }),
  );
  for (const glow of glows) glow();
}
