// Views: small things are seen on a table, flat ones from above, everything else in its room; and what the plan says of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Brief } from '../../src/brief/brief.js';
import { chooseSetting } from '../../src/scene/choose-setting.js';
import { listInstances } from '../../src/scene/instances.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { createRandom } from '../../src/scene/random.js';
import type { Box, Layer, Scene } from '../../src/scene/scene.js';
import { chooseView, factsOf, type View } from '../../src/scene/view.js';
import { briefOf, letteringOf, pairOf, subjectOf } from '../support/briefs.js';

function viewOf(brief: Brief): View {
  const { instances } = listInstances(brief, new Map(), new Map());
  return chooseView(brief, chooseSetting(brief, instances, createRandom(1)), instances);
}

const of = (...concepts: string[]): Brief => briefOf({ subjects: concepts.map((concept) => subjectOf(concept)) });

const planned = (brief: Brief, seed = 3): Scene => planScene(brief, { width: 1024, height: 1024, seed, index: 0 });

const middle = ([x0, y0, x1, y1]: Box): [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2];

function boxOf(scene: Scene, concept: string): Box {
  const found = scene.subjects.find((subject) => subject.concept === concept);
  assert.ok(found, `no ${concept}`);
  return found.box;
}

const kindsOf = (scene: Scene): Layer['kind'][] => scene.layers.map(({ kind }) => kind);

describe('chooseView', () => {
  const views: Record<View, Brief[]> = {
    near: [
      of('microwave'),
      of('tv', 'cell phone'),
      of('vase', 'book'),
      of('wine glass'),
      pairOf('apple', 'on', 'table'),
      pairOf('cat', 'on', 'window'),
      pairOf('fork', 'on', 'plate'),
      briefOf({ subjects: [subjectOf('coffee')], setting: 'cafe' }),
      briefOf({ subjects: [subjectOf('apple', { count: 4 })] }),
      of('suitcase', 'pizza'),
    ],
    flat: [
      of('toothbrush'),
      of('fork'),
      of('tie'),
      of('knife', 'fork', 'spoon'),
      pairOf('fork', 'above', 'hot dog'),
      briefOf({ subjects: [subjectOf('banana', { count: 7 })] }),
    ],
    whole: [
      of('couch'),
      of('couch', 'wine glass'),
      of('clock'),
      of('refrigerator'),
      of('person', 'book'),
      of('zebra'),
      of('spoon', 'elephant'),
      of('guitar'),
      of('dining table', 'cup'),
      pairOf('cup', 'left-of', 'table'),
      pairOf('cat', 'under', 'table'),
      pairOf('cat', 'on', 'chair'),
      briefOf({ subjects: [subjectOf('cat')], setting: 'kitchen' }),
      briefOf({ subjects: [subjectOf('cup')], setting: 'beach' }),
      briefOf({ subjects: [subjectOf('microwave')], composition: ['wide-shot'] }),
      briefOf({ subjects: [subjectOf('toothbrush')], setting: 'studio' }),
      briefOf(),
    ],
  };
  for (const [view, briefs] of Object.entries(views)) {
    for (const brief of briefs) {
      const names = brief.subjects.map(({ count, concept }) => `${count} ${concept}`).join(', ');
      it(`${names || 'nothing'}${brief.setting ? ` in a ${brief.setting}` : ''} → ${view}`, () => {
        assert.equal(viewOf(brief), view);
      });
    }
  }

  it('does not lay out what carries a text', () => {
    assert.equal(viewOf({ ...of('pen'), lettering: [letteringOf('HELLO', { holder: 0 })] }), 'near');
  });

  it('has facts of its own for each view', () => {
    assert.equal(factsOf('kitchen', 'whole').medium, 'floor');
    assert.equal(factsOf('kitchen', 'near').medium, 'table');
    assert.equal(factsOf('kitchen', 'flat').medium, 'flat');
  });
});

