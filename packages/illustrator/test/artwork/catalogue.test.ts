// The catalogue: its rows are whole, its drawings exist, its measurements are true.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNames, findArtwork, findEntry } from '../../src/artwork/catalogue.js';
import { findPosedArtwork } from '../../src/artwork/choose-drawing.js';
import { openNotoStore } from '../../src/artwork/noto-store.js';
import { getLexicon } from '../../src/lexicon/lexicon.js';

test('concepts are lower-case English and unique', () => {
  const names = conceptNames();
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9 '-]*$/);
});

test('every row states a height, a shape and a pose', () => {
  for (const name of conceptNames()) {
    const artwork = findArtwork(name);
    assert.ok(artwork, name);
    assert.ok(artwork.heightM > 0 && artwork.heightM < 2000, `${name}: ${artwork.heightM} m`);
    assert.ok(artwork.aspect > 0.1 && artwork.aspect < 10, `${name}: aspect ${artwork.aspect}`);
    for (const value of Object.values(artwork.anchors).flat()) assert.ok(value >= -0.2 && value <= 1.2, name);
  }
});

test('an unknown concept is not found', () => {
  assert.equal(findArtwork('gryphon on rollerblades'), undefined);
});

test('living things outgrow what they eat', () => {
  const height = (name: string) => findEntry(name)?.heightM ?? Number.NaN;
  assert.ok(height('elephant') > height('horse'));
  assert.ok(height('horse') > height('dog'));
  assert.ok(height('dog') > height('apple'));
});

test('the eighty everyday classes of COCO are all drawn', () => {
  const classes =
    'person, bicycle, car, motorcycle, airplane, bus, train, truck, boat, traffic light, fire hydrant, stop sign, parking meter, bench, bird, cat, dog, ' +
    'horse, sheep, cow, elephant, bear, zebra, giraffe, backpack, umbrella, handbag, tie, suitcase, frisbee, skis, snowboard, sports ball, kite, baseball bat, ' +
    'baseball glove, skateboard, surfboard, tennis racket, bottle, wine glass, cup, fork, knife, spoon, bowl, banana, apple, sandwich, orange, broccoli, carrot, ' +
    'hot dog, pizza, donut, cake, chair, couch, potted plant, bed, dining table, toilet, tv, laptop, computer mouse, remote, keyboard, cell phone, microwave, ' +
    'oven, toaster, sink, refrigerator, book, clock, vase, scissors, teddy bear, hair drier, toothbrush';
  const names = classes.split(', ');
  assert.equal(names.length, 80);
  assert.deepEqual(
    names.filter((name) => findArtwork(name) === undefined),
    [],
  );
});

test('whatever the reader can name can be drawn', () => {
  // Parts and qualities that are no subjects by themselves, and the sky's own.
  const noSubjects = ['aurora', 'beard', 'belt', 'body', 'dust', 'eyes', 'fur', 'hair', 'horns', 'mane', 'tail'];
  const missing = getLexicon()
    .concepts()
    .filter((concept) => findArtwork(concept) === undefined && !noSubjects.includes(concept));
  assert.deepEqual(missing, []);
});

test('rows that name several concepts draw them alike', () => {
  assert.equal(findEntry('cup')?.drawing, findEntry('mug')?.drawing);
});

test('every Noto drawing a row names exists', () => {
  const store = openNotoStore();
  for (const name of conceptNames()) {
    const entry = findEntry(name);
    for (const drawing of [entry?.drawing ?? '', ...Object.values(entry?.special ?? {})])
      if (!drawing.includes(':')) assert.ok(store.has(drawing), `${name}: ${drawing}`);
  }
});

test('kinds are what they should be', () => {
  const kinds = {
    fox: 'animal',
    woman: 'person',
    dragon: 'fantasy',
    boat: 'vehicle',
    castle: 'building',
    tree: 'plant',
    apple: 'food',
    couch: 'furniture',
    guitar: 'object',
    moon: 'nature',
  };
  for (const [name, kind] of Object.entries(kinds)) assert.equal(findArtwork(name)?.kind, kind, name);
});

test('what swims, flies and hangs says so', () => {
  const stances = {
    boat: 'swims',
    fish: 'underwater',
    airplane: 'flies',
    fox: 'stands',
    sloth: 'hangs',
    pizza: 'lies',
    moon: 'sky',
  };
  for (const [name, stance] of Object.entries(stances)) assert.equal(findArtwork(name)?.stance, stance, name);
});

test('mounts and seats can be sat on', () => {
  for (const name of ['horse', 'elephant', 'motorcycle', 'bicycle', 'chair', 'couch', 'bench', 'dragon', 'turtle']) {
    const entry = findEntry(name);
    const seat = entry?.anchors.seat ?? findPosedArtwork(name, { variant: 1 })?.anchors.seat;
    assert.ok(seat && seat[0] > 0.2 && seat[0] < 0.8 && seat[1] < 0.75, name);
  }
});
