// Bodies for Noto heads: no head floats, poses look different, clothes are seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beastNames, findBeast } from '../../src/artwork/beasts/beast.js';
import { conceptNames, findEntry } from '../../src/artwork/catalogue.js';
import { findPosedArtwork } from '../../src/artwork/choose-drawing.js';
import { openNotoStore } from '../../src/artwork/noto-store.js';
import { readOwnHead } from '../../src/artwork/own-files.js';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { coloursOf, inkOf } from './pixels.js';

const renderer = createArtworkRenderer();
const store = openNotoStore();

/** Noto drawings that are heads or busts and must never be shown as they are. */
const headsOnly =
  /^(fox|wolf|lion|bear|polar-bear|panda|koala|moose|unicorn|boar|hamster|frog|.*-face|woman|man|girl|boy|baby|child|person|old-(man|woman)|astronaut|cook|farmer|police-officer|firefighter|ninja|prince|princess|robot|alien|mage|vampire|zombie|elf|santa-claus|chicken)$/;

test('no head floats: the catalogue shows no drawing that is a head alone', () => {
  for (const concept of conceptNames()) assert.doesNotMatch(findEntry(concept)?.drawing ?? '', headsOnly, concept);
});

test('every beast has a head to carry', () => {
  assert.ok(beastNames().length >= 28);
  for (const name of beastNames()) {
    const head = findBeast(name)?.head ?? '';
    assert.ok(readOwnHead(head.replace(/^own:/, '')) !== undefined || store.has(head), `${name}: ${head}`);
  }
});

test('every beast of the catalogue exists', () => {
  for (const concept of conceptNames()) {
    const entry = findEntry(concept);
    for (const drawing of [entry?.drawing, entry?.posed])
      if (drawing?.startsWith('beast:')) assert.ok(findBeast(drawing.slice(6)), `${concept}: ${drawing}`);
  }
});

test('measures are those of an animal', () => {
  for (const name of beastNames()) {
    const beast = findBeast(name);
    assert.ok(beast);
    assert.ok(beast.length > beast.depth && beast.depth > beast.legWidth, name);
    assert.ok(beast.girth >= 0.7 && beast.girth <= 1.4, name);
    assert.ok(beast.eyes.length >= 1 && beast.eyes.length <= 2, name);
    for (const colour of [beast.coat, beast.shade, beast.chest, beast.socks, beast.paw, beast.lid])
      assert.match(colour, /^#[0-9a-f]{6}$/, name);
    for (const [x, y, radius] of beast.eyes)
      assert.ok(x > 10 && x < 118 && y > 10 && y < 118 && radius > 2 && radius < 14, name);
  }
});

test('legs reach the ground: the lowest rows are drawn at several places', async () => {
  for (const concept of ['fox', 'wolf', 'lion', 'bear', 'moose', 'unicorn', 'donkey']) {
    const { canvas } = await renderer.render({ concept, heightPx: 200, variant: 1 });
    const pixels = canvas.data();
    const row = canvas.height - 6;
    let runs = 0;
    let inside = false;
    for (let x = 0; x < canvas.width; x++) {
      const drawn = (pixels[(row * canvas.width + x) * 4 + 3] ?? 0) > 100;
      if (drawn && !inside) runs += 1;
      inside = drawn;
    }
    assert.ok(runs >= 2, `${concept}: ${runs} feet`);
  }
});

test('the head of a standing beast is at its left and above its back', () => {
  for (const concept of ['fox', 'wolf', 'lion', 'bear', 'panda', 'moose']) {
    const head = findPosedArtwork(concept, { variant: 1 })?.anchors.head;
    assert.ok(head && head[0] < 0.15 && head[1] < 0.2 && head[2] < 0.75, `${concept}: ${head}`);
  }
});

test('running stretches, sleeping flattens, sitting narrows', () => {
  for (const concept of ['fox', 'wolf', 'lion', 'bear']) {
    const aspect = (action: 'running' | 'sleeping' | 'sitting' | null) =>
      findPosedArtwork(concept, { action, variant: 1 })?.aspect ?? 0;
    assert.ok(aspect('running') > aspect(null) * 0.97, concept);
    assert.ok(aspect('sleeping') > aspect(null), concept);
    assert.ok(aspect('sitting') < aspect(null), concept);
  }
});

test('sleepers close their eyes', async () => {
  const awake = await renderer.render({ concept: 'cat', heightPx: 240, variant: 1, action: 'lying' });
  const asleep = await renderer.render({ concept: 'cat', heightPx: 240, variant: 1, action: 'sleeping' });
  const dark = (canvas: typeof awake.canvas) => coloursOf(canvas).get('black') ?? 0;
  assert.ok(dark(asleep.canvas) < dark(awake.canvas) * 0.85, `${dark(asleep.canvas)} of ${dark(awake.canvas)}`);
});

test('a red scarf, hat or sweater shows red', async () => {
  for (const concept of ['panda', 'wolf', 'rabbit', 'penguin', 'elephant'])
    for (const worn of ['scarf', 'hat', 'sweater']) {
      const bare = await renderer.render({ concept, heightPx: 160, variant: 1, action: 'sitting' });
      const dressed = await renderer.render({
        concept,
        heightPx: 160,
        variant: 1,
        action: 'sitting',
        wearing: [{ concept: worn, colour: 'red' }],
      });
      const red = (canvas: typeof bare.canvas) => coloursOf(canvas).get('red') ?? 0;
      assert.ok(
        red(dressed.canvas) > red(bare.canvas) + 0.012,
        `${concept} with a red ${worn}: ${red(dressed.canvas)}`,
      );
    }
});

test('what the prompt calls a thing beats its concept: a cowboy hat is broader than a hat of its kind', () => {
  const width = (noun: string) =>
    findPosedArtwork('hamster', { variant: 1, wearing: [{ concept: 'hat', noun, colour: null }] })?.aspect ?? 0;
  assert.notEqual(width('party hat'), width('cowboy hat'));
});

test('paws that hold are drawn in front of what they hold', async () => {
  for (const concept of ['kangaroo', 'fox', 'polar bear', 'squirrel']) {
    const { canvas, front, anchors } = await renderer.render({ concept, heightPx: 200, variant: 1, holding: true });
    assert.ok(front && anchors.grips, concept);
    assert.deepEqual([front.width, front.height], [canvas.width, canvas.height]);
    const [x0, y0, x1, y1] = inkOf(front);
    for (const [x, y] of anchors.grips)
      assert.ok(
        x * front.width >= x0 - 2 &&
          x * front.width <= x1 + 2 &&
          y * front.height >= y0 - 2 &&
          y * front.height <= y1 + 2,
        concept,
      );
    assert.ok((y1 - y0) / front.height < 0.2, `${concept}: the front is more than paws`);
  }
});
