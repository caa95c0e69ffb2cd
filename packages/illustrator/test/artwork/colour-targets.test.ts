// Pigments and the names people give to colours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { huesAreNear, nameColour, pigmentOf, pigments, rainbowPigments } from '../../src/artwork/colour-targets.js';
import { hexToOklab } from '../../src/artwork/oklab.js';
import { colourNames } from '../../src/brief/vocabulary.js';

const basic = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'black',
  'white',
  'grey',
] as const;

test('every basic pigment is called by its own name', () => {
  for (const name of basic) assert.equal(nameColour(hexToOklab(pigments[name])), name);
});

test('the other pigments are called what they look like', () => {
  assert.equal(nameColour(hexToOklab(pigments.silver)), 'grey');
  assert.equal(nameColour(hexToOklab(pigments.cyan)), 'blue');
  assert.ok(['yellow', 'orange'].includes(nameColour(hexToOklab(pigments.gold))));
});

test('well-known colours get the names people give them', () => {
  const known: [string, string][] = [
    ['#ff0000', 'red'],
    ['#8b0000', 'red'],
    ['#ffa500', 'orange'],
    ['#ffff00', 'yellow'],
    ['#008000', 'green'],
    ['#7fff00', 'green'],
    ['#0000ff', 'blue'],
    ['#87ceeb', 'blue'],
    ['#000080', 'blue'],
    ['#800080', 'purple'],
    ['#8a2be2', 'purple'],
    ['#ffc0cb', 'pink'],
    ['#ff69b4', 'pink'],
    ['#8b4513', 'brown'],
    ['#654321', 'brown'],
    ['#000000', 'black'],
    ['#222222', 'black'],
    ['#ffffff', 'white'],
    ['#f5f5f5', 'white'],
    ['#808080', 'grey'],
    ['#b0b0b0', 'grey'],
  ];
  for (const [hex, name] of known) assert.equal(nameColour(hexToOklab(hex)), name, hex);
});

test('every colour name but the rainbow has one pigment', () => {
  for (const name of colourNames) assert.equal(pigmentOf(name) === undefined, name === 'rainbow', name);
});

test('the rainbow runs from red to violet', () => {
  const names = rainbowPigments.map((hex) => nameColour(hexToOklab(hex)));
  assert.deepEqual(names, ['red', 'orange', 'yellow', 'green', 'blue', 'blue', 'purple']);
});

test('hues are near across the seam of the circle', () => {
  assert.equal(huesAreNear(3.1, -3.1, 0.2), true);
  assert.equal(huesAreNear(0, 1, 0.5), false);
});
