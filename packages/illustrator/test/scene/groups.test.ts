// Groups: what touches is arranged as one, where it touches; the two sides keep sensible sizes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Brief } from '../../src/brief/brief.js';
import type { Group, Piece } from '../../src/scene/group.js';
import { buildGroups } from '../../src/scene/groups.js';
import { listInstances } from '../../src/scene/instances.js';
import { briefOf, letteringOf, pairOf, subjectOf } from '../support/briefs.js';

function groupsOf(brief: Brief): { groups: Group[]; piece: (concept: string, nth?: number) => Piece } {
  const { instances } = listInstances(brief, new Map(), new Map());
  const groups = buildGroups(brief, instances);
  const pieces = groups.flatMap((group) => group.pieces);
  const piece = (concept: string, nth = 0): Piece => {
    const found = pieces.filter((each) => instances[each.instance]?.concept === concept)[nth];
    assert.ok(found, `no ${concept}`);
    return found;
  };
  return { groups, piece };
}

const middle = (piece: Piece): number => (piece.x0 + piece.x1) / 2;
const tall = (piece: Piece): number => piece.y1 - piece.y0;
const wide = (piece: Piece): number => piece.x1 - piece.x0;

describe('a single thing', () => {
  it('is a group of its own, on the ground, in its own proportions', () => {
    const { groups, piece } = groupsOf(briefOf({ subjects: [subjectOf('dog', { count: 3 })] }));
    assert.equal(groups.length, 3);
    assert.ok(piece('dog').grounded);
    assert.equal(piece('dog').y1, 0);
  });
});

describe('on', () => {
  it('stands on the upper edge of a roof', () => {
    const { groups, piece } = groupsOf(pairOf('cat', 'on', 'house'));
    assert.equal(groups.length, 1);
    const [cat, house] = [piece('cat'), piece('house')];
    assert.ok(Math.abs(cat.y1 - house.y0) < 0.06);
    assert.ok(!cat.grounded && house.grounded && cat.order > house.order);
  });

  it('sits on the seat of a bench, not on its back', () => {
    const { piece } = groupsOf(pairOf('cat', 'on', 'bench'));
    assert.ok(piece('cat').y1 > piece('bench').y0 + tall(piece('bench')) * 0.25);
  });

  it('lines up several, all on the one', () => {
    const brief = briefOf({
      subjects: [subjectOf('apple', { count: 5 }), subjectOf('table')],
      relations: [{ from: 0, relation: 'on', to: 1 }],
    });
    const { groups, piece } = groupsOf(brief);
    assert.equal(groups.length, 1);
    for (let i = 0; i < 5; i += 1) {
      const apple = piece('apple', i);
      assert.ok(apple.x0 >= piece('table').x0 - 0.02 && apple.x1 <= piece('table').x1 + 0.02);
      if (i > 0) assert.ok(apple.x0 >= piece('apple', i - 1).x1);
    }
  });

  it('grows what is too narrow for all that stands on it', () => {
    const brief = briefOf({
      subjects: [subjectOf('dog', { count: 4 }), subjectOf('chair')],
      relations: [{ from: 0, relation: 'on', to: 1 }],
    });
    const alone = groupsOf(briefOf({ subjects: brief.subjects }));
    assert.ok(wide(groupsOf(brief).piece('chair')) > wide(alone.piece('chair')) * 1.3);
  });

  it('shares several hosts among several guests', () => {
    const brief = briefOf({
      subjects: [subjectOf('cat', { count: 2 }), subjectOf('chair', { count: 2 })],
      relations: [{ from: 0, relation: 'on', to: 1 }],
    });
    const { groups } = groupsOf(brief);
    assert.deepEqual(
      groups.map((group) => group.pieces.length),
      [2, 2],
    );
  });

  it('goes aboard a boat: behind its side, upper body in sight', () => {
    const { piece } = groupsOf(pairOf('man', 'on', 'boat'));
    assert.ok(piece('man').order < piece('boat').order);
    assert.ok(piece('man').y0 < piece('boat').y0 + tall(piece('boat')) * 0.5);
  });

  it('lands before a blossom, not over its tip', () => {
    const { piece } = groupsOf(pairOf('butterfly', 'on', 'sunflower'));
    assert.ok(piece('butterfly').y1 > piece('sunflower').y0 + 0.05);
  });
});

