// Traditional characters are read as simplified ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toSimplified } from '../../src/lexicon/traditional.js';

test('known characters change, all others stay', () => {
  assert.equal(toSimplified('一隻穿著藍色外套的貓'), '一只穿着蓝色外套的猫');
  assert.equal(toSimplified('abc 猫 😀'), 'abc 猫 😀');
});

test('the length never changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(toSimplified(text).length, text.length)),
  );
});
