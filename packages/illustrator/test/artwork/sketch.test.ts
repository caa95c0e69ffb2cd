// The pen: fills, gradients, curves, and how far a drawing reaches.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measureDrawing } from '../../src/artwork/measure.js';
import { closedCurve, createSketch, limb, openCurve } from '../../src/artwork/sketch.js';
import type { ViewBox } from '../../src/artwork/svg.js';

const near = (actual: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what} ${actual} is not ${expected} ± ${tolerance}`);

function assertBox(actual: ViewBox | null, expected: ViewBox, tolerance = 0.01): void {
  assert.ok(actual);
  for (const [index, value] of expected.entries())
    near(actual[index] ?? Number.NaN, value, tolerance, `side ${index}:`);
}

test('a plain fill is written as it is, an opacity as an attribute', () => {
  const sketch = createSketch();
  sketch.rect(0, 0, 10, 10, 2, '#ff0000*0.4');
  assert.match(sketch.toSvg(), /fill="#ff0000" fill-opacity="0.4"/);
});

test('a gradient is defined once, however often it is used', () => {
  const sketch = createSketch('z');
  sketch.rect(0, 0, 10, 10, 0, '#ff0000>#00ff00');
  sketch.ellipse(5, 5, 2, 2, '#ff0000>#00ff00');
  sketch.ellipse(5, 5, 2, 2, '#ff0000|#00ff00');
  sketch.ellipse(5, 5, 2, 2, '#ff0000@#00ff00');
  const svg = sketch.toSvg();
  assert.equal(svg.match(/<linearGradient/g)?.length, 2);
  assert.equal(svg.match(/<radialGradient/g)?.length, 1);
  for (const [, id = ''] of svg.matchAll(/url\(#([^)]+)\)/g)) assert.ok(svg.includes(`id="${id}"`), id);
});

test('prefixes keep two sketches apart', () => {
  const ids = ['a', 'b'].map((prefix) => {
    const sketch = createSketch(prefix);
    sketch.rect(0, 0, 1, 1, 0, '#ff0000>#00ff00');
    return /id="([^"]+)"/.exec(sketch.toSvg())?.[1];
  });
  assert.notEqual(ids[0], ids[1]);
});

test('a closed curve passes through its points and closes', () => {
  const d = closedCurve([
    [0, 0],
    [10, 0],
    [10, 10],
  ]);
  assert.match(d, /^M0 0C/);
  assert.match(d, / 10 0C/);
  assert.match(d, / 10 10C/);
  assert.match(d, / 0 0Z$/);
});

test('an open curve ends at its last point', () => {
  assert.match(
    openCurve([
      [0, 0],
      [5, 5],
      [9, 3],
    ]),
    / 9 3$/,
  );
});

test('a limb is as thick as it was asked to be', () => {
  const sketch = createSketch();
  sketch.path(
    limb(
      [
        [0, 0],
        [0, 50],
        [0, 100],
      ],
      [20, 20, 20],
      [0, 0],
    ),
    '#000000',
  );
  near(sketch.box()?.[2] ?? 0, 20, 2);
});

test('round ends reach half a width further, flat ones do not', () => {
  const reach = (roundness: readonly [number, number]) => {
    const sketch = createSketch();
    sketch.path(
      limb(
        [
          [0, 0],
          [0, 100],
        ],
        [20, 20],
        roundness,
      ),
      '#000000',
    );
    return sketch.box()?.[3] ?? 0;
  };
  near(reach([0.5, 0.5]), 120, 5);
  assert.ok(reach([0, 0]) < reach([0.5, 0.5]) - 5);
});

test('the box knows shapes, strokes and turns', () => {
  const sketch = createSketch();
  assert.equal(sketch.box(), null);
  sketch.rect(10, 20, 30, 40, 5, '#000000');
  assertBox(sketch.box(), [10, 20, 30, 40]);
  sketch.ellipse(60, 40, 10, 5, '#000000', 90);
  assertBox(sketch.box(), [10, 20, 55, 40]);
  sketch.line('M0 0H100', 8, '#000000');
  assertBox(sketch.box(), [-4, -4, 108, 64]);
});

test('groups move, turn and scale what is drawn in them', () => {
  const sketch = createSketch();
  sketch.group('translate(100 50) scale(2)', () => {
    sketch.rect(0, 0, 10, 10, 0, '#000000');
    sketch.group('rotate(90 0 0)', () => sketch.rect(0, 0, 20, 10, 0, '#000000'));
  });
  assertBox(sketch.box(), [80, 50, 40, 40]);
});

test('what is clipped does not reach beyond its clip', () => {
  const sketch = createSketch();
  sketch.rect(0, 0, 10, 10, 0, '#000000');
  sketch.clipped('M0 0H10V10H0Z', () => sketch.rect(-100, -100, 500, 500, 0, '#ff0000'));
  assertBox(sketch.box(), [0, 0, 10, 10]);
  assert.match(sketch.toSvg(), /<clipPath id="kc1">/);
});

test('the box worked out is the box measured, for any handful of shapes', async () => {
  const coordinate = fc.integer({ min: 20, max: 100 });
  const shapes = fc.array(
    fc.record({
      x: coordinate,
      y: coordinate,
      w: fc.integer({ min: 8, max: 60 }),
      h: fc.integer({ min: 8, max: 60 }),
      turn: fc.integer({ min: 0, max: 180 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(shapes, async (list) => {
      const sketch = createSketch();
      for (const { x, y, w, h, turn } of list) sketch.ellipse(x, y, w / 2, h / 2, '#333333', turn);
      const { box } = await measureDrawing(sketch.toSvg(), [-40, -40, 220, 220]);
      assertBox(sketch.box(), box, 2.2);
    }),
    { numRuns: 25 },
  );
});

test('an inset Noto drawing counts with its margin', () => {
  const sketch = createSketch();
  sketch.inset('<path d="M0 0H128V128H0Z"/>', [10, 10, 100, 100]);
  assertBox(sketch.box(), [13, 13, 94, 94]);
  assert.match(sketch.toSvg(), /viewBox="0 0 128 128"/);
});
