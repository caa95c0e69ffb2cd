// Seeded choices: repeatable, spread out, independent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pickBySeed, seededNumber } from '../../src/artwork/seeded.js';

test('numbers are in [0, 1) and repeat', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 1000 }), (seed, index) => {
      const number = seededNumber(seed, index);
      assert.ok(number >= 0 && number < 1);
      assert.equal(seededNumber(seed, index), number);
    }),
  );
});

test('neighbouring seeds and indices are spread evenly', () => {
  for (const numbers of [
    Array.from({ length: 4000 }, (_, seed) => seededNumber(seed, 3)),
    Array.from({ length: 4000 }, (_, index) => seededNumber(7, index)),
  ]) {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const number of numbers) bins[Math.floor(number * 10)] = (bins[Math.floor(number * 10)] ?? 0) + 1;
    for (const count of bins) assert.ok(count > 320 && count < 480, `${bins}`);
  }
});

test('every choice is picked by some seed, none outside', () => {
  const picked = new Set(Array.from({ length: 100 }, (_, seed) => pickBySeed(['a', 'b', 'c'], seed, 0, 'none')));
  assert.deepEqual([...picked].sort(), ['a', 'b', 'c']);
});

test('nothing to choose from gives the stand-in', () => {
  assert.equal(pickBySeed([], 5, 0, 'none'), 'none');
});

test('a known number, so that seeds mean the same in every version', () => {
  assert.equal(seededNumber(42, 0).toFixed(6), '0.930763');
  assert.equal(seededNumber(1, 5).toFixed(6), '0.902668');
});
