// Rendering: every concept comes out, tightly cropped, repeatable, mirrored when asked, with true anchors.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNames, findEntry } from '../../src/artwork/catalogue.js';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { coverage, differingPixels, inkOf } from './pixels.js';

const renderer = createArtworkRenderer();

/** Light fades out towards its edges: what is left there is too faint to count as ink. */
const fading: ReadonlySet<string> = new Set(['light beam']);

test('every concept of the catalogue is drawn: solid, tight, in the shape its row states', async () => {
  const wrong: string[] = [];
  for (const concept of conceptNames()) {
    const { canvas, front } = await renderer.render({ concept, heightPx: 64, variant: 1 });
    const [x0, y0, x1, y1] = inkOf(canvas);
    if (canvas.height !== 64) wrong.push(`${concept}: ${canvas.height} px high`);
    if (coverage(canvas) < 0.06) wrong.push(`${concept}: hardly anything drawn`);
    // Two pixels of 64 at most are spared at any side.
    const loose = x0 > 3 || y0 > 3 || x1 < canvas.width - 3 || y1 < canvas.height - 3;
    if (loose && !fading.has(concept))
      wrong.push(`${concept}: loose crop ${[x0, y0, canvas.width - x1, canvas.height - y1]}`);
    const stated = findEntry(concept)?.aspect ?? 0;
    if (findEntry(concept)?.kind !== 'person' && Math.abs(canvas.width / 64 / stated - 1) > 0.09)
      wrong.push(`${concept}: aspect ${(canvas.width / 64).toFixed(2)}, the row says ${stated}`);
    if (front !== null) wrong.push(`${concept}: holds nothing but has a front`);
  }
  assert.deepEqual(wrong, []);
});

test('the same request gives the same pixels, from another renderer too', async () => {
  for (const concept of ['kangaroo', 'fox', 'woman', 'windmill', 'boat']) {
    const request = { concept, heightPx: 120, variant: 77, colour: 'purple' as const };
    const [one, two, other] = [
      await renderer.render(request),
      await renderer.render(request),
      await createArtworkRenderer().render(request),
    ];
    assert.deepEqual(one.canvas.data(), two.canvas.data());
    assert.deepEqual(one.canvas.data(), other.canvas.data());
    assert.deepEqual(one.anchors, other.anchors);
  }
});

test('variants of one kind differ', async () => {
  for (const concept of ['apple', 'boy', 'fox', 'car']) {
    const one = await renderer.render({ concept, heightPx: 100, variant: 1 });
    const two = await renderer.render({ concept, heightPx: 100, variant: 2 });
    const same = one.canvas.width === two.canvas.width && Buffer.compare(one.canvas.data(), two.canvas.data()) === 0;
    assert.equal(same, false, concept);
  }
});

test('a flip mirrors pixels, anchors and detail', async () => {
  const request = { concept: 'fox', heightPx: 100, variant: 5 };
  const plain = await renderer.render(request);
  const flipped = await renderer.render({ ...request, flip: true });
  const { width, height } = plain.canvas;
  const [a, b] = [plain.canvas.data(), flipped.canvas.data()];
  let differing = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 4; channel++)
        if (Math.abs((a[(y * width + x) * 4 + channel] ?? 0) - (b[(y * width + width - 1 - x) * 4 + channel] ?? 0)) > 2)
          differing += 1;
  assert.equal(differing, 0);
  const [head, mirrored] = [plain.anchors.head, flipped.anchors.head];
  assert.ok(head && mirrored);
  assert.ok(Math.abs(head[0] + mirrored[2] - 1) < 1e-9);
  assert.equal(plain.detail.length, flipped.detail.length);
  assert.ok(Math.abs((plain.detail[0]?.[0] ?? 0) + (flipped.detail[0]?.[2] ?? 0) - 1) < 1e-9);
});

test('what carries letters is never mirrored', async () => {
  for (const concept of ['stop sign', 'taxi', 'clock']) {
    const plain = await renderer.render({ concept, heightPx: 90, variant: 1 });
    const flipped = await renderer.render({ concept, heightPx: 90, variant: 1, flip: true });
    assert.equal(differingPixels(plain.canvas, flipped.canvas), 0, concept);
  }
});

test('unknown concepts and impossible sizes are refused', async () => {
  await assert.rejects(renderer.render({ concept: 'snark', heightPx: 100, variant: 1 }), {
    name: 'RangeError',
    message: /snark/,
  });
  for (const heightPx of [0, 7, 4097, Number.NaN, Number.POSITIVE_INFINITY, -5])
    await assert.rejects(renderer.render({ concept: 'fox', heightPx, variant: 1 }), {
      name: 'RangeError',
      message: /heightPx/,
    });
});

test('the stars around the lighthouse and the mountain are left out', async () => {
  for (const concept of ['lighthouse', 'mountain', 'rocket']) {
    const { canvas } = await renderer.render({ concept, heightPx: 128, variant: 1 });
    // Count shapes: a flood fill from every drawn pixel must find one.
    const pixels = canvas.data();
    const seen = new Uint8Array(canvas.width * canvas.height);
    let shapes = 0;
    for (let start = 0; start < seen.length; start++) {
      if (seen[start] || (pixels[start * 4 + 3] ?? 0) < 60) continue;
      shapes += 1;
      const stack = [start];
      for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
        if (at < 0 || at >= seen.length || seen[at] || (pixels[at * 4 + 3] ?? 0) < 8) continue;
        seen[at] = 1;
        stack.push(at - 1, at + 1, at - canvas.width, at + canvas.width);
      }
    }
    assert.equal(shapes, 1, concept);
  }
});

test('eyes and faces are pointed out for finer strokes', async () => {
  for (const concept of ['fox', 'woman', 'cat', 'elephant', 'robot', 'frog', 'owl']) {
    const { detail } = await renderer.render({ concept, heightPx: 200, variant: 2 });
    assert.ok(detail.length > 0, concept);
    for (const [x0, y0, x1, y1] of detail)
      assert.ok(x0 < x1 && y0 < y1 && x0 > -0.1 && y0 > -0.1 && x1 < 1.1 && y1 < 1.1, concept);
  }
});

test('materials show: wood is brown, glass lets light through, stone is grey', async () => {
  const wood = await renderer.render({ concept: 'chair', heightPx: 120, variant: 1, material: 'wood' });
  assert.ok(coverage(wood.canvas) > 0.2);
  const glass = await renderer.render({ concept: 'apple', heightPx: 120, variant: 1, material: 'glass' });
  const middle = glass.canvas.data()[(60 * glass.canvas.width + Math.floor(glass.canvas.width / 2)) * 4 + 3] ?? 0;
  assert.ok(middle > 100 && middle < 220, `${middle}`);
});
