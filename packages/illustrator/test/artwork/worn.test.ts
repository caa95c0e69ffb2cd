// What is worn on head and neck.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPosedArtwork, poseOf } from '../../src/artwork/choose-drawing.js';
import { createSketch } from '../../src/artwork/sketch.js';
import { frameOfBox, shape } from '../../src/artwork/worn/frame.js';
import { findHat } from '../../src/artwork/worn/hats.js';
import { drawLoneGarment, drawLoneWorn } from '../../src/artwork/worn/lone-garment.js';
import { findTrinket } from '../../src/artwork/worn/trinkets.js';

const frame = frameOfBox([0, 0, 100, 100]);
const hats = [
  'hat',
  'fedora',
  'cowboy hat',
  'top hat',
  'cap',
  'beanie',
  'beret',
  'helmet',
  'hard hat',
  'crown',
  'graduation cap',
  'chef hat',
  'witch hat',
  'santa hat',
  'police cap',
  'captain cap',
  'pirate hat',
  'straw cone',
  'party hat',
  'fire helmet',
  'flower crown',
  'ribbon',
  'knight helmet',
  'samurai helmet',
  'space helmet',
  'ninja hood',
  'headscarf',
  'hood',
  'horns',
  'viking helmet',
  'halo',
];
const trinkets = ['glasses', 'sunglasses', 'scarf', 'tie', 'bow tie', 'necklace', 'mask', 'headphones'];

test('every hat is drawn in the colour asked for, at the head', () => {
  for (const name of hats) {
    const hat = findHat(name);
    assert.ok(hat, name);
    const sketch = createSketch();
    hat.draw(sketch, frame, '#12ab34');
    assert.match(sketch.toSvg(), /#[0-9a-f]{6}/, name);
    const [x = 0, y = 0, width = 0, height = 0] = sketch.box() ?? [];
    assert.ok(Math.abs(x + width / 2 - frame.x) < frame.half * 0.8, `${name} is off the middle`);
    assert.ok(y < frame.browY, `${name} begins below the brow`);
    assert.ok(width > frame.half && width < frame.half * 5 && height < frame.half * 6, `${name}: ${width} × ${height}`);
  }
});

test('every trinket lies between the crown and the chest', () => {
  for (const name of trinkets) {
    const trinket = findTrinket(name);
    assert.ok(trinket, name);
    assert.equal(trinket.name, name);
    const sketch = createSketch();
    trinket.draw(sketch, frame, '#12ab34');
    const [, y = 0, , height = 0] = sketch.box() ?? [];
    assert.ok(y > frame.topY - frame.half && y + height < frame.neckY + frame.neckHalf * 3, name);
  }
});

test('words of both languages find their hat', () => {
  for (const [word, name] of [
    ['草帽', 'hat'],
    ['straw hat', 'hat'],
    ['圣诞帽', 'santa hat'],
    ['斗笠', 'straw cone'],
    ['wizard hat', 'witch hat'],
    ['贝雷帽', 'beret'],
    ['tiara', 'crown'],
  ] as const)
    assert.equal(findHat(word), findHat(name), word);
  assert.equal(findHat('toaster'), undefined);
  assert.equal(findTrinket('bowtie')?.name, 'bow tie');
  assert.equal(findTrinket('toaster'), undefined);
});

test('shapes are scaled from the brow by half a head', () => {
  assert.equal(shape({ ...frame, x: 10, browY: 20, half: 5 }, 'M -1 0 L 2 -0.5 Z'), 'M 5.0 20.0 L 20.0 17.5 Z');
});

test('a frame follows its box', () => {
  const moved = frameOfBox([100, 50, 300, 250]);
  assert.equal(moved.x, 200);
  assert.equal(moved.half, 2 * frame.half);
  assert.ok(
    moved.topY < moved.browY && moved.browY < moved.eyeY && moved.eyeY < moved.mouthY && moved.mouthY < moved.neckY,
  );
});

test('clothes are drawn by themselves too', () => {
  const pose = poseOf({ variant: 1 });
  for (const word of ['sweater', 'suit', 'hanfu', 'armor', 'apron', 'uniform']) {
    const [, , width, height] = drawLoneGarment(word, pose)?.outer ?? [0, 0, 0, 0];
    assert.ok(width > 60 && height > 80, `${word}: ${width} × ${height}`);
  }
  assert.equal(drawLoneGarment('toaster', pose), undefined);
  assert.equal(drawLoneWorn('toaster'), undefined);
  assert.ok(drawLoneWorn('flower crown'));
});

test('Noto animals wear hats as well', () => {
  for (const concept of ['duck', 'owl', 'chick', 'turtle', 'parrot', 'octopus', 'teddy bear'])
    assert.ok(findPosedArtwork(concept, { variant: 1, wearing: [{ concept: 'top hat', colour: null }] }), concept);
});
