// Golden pictures: a perceptual hash per concept, so that no drawing changes unnoticed.
// `UPDATE_GOLDENS=1 npm test -- artwork/goldens` writes the hashes anew after a change that was meant.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { conceptNames } from '../../src/artwork/catalogue.js';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { hashDistance, perceptualHash } from './pixels.js';

// The build strips types only: the list lies beside the source, three folders up from dist/test/artwork.
const listPath = fileURLToPath(new URL('../../../test/artwork/goldens/concepts.txt', import.meta.url));
/** Bits of 64 that rounding in another build of the rasteriser may flip. */
const tolerance = 5;

test('every concept looks as it did', async () => {
  const renderer = createArtworkRenderer();
  const hashes = new Map<string, string>();
  for (const concept of conceptNames()) {
    const { canvas } = await renderer.render({ concept, heightPx: 72, variant: 1 });
    hashes.set(concept, perceptualHash(canvas));
  }
  if (process.env.UPDATE_GOLDENS !== undefined) {
    writeFileSync(listPath, [...hashes].map(([concept, hash]) => `${hash} ${concept}\n`).join(''));
    return;
  }
  const known = new Map(
    readFileSync(listPath, 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(17), line.slice(0, 16)] as const),
  );
  assert.deepEqual(
    [...hashes.keys()].sort(),
    [...known.keys()].sort(),
    'concepts were added or removed: update the goldens',
  );
  const changed = [...hashes].filter(([concept, hash]) => hashDistance(hash, known.get(concept) ?? '0') > tolerance);
  assert.deepEqual(
    changed.map(([concept]) => concept),
    [],
  );
});

test('the hash sees a change and forgives a whisper', async () => {
  const renderer = createArtworkRenderer();
  const hash = async (concept: string, heightPx: number) =>
    perceptualHash((await renderer.render({ concept, heightPx, variant: 1 })).canvas);
  assert.ok(hashDistance(await hash('fox', 72), await hash('fox', 90)) <= 8);
  assert.ok(hashDistance(await hash('fox', 72), await hash('castle', 72)) > 12);
});
