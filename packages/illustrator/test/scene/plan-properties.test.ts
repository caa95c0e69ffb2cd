// What every plan owes its brief, over random concepts, counts, relations, ratios and seeds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { conceptNames, findArtwork } from '../../src/artwork/catalogue.js';
import type { Brief } from '../../src/brief/brief.js';
import { settingNames } from '../../src/brief/vocabulary.js';
import type { PlannedSubject } from '../../src/request.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { toPlan } from '../../src/scene/to-plan.js';
import { briefOf, letteringOf, pairOf, pictureSizes, subjectOf } from '../support/briefs.js';

const concepts = fc.constantFrom(...conceptNames());
/** What people ask for when they count or place things: no mountains, no stars. */
const handy = fc.constantFrom(
  ...conceptNames().filter((name) => {
    const artwork = findArtwork(name);
    return artwork !== undefined && artwork.stance === 'stands' && artwork.heightM < 12;
  }),
);
const sizes = fc.constantFrom(...pictureSizes);
const seeds = fc.nat({ max: 2 ** 32 - 1 });
const runs = { numRuns: 120, seed: 20 };

function plan(brief: Brief, [width, height]: readonly [number, number], seed: number): PlannedSubject[] {
  return toPlan(planScene(brief, { width, height, seed, index: 0 })).subjects;
}

function of(subjects: readonly PlannedSubject[], concept: string): PlannedSubject['box'][] {
  return subjects.filter((subject) => subject.concept === concept).map(({ box }) => box);
}

/** Shared area as a share of the smaller box. */
function overlap(a: PlannedSubject['box'], b: PlannedSubject['box']): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  const area = (box: PlannedSubject['box']): number => (box[2] - box[0]) * (box[3] - box[1]);
  return (w * h) / Math.min(area(a), area(b));
}

describe('a plan', () => {
  it('draws each subject exactly as often as asked, 1 to 12 and more', () => {
    fc.assert(
      fc.property(concepts, fc.integer({ min: 1, max: 14 }), sizes, seeds, (concept, count, size, seed) => {
        const brief = briefOf({ subjects: [subjectOf(concept, { count })] });
        assert.equal(plan(brief, size, seed).length, count);
      }),
      runs,
    );
  });

  it('keeps every box inside the frame, and large enough to be seen', () => {
    fc.assert(
      fc.property(handy, handy, fc.integer({ min: 1, max: 5 }), sizes, seeds, (a, b, count, size, seed) => {
        const brief = briefOf({ subjects: [subjectOf(a, { count }), subjectOf(b)] });
        for (const { box } of plan(brief, size, seed)) {
          const [x0, y0, x1, y1] = box;
          assert.ok(x0 >= 0.005 && y0 >= 0.005 && x1 <= 0.995 && y1 <= 0.995, `${a}, ${b}: ${box}`);
          assert.ok((x1 - x0) * (y1 - y0) > 0.0006, `${a}, ${b}: ${box} is too small`);
        }
      }),
      runs,
    );
  });

  it('lets equal things be counted: they do not cover each other', () => {
    fc.assert(
      fc.property(handy, fc.integer({ min: 2, max: 12 }), sizes, seeds, (concept, count, size, seed) => {
        const boxes = of(plan(briefOf({ subjects: [subjectOf(concept, { count })] }), size, seed), concept);
        boxes.forEach((one, i) => {
          for (const other of boxes.slice(i + 1)) assert.ok(overlap(one, other) < 0.03, `${concept} × ${count}`);
        });
      }),
      runs,
    );
  });

  it('is the same for the same seed, and differs over the pictures of one task', () => {
    fc.assert(
      fc.property(handy, sizes, seeds, (concept, [width, height], seed) => {
        const brief = briefOf({ subjects: [subjectOf(concept)] });
        const first = planScene(brief, { width, height, seed, index: 0 });
        assert.deepEqual(planScene(brief, { width, height, seed, index: 0 }), first);
        const boxes = new Set<string>();
        for (let index = 0; index < 9; index += 1) {
          boxes.add(JSON.stringify(planScene(brief, { width, height, seed, index }).subjects[0]?.box));
        }
        assert.ok(boxes.size >= 8, `${concept}: only ${boxes.size} of nine differ`);
      }),
      { ...runs, numRuns: 30 },
    );
  });

  it('names what it cannot draw and leaves it out', () => {
    const brief = briefOf({
      subjects: [subjectOf('dog'), subjectOf('no such thing', { noun: 'gizmo' })],
      unplaced: ['x'],
    });
    const found = toPlan(planScene(brief, { width: 512, height: 512, seed: 1, index: 0 }));
    assert.deepEqual(found.unplaced, ['x', 'gizmo']);
    assert.deepEqual(
      found.subjects.map(({ concept }) => concept),
      ['dog'],
    );
  });

  it('leaves out what the negative prompt excludes', () => {
    const brief = briefOf({ subjects: [subjectOf('dog'), subjectOf('cat'), subjectOf('man')] });
    brief.excluded.concepts.push('cat');
    brief.excluded.people = true;
    const found = toPlan(planScene(brief, { width: 512, height: 512, seed: 1, index: 0 }));
    assert.deepEqual(
      found.subjects.map(({ concept }) => concept),
      ['dog'],
    );
    assert.deepEqual(found.unplaced, []);
  });

  it('composes each ratio anew: boxes are not those of the square squeezed', () => {
    const brief = briefOf({ subjects: [subjectOf('horse'), subjectOf('dog')] });
    const shapes = pictureSizes.map(([width, height]) => {
      const [horse] = of(plan(brief, [width, height], 4), 'horse');
      const [x0, y0, x1, y1] = horse ?? [0, 0, 0, 0];
      return ((x1 - x0) * width) / ((y1 - y0) * height);
    });
    // The horse keeps its proportions in pixels whatever the picture's are.
    for (const shape of shapes) assert.ok(Math.abs(shape / (shapes[0] ?? 1) - 1) < 0.02);
  });
});

