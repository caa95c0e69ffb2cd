// Golden paintings: what a scene looks like, as a perceptual hash. A change of more than a few bits is a change of picture:
// look at it, and when it is meant, run this file with `--update` after the file name to write the hashes anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import type { Brief } from '../../src/brief/brief.js';
import { paintScene } from '../../src/paint/paint-scene.js';
import type { Painting } from '../../src/paint/painting.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { briefOf, letteringOf, pairOf, subjectOf } from '../support/briefs.js';

/** Beside the source, so that the built test finds it too. */
const goldenFile = new URL('../../../test/paint/golden-hashes.json', import.meta.url);
/** Bits of 256 that may differ: other artwork of the same thing stays below, another composition does not. */
const tolerance = 26;

const scenes: Record<string, Brief> = {
  'fox at sunset': briefOf({ setting: 'snowfield', time: 'sunset', subjects: [subjectOf('fox', { colour: 'red' })] }),
  'three boats under the moon': briefOf({
    setting: 'lake',
    settingColour: 'blue',
    sky: { ...briefOf().sky, moon: 'full' },
    subjects: [subjectOf('boat', { count: 3, colour: 'yellow' })],
  }),
  'kangaroo with a sign': briefOf({
    subjects: [subjectOf('kangaroo')],
    lettering: [letteringOf('DMXAPI', { holder: 0 })],
  }),
  'cat on a couch': pairOf('cat', 'on', 'couch'),
  'city by night': briefOf({ setting: 'city-by-night', subjects: [subjectOf('taxi')] }),
  'under water': briefOf({ subjects: [subjectOf('tropical fish', { count: 4 })] }),
  space: briefOf({ subjects: [subjectOf('rocket')] }),
  autumn: briefOf({ setting: 'autumn-forest', subjects: [subjectOf('deer')] }),
  'storm at sea': briefOf({ setting: 'ocean', weather: 'storm', subjects: [subjectOf('ship')] }),
  'table-top': briefOf({ subjects: [subjectOf('apple', { count: 2 })] }),
  street: briefOf({ setting: 'street', subjects: [subjectOf('bus')] }),
  stage: briefOf({ setting: 'stage', subjects: [subjectOf('guitar')] }),
};

/** Difference hash: is each of 16 × 16 cells brighter than its right neighbour? As hexadecimal digits. */
function perceptualHash({ rgba, width, height }: Painting): string {
  const cell = (cx: number, cy: number): number => {
    let sum = 0;
    let count = 0;
    for (let y = Math.floor((cy * height) / 16); y < Math.floor(((cy + 1) * height) / 16); y += 1) {
      for (let x = Math.floor((cx * width) / 17); x < Math.floor(((cx + 1) * width) / 17); x += 1) {
        const at = (y * width + x) * 4;
        sum += 0.21 * (rgba[at] as number) + 0.72 * (rgba[at + 1] as number) + 0.07 * (rgba[at + 2] as number);
        count += 1;
      }
    }
    return sum / count;
  };
  let digits = '';
  for (let y = 0; y < 16; y += 1) {
    for (let x = 0; x < 16; x += 4) {
      let bits = 0;
      for (let k = 0; k < 4; k += 1) bits = bits * 2 + (cell(x + k, y) > cell(x + k + 1, y) ? 1 : 0);
      digits += bits.toString(16);
    }
  }
  return digits;
}

function differingBits(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    let bits = Number.parseInt(a[i] ?? '0', 16) ^ Number.parseInt(b[i] ?? '0', 16);
    for (; bits > 0; bits >>= 1) count += bits & 1;
  }
  return count;
}

const artwork = createArtworkRenderer();
const found: Record<string, string> = {};
for (const [name, brief] of Object.entries(scenes)) {
  const scene = planScene(brief, { width: 272, height: 256, seed: 2026, index: 0 });
  found[name] = perceptualHash(await paintScene(scene, { artwork }));
}
if (process.argv.includes('--update')) writeFileSync(goldenFile, `${JSON.stringify(found, null, 2)}\n`);
const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as Record<string, string>;

describe('golden paintings', () => {
  for (const [name, hash] of Object.entries(found)) {
    it(name, () => {
      const differing = differingBits(hash, golden[name] ?? '');
      assert.ok(differing <= tolerance, `${differing} of 256 bits differ: ${hash}`);
    });
  }

  it('tell pictures apart', () => {
    const hashes = Object.values(golden);
    hashes.forEach((one, i) => {
      for (const other of hashes.slice(i + 1)) assert.ok(differingBits(one, other) > tolerance * 1.5);
    });
  });
});
