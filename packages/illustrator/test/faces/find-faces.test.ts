// Faces on real photographs: found, counted, placed; and none seen where there is none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sharp } from 'sharp';
import { findFaces } from '../../src/index.js';
import { collage, decode, type PhotoName, photo } from './photos.js';

const people: PhotoName[] = ['astronaut', 'grace-hopper'];

/** Where the faces really are, read off the pictures by eye: the middle of the face and its width, as fractions. */
const truth = { astronaut: { x: 0.44, y: 0.22, width: 0.21 }, 'grace-hopper': { x: 0.52, y: 0.37, width: 0.4 } };

async function count(pipeline: Sharp): Promise<number> {
  return (await findFaces(await decode(pipeline))).length;
}

describe('findFaces on one person', () => {
  for (const name of ['astronaut', 'grace-hopper'] as const) {
    it(`finds the one face of ${name} where it is`, async () => {
      const faces = await findFaces(await decode(photo(name)));
      assert.equal(faces.length, 1);
      const [face] = faces;
      assert.ok(face);
      const [x0, y0, x1, y1] = face.box;
      const { x, y, width } = truth[name];
      assert.ok(Math.abs((x0 + x1) / 2 - x) < 0.04, `middle at ${(x0 + x1) / 2}`);
      assert.ok(Math.abs((y0 + y1) / 2 - y) < 0.05, `middle at ${(y0 + y1) / 2}`);
      assert.ok(x1 - x0 > width * 0.75 && x1 - x0 < width * 1.3, `width ${x1 - x0}`);
      assert.ok(face.score >= 0.75 && face.score <= 1);
    });

    it(`places the landmarks of ${name} as on a face`, async () => {
      const [face] = await findFaces(await decode(photo(name)));
      assert.ok(face);
      const { rightEye, leftEye, noseTip, mouth, rightEar, leftEar } = face.landmarks;
      // Seen from the front, the person's right is the picture's left.
      assert.ok(rightEar.x < rightEye.x && rightEye.x < leftEye.x && leftEye.x < leftEar.x);
      assert.ok(rightEye.y < noseTip.y && leftEye.y < noseTip.y && noseTip.y < mouth.y);
      const [x0, y0, x1, y1] = face.box;
      for (const { x, y } of [rightEye, leftEye, noseTip, mouth]) assert.ok(x > x0 && x < x1 && y > y0 && y < y1);
    });
  }

  for (const name of people) {
    it(`finds ${name} mirrored, in the mirrored place`, async () => {
      const [face] = await findFaces(await decode(photo(name)));
      const mirrored = await findFaces(await decode(photo(name).flop()));
      assert.equal(mirrored.length, 1);
      assert.ok(face && mirrored[0]);
      assert.ok(Math.abs(1 - face.box[2] - mirrored[0].box[0]) < 0.03);
    });

    it(`finds ${name} in grey, dark, blurred and badly compressed`, async () => {
      assert.equal(await count(photo(name).greyscale()), 1, 'grey');
      assert.equal(await count(photo(name).linear(0.35, 0)), 1, 'dark');
      assert.equal(await count(photo(name).blur(3)), 1, 'blurred');
      assert.equal(await count(photo(name).jpeg({ quality: 15 })), 1, 'compressed');
    });

    for (const degrees of [-60, -30, 30, 60, 90, 180, 270])
      it(`finds ${name} turned by ${degrees} degrees`, async () => {
        assert.equal(await count(photo(name).rotate(degrees, { background: '#777' })), 1);
      });
  }

  it('finds a face 40 pixels wide in a picture of 1024', async () => {
    // The astronaut's face is 107 of 512 pixels wide.
    const small = photo('astronaut').resize(Math.round((512 * 40) / 107));
    const faces = await findFaces(await collage(1024, 1024, [{ picture: small, left: 700, top: 640 }]));
    assert.equal(faces.length, 1);
    const [face] = faces;
    assert.ok(face && Math.abs(((face.box[2] - face.box[0]) * 1024) / 40 - 1) < 0.35);
  });

  it('finds a face under transparency laid on white', async () => {
    const picture = await decode(photo('astronaut'));
    for (let index = 3; index < picture.rgba.length; index += 4) picture.rgba[index] = 220;
    assert.equal((await findFaces(picture)).length, 1);
  });
});

describe('findFaces on several people', () => {
  it('counts two side by side and two one above the other', async () => {
    const [first, second] = [photo('astronaut').resize(400, 400), photo('grace-hopper').resize(400, 400)];
    const beside = await findFaces(
      await collage(800, 400, [
        { picture: first, left: 0, top: 0 },
        { picture: second, left: 400, top: 0 },
      ]),
    );
    assert.equal(beside.length, 2);
    assert.deepEqual(beside.map(({ box }) => box[0] < 0.5).sort(), [false, true]);
    const stacked = await findFaces(
      await collage(400, 800, [
        { picture: first, left: 0, top: 0 },
        { picture: second, left: 0, top: 400 },
      ]),
    );
    assert.equal(stacked.length, 2);
  });

  it('counts four, surest first', async () => {
    const parts = [0, 1, 2, 3].map((index) => ({
      picture: photo(index % 2 === 0 ? 'astronaut' : 'grace-hopper').resize(300, 300),
      left: (index % 2) * 300,
      top: Math.floor(index / 2) * 300,
    }));
    const faces = await findFaces(await collage(600, 600, parts));
    assert.equal(faces.length, 4);
    const scores = faces.map(({ score }) => score);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
  });

  it('counts one beside a cat', async () => {
    const parts = [
      { picture: photo('astronaut').resize(400, 400), left: 0, top: 0 },
      { picture: photo('chelsea').resize(400, 400), left: 400, top: 0 },
    ];
    assert.equal((await findFaces(await collage(800, 400, parts))).length, 1);
  });
});

describe('findFaces where there is nobody', () => {
  for (const name of ['chelsea', 'coffee', 'rocket'] as const)
    it(`sees no face in ${name}, upright or turned`, async () => {
      assert.equal(await count(photo(name)), 0);
      assert.equal(await count(photo(name).rotate(90)), 0);
    });

  it('sees no face in a flat picture or in a picture of one pixel', async () => {
    assert.deepEqual(await findFaces(await collage(640, 300, [])), []);
    assert.deepEqual(await findFaces({ rgba: new Uint8Array([9, 9, 9, 255]), width: 1, height: 1 }), []);
  });
});

describe('findFaces', () => {
  it('gives the same answer twice, also when asked twice at once', async () => {
    const picture = await decode(photo('grace-hopper'));
    const [first, second] = await Promise.all([findFaces(picture), findFaces(picture)]);
    assert.deepEqual(first, second);
    assert.deepEqual(await findFaces(picture), first);
  });

  it('refuses pixels that do not fill the size', async () => {
    const rgba = new Uint8Array(4 * 9);
    await assert.rejects(findFaces({ rgba, width: 3, height: 4 }), RangeError);
    await assert.rejects(findFaces({ rgba: new Uint8Array(), width: 0, height: 0 }), RangeError);
    await assert.rejects(findFaces({ rgba, width: Number.NaN, height: 3 }), RangeError);
  });
});
