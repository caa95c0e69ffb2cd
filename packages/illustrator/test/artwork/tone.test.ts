// Mixing tones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hexToOklab } from '../../src/artwork/oklab.js';
import { darker, lighter, mixHex } from '../../src/artwork/tone.js';

test('a share of 0 is the first colour, of 1 the second', () => {
  assert.equal(mixHex('#102030', '#a0b0c0', 0), '#102030');
  assert.equal(mixHex('#102030', '#a0b0c0', 1), '#a0b0c0');
  assert.equal(mixHex('#000000', '#ffffff', 0.5), '#808080');
});

test('small channels keep their leading zero', () => {
  assert.equal(mixHex('#000000', '#0a0b0c', 0.5), '#050606');
});

test('darker darkens and lighter lightens', () => {
  const colour = '#d8475a';
  assert.ok(hexToOklab(darker(colour, 0.2)).l < hexToOklab(colour).l);
  assert.ok(hexToOklab(lighter(colour, 0.2)).l > hexToOklab(colour).l);
  assert.equal(lighter(colour, 1), '#ffffff');
});
