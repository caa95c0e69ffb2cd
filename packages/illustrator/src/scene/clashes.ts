// Scenery must not be mistaken for a subject: what was asked for by number is not painted again as background.
import type { FeatureName, Layer } from './scene.js';

/** Concepts that a single piece of scenery looks like. */
const featureConcepts: Partial<Record<FeatureName, readonly string[]>> = {
  barn: ['barn'],
  bench: ['bench'],
  bridge: ['bridge'],
  cactus: ['cactus'],
  castle: ['castle', 'japanese castle', 'tower'],
  corals: ['coral'],
  cottage: ['cottage', 'house', 'hut'],
  earth: ['earth', 'planet', 'moon', 'globe'],
  fence: ['fence'],
  hedge: ['bush'],
  'lamp-post': ['street lamp', 'lamp'],
  lighthouse: ['lighthouse'],
  pagoda: ['pagoda', 'temple', 'tower'],
  parasol: ['beach umbrella', 'umbrella'],
  rocks: ['rock'],
  slide: ['playground slide'],
  swing: ['swing'],
  windmill: ['windmill'],
};

const flowers = [
  'flower',
  'rose',
  'tulip',
  'sunflower',
  'daisy',
  'lavender',
  'hibiscus',
  'lotus',
  'hyacinth',
  'cherry blossom',
];

/** Would this layer look like another of the subjects? Woods far away do not count: nobody numbers them. */
export function clashes(layer: Layer, concepts: ReadonlySet<string>): boolean {
  switch (layer.kind) {
    case 'feature':
      return (featureConcepts[layer.feature] ?? []).some((concept) => concepts.has(concept));
    case 'trees':
      return layer.depth < 0.5 && [...concepts].some((concept) => /\btree\b|\bbamboo\b|\bbonsai\b/.test(concept));
    case 'plants':
      return (
        (layer.plant === 'flowers' || layer.plant === 'lavender') && flowers.some((flower) => concepts.has(flower))
      );
    default:
      return false;
  }
}