describe('under', () => {
  it('fits below a table, before its legs', () => {
    const { piece } = groupsOf(pairOf('dog', 'under', 'table'));
    const [dog, table] = [piece('dog'), piece('table')];
    assert.ok(tall(dog) <= tall(table) * 0.6);
    assert.ok(dog.x0 >= table.x0 && dog.x1 <= table.x1);
    assert.ok(dog.order > table.order);
  });

  it('lifts a small cover over the head', () => {
    const { piece } = groupsOf(pairOf('man', 'under', 'umbrella'));
    assert.ok(piece('umbrella').y1 < piece('man').y0 + tall(piece('man')) * 0.3);
    assert.ok(!piece('umbrella').grounded);
  });

  it('keeps beside the trunk of a tree', () => {
    const { piece } = groupsOf(pairOf('cat', 'under', 'tree'));
    assert.ok(Math.abs(middle(piece('cat')) - middle(piece('tree'))) > wide(piece('tree')) * 0.1);
  });
});

describe('in', () => {
  it('is hidden by the rim up to its middle', () => {
    const { piece } = groupsOf(pairOf('rose', 'in', 'vase'));
    const [rose, vase] = [piece('rose'), piece('vase')];
    assert.ok(rose.order < vase.order);
    assert.ok(rose.y0 < vase.y0 && rose.y1 > vase.y0 && rose.y1 < vase.y1);
  });

  it('sits before the crown of a tree', () => {
    const { piece } = groupsOf(pairOf('owl', 'in', 'tree'));
    assert.ok(piece('owl').order > piece('tree').order);
    assert.ok(piece('owl').y1 < piece('tree').y1);
  });
});

describe('riding', () => {
  it('puts the rider on the back of the mount', () => {
    const { piece } = groupsOf(pairOf('knight', 'riding', 'horse'));
    const [knight, horse] = [piece('knight'), piece('horse')];
    assert.ok(knight.y0 < horse.y0 && knight.y1 > horse.y0 && knight.y1 < horse.y1);
    assert.ok(middle(knight) > horse.x0 && middle(knight) < horse.x1);
  });
});

describe('holding', () => {
  it('brings the thing to the hands, smaller than the holder, and not before the face', () => {
    const { piece } = groupsOf(pairOf('bear', 'holding', 'book'));
    const [bear, book] = [piece('bear'), piece('book')];
    assert.ok(Math.max(tall(book), wide(book)) <= tall(bear) * 0.56);
    assert.ok(book.y0 > bear.y0 + tall(bear) * 0.3);
    assert.ok(book.order > bear.order);
  });

  it('raises an umbrella behind the head', () => {
    const { piece } = groupsOf(pairOf('girl', 'holding', 'umbrella'));
    assert.ok(piece('umbrella').order < piece('girl').order);
    assert.ok(piece('umbrella').y0 < piece('girl').y0 + tall(piece('girl')) * 0.3);
  });

  it('takes `with` for holding where the thing is small enough, and not where it lives', () => {
    assert.equal(groupsOf(pairOf('girl', 'with', 'umbrella')).groups.length, 1);
    assert.equal(groupsOf(pairOf('man', 'with', 'horse')).groups.length, 2);
  });

  it('fans out several', () => {
    const brief = briefOf({
      subjects: [subjectOf('boy'), subjectOf('balloon', { count: 3 })],
      relations: [{ from: 0, relation: 'holding', to: 1 }],
    });
    const { piece } = groupsOf(brief);
    const places = [0, 1, 2].map((i) => middle(piece('balloon', i)));
    assert.ok((places[1] ?? 0) > (places[0] ?? 0) + 0.05 && (places[2] ?? 0) > (places[1] ?? 0) + 0.05);
  });
});

