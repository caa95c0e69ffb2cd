// People: roles, clothes, colours, poses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNames, findEntry } from '../../src/artwork/catalogue.js';
import { findPosedArtwork, poseOf } from '../../src/artwork/choose-drawing.js';
import type { Worn } from '../../src/artwork/drawing.js';
import { openNotoStore } from '../../src/artwork/noto-store.js';
import { buildOf, skins } from '../../src/artwork/person/build.js';
import { findGarment } from '../../src/artwork/person/garments.js';
import { looksOf } from '../../src/artwork/person/looks.js';
import { outfitFor } from '../../src/artwork/person/outfit.js';
import { findRole, roleNames } from '../../src/artwork/person/roles.js';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { findHat } from '../../src/artwork/worn/hats.js';
import { findTrinket } from '../../src/artwork/worn/trinkets.js';
import type { ColourName } from '../../src/brief/vocabulary.js';
import { coloursOf, differingPixels } from './pixels.js';

const renderer = createArtworkRenderer();
const role = (name: string) => {
  const found = findRole(name);
  assert.ok(found, name);
  return found;
};
const worn = (concept: string, colour: ColourName | null = null, noun?: string): Worn => ({
  concept,
  colour,
  ...(noun && { noun }),
});

test('there are people for every walk of life', () => {
  assert.ok(roleNames().length >= 65);
  for (const name of [
    'woman',
    'man',
    'boy',
    'girl',
    'baby',
    'astronaut',
    'cook',
    'farmer',
    'doctor',
    'police officer',
    'samurai',
    'knight',
    'princess',
    'wizard',
    'pirate',
    'ninja',
  ])
    assert.ok(roleNames().includes(name), name);
});

test('every role of the catalogue exists, and every role is in the catalogue', () => {
  const shown = conceptNames()
    .map((concept) => findEntry(concept)?.drawing ?? '')
    .filter((drawing) => drawing.startsWith('person:'));
  for (const drawing of shown) assert.ok(findRole(drawing.slice(7)), drawing);
  for (const name of roleNames()) assert.ok(shown.includes(`person:${name}`), name);
});

test('every word of every role is something to wear', () => {
  for (const name of roleNames())
    for (const { word } of role(name).items)
      assert.ok(
        findGarment(word) || findHat(word) || findTrinket(word) || ['gloves', 'belt', 'stethoscope'].includes(word),
        `${name}: ${word}`,
      );
});

test('every tool of a role is a Noto drawing', () => {
  const store = openNotoStore();
  for (const name of roleNames()) {
    const { prop } = role(name);
    if (prop !== null) assert.ok(store.has(prop), `${name}: ${prop}`);
  }
});

test('adults tower over children, children over toddlers', () => {
  const top = (age: Parameters<typeof buildOf>[0]) => -buildOf(age).headY;
  assert.ok(top('man') > top('boy') && top('woman') > top('girl') && top('girl') > top('baby'));
  for (const age of ['man', 'woman', 'boy', 'girl', 'baby'] as const) {
    const { chinY, shoulderY, waistY, hipY, crotchY, kneeY, ankleY } = buildOf(age);
    const order = [chinY, shoulderY, waistY, hipY, crotchY, kneeY, ankleY, 0];
    assert.deepEqual(
      order,
      [...order].sort((one, other) => one - other),
      age,
    );
  }
});

test('faces of all tones and hair of all colours appear', () => {
  const looks = Array.from({ length: 60 }, (_, variant) => looksOf(role('person'), poseOf({ variant })));
  assert.equal(new Set(looks.map(({ skin }) => skin)).size, skins.length);
  assert.ok(new Set(looks.map(({ hair }) => hair)).size >= 4);
  assert.deepEqual(new Set(looks.map(({ age }) => age)), new Set(['woman', 'man']));
});

test('the brief decides on hair, the role on skin', () => {
  assert.equal(looksOf(role('woman'), poseOf({ variant: 3, wearing: [worn('hair', 'yellow')] })).hair, '#e0b25e');
  assert.equal(looksOf(role('zombie'), poseOf({ variant: 3 })).skin, '#9fbf7a');
  assert.equal(looksOf(role('old man'), poseOf({ variant: 3 })).hair, '#d8d8d6');
});

test('clothes go where they belong', () => {
  const outfit = outfitFor(
    role('woman'),
    poseOf({ variant: 1, wearing: [worn('dress', 'red'), worn('boot'), worn('hat', 'blue'), worn('glasses')] }),
  );
  assert.equal(outfit.top?.garment.slot, 'whole');
  assert.equal(outfit.bottom, null);
  assert.equal(outfit.shoes?.garment.hem, 'calf');
  assert.deepEqual(
    outfit.heads.map(({ word }) => word),
    ['hat'],
  );
  assert.deepEqual(
    outfit.trinkets.map(({ word }) => word),
    ['glasses'],
  );
});