describe('near views', () => {
  it('keep the setting, put a table before its room out of focus', () => {
    const scene = planned(of('toaster'));
    assert.equal(scene.setting, 'kitchen');
    assert.deepEqual(kindsOf(scene), ['room', 'soften', 'table']);
  });

  it('list the table as what fills the foreground, below what stands on it', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const scene = planned(pairOf('coffee', 'on', 'table'), seed);
      assert.equal(scene.subjects.length, 2);
      const [cup, table] = [boxOf(scene, 'coffee'), boxOf(scene, 'table')];
      assert.ok(middle(cup)[1] < middle(table)[1], `seed ${seed}`);
      assert.ok(cup[3] > table[1], 'its foot is on the board');
      assert.equal(scene.subjects.filter((subject) => subject.worn).length, 1);
    }
  });

  it('list the window where it hangs behind', () => {
    const scene = planned(pairOf('cat', 'on', 'window'));
    const [x0, y0, x1, y1] = boxOf(scene, 'window');
    const room = scene.layers.find((layer) => layer.kind === 'room');
    assert.deepEqual(room?.kind === 'room' && room.window, [x0, y0, x1, y1]);
  });

  it('paint the table in the colour that was asked for', () => {
    const brief = pairOf('apple', 'on', 'table');
    brief.subjects[1] = subjectOf('table', { colour: 'blue' });
    const table = planned(brief).layers.find((layer) => layer.kind === 'table');
    assert.ok(table?.kind === 'table' && table.albedo[2] > table.albedo[0]);
  });

  it('take a surface that the subjects stand out from', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const scene = planned(briefOf({ subjects: [subjectOf('cup', { colour: 'brown' })] }), seed);
      const table = scene.layers.find((layer) => layer.kind === 'table');
      assert.ok(table?.kind === 'table');
      assert.notDeepEqual(table.albedo, [176, 124, 80]);
    }
  });
});

describe('flat views', () => {
  it('are one surface; things lie on it apart from one another, inside the frame', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const scene = planned(of('knife', 'fork', 'spoon'), seed);
      assert.deepEqual(kindsOf(scene), ['surface']);
      for (const { contact, box } of scene.subjects) {
        assert.equal(contact, 'flat');
        assert.ok(box.every((side) => side > 0 && side < 1));
      }
      scene.subjects.forEach(({ box: a }, i) => {
        for (const { box: b } of scene.subjects.slice(i + 1))
          assert.ok(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1], `overlap at seed ${seed}`);
      });
    }
  });

  it('put above what is asked above, without stacking', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const scene = planned(pairOf('fork', 'above', 'hot dog'), seed);
      const [fork, below] = [boxOf(scene, 'fork'), boxOf(scene, 'hot dog')];
      assert.ok(fork[3] <= below[1] + 0.001, `seed ${seed}`);
      assert.ok(scene.subjects.every(({ contact }) => contact === 'flat'));
    }
  });

  it('show many small things larger than a table-top could', () => {
    const scene = planned(briefOf({ subjects: [subjectOf('banana', { count: 8 })] }));
    assert.equal(scene.subjects.length, 8);
    for (const { box } of scene.subjects) assert.ok((box[2] - box[0]) * (box[3] - box[1]) > 0.012);
  });
});

