// Measuring: tight boxes, families of colour, eyes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameColour } from '../../src/artwork/colour-targets.js';
import { greyChroma, groupColours, measureDrawing } from '../../src/artwork/measure.js';
import { chromaOf } from '../../src/artwork/oklab.js';
import { rasterise, svgDocument } from '../../src/artwork/svg.js';

const outer = [0, 0, 128, 128] as const;
const near = (actual: number, expected: number, tolerance: number, what: string) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual}, not ${expected} ± ${tolerance}`);

test('the box closes around what is drawn', async () => {
  const { box } = await measureDrawing('<rect x="20" y="40" width="60" height="30" fill="#d92a2a"/>', outer);
  for (const [index, value] of [20, 40, 60, 30].entries()) near(box[index] ?? -1, value, 1, `side ${index}`);
});

test('an empty drawing is an error', async () => {
  await assert.rejects(measureDrawing('<g/>', outer), { name: 'RangeError' });
});

test('families come largest first, with their shares', async () => {
  const { groups } = await measureDrawing(
    '<rect width="128" height="96" fill="#2f6fd8"/><rect y="96" width="128" height="32" fill="#f58220"/>',
    outer,
  );
  assert.deepEqual(
    groups.map(({ mean }) => nameColour(mean)),
    ['blue', 'orange'],
  );
  near(groups[0]?.share ?? 0, 0.75, 0.02, 'share of blue');
});

test('light greys and ink are families of their own, without a hue', async () => {
  const raster = await rasterise(
    svgDocument(
      '<rect width="64" height="128" fill="#e0e0e0"/><rect x="64" width="64" height="128" fill="#202124"/>',
      outer,
      64,
      64,
    ),
  );
  const groups = groupColours(raster);
  assert.equal(groups.length, 2);
  for (const group of groups) {
    assert.equal(group.hue, null);
    assert.ok(chromaOf(group.mean) < greyChroma);
  }
});

test('shares of all families never exceed the whole', async () => {
  const stripes = ['#d92a2a', '#f58220', '#fcd02f', '#3fa648', '#2f6fd8', '#8a4cc4', '#ffffff', '#111111']
    .map((fill, index) => `<rect x="${index * 16}" width="16" height="128" fill="${fill}"/>`)
    .join('');
  const { groups } = await measureDrawing(stripes, outer);
  const sum = groups.reduce((total, { share }) => total + share, 0);
  assert.ok(sum > 0.95 && sum <= 1.0001, `${sum}`);
});

test('two dark dots in a light face are its eyes', async () => {
  const { eyes } = await measureDrawing(
    '<circle cx="64" cy="64" r="60" fill="#ffc022"/><circle cx="44" cy="54" r="6" fill="#111"/><circle cx="84" cy="54" r="6" fill="#111"/>',
    outer,
  );
  assert.equal(eyes.length, 2);
  const [left] = eyes;
  assert.ok(left);
  near((left[0] + left[2]) / 2, (44 - 4) / 120, 0.02, 'left eye across');
  near((left[1] + left[3]) / 2, (54 - 4) / 120, 0.02, 'left eye down');
});

test('a long dark stripe and a large dark patch are no eyes', async () => {
  const { eyes } = await measureDrawing(
    '<rect width="128" height="128" fill="#ffc022"/><rect x="10" y="20" width="100" height="4" fill="#111"/><circle cx="64" cy="84" r="34" fill="#111"/>',
    outer,
  );
  assert.deepEqual(eyes, []);
});

test('what floats beside the largest shape can be left out of the box', async () => {
  const body =
    '<rect x="30" y="30" width="60" height="60" fill="#d92a2a"/><circle cx="8" cy="8" r="4" fill="#ffffff"/>';
  const all = await measureDrawing(body, outer);
  const lone = await measureDrawing(body, outer, true);
  near(all.box[0], 4, 1, 'with the speck');
  near(lone.box[0], 30, 1, 'without the speck');
});
