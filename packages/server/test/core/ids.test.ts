// Ids: their form, their order, and that none comes twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newApiKey, newTaskId, newToken } from '../../src/core/ids.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The number that an id in base 62 stands for. */
function numberOf(id: string): bigint {
  return [...id].reduce((value, digit) => value * 62n + BigInt(alphabet.indexOf(digit)), 0n);
}

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('a task id is 22 digits of base 62 that carry its time', () => {
  fc.assert(
    fc.property(time, (nowMs) => {
      const id = newTaskId(nowMs);
      assert.match(id, /^[0-9A-Za-z]{22}$/);
      assert.equal(Number(numberOf(id) >> 80n), nowMs);
    }),
    { numRuns: 2000 },
  );
});

test('task ids sort by age', () => {
  fc.assert(
    fc.property(time, time, (one, other) => {
      if (one === other) return;
      assert.equal(newTaskId(one) < newTaskId(other), one < other);
    }),
  );
});

test('no id comes twice, also across many draws of randomness', () => {
  const count = 50_000;
  assert.equal(new Set(Array.from({ length: count }, () => newTaskId(1_795_362_001_134))).size, count);
  assert.equal(new Set(Array.from({ length: count }, newToken)).size, count);
  assert.equal(new Set(Array.from({ length: 1000 }, newApiKey)).size, 1000);
});

test('the random part of ids is evenly spread', () => {
  const counts = new Array<number>(256).fill(0);
  for (let index = 0; index < 20_000; index += 1)
    for (const byte of Buffer.from(newToken(), 'base64url')) counts[byte] = (counts[byte] ?? 0) + 1;
  // 1250 of each are expected; 6 standard deviations are 212.
  for (const count of counts) assert.ok(Math.abs(count - 1250) < 212, `${count}`);
});

test('tokens and keys are fit for URLs and headers', () => {
  for (let index = 0; index < 500; index += 1) {
    assert.match(newToken(), /^[\w-]{22}$/);
    assert.match(newApiKey(), /^sk-[\w-]{32}$/);
  }
});
