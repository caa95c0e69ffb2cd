// Trains run on rails: a track is laid under every row of them, whatever ground the setting has.
import { type Compose, seedOf } from './compose.js';
import type { Layer } from './scene.js';

const railed = new Set(['train', 'steam locomotive', 'railway carriage']);

/** Is there anything that cannot go without a track? */
export function onRails({ concepts }: Pick<Compose, 'concepts'>): boolean {
  return [...concepts].some((concept) => railed.has(concept));
}

/** A track under the wheels of those that stand farthest and nearest; none without a train or without ground. */
export function railLayers(c: Compose, layers: readonly Layer[]): Layer[] {
  if (!onRails(c) || c.concepts.has('viaduct') || !layers.some((layer) => layer.kind === 'ground')) return [];
  return [...new Set(c.feet)].map((y) => ({
    kind: 'feature',
    feature: 'rails',
    seed: seedOf(c),
    x: 0.5,
    y,
    size: 0.085,
    depth: 0.1,
  }));
}
