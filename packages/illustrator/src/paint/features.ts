// Finds the painter of a single piece of scenery and sets it up.
import { createRandom } from '../scene/random.js';
import type { FeatureName, Layer, Scene } from '../scene/scene.js';
import { type Board, markBox } from './board.js';
import { type FeaturePainter, type FeatureView, toneFor } from './feature-view.js';
import { barn, bench, bridge, castle, cottage, fence, lighthouse, pagoda, pier, windmill } from './features-built.js';
import { cactus, corals, craters, earth, hay, hedge, lava, lilyPads, rocks, waterfall } from './features-nature.js';
import { goal, lampPost, parasol, slide, stands, swing } from './features-play.js';

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
};

/** Paints one feature of a scene. */
export function paintFeature(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'feature' }>): void {
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
  };
  painters[layer.feature](view);
  const wide =
    layer.feature === 'fence' || layer.feature === 'hedge' || layer.feature === 'stands' || layer.feature === 'bridge';
  if (!wide && layer.feature !== 'craters' && layer.feature !== 'lava' && layer.feature !== 'corals') {
    markBox(board, 'building', 90, view.x - view.size * 0.3, view.y - view.size, view.size * 0.6, view.size);
  }
}
