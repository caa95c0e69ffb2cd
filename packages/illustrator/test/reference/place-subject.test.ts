// A subject in a new scene: named, placed, kept.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import type { CutPicture } from '../../src/reference/cut-picture.js';
import { drawnBox, leanOnFrame, nameReference, reinterpret } from '../../src/reference/place-subject.js';
import type { PlacedSubject } from '../../src/scene/scene.js';
import { photoBytes, repaint } from './fixtures.js';

/** A subject as the planner places it. */
function placed(box: [number, number, number, number]): PlacedSubject {
  return {
    noun: 'cat',
    concept: 'cat',
    colour: null,
    secondColour: null,
    material: null,
    action: null,
    source: 0,
    box,
    depth: 0.3,
    order: 10,
    flip: false,
    tilt: 4,
    contact: 'grass',
    wearing: [],
    holding: false,
    worn: false,
    seed: 1,
    picture: null,
  };
}

/** A cut-out that runs out of the given sides. */
function cutAt(sides: Partial<CutPicture['cutOff']>, width = 300, height = 400): CutPicture {
  return {
    picture: { width, height, rgba: new Uint8ClampedArray(width * height * 4).fill(255) },
    alpha: new Uint8Array(1),
    left: 0,
    top: 0,
    kind: 'person',
    cutOff: { left: false, right: false, top: false, bottom: false, ...sides },
  };
}

describe('nameReference', () => {
  const read = (prompt: string): ReturnType<typeof readPrompt> => readPrompt(prompt, { hasReference: true });

  it('takes the first subject, once', () => {
    const { brief, at } = nameReference(read('three cats in a forest'), 'figure');
    assert.equal(at, 0);
    assert.equal(brief.subjects[0]?.concept, 'cat');
    assert.equal(brief.subjects[0]?.count, 1);
  });

  it('takes the person of the prompt for a person', () => {
    const { brief, at } = nameReference(read('a dog beside a woman'), 'person');
    assert.equal(brief.subjects[at]?.concept, 'woman');
  });

  it('adds one when the prompt names none', () => {
    const { brief, at } = nameReference(read('on the beach at sunset'), 'salient');
    assert.deepEqual([at, brief.subjects.length, brief.subjects[0]?.count], [0, 1, 1]);
  });

  it('leaves the brief it was given alone', () => {
    const brief = read('three cats');
    const before = structuredClone(brief);
    nameReference(brief, 'figure');
    assert.deepEqual(brief, before);
  });
});

describe('leanOnFrame', () => {
  const subject = placed([0.3, 0.3, 0.6, 0.8]);

  it('leaves a whole subject where it stands', () => {
    assert.equal(leanOnFrame(subject, cutAt({}), 1), subject);
  });

  it('lets a bust rise from the lower edge, without feet', () => {
    const { box, contact } = leanOnFrame(subject, cutAt({ bottom: true }), 1);
    assert.ok(box[3] >= 1 && box[1] > 0.1, String(box));
    assert.equal(contact, 'air');
  });

  it('holds on to the side that is cut', () => {
    assert.equal(leanOnFrame(subject, cutAt({ left: true, bottom: true }), 1).box[0], 0);
    assert.ok(Math.abs(leanOnFrame(subject, cutAt({ right: true, bottom: true }), 1).box[2] - 1) < 1e-9);
  });

  it('covers the frame with what is cut on every side', () => {
    for (const aspect of [0.5625, 1, 1.7778]) {
      const { box } = leanOnFrame(subject, cutAt({ left: true, right: true, top: true, bottom: true }), aspect);
      assert.ok(box[0] <= 0.001 && box[1] <= 0.001 && box[2] >= 0.999 && box[3] >= 0.999, `${aspect}: ${box}`);
    }
  });

  it('keeps the proportions of the picture', () => {
    for (const sides of [{ bottom: true }, { left: true }, { top: true, bottom: true }, { left: true, right: true }]) {
      for (const aspect of [0.5625, 1, 1.7778]) {
        const { box } = leanOnFrame(subject, cutAt(sides), aspect);
        assert.ok(Math.abs(((box[2] - box[0]) * aspect) / (box[3] - box[1]) - 0.75) < 1e-6, JSON.stringify(sides));
      }
    }
  });
});

describe('drawnBox', () => {
  it('fits the picture into its box, standing on its lower edge', () => {
    const picture = { width: 100, height: 50, rgba: new Uint8ClampedArray(0) };
    const corners = (contact: PlacedSubject['contact']): number[] =>
      Object.values(drawnBox({ ...placed([0.1, 0.2, 0.5, 0.8]), contact }, picture, 1000, 1000)).map(Math.round);
    assert.deepEqual(corners('grass'), [100, 600, 500, 800]);
    assert.deepEqual(corners('air'), [100, 400, 500, 600]);
  });
});

describe('reinterpret', () => {
  const rgba = new Uint8ClampedArray(64 * 64 * 4);
  for (let p = 0; p < rgba.length; p += 4) rgba.set([((p * 7919) >> 3) % 256, 128, 90, p % 512 < 256 ? 255 : 0], p);
  const picture = { width: 64, height: 64, rgba };

  it('hands back the picture itself from one half on', () => {
    assert.equal(reinterpret(picture, 0.5), picture);
  });

  it('smooths the more the lower, and never touches alpha', () => {
    const rough = (other: Uint8ClampedArray): number => {
      let sum = 0;
      for (let p = 4; p < other.length; p += 4) sum += Math.abs((other[p] as number) - (other[p - 4] as number));
      return sum;
    };
    const free = reinterpret(picture, 0).rgba;
    assert.ok(rough(free) < rough(reinterpret(picture, 0.3).rgba));
    assert.ok(rough(reinterpret(picture, 0.3).rgba) < rough(rgba));
    for (let p = 3; p < rgba.length; p += 4) assert.equal(free[p], rgba[p]);
  });
});

describe('a subject reference', () => {
  it('sets the cup into the scene of the prompt', async () => {
    const { rgba, plan } = await repaint(await photoBytes('coffee'), {
      kind: 'subject',
      prompt: 'a cup of coffee on the beach',
      imageFidelity: 1,
      width: 384,
      height: 256,
    });
    assert.equal(plan.setting, 'beach');
    const [cup] = plan.subjects;
    assert.ok(cup && /coffee|cup/.test(cup.concept));
    // The crema's orange is in the picture, where the plan says.
    const [x0, y0, x1, y1] = cup.box;
    let crema = 0;
    for (let y = Math.floor(y0 * 256); y < y1 * 256; y += 1)
      for (let x = Math.floor(x0 * 384); x < x1 * 384; x += 1) {
        const p = (y * 384 + x) * 4;
        if ((rgba[p] as number) > 150 && (rgba[p + 2] as number) < (rgba[p] as number) * 0.45) crema += 1;
      }
    assert.ok(crema > 60, `${crema} pixels of crema`);
  });

  it('gives equal pictures for equal requests and others for other seeds', async () => {
    const bytes = await photoBytes('coffee');
    const wish = { kind: 'subject', prompt: 'a cup in a kitchen', width: 192, height: 192 } as const;
    const [first, again, other] = await Promise.all([
      repaint(bytes, wish),
      repaint(bytes, wish),
      repaint(bytes, { ...wish, seed: 4 }),
    ]);
    assert.deepEqual(again, first);
    assert.notDeepEqual(other.rgba, first.rgba);
  });
});
