// Our own things: each a whole drawing of sensible size, each reachable, none twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNames, findEntry } from '../../src/artwork/catalogue.js';
import { poseOf } from '../../src/artwork/choose-drawing.js';
import { drawOwnFile, ownFileNames, readOwnHead } from '../../src/artwork/own-files.js';

const pose = poseOf({ variant: 1 });

test('names are unique', () => {
  assert.equal(new Set(ownFileNames()).size, ownFileNames().length);
  assert.ok(ownFileNames().length >= 120);
});

test('every drawing of ours is shown by some concept', () => {
  const shown = new Set(
    conceptNames().flatMap((concept) => [
      findEntry(concept)?.drawing,
      ...Object.values(findEntry(concept)?.special ?? {}),
    ]),
  );
  for (const name of ownFileNames()) assert.ok(shown.has(`own:${name}`), name);
});

test('every drawing of ours that a concept names exists', () => {
  const known = new Set(ownFileNames());
  for (const concept of conceptNames()) {
    const drawing = findEntry(concept)?.drawing ?? '';
    if (drawing.startsWith('own:')) assert.ok(known.has(drawing.slice(4)), `${concept}: ${drawing}`);
  }
});

test('drawings fill their box and hold no black outline', () => {
  for (const name of ownFileNames()) {
    const drawing = drawOwnFile(name, pose);
    assert.ok(drawing, name);
    const [, , width, height] = drawing.outer;
    assert.ok(Math.max(width, height) > 90 && Math.max(width, height) < 520, `${name}: ${width} × ${height}`);
    assert.doesNotMatch(drawing.body, /stroke="#000000"|stroke="black"/, name);
    assert.doesNotMatch(drawing.body, /NaN|undefined|Infinity/, name);
  }
});

test('ids never clash within a drawing', () => {
  for (const name of ownFileNames()) {
    const ids = [...(drawOwnFile(name, pose)?.body ?? '').matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, name);
  }
});

test('anchors lie on the drawing', () => {
  for (const name of ownFileNames()) {
    const drawing = drawOwnFile(name, pose);
    assert.ok(drawing);
    const [x, y, width, height] = drawing.outer;
    for (const point of [drawing.anchors?.hands, drawing.anchors?.seat, drawing.anchors?.top])
      if (point) assert.ok(point[0] > x && point[0] < x + width && point[1] >= y && point[1] < y + height, name);
  }
});

test('robots and aliens bring their hands forward to hold', () => {
  for (const name of ['robot', 'alien']) {
    const rest = drawOwnFile(name, pose);
    const holding = drawOwnFile(name, poseOf({ variant: 1, holding: true }));
    assert.equal(rest?.front, undefined);
    assert.ok(holding?.front, name);
    assert.ok(holding.anchors?.grips, name);
  }
});

test('an unknown thing is not drawn', () => {
  assert.equal(drawOwnFile('snark', pose), undefined);
});

test('files are plain SVG: shapes and gradients, no text, script or link that another machine would read otherwise', () => {
  for (const name of ownFileNames()) {
    const drawing = drawOwnFile(name, pose);
    for (const [, tag] of (drawing?.body ?? '').matchAll(/<(\w+)/g))
      assert.match(
        tag ?? '',
        /^(g|path|rect|ellipse|defs|linearGradient|radialGradient|stop|clipPath)$/,
        `${name}: <${tag}>`,
      );
  }
});

test('heads of our own are read by name', () => {
  assert.match(readOwnHead('kangaroo') ?? '', /<path/);
  assert.equal(readOwnHead('snark'), undefined);
});

test('no name leads out of the folder', () => {
  for (const name of ['../catalogue/food', '..%2f..%2fpackage', 'a/b'])
    assert.equal(drawOwnFile(name, pose), undefined);
});
