// Our own things: each a whole drawing of sensible size, each reachable, none twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNames, findEntry } from '../../src/artwork/catalogue.js';
import { poseOf } from '../../src/artwork/choose-drawing.js';
import { drawObject, objectNames } from '../../src/artwork/objects/find-object.js';

const pose = poseOf({ variant: 1 });

test('names are unique', () => {
  assert.equal(new Set(objectNames()).size, objectNames().length);
  assert.ok(objectNames().length >= 120);
});

test('every drawing of ours is shown by some concept', () => {
  const shown = new Set(
    conceptNames().flatMap((concept) => [
      findEntry(concept)?.drawing,
      ...Object.values(findEntry(concept)?.special ?? {}),
    ]),
  );
  for (const name of objectNames()) assert.ok(shown.has(`own:${name}`), name);
});

test('every drawing of ours that a concept names exists', () => {
  const known = new Set(objectNames());
  for (const concept of conceptNames()) {
    const drawing = findEntry(concept)?.drawing ?? '';
    if (drawing.startsWith('own:')) assert.ok(known.has(drawing.slice(4)), `${concept}: ${drawing}`);
  }
});

test('drawings fill their box and hold no black outline', () => {
  for (const name of objectNames()) {
    const drawing = drawObject(name, pose);
    assert.ok(drawing, name);
    const [, , width, height] = drawing.outer;
    assert.ok(Math.max(width, height) > 90 && Math.max(width, height) < 520, `${name}: ${width} × ${height}`);
    assert.doesNotMatch(drawing.body, /stroke="#000000"|stroke="black"/, name);
    assert.doesNotMatch(drawing.body, /NaN|undefined|Infinity/, name);
  }
});

test('ids never clash within a drawing', () => {
  for (const name of objectNames()) {
    const ids = [...(drawObject(name, pose)?.body ?? '').matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, name);
  }
});

test('anchors lie on the drawing', () => {
  for (const name of objectNames()) {
    const drawing = drawObject(name, pose);
    assert.ok(drawing);
    const [x, y, width, height] = drawing.outer;
    for (const point of [drawing.anchors?.hands, drawing.anchors?.seat, drawing.anchors?.top])
      if (point) assert.ok(point[0] > x && point[0] < x + width && point[1] >= y && point[1] < y + height, name);
  }
});

test('robots and aliens bring their hands forward to hold', () => {
  for (const name of ['robot', 'alien']) {
    const rest = drawObject(name, pose);
    const holding = drawObject(name, poseOf({ variant: 1, holding: true }));
    assert.equal(rest?.front, undefined);
    assert.ok(holding?.front, name);
    assert.ok(holding.anchors?.grips, name);
  }
});

test('an unknown thing is not drawn', () => {
  assert.equal(drawObject('snark', pose), undefined);
});
