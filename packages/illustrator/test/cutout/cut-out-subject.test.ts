// Cut-outs of real photographs, checked at places whose answer is plain to the eye, and of a made-up one, checked whole.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DecodedPicture } from '../../src/faces/picture-pyramid.js';
import { type CutOut, cutOutSubject } from '../../src/index.js';
import { decode, type PhotoName, photo } from '../faces/photos.js';

type Places = [x: number, y: number][];

/** Places in fractions of the picture: on the subject and beside it. */
const expected: Record<'astronaut' | 'grace-hopper' | 'coffee', { kind: string; on: Places; beside: Places }> = {
  astronaut: {
    kind: 'person',
    on: [
      [0.44, 0.2],
      [0.4, 0.07],
      [0.3, 0.65],
      [0.58, 0.6],
      [0.15, 0.75],
      [0.75, 0.85],
    ],
    beside: [
      [0.05, 0.1],
      [0.15, 0.3],
      [0.75, 0.2],
      [0.85, 0.45],
      [0.97, 0.55],
      [0.62, 0.3],
    ],
  },
  'grace-hopper': {
    kind: 'person',
    on: [
      [0.5, 0.35],
      [0.5, 0.1],
      [0.4, 0.85],
      [0.9, 0.9],
      [0.15, 0.9],
    ],
    beside: [
      [0.05, 0.2],
      [0.15, 0.5],
      [0.9, 0.3],
      [0.85, 0.1],
      [0.03, 0.6],
    ],
  },
  coffee: {
    kind: 'figure',
    on: [
      [0.48, 0.3],
      [0.35, 0.35],
      [0.45, 0.6],
      [0.3, 0.75],
      [0.5, 0.85],
    ],
    beside: [
      [0.05, 0.1],
      [0.1, 0.6],
      [0.9, 0.3],
      [0.93, 0.85],
      [0.8, 0.1],
    ],
  },
};

function alphaAt({ alpha }: CutOut, { width, height }: DecodedPicture, [x, y]: [number, number]): number {
  return alpha[Math.floor(y * height) * width + Math.floor(x * width)] ?? Number.NaN;
}

async function cutOut(name: PhotoName): Promise<{ picture: DecodedPicture; result: CutOut }> {
  const picture = await decode(photo(name));
  return { picture, result: await cutOutSubject(picture) };
}

describe('cutOutSubject on photographs', () => {
  for (const name of ['astronaut', 'grace-hopper', 'coffee'] as const)
    it(`cuts out ${name}`, async () => {
      const { picture, result } = await cutOut(name);
      const { kind, on, beside } = expected[name];
      assert.equal(result.kind, kind);
      assert.ok(result.score > 0.7, `score ${result.score}`);
      assert.equal(result.alpha.length, picture.width * picture.height);
      for (const place of on) assert.ok(alphaAt(result, picture, place) > 240, `on the subject: ${place}`);
      for (const place of beside) assert.ok(alphaAt(result, picture, place) < 15, `beside it: ${place}`);
    });

  it('fills most of the picture with a cat that does', async () => {
    const { picture, result } = await cutOut('chelsea');
    for (const place of [
      [0.4, 0.4],
      [0.5, 0.7],
      [0.3, 0.2],
      [0.1, 0.7],
    ] as Places)
      assert.ok(alphaAt(result, picture, place) > 240, `on the cat: ${place}`);
    assert.ok(alphaAt(result, picture, [0.95, 0.1]) < 15);
    assert.ok(result.score < 0.7, 'a subject that fills the picture is no clean cut-out');
  });

  it('says that a landscape has no subject to trust', async () => {
    const { result } = await cutOut('rocket');
    assert.ok(result.score < 0.5, `score ${result.score}`);
  });

  it('has a soft edge, but nowhere else', async () => {
    const { result } = await cutOut('astronaut');
    const soft = result.alpha.reduce((sum, value) => sum + (value > 10 && value < 245 ? 1 : 0), 0);
    assert.ok(soft > 300 && soft < result.alpha.length * 0.05, `${soft} soft pixels`);
  });

  it('keeps to a hint', async () => {
    const picture = await decode(photo('astronaut'));
    const result = await cutOutSubject(picture, { hint: [0.2, 0, 0.6, 0.4] });
    assert.ok(alphaAt(result, picture, [0.44, 0.2]) > 240);
    assert.ok(alphaAt(result, picture, [0.75, 0.85]) === 0);
    assert.ok(result.box[3] < 0.5);
  });

  it('gives the same bytes again, with faces found before or by itself', async () => {
    const picture = await decode(photo('grace-hopper'));
    const { findFaces } = await import('../../src/index.js');
    const first = await cutOutSubject(picture);
    const second = await cutOutSubject(picture, { faces: await findFaces(picture) });
    assert.deepEqual(first, second);
  });
});

/** A red, shaded ball on a grey-green, grainy ground. */
function ball(size: number, centreX: number, centreY: number, radius: number): DecodedPicture & { truth: Uint8Array } {
  const rgba = new Uint8Array(size * size * 4).fill(255);
  const truth = new Uint8Array(size * size);
  for (let index = 0; index < truth.length; index++) {
    const [x, y] = [index % size, Math.floor(index / size)];
    const distance = Math.hypot(x - centreX, y - centreY) / radius;
    const grain = 14 * Math.sin(x * 12.9898 + y * 78.233);
    truth[index] = distance <= 1 ? 1 : 0;
    const light = 1.15 - (0.5 * Math.hypot(x - centreX + radius * 0.4, y - centreY + radius * 0.4)) / radius;
    rgba.set(distance <= 1 ? [200 * light, 40 * light, 35 * light] : [96 + grain, 112 + grain, 92 + grain], 4 * index);
  }
  return { rgba, width: size, height: size, truth };
}

describe('cutOutSubject on made-up pictures', () => {
  it('follows the outline of a ball to a pixel or so', async () => {
    const picture = ball(320, 150, 170, 70);
    const result = await cutOutSubject(picture);
    const wrong = result.alpha.reduce(
      (sum, value, index) => sum + (value > 127 !== (picture.truth[index] === 1) ? 1 : 0),
      0,
    );
    assert.ok(wrong < 2 * Math.PI * 70 * 1.5, `${wrong} pixels`);
    const [x0, y0, x1, y1] = result.box.map((value) => value * 320) as [number, number, number, number];
    for (const [found, true_] of [
      [x0, 80],
      [y0, 100],
      [x1, 220],
      [y1, 240],
    ] as const)
      assert.ok(Math.abs(found - true_) < 6, `${found} for ${true_}`);
  });

  it('finds nothing in a flat picture and keeps it whole', async () => {
    const rgba = new Uint8Array(200 * 120 * 4).fill(180);
    const result = await cutOutSubject({ rgba, width: 200, height: 120 });
    assert.equal(result.kind, 'none');
    assert.equal(result.score, 0);
    assert.deepEqual(result.box, [0, 0, 1, 1]);
    assert.ok(result.alpha.every((value) => value === 255));
  });

  it('takes a picture of one pixel and refuses one of the wrong size', async () => {
    const one = await cutOutSubject({ rgba: new Uint8Array([1, 2, 3, 255]), width: 1, height: 1 });
    assert.equal(one.alpha.length, 1);
    await assert.rejects(cutOutSubject({ rgba: new Uint8Array(8), width: 1, height: 1 }), RangeError);
    await assert.rejects(cutOutSubject({ rgba: new Uint8Array(8), width: 1, height: 1 }, { faces: [] }), RangeError);
  });
});
