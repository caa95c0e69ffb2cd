// Posed facts: what a planner is told before painting is what gets painted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conceptNames, findArtwork } from '../../src/artwork/catalogue.js';
import { findPosedArtwork, type PoseRequest } from '../../src/artwork/choose-drawing.js';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { inkOf } from './pixels.js';

const renderer = createArtworkRenderer();
const posed = (concept: string, request: Partial<PoseRequest> = {}) => {
  const facts = findPosedArtwork(concept, { variant: 4, ...request });
  assert.ok(facts, concept);
  return facts;
};

test('aspect and anchors foretell the rendering, for any concept and pose', async () => {
  const request = fc.record({
    concept: fc.constantFrom(
      'fox',
      'bear',
      'woman',
      'boy',
      'knight',
      'robot',
      'cat',
      'kangaroo',
      'panda',
      'frog',
      'couch',
      'windmill',
      'couple',
      'princess',
    ),
    action: fc.constantFrom(null, 'sitting', 'sleeping', 'running', 'waving', 'walking', 'jumping', 'reading'),
    holding: fc.constantFrom(false, 'both', 'one'),
    wearing: fc.constantFrom([], [{ concept: 'hat', colour: 'red' }], [{ concept: 'scarf', colour: null }]),
    variant: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ concept, ...pose }) => {
      const wanted = pose as PoseRequest;
      const facts = findPosedArtwork(concept, wanted);
      const { canvas, anchors } = await renderer.render({ concept, heightPx: 100, ...wanted });
      assert.ok(facts);
      assert.ok(Math.abs(canvas.width / canvas.height / facts.aspect - 1) < 0.03);
      assert.deepEqual(anchors, facts.anchors);
      const [x0, y0, x1, y1] = inkOf(canvas);
      assert.ok(x0 <= 4 && y0 <= 4 && x1 >= canvas.width - 4 && y1 >= canvas.height - 4, 'crop is loose');
    }),
    { numRuns: 60 },
  );
});

test('a Noto drawing at rest keeps the facts of its row', () => {
  assert.deepEqual(posed('castle'), findArtwork('castle'));
  assert.deepEqual(posed('cat'), findArtwork('cat'));
});

test('lying makes wide, sitting makes low, standing is tall', () => {
  for (const concept of ['woman', 'man', 'girl']) {
    assert.ok(posed(concept, { action: 'sleeping' }).aspect > 1.6, concept);
    assert.ok(posed(concept).aspect < 0.6, concept);
    assert.ok(posed(concept, { action: 'sitting' }).aspect > posed(concept).aspect, concept);
  }
  for (const concept of ['cat', 'dog', 'fox', 'bear'])
    assert.ok(posed(concept, { action: 'sleeping' }).aspect > 1.5, concept);
});

test('who holds something has two grips below the chin, left before right', () => {
  for (const concept of [
    'kangaroo',
    'fox',
    'bear',
    'panda',
    'elephant',
    'cat',
    'dog',
    'woman',
    'boy',
    'astronaut',
    'robot',
    'alien',
    'knight',
  ]) {
    const { anchors } = posed(concept, { holding: true });
    assert.ok(anchors.grips, concept);
    const [left, right] = anchors.grips;
    assert.ok(left[0] < right[0], concept);
    assert.ok(right[0] - left[0] > 0.2, `${concept}: ${right[0] - left[0]}`);
    if (anchors.head) assert.ok(left[1] > anchors.head[3] - 0.12, `${concept}: grips in the face`);
    assert.ok(left[1] > 0.3 && left[1] < 0.9, concept);
    const hands = anchors.hands;
    assert.ok(hands && hands[0] > left[0] && hands[0] < right[0], concept);
  }
});

test('one hand out reaches to the side', () => {
  for (const concept of ['boy', 'girl', 'man', 'woman']) {
    const { anchors } = posed(concept, { holding: 'one' });
    assert.ok(anchors.hands && anchors.hands[0] > 0.7, concept);
    assert.equal(anchors.grips, undefined);
  }
});

test('a black cat is the black cat, a green apple the green apple', async () => {
  const cat = await renderer.render({ concept: 'cat', heightPx: 90, variant: 1 });
  const black = await renderer.render({ concept: 'cat', heightPx: 90, variant: 1, colour: 'black' });
  assert.notEqual(cat.canvas.width, black.canvas.width);
});

test('birds that fly spread their wings', () => {
  assert.ok(Math.abs(posed('bird', { action: 'flying' }).aspect - posed('bird').aspect) > 0.02);
});

test('nothing is known about what is not in the catalogue', () => {
  assert.equal(findPosedArtwork('snark', { variant: 1 }), undefined);
});

test('every concept can be asked to do anything without a fault', () => {
  for (const concept of conceptNames())
    for (const action of ['sitting', 'flying', 'sleeping', 'dancing', 'burning'] as const) {
      const facts = posed(concept, {
        action,
        holding: action === 'sitting',
        wearing: [{ concept: 'crown', colour: null }],
      });
      assert.ok(facts.aspect > 0.05 && facts.aspect < 12, `${action} ${concept}: ${facts.aspect}`);
    }
});
