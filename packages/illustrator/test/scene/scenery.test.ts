// Small planners of scenery: effects, clashes, second places, postures, sizes of signs, rooms' light.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findArtwork } from '../../src/artwork/catalogue.js';
import type { SettingName } from '../../src/brief/vocabulary.js';
import { clashes } from '../../src/scene/clashes.js';
import { type EffectRequest, effectsFor } from '../../src/scene/effects.js';
import { airlessSky } from '../../src/scene/other-skies.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { isHeld, poseOf } from '../../src/scene/poses.js';
import { createRandom } from '../../src/scene/random.js';
import { roomLight } from '../../src/scene/room-light.js';
import type { Layer, Scene } from '../../src/scene/scene.js';
import { boardAspect, textUnits } from '../../src/scene/sign-size.js';
import { toPlan } from '../../src/scene/to-plan.js';
import { briefOf, letteringOf, pairOf, subjectOf } from '../support/briefs.js';

function effects(parts: Partial<EffectRequest>): string[] {
  const all = effectsFor({
    weather: 'clear',
    season: 'summer',
    setting: 'meadow',
    time: 'noon',
    mood: null,
    random: createRandom(2),
    ...parts,
  });
  return all.map(({ kind }) => kind);
}

function sceneOf(concepts: string[], setting: SettingName, parts: Parameters<typeof briefOf>[0] = {}): Scene {
  const brief = briefOf({ subjects: concepts.map((concept) => subjectOf(concept)), setting, ...parts });
  return planScene(brief, { width: 1024, height: 1024, seed: 5, index: 0 });
}

describe('effectsFor', () => {
  it('brings down what the weather says', () => {
    assert.deepEqual(effects({ weather: 'rain' }), ['rain']);
    assert.deepEqual(effects({ weather: 'storm' }), ['rain']);
    assert.deepEqual(effects({ weather: 'snow' }), ['snow']);
    assert.deepEqual(effects({ weather: 'fog' }), ['fog']);
    assert.deepEqual(effects({}), []);
  });

  it('lets leaves, petals and fireflies drift where they belong', () => {
    assert.deepEqual(effects({ setting: 'autumn-forest', season: 'autumn' }), ['leaves']);
    assert.deepEqual(effects({ setting: 'garden', season: 'spring' }), ['petals']);
    assert.deepEqual(effects({ setting: 'forest', time: 'night' }), ['fireflies']);
    assert.deepEqual(effects({ setting: 'forest', time: 'night', season: 'winter' }), []);
    assert.deepEqual(effects({ setting: 'garden', season: 'spring', weather: 'rain' }), ['rain']);
  });

  it('keeps weather out of space and the sea', () => {
    assert.deepEqual(effects({ setting: 'space', weather: 'rain' }), []);
    assert.deepEqual(effects({ setting: 'underwater', weather: 'snow' }), ['bubbles']);
  });

  it('keeps weather out of rooms', () => {
    assert.deepEqual(sceneOf(['cat'], 'kitchen', { weather: 'rain' }).effects, []);
  });
});

describe('clashes', () => {
  const tree = (depth: number): Layer => ({
    kind: 'trees',
    seed: 1,
    tree: 'broadleaf',
    y: 0.6,
    spread: 0,
    height: 0.4,
    count: 3,
    depth,
    snow: false,
    foliage: [0, 0, 0],
    clear: null,
  });

  it('takes near trees away from trees that are counted, and leaves far woods', () => {
    assert.equal(clashes(tree(0.1), new Set(['palm tree'])), true);
    assert.equal(clashes(tree(0.7), new Set(['palm tree'])), false);
    assert.equal(clashes(tree(0.1), new Set(['dog'])), false);
  });

  it('leaves no second castle, lighthouse, windmill or flower bed in the scene', () => {
    const has = (scene: Scene, feature: string): boolean =>
      scene.layers.some((layer) => layer.kind === 'feature' && layer.feature === feature);
    assert.ok(has(sceneOf(['knight'], 'castle-grounds'), 'castle'));
    assert.ok(!has(sceneOf(['castle'], 'castle-grounds'), 'castle'));
    assert.ok(has(sceneOf(['boat'], 'harbour'), 'lighthouse'));
    assert.ok(!has(sceneOf(['lighthouse'], 'harbour'), 'lighthouse'));
    const flowers = (scene: Scene): boolean =>
      scene.layers.some((layer) => layer.kind === 'plants' && layer.plant === 'flowers');
    assert.ok(flowers(sceneOf(['dog'], 'garden')));
    assert.ok(!flowers(sceneOf(['tulip'], 'garden')));
  });

  it('leaves no second window in a room', () => {
    const window = (scene: Scene): boolean =>
      scene.layers.some((layer) => layer.kind === 'room' && layer.window !== null);
    assert.ok(window(sceneOf(['cat'], 'bedroom')));
    // What hangs on the wall needs it; a window that was asked for is the room's own.
    assert.ok(!window(sceneOf(['mirror'], 'bedroom')));
    const asked = sceneOf(['window'], 'bedroom');
    assert.ok(window(asked));
    assert.equal(asked.subjects.length, 1);
  });
});