describe('relations', () => {
  const cases: Record<string, (a: PlannedSubject['box'], b: PlannedSubject['box']) => boolean> = {
    'left-of': (a, b) => a[2] <= b[0],
    'right-of': (a, b) => a[0] >= b[2],
    above: (a, b) => a[3] <= b[1] + 0.005,
    below: (a, b) => a[1] >= b[3] - 0.005,
    on: (a, b) => a[1] + a[3] < b[1] + b[3],
    under: (a, b) => a[1] + a[3] > b[1] + b[3],
    'in-front-of': (a, b) => a[3] > b[3],
    behind: (a, b) => a[3] < b[3],
    riding: (a, b) => a[1] < b[1] + 0.6 * (b[3] - b[1]) && a[0] < b[2] && a[2] > b[0],
    in: (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3],
    beside: (a, b) => a[2] <= b[0] + 0.02 || a[0] >= b[2] - 0.02,
  };
  for (const [relation, holds] of Object.entries(cases)) {
    it(`${relation}: holds for every pair`, () => {
      fc.assert(
        fc.property(handy, handy, sizes, seeds, (a, b, size, seed) => {
          fc.pre(a !== b);
          const subjects = plan(pairOf(a, relation as 'on', b), size, seed);
          const [one] = of(subjects, a);
          const [other] = of(subjects, b);
          assert.ok(one && other);
          assert.ok(holds(one, other), `${a} ${relation} ${b}: ${one} and ${other}`);
        }),
        runs,
      );
    });
  }

  it('holds for each of several', () => {
    fc.assert(
      fc.property(handy, handy, sizes, seeds, (a, b, size, seed) => {
        fc.pre(a !== b);
        const brief = briefOf({
          subjects: [subjectOf(a, { count: 2 }), subjectOf(b, { count: 2 })],
          relations: [{ from: 0, relation: 'left-of', to: 1 }],
        });
        const subjects = plan(brief, size, seed);
        for (const one of of(subjects, a)) for (const other of of(subjects, b)) assert.ok(one[2] <= other[0]);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it('puts the middle one between its neighbours', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const brief = briefOf({
        subjects: [subjectOf('cat'), subjectOf('dog'), subjectOf('horse')],
        relations: [
          { from: 0, relation: 'between', to: 1 },
          { from: 0, relation: 'between', to: 2 },
        ],
      });
      const subjects = plan(brief, [1360, 768], seed);
      const middle = (concept: string): number => {
        const [box] = of(subjects, concept);
        return box ? box[0] + box[2] : 0;
      };
      const order = ['cat', 'dog', 'horse'].sort((a, b) => middle(a) - middle(b));
      assert.equal(order[1], 'cat');
    }
  });

  it('holds over a chain of three', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const brief = briefOf({
        subjects: [subjectOf('car'), subjectOf('bus'), subjectOf('truck')],
        relations: [
          { from: 0, relation: 'left-of', to: 1 },
          { from: 1, relation: 'left-of', to: 2 },
        ],
      });
      const subjects = plan(brief, [1024, 1024], seed);
      const [car, bus, truck] = ['car', 'bus', 'truck'].map((concept) => of(subjects, concept)[0]);
      assert.ok(car && bus && truck && car[2] <= bus[0] && bus[2] <= truck[0]);
    }
  });

  it('keeps places in the picture', () => {
    const middles = (place: 'left' | 'right' | 'centre'): number => {
      const brief = briefOf({ subjects: [subjectOf('dog', { place }), subjectOf('tree')] });
      const [box] = of(plan(brief, [1024, 1024], 3), 'dog');
      return box ? (box[0] + box[2]) / 2 : -1;
    };
    assert.ok(middles('left') <= 0.42);
    assert.ok(middles('right') >= 0.58);
    assert.ok(Math.abs(middles('centre') - 0.5) <= 0.09);
  });

  it('shows sizes relative to one another, and size words', () => {
    const heights = (a: string, b: string, size: 'tiny' | 'medium' | 'giant' = 'medium'): number => {
      const subjects = plan(briefOf({ subjects: [subjectOf(a, { size }), subjectOf(b)] }), [1024, 1024], 8);
      const tall = (concept: string): number => {
        const [box] = of(subjects, concept);
        return box ? box[3] - box[1] : 0;
      };
      return tall(a) / tall(b);
    };
    assert.ok(heights('elephant', 'dog') > 1.5);
    assert.ok(heights('mouse', 'house') < 0.6);
    assert.ok(heights('dog', 'man', 'giant') > heights('dog', 'man', 'medium') * 1.1);
    assert.ok(heights('dog', 'man', 'tiny') < heights('dog', 'man', 'medium') * 0.9);
  });
});

describe('lettering', () => {
  it('stays inside the frame whatever the text and carrier', () => {
    const carriers = fc.constantFrom('sign', 'banner', 'paper', 'screen', 'neon-sign', 'wall', 'none' as const);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        carriers,
        fc.boolean(),
        sizes,
        seeds,
        (text, carrier, held, size, seed) => {
          const [width, height] = size;
          const lettering = [letteringOf(text, { carrier: carrier as 'sign', holder: held ? 0 : null })];
          const found = toPlan(
            planScene(briefOf({ subjects: [subjectOf('kangaroo')], lettering }), { width, height, seed, index: 0 }),
          );
          assert.equal(found.lettering.length, 1);
          const [x0, y0, x1, y1] = found.lettering[0]?.box ?? [-1, -1, -1, -1];
          assert.ok(x0 >= 0.004 && y0 >= 0.004 && x1 <= 0.996 && y1 <= 0.996 && x1 > x0 && y1 > y0);
          assert.equal(found.lettering[0]?.text, text);
        },
      ),
      runs,
    );
  });

  it('is not covered by the subjects it hangs above', () => {
    fc.assert(
      fc.property(handy, sizes, seeds, (concept, [width, height], seed) => {
        const brief = briefOf({
          subjects: [subjectOf(concept)],
          lettering: [letteringOf('HELLO', { carrier: 'none' })],
        });
        const found = toPlan(planScene(brief, { width, height, seed, index: 0 }));
        const box = found.lettering[0]?.box;
        for (const subject of found.subjects) assert.ok(box && overlap(subject.box, box) < 0.02);
      }),
      runs,
    );
  });

  it('is left out when texts are excluded', () => {
    const brief = briefOf({ lettering: [letteringOf('NO')] });
    brief.excluded.text = true;
    assert.deepEqual(toPlan(planScene(brief, { width: 512, height: 512, seed: 1, index: 0 })).lettering, []);
  });

  it('is held below the face of its holder', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const brief = briefOf({ subjects: [subjectOf('kangaroo')], lettering: [letteringOf('DMXAPI', { holder: 0 })] });
      const found = toPlan(planScene(brief, { width: 1024, height: 1024, seed, index: 0 }));
      const [, sy0, , sy1] = found.lettering[0]?.box ?? [0, 0, 0, 0];
      const [, ky0, , ky1] = found.subjects[0]?.box ?? [0, 0, 0, 0];
      assert.ok(sy0 > ky0 + (ky1 - ky0) * 0.3 && sy1 < ky1 + 0.06);
    }
  });
});

describe('settings', () => {
  for (const setting of settingNames) {
    it(`${setting}: plans with and without subjects, in all ratios`, () => {
      for (const [width, height] of pictureSizes) {
        for (const subjects of [[], [subjectOf('dog')], [subjectOf('boat'), subjectOf('bird'), subjectOf('man')]]) {
          const scene = planScene(briefOf({ setting, subjects }), { width, height, seed: 11, index: 2 });
          assert.equal(scene.setting, setting);
          assert.equal(scene.subjects.length, subjects.length);
          assert.ok(scene.layers.length > 0);
        }
      }
    });
  }
});
