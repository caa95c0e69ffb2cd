// The row syntax of the tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinRows, normaliseWord, parseRow } from '../../src/lexicon/noun-rows.js';

test('a row gives its value and its words with their sureness', () => {
  assert.deepEqual(parseRow('dog: dog, 狗 > Husky, 哈士奇 ~ jackal'), {
    value: 'dog',
    words: [
      { word: 'dog', confidence: 1 },
      { word: '狗', confidence: 1 },
      { word: 'husky', confidence: 0.8 },
      { word: '哈士奇', confidence: 0.8 },
      { word: 'jackal', confidence: 0.4 },
    ],
  });
});

test('neighbours may follow without kinds, and empty words are left out', () => {
  assert.deepEqual(parseRow('otter: otter, , ~ meerkat').words, [
    { word: 'otter', confidence: 1 },
    { word: 'meerkat', confidence: 0.4 },
  ]);
});

test('words are kept in lower case, with plain apostrophes, hyphens as spaces', () => {
  assert.equal(normaliseWord(' T-Shirt '), 't shirt');
  assert.equal(normaliseWord('bird’s‑eye  view'), "bird's eye view");
});

test('entries that begin with a mark continue the row before', () => {
  const rows = joinRows(['dog: dog', '+ 狗', '> husky', '~ jackal', 'cat: cat']);
  assert.deepEqual(rows, ['dog: dog, 狗 > husky ~ jackal', 'cat: cat']);
});