describe('second places', () => {
  it('stand behind the first', () => {
    const plain = sceneOf(['boat'], 'harbour');
    const backed = sceneOf(['boat'], 'harbour', { backdrops: ['mountains'] });
    assert.equal(backed.layers.length, plain.layers.length + 2);
    assert.ok(backed.layers[0]?.kind === 'ridge' && backed.layers[0].shape === 'alps');
  });

  it('are not seen from rooms, nor when excluded', () => {
    assert.equal(sceneOf(['cat'], 'kitchen', { backdrops: ['mountains'] }).layers.length, 1);
    const { excluded } = briefOf();
    const without = sceneOf(['boat'], 'harbour', {
      backdrops: ['city'],
      excluded: { ...excluded, settings: ['city'] },
    });
    assert.equal(without.layers.length, sceneOf(['boat'], 'harbour').layers.length);
  });
});

describe('poseOf', () => {
  const lookup = (concepts: string[]) => (source: number) => findArtwork(concepts[source] ?? '');

  it('seats riders and those on seats, not what stands on a roof', () => {
    assert.equal(poseOf(pairOf('knight', 'riding', 'horse'), 0, lookup(['knight', 'horse'])).action, 'sitting');
    assert.equal(poseOf(pairOf('man', 'on', 'bench'), 0, lookup(['man', 'bench'])).action, 'sitting');
    assert.equal(poseOf(pairOf('cat', 'on', 'house'), 0, lookup(['cat', 'house'])).action, null);
    assert.equal(poseOf(pairOf('book', 'on', 'chair'), 0, lookup(['book', 'chair'])).action, null);
  });

  it('keeps an action that was asked for', () => {
    const brief = pairOf('cat', 'on', 'couch');
    const [cat] = brief.subjects;
    assert.ok(cat);
    cat.action = 'sleeping';
    assert.equal(poseOf(brief, 0, lookup(['cat', 'couch'])).action, 'sleeping');
  });

  it('puts one hand or both forward', () => {
    assert.equal(poseOf(pairOf('girl', 'holding', 'umbrella'), 0, lookup(['girl', 'umbrella'])).holding, 'one');
    assert.equal(poseOf(pairOf('girl', 'beside', 'umbrella'), 0, lookup(['girl', 'umbrella'])).holding, false);
    const sign = briefOf({ subjects: [subjectOf('bear')], lettering: [letteringOf('HI', { holder: 0 })] });
    assert.equal(poseOf(sign, 0, lookup(['bear'])).holding, 'both');
    const cake = briefOf({
      subjects: [subjectOf('cake')],
      lettering: [letteringOf('HI', { holder: 0, carrier: 'cake' })],
    });
    assert.equal(poseOf(cake, 0, lookup(['cake'])).holding, false);
  });

  it('dresses the wearer', () => {
    const { wearing } = poseOf(pairOf('cat', 'wearing', 'top hat'), 0, lookup(['cat', 'top hat']));
    assert.deepEqual(
      wearing.map(({ concept }) => concept),
      ['top hat'],
    );
  });

  it('knows what one can hold', () => {
    const held = (a: string, b: string): boolean => isHeld({ from: 0, relation: 'with', to: 1 }, lookup([a, b]));
    assert.ok(held('boy', 'balloon') && held('bear', 'apple'));
    assert.ok(!held('boy', 'dog') && !held('house', 'flower') && !held('mouse', 'couch'));
  });
});

describe('signs', () => {
  it('measure Chinese letters as square and Latin ones as narrow', () => {
    assert.ok(Math.abs(textUnits('生日快乐') - 4 * 1.04) < 1e-9);
    assert.ok(textUnits('hello') < textUnits('HELLO') && textUnits('HELLO') < textUnits('你好你好你'));
    assert.ok(textUnits('') > 0);
  });

  it('keep a pleasant shape for any text', () => {
    for (const text of [
      'A',
      '福',
      'OPEN',
      'WELCOME',
      '欢迎光临',
      'x'.repeat(200),
      '春眠不觉晓处处闻啼鸟夜来风雨声花落知多少',
    ]) {
      const aspect = boardAspect(text);
      assert.ok(aspect >= 1.2 && aspect <= 3.7, `${text}: ${aspect}`);
    }
  });
});

describe('roomLight', () => {
  const outside = airlessSky(createRandom(1), 0.5).light;

  it('comes from the window beside the subject by day, warm from lamps after dark', () => {
    const day = roomLight({ ...outside, dark: false }, 'noon', 'bedroom', [0.6, 0.2, 0.9, 0.9]);
    assert.ok(day.from.x < 0.5 && !day.dark);
    const night = roomLight({ ...outside, dark: true }, 'night', 'bedroom', [0.1, 0.2, 0.4, 0.9]);
    assert.ok(night.dark && night.key[0] > night.key[2] * 1.8);
  });

  it('falls from above on a stage and through the opening of a cave', () => {
    const stage = roomLight({ ...outside, dark: false }, 'noon', 'stage', [0.4, 0.2, 0.6, 0.9]);
    assert.ok(stage.dark && stage.from.y < 0);
    const cave = roomLight({ ...outside, dark: false }, 'noon', 'cave', [0.6, 0.2, 0.9, 0.9]);
    assert.ok(cave.from.x > 0.5 && !cave.dark);
  });
});

describe('toPlan', () => {
  it('lists every drawn thing once, rounded, and nothing of the scenery', () => {
    const scene = sceneOf(['dog', 'cat'], 'garden');
    const plan = toPlan(scene);
    assert.equal(plan.subjects.length, 2);
    for (const { box } of plan.subjects)
      for (const value of box) assert.equal(value, Math.round(value * 10_000) / 10_000);
    assert.equal(JSON.parse(JSON.stringify(plan)).setting, 'garden');
  });
});
