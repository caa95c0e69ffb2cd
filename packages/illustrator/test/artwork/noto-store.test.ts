// The Noto store reads single drawings out of the 25 MB file, and reads them right.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { openNotoStore } from '../../src/artwork/noto-store.js';

const whole = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@iconify-json/noto/icons.json'), 'utf8'),
) as { icons: Record<string, { body: string }> };

test('every drawing of the file is found and read as a full parse reads it', () => {
  const store = openNotoStore();
  const names = Object.keys(whole.icons);
  assert.ok(names.length > 3000);
  for (const name of names) assert.equal(store.body(name), whole.icons[name]?.body, name);
});

test('an unknown drawing is a RangeError that names it', () => {
  const store = openNotoStore();
  assert.equal(store.has('flux-capacitor'), false);
  assert.throws(() => store.body('flux-capacitor'), { name: 'RangeError', message: /flux-capacitor/ });
});

test('the words around the table are not drawings', () => {
  const store = openNotoStore();
  for (const word of ['prefix', 'icons', 'aliases', 'body', 'width']) assert.equal(store.has(word), false, word);
});

test('opening costs nothing: two stores know the same', () => {
  assert.equal(openNotoStore().body('kangaroo'), openNotoStore().body('kangaroo'));
});
