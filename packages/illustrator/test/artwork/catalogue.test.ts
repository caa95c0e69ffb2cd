// The catalogue: its rows are whole, its drawings exist, its measurements are true.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNames, findArtwork, findEntry } from '../../src/artwork/catalogue.js';

test('concepts are lower-case English and unique', () => {
  const names = conceptNames();
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9 '-]*$/);
});

test('every row states a height, a shape and a pose', () => {
  for (const name of conceptNames()) {
    const artwork = findArtwork(name);
    assert.ok(artwork, name);
    assert.ok(artwork.heightM > 0 && artwork.heightM < 2000, `${name}: ${artwork.heightM} m`);
    assert.ok(artwork.aspect > 0.1 && artwork.aspect < 10, `${name}: aspect ${artwork.aspect}`);
    for (const value of Object.values(artwork.anchors).flat()) assert.ok(value >= -0.2 && value <= 1.2, name);
  }
});

test('an unknown concept is not found', () => {
  assert.equal(findArtwork('gryphon on rollerblades'), undefined);
});

test('living things outgrow what they eat', () => {
  const height = (name: string) => findEntry(name)?.heightM ?? Number.NaN;
  assert.ok(height('elephant') > height('horse'));
  assert.ok(height('horse') > height('dog'));
  assert.ok(height('dog') > height('apple'));
});