describe('where things stand', () => {
  const layerOf = (scene: Scene, kind: Layer['kind']): Layer | undefined =>
    scene.layers.find((layer) => layer.kind === kind);

  it('lays rails under trains wherever there is ground', () => {
    for (const brief of [of('train'), briefOf({ subjects: [subjectOf('steam locomotive')], setting: 'meadow' })]) {
      const scene = planned(brief);
      const rails = scene.layers.filter((layer) => layer.kind === 'feature' && layer.feature === 'rails');
      assert.equal(rails.length, 1);
      const [track] = rails;
      const foot = scene.subjects[0]?.box[3] ?? 0;
      assert.ok(track?.kind === 'feature' && Math.abs(track.y - foot) < 0.001);
    }
    assert.ok(!planned(of('car')).layers.some((layer) => layer.kind === 'feature' && layer.feature === 'rails'));
  });

  it('puts street furniture on the pavement, cars on the road', () => {
    const hydrant = layerOf(planned(of('fire hydrant')), 'street');
    assert.ok(hydrant?.kind === 'street' && hydrant.frontal && hydrant.kerb);
    const bus = layerOf(planned(of('bus')), 'street');
    assert.ok(bus?.kind === 'street' && bus.frontal && !bus.kerb);
  });

  it('gives the beasts of the savanna acacias, a cow none', () => {
    const treesOf = (brief: Brief): string[] =>
      planned(brief).layers.flatMap((layer) => (layer.kind === 'trees' ? layer.tree : []));
    assert.ok(treesOf(of('giraffe')).includes('acacia'));
    assert.ok(!treesOf(of('cow')).includes('acacia'));
    assert.ok(
      treesOf(briefOf({ subjects: [subjectOf('dog')], setting: 'meadow', settingNoun: 'savanna' })).includes('acacia'),
    );
  });

  it('hangs clocks in the size of clocks on a wall without a window', () => {
    const scene = planned(briefOf({ subjects: [subjectOf('clock', { count: 2 })] }));
    for (const { box } of scene.subjects) assert.ok(box[3] - box[1] <= 0.301);
    const room = layerOf(scene, 'room');
    assert.ok(room?.kind === 'room' && room.window === null);
  });

  it('keeps who stands under a tree at least half as tall as the tree', () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const scene = planned(pairOf('girl', 'under', 'cherry tree'), seed);
      const [girl, tree] = [boxOf(scene, 'girl'), boxOf(scene, 'cherry tree')];
      assert.ok(girl[3] - girl[1] >= 0.5 * (tree[3] - tree[1]), `seed ${seed}`);
      // It spreads wider than it is tall: what fills the picture is its crown.
      assert.ok(Math.max(tree[3] - tree[1], tree[2] - tree[0]) > 0.58, 'the tree fills the picture');
    }
  });

  it('seats people with their hips on the seat, cats on their paws', () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const scene = planned(pairOf('old man', 'on', 'bench'), seed);
      const [man, bench] = [boxOf(scene, 'old man'), boxOf(scene, 'bench')];
      const hips = man[3] - (man[3] - man[1]) * 0.3;
      assert.ok(hips > bench[1], `seed ${seed}: above the back of the bench`);
      assert.ok(man[3] <= bench[3] + 0.001, `seed ${seed}: feet below the ground`);
      const cat = planned(pairOf('cat', 'on', 'couch'), seed);
      assert.ok(
        boxOf(cat, 'cat')[3] < boxOf(cat, 'couch')[1] + (boxOf(cat, 'couch')[3] - boxOf(cat, 'couch')[1]) * 0.7,
      );
    }
  });

  it('lets one who holds a book without a seat stand', () => {
    const brief = pairOf('wizard', 'holding', 'book');
    brief.subjects[0] = subjectOf('wizard', { action: 'reading' });
    assert.equal(planned(brief).subjects.find(({ concept }) => concept === 'wizard')?.action, null);
  });

  it('gives a beast in a spacesuit its helmet', () => {
    const suit = { noun: 'spacesuit', concept: 'spacesuit', colour: null };
    const worn = (concept: string): string[] =>
      planned(briefOf({ subjects: [subjectOf(concept, { wearing: [suit] })] })).subjects[0]?.wearing.map(
        ({ noun }) => noun,
      ) ?? [];
    assert.deepEqual(worn('dog'), ['spacesuit', 'space helmet']);
    assert.deepEqual(worn('girl'), ['spacesuit']);
  });

  it('opens the wings of birds in the sky only', () => {
    assert.equal(planned(briefOf({ subjects: [subjectOf('bird')], setting: 'sky' })).subjects[0]?.action, 'flying');
    assert.equal(planned(of('bird')).subjects[0]?.action, null);
  });

  it('holds a balloon beside a body that stretches out no arm', () => {
    const scene = planned(pairOf('robot', 'holding', 'balloon'));
    const [robot, balloon] = [boxOf(scene, 'robot'), boxOf(scene, 'balloon')];
    assert.ok(Math.abs(middle(balloon)[0] - middle(robot)[0]) > (robot[2] - robot[0]) * 0.4);
  });
});
