// Framing: portraits from the hips up, full vases, room windows, humble houses, the beam of a lighthouse, boards over doors.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { planPrompt } from '../../src/illustrate.js';
import { listInstances } from '../../src/scene/instances.js';
import { planScene } from '../../src/scene/plan-scene.js';
import type { Box, Scene } from '../../src/scene/scene.js';
import { toPlan } from '../../src/scene/to-plan.js';

const sceneOf = (prompt: string, seed = 5): Scene =>
  planScene(readPrompt(prompt), { width: 1024, height: 1024, seed, index: 0 });

function subjectOf(scene: Scene, concept: string): Scene['subjects'][number] {
  const found = scene.subjects.find((subject) => subject.concept === concept);
  assert.ok(found, `no ${concept}`);
  return found;
}

const tallness = ([, y0, , y1]: Box): number => y1 - y0;

describe('a portrait', () => {
  for (const prompt of ['portrait of an old man with white beard', '一位老人的肖像', 'close-up of a woman'])
    for (const seed of [1, 2, 3])
      it(`shows the upper half, large, crown and sides in the frame: ${prompt}, seed ${seed}`, () => {
        const [person] = sceneOf(prompt, seed).subjects;
        assert.ok(person);
        const [x0, y0, x1, y1] = person.box;
        assert.ok(y0 > 0.04 && y0 < 0.2, `crown at ${y0}`);
        assert.ok(y1 > 1.2, `feet at ${y1}`);
        assert.ok(x0 >= 0 && x1 <= 1, `${x0}…${x1}`);
      });
  for (const prompt of [
    'an old man',
    'portrait of a man riding a horse',
    'portrait of a cat',
    'portrait of two women',
    "portrait of a man holding a sign that says 'HI'",
  ])
    it(`leaves whole what needs its feet or hands: ${prompt}`, () => {
      for (const { box } of sceneOf(prompt).subjects) assert.ok(box[3] <= 1, `${box}`);
    });
});

describe('flowers in a vase', () => {
  it('meet in its mouth and lean apart, behind it', () => {
    const scene = sceneOf('a vase of sunflowers');
    const vase = subjectOf(scene, 'vase');
    const flowers = scene.subjects.filter(({ concept }) => concept === 'sunflower');
    assert.equal(flowers.length, 3);
    assert.equal(new Set(flowers.map(({ tilt }) => Math.round(tilt))).size, 3);
    for (const { box, order, tilt } of flowers) {
      assert.ok(order < vase.order);
      // The foot of a leaning stem: half its height from the middle, against the lean.
      const angle = (tilt * Math.PI) / 180;
      const foot = [
        (box[0] + box[2]) / 2 - (Math.sin(angle) * tallness(box)) / 2,
        (box[1] + box[3]) / 2 + (Math.cos(angle) * tallness(box)) / 2,
      ] as const;
      assert.ok(Math.abs(foot[0] - (vase.box[0] + vase.box[2]) / 2) < 0.02, `foot at ${foot}`);
      assert.ok(foot[1] > vase.box[1] && foot[1] < vase.box[3], `foot at ${foot}`);
    }
  });
  it('leaves apples upright in their bowl', () => {
    for (const { tilt } of sceneOf('a bowl of apples').subjects) assert.equal(tilt, 0);
  });
});

describe('the window of a room', () => {
  it('is the one the room has, and takes no room from the sofa', () => {
    const scene = sceneOf('Modern minimalist living room with a gray sofa, a plant and big windows');
    const room = scene.layers.find((layer) => layer.kind === 'room');
    assert.ok(room?.kind === 'room' && room.window);
    const windows = scene.subjects.filter(({ concept }) => concept === 'window');
    assert.deepEqual(
      windows.map(({ box }) => box),
      [room.window],
    );
    const sofa = subjectOf(scene, 'couch').box;
    assert.ok(sofa[2] - sofa[0] > 0.22, `${sofa}`);
  });
  it('is drawn by itself when counted or coloured', () => {
    for (const prompt of ['a living room with a red window and a sofa', 'a living room with two windows and a sofa']) {
      const scene = sceneOf(prompt);
      const room = scene.layers.find((layer) => layer.kind === 'room');
      assert.ok(room?.kind === 'room' && room.window === null, prompt);
    }
  });
});

describe('sizes', () => {
  const heights = (prompt: string): Map<string, number> =>
    new Map(
      listInstances(readPrompt(prompt), new Map(), new Map()).instances.map((each) => [each.concept, each.height]),
    );
  it('keep a horse visible beside a tree and a castle', () => {
    for (const [prompt, big] of [
      ['一匹白马站在一棵树旁边', 'tree'],
      ['a horse beside a castle', 'castle'],
    ] as const) {
      const sizes = heights(prompt);
      const share = (sizes.get('horse') ?? 0) / (sizes.get(big) ?? 1);
      assert.ok(share > 0.45 && share < 1, `${prompt}: ${share}`);
    }
  });
  it('keep the thing a picture is about larger than the flowers with it', () => {
    const sizes = heights('a perfume bottle on a marble table with white flowers');
    assert.ok((sizes.get('bottle') ?? 0) > (sizes.get('flower') ?? 1));
  });
});

describe('a lighthouse', () => {
  it('shines at night, and the plan lists only what was asked for', () => {
    const scene = sceneOf('a lighthouse at night');
    const tower = subjectOf(scene, 'lighthouse');
    const beam = subjectOf(scene, 'light beam');
    assert.ok(beam.order < tower.order);
    const lampY = (beam.box[1] + beam.box[3]) / 2;
    assert.ok(lampY > tower.box[1] && lampY < tower.box[1] + 0.3 * tallness(tower.box), `lamp at ${lampY}`);
    assert.deepEqual(
      toPlan(scene).subjects.map(({ concept }) => concept),
      ['lighthouse'],
    );
  });
  it('does not by day', () => {
    assert.ok(!sceneOf('a lighthouse at noon').subjects.some(({ concept }) => concept === 'light beam'));
  });
});

describe('a name over a door', () => {
  it('stands inside the upper part of the shop', async () => {
    const plan = await planPrompt("a bakery with a sign that says 'FRESH BREAD'", { seed: 3 });
    const shop = plan.subjects.find(({ concept }) => concept === 'shop')?.box;
    const text = plan.lettering[0]?.box;
    assert.ok(shop && text);
    assert.ok(text[0] > shop[0] && text[2] < shop[2] && text[1] > shop[1], `${text} in ${shop}`);
    assert.ok(text[3] < shop[1] + (shop[3] - shop[1]) * 0.4, `${text} in ${shop}`);
  });
});
