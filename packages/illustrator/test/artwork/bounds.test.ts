// Affine maps and bounds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addNotoShapes,
  compose,
  createBounds,
  ellipsePath,
  identity,
  joinBoxes,
  parseTransform,
} from '../../src/artwork/bounds.js';

const apply = ([a, b, c, d, e, f]: readonly number[], x: number, y: number) => [
  Math.round(((a ?? 0) * x + (c ?? 0) * y + (e ?? 0)) * 1e6) / 1e6,
  Math.round(((b ?? 0) * x + (d ?? 0) * y + (f ?? 0)) * 1e6) / 1e6,
];

test('transform lists apply from right to left, as SVG says', () => {
  assert.deepEqual(apply(parseTransform('translate(10 5) scale(2)'), 3, 4), [16, 13]);
  assert.deepEqual(apply(parseTransform('scale(2) translate(10 5)'), 3, 4), [26, 18]);
});

test('a turn goes clockwise on the screen, around its centre', () => {
  assert.deepEqual(apply(parseTransform('rotate(90)'), 1, 0), [0, 1]);
  assert.deepEqual(apply(parseTransform('rotate(90 10 10)'), 10, 0), [20, 10]);
  assert.deepEqual(apply(parseTransform('scale(2 3)'), 1, 1), [2, 3]);
});

test('composing with the identity changes nothing', () => {
  const map = parseTransform('rotate(30 4 5) translate(1 2)');
  assert.deepEqual(compose(identity, map), map);
  assert.deepEqual(compose(map, identity), map);
});

test('an unknown transform is refused', () => {
  assert.throws(() => parseTransform('skewX(10)'), RangeError);
});

test('curves are bounded by the curve, not by its handles', () => {
  const bounds = createBounds();
  bounds.add('M0 0C0 100 100 100 100 0', identity);
  const [x = 0, y = 0, width = 0, height = 0] = bounds.box() ?? [];
  assert.deepEqual([x, y, width].map(Math.round), [0, 0, 100]);
  assert.ok(Math.abs(height - 75) < 0.5, `${height}`);
});

test('an ellipse path spans its radii', () => {
  const bounds = createBounds();
  bounds.add(ellipsePath(50, 40, 30, 10), identity);
  assert.deepEqual(bounds.box()?.map(Math.round), [20, 30, 60, 20]);
});

test('paths, circles and ellipses of a Noto body count', () => {
  const bounds = createBounds();
  addNotoShapes(
    bounds,
    '<path fill="#fff" d="M10 10h5v5z"/><circle cx="100" cy="50" r="4"/><ellipse cx="50" cy="90" rx="3" ry="6" fill="#000"/>',
    identity,
  );
  assert.deepEqual(bounds.box()?.map(Math.round), [10, 10, 94, 86]);
});

test('joined boxes hold both; null adds nothing', () => {
  assert.deepEqual(joinBoxes([0, 0, 10, 10], [20, -5, 5, 5]), [0, -5, 25, 15]);
  assert.deepEqual(joinBoxes(null, [1, 2, 3, 4]), [1, 2, 3, 4]);
  assert.equal(joinBoxes(null, null), null);
});
