// Last touches: eyes, rainbows, materials.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { applyMaterial, eyesAmong, lightEyes, materialLooks, paintRainbow } from '../../src/artwork/finish.js';
import { materialNames } from '../../src/brief/vocabulary.js';
import { coloursOf, coverage } from './pixels.js';

function disc(colour: string) {
  const canvas = createCanvas(100, 100);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.beginPath();
  context.arc(50, 50, 40, 0, 7);
  context.fill();
  return canvas;
}

test('of three dark spots the two upper ones on one level are the eyes', () => {
  const spots = [
    [0.45, 0.5, 0.55, 0.56],
    [0.3, 0.3, 0.36, 0.37],
    [0.62, 0.31, 0.68, 0.38],
  ] as const;
  assert.deepEqual(eyesAmong(spots), [spots[1], spots[2]]);
});

test('in profile there is one eye; a spotted coat has none to be sure of; feet are no eyes', () => {
  assert.equal(
    eyesAmong([
      [0.2, 0.2, 0.25, 0.26],
      [0.05, 0.4, 0.08, 0.42],
    ]).length,
    1,
  );
  assert.equal(
    eyesAmong(Array.from({ length: 9 }, (_, index) => [index / 10, 0.2, index / 10 + 0.03, 0.24] as const)).length,
    0,
  );
  assert.equal(eyesAmong([[0.2, 0.9, 0.3, 0.97]]).length, 0);
});

test('lit eyes are amber around a dark pupil', () => {
  const canvas = disc('#2c2d33');
  lightEyes(canvas, [[0.3, 0.3, 0.5, 0.5]]);
  const pixel = (x: number, y: number) => [...canvas.data().subarray((y * 100 + x) * 4, (y * 100 + x) * 4 + 3)];
  assert.ok((pixel(48, 40)[0] ?? 0) > 180, 'iris');
  assert.ok((pixel(42, 43)[0] ?? 255) < 60, 'pupil');
});

test('the rainbow stays inside what is drawn', () => {
  const canvas = disc('#ffffff');
  const before = coverage(canvas);
  paintRainbow(canvas);
  assert.ok(Math.abs(coverage(canvas) - before) < 0.006);
  assert.ok(coloursOf(canvas).size >= 4, [...coloursOf(canvas).keys()].join());
});

test('every material has a look, and none paints outside', () => {
  for (const material of materialNames) {
    assert.ok(materialLooks[material].opacity > 0.4 && materialLooks[material].opacity <= 1, material);
    const canvas = disc('#b08050');
    const before = coverage(canvas);
    applyMaterial(canvas, material, 5);
    assert.ok(Math.abs(coverage(canvas) - before) < 0.02, material);
    assert.equal(canvas.data()[3], 0, material);
  }
});

test('textures are seeded: same seed same grain, another seed another', () => {
  const grain = (seed: number) => {
    const canvas = disc('#b08050');
    applyMaterial(canvas, 'wood', seed);
    return canvas.data();
  };
  assert.deepEqual(grain(1), grain(1));
  assert.notDeepEqual(grain(1), grain(2));
});

test('glass, ice and crystal let light through, wood does not', () => {
  const alpha = (material: 'glass' | 'ice' | 'crystal' | 'wood') => {
    const canvas = disc('#b0d0e0');
    applyMaterial(canvas, material, 1);
    return canvas.data()[(50 * 100 + 50) * 4 + 3] ?? 0;
  };
  for (const clear of ['glass', 'ice', 'crystal'] as const) assert.ok(alpha(clear) < 235, clear);
  assert.equal(alpha('wood'), 255);
});