test('a shirt over a role in a dress brings trousers along', () => {
  const outfit = outfitFor(role('princess'), poseOf({ variant: 1, wearing: [worn('sweater', 'green')] }));
  assert.equal(outfit.top?.garment.slot, 'top');
  assert.ok(outfit.bottom);
});

test('a new coat replaces the coat of the role, a cape hangs behind', () => {
  const doctor = outfitFor(role('doctor'), poseOf({ variant: 1, wearing: [worn('coat', 'black')] }));
  assert.equal(doctor.over.length, 1);
  const caped = outfitFor(role('boy'), poseOf({ variant: 1, wearing: [worn('coat', 'red', 'cape')] }));
  assert.ok(caped.cape);
});

test('a raincoat has a hood, in both languages', () => {
  for (const noun of ['raincoat', '雨衣']) {
    const { heads } = outfitFor(role('boy'), poseOf({ variant: 1, wearing: [worn('coat', 'yellow', noun)] }));
    assert.deepEqual(
      heads.map(({ word }) => word),
      ['hood'],
      noun,
    );
  }
});

test('the colour of a garment is the colour one sees', async () => {
  const asked: [string, Worn, readonly [number, number, number, number], ColourName][] = [
    ['woman', worn('dress', 'red'), [0.3, 0.4, 0.7, 0.7], 'red'],
    ['boy', worn('coat', 'yellow', 'raincoat'), [0.3, 0.5, 0.7, 0.75], 'yellow'],
    ['man', worn('suit', 'blue'), [0.25, 0.4, 0.45, 0.5], 'blue'],
    ['girl', worn('sweater', 'green'), [0.35, 0.42, 0.65, 0.52], 'green'],
    ['woman', worn('kimono', 'pink'), [0.3, 0.55, 0.7, 0.8], 'pink'],
    ['man', worn('t-shirt', 'orange'), [0.35, 0.36, 0.65, 0.46], 'orange'],
    ['woman', worn('hanfu', 'white'), [0.35, 0.6, 0.6, 0.8], 'white'],
    ['man', worn('jeans', 'black'), [0.3, 0.6, 0.45, 0.8], 'black'],
  ];
  for (const [concept, garment, box, colour] of asked)
    for (const variant of [1, 2, 3]) {
      const { canvas } = await renderer.render({ concept, heightPx: 240, variant, wearing: [garment] });
      assert.equal(
        [...coloursOf(canvas, box).keys()][0],
        colour,
        `${concept} in ${colour} ${garment.noun ?? garment.concept}`,
      );
    }
});

test('a person in a colour wears it, whatever the role', async () => {
  for (const concept of ['person', 'princess', 'doctor', 'wizard']) {
    const { canvas } = await renderer.render({ concept, heightPx: 200, variant: 5, colour: 'purple' });
    assert.ok((coloursOf(canvas).get('purple') ?? 0) > 0.18, concept);
  }
});

test('poses differ from one another', async () => {
  const seen: { action: string; canvas: Awaited<ReturnType<typeof renderer.render>>['canvas'] }[] = [];
  for (const action of [
    'standing',
    'sitting',
    'walking',
    'running',
    'jumping',
    'waving',
    'dancing',
    'singing',
    'reading',
    'sleeping',
  ] as const) {
    const { canvas } = await renderer.render({ concept: 'girl', heightPx: 120, variant: 2, action });
    for (const other of seen) {
      const same = other.canvas.width === canvas.width && differingPixels(other.canvas, canvas) < 60;
      assert.equal(same, false, `${action} looks like ${other.action}`);
    }
    seen.push({ action, canvas });
  }
});

test('crying shows tears, a smile is no frown', async () => {
  const blueIn = async (action: 'crying' | null) => {
    const { canvas, anchors } = await renderer.render({ concept: 'boy', heightPx: 300, variant: 1, action });
    return coloursOf(canvas, anchors.head).get('blue') ?? 0;
  };
  assert.ok((await blueIn('crying')) > (await blueIn(null)) + 0.005);
});

test('a couple is two, a family four, a crowd many', () => {
  const aspect = (concept: string) => findPosedArtwork(concept, { variant: 1 })?.aspect ?? 0;
  assert.ok(aspect('couple') > 0.5 && aspect('couple') < aspect('family') && aspect('family') < aspect('crowd') * 1.4);
});