describe('wearing', () => {
  it('is listed at the head and drawn by the wearer', () => {
    const { piece } = groupsOf(pairOf('cat', 'wearing', 'top hat'));
    assert.ok(piece('top hat').worn && !piece('cat').worn);
    assert.ok(piece('top hat').y0 >= piece('cat').y0 - 0.001);
  });
});

describe('above', () => {
  it('stacks what cannot fly, edge on edge', () => {
    const { groups, piece } = groupsOf(pairOf('dog', 'above', 'car'));
    assert.equal(groups.length, 1);
    assert.ok(Math.abs(piece('dog').y1 - piece('car').y0) < 1e-9);
  });

  it('leaves to the air what can', () => {
    assert.equal(groupsOf(pairOf('butterfly', 'above', 'cat')).groups.length, 2);
  });

  it('reads `below` the other way round', () => {
    const { piece } = groupsOf(pairOf('car', 'below', 'dog'));
    assert.ok(Math.abs(piece('dog').y1 - piece('car').y0) < 1e-9);
  });
});

describe('chains', () => {
  it('carries a group on a group', () => {
    const brief = briefOf({
      subjects: [subjectOf('mouse'), subjectOf('cat'), subjectOf('table')],
      relations: [
        { from: 0, relation: 'on', to: 1 },
        { from: 1, relation: 'on', to: 2 },
      ],
    });
    const { groups, piece } = groupsOf(brief);
    assert.equal(groups.length, 1);
    assert.ok(piece('mouse').y1 < piece('cat').y1 && piece('cat').y1 < piece('table').y1);
  });

  it('is not caught in a circle', () => {
    const brief = briefOf({
      subjects: [subjectOf('dog'), subjectOf('cat')],
      relations: [
        { from: 0, relation: 'on', to: 1 },
        { from: 1, relation: 'on', to: 0 },
        { from: 0, relation: 'on', to: 0 },
      ],
    });
    const { groups } = groupsOf(brief);
    assert.equal(groups.flatMap((group) => group.pieces).length, 2);
  });
});

describe('signs', () => {
  it('are held large enough to read and below the face', () => {
    const brief = briefOf({ subjects: [subjectOf('kangaroo')], lettering: [letteringOf('DMXAPI', { holder: 0 })] });
    const { groups, piece } = groupsOf(brief);
    const [sign] = groups[0]?.signs ?? [];
    const roo = piece('kangaroo');
    assert.ok(sign && !sign.onSurface);
    assert.ok(sign.x1 - sign.x0 >= tall(roo) * 0.4);
    assert.ok(sign.y0 > roo.y0 + tall(roo) * 0.25);
    assert.ok((groups[0]?.x0 ?? 0) <= sign.x0 && (groups[0]?.x1 ?? 0) >= sign.x1);
  });

  it('lie on cake and shirt without a board, inside of them', () => {
    for (const carrier of ['cake', 'shirt', 'object'] as const) {
      const brief = briefOf({ subjects: [subjectOf('cake')], lettering: [letteringOf('HI', { holder: 0, carrier })] });
      const { groups, piece } = groupsOf(brief);
      const [sign] = groups[0]?.signs ?? [];
      assert.ok(sign?.onSurface && sign.x0 > piece('cake').x0 && sign.y1 < piece('cake').y1);
    }
  });

  it('are held by the first of several', () => {
    const brief = briefOf({
      subjects: [subjectOf('dog', { count: 3 })],
      lettering: [letteringOf('HI', { holder: 0 })],
    });
    const { groups } = groupsOf(brief);
    assert.deepEqual(
      groups.map((group) => group.signs.length),
      [1, 0, 0],
    );
  });
});
