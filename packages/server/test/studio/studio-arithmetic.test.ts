// The studio's arithmetic, without a browser: rows of the gallery, axes of charts, parts of pictures, addresses, code.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { loadStudioModule } from './studio-module.js';

interface Row {
  kind: string;
  height: number;
  tiles: { key: string; width: number; ratio: number }[];
}
type ArrangeRows = (
  sections: { name: string; tiles: { key: string; ratio: number; item: number }[] }[],
  sizes: object,
) => Row[];

describe('rows of the gallery', () => {
  let arrangeRows: ArrangeRows;
  before(async () => {
    ({ arrangeRows } = await loadStudioModule<{ arrangeRows: ArrangeRows }>('gallery/arrange-rows.ts'));
  });
  const sizes = { width: 1000, aim: 250, gap: 10, heading: 44 };
  const section = (name: string, ratios: readonly number[]) => ({
    name,
    tiles: ratios.map((ratio, index) => ({ key: `${name} ${index}`, ratio, item: index })),
  });

  it('hold every tile once, in order, in rows that fill the width to the pixel', () => {
    const ratios = fc.array(fc.constantFrom(1, 16 / 9, 9 / 16, 4 / 3, 3 / 4, 3 / 2, 2 / 3, 21 / 9), { maxLength: 60 });
    fc.assert(
      fc.property(ratios, fc.integer({ min: 280, max: 2400 }), (list, width) => {
        const rows = arrangeRows([section('day', list)], { ...sizes, width });
        const lines = rows.filter(({ kind }) => kind === 'tiles');
        assert.deepEqual(
          lines.flatMap(({ tiles }) => tiles.map(({ key }) => key)),
          list.map((_, index) => `day ${index}`),
        );
        for (const [index, { tiles }] of lines.entries()) {
          const used = tiles.reduce((sum, tile) => sum + tile.width, 0) + (tiles.length - 1) * sizes.gap;
          if (index < lines.length - 1) assert.equal(used, width);
          else assert.ok(used <= width);
        }
      }),
    );
  });

  it('stay near the height aimed at, and keep the shape of every picture', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 16 / 9, 9 / 16, 3 / 2), { minLength: 1, maxLength: 60 }), (list) => {
        for (const row of arrangeRows([section('day', list)], sizes)) {
          if (row.kind !== 'tiles') continue;
          const height = row.height - sizes.gap;
          assert.ok(height > sizes.aim * 0.6 && height <= sizes.aim * 1.41, `${height} px`);
          for (const tile of row.tiles) assert.ok(Math.abs(tile.width - tile.ratio * height) < 3);
        }
      }),
    );
  });

  it('begin anew with every day, under its heading', () => {
    const rows = arrangeRows([section('today', [1]), section('yesterday', [1, 1])], sizes);
    assert.deepEqual(
      rows.map(({ kind, tiles }) => [kind, tiles?.length]),
      [
        ['heading', undefined],
        ['tiles', 1],
        ['heading', undefined],
        ['tiles', 2],
      ],
    );
  });
});

describe('axes', () => {
  interface Scale {
    ticksUpTo(most: number, whole?: boolean): number[];
    labelledPlaces(count: number, room: number): Set<number>;
  }
  let scale: Scale;
  before(async () => {
    scale = await loadStudioModule<Scale>('admin/chart-scale.ts');
  });

  it('end at or above the largest figure, in few equal round steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (most) => {
        const ticks = scale.ticksUpTo(most);
        assert.ok(ticks[0] === 0 && (ticks.at(-1) ?? 0) >= most * (1 - 1e-9));
        assert.ok(ticks.length >= 2 && ticks.length <= 5, String(ticks));
        const step = ticks[1] ?? 0;
        for (const [index, tick] of ticks.entries()) assert.ok(Math.abs(tick - index * step) <= step * 1e-9);
      }),
    );
    assert.deepEqual(scale.ticksUpTo(14), [0, 5, 10, 15]);
    assert.deepEqual(scale.ticksUpTo(0), [0, 1]);
    assert.deepEqual(scale.ticksUpTo(84), [0, 25, 50, 75, 100]);
    assert.deepEqual(scale.ticksUpTo(1001), [0, 500, 1000, 1500]);
  });

  it('count things in whole steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (most) => {
        const ticks = scale.ticksUpTo(most, true);
        assert.ok(ticks.every(Number.isInteger) && (ticks.at(-1) ?? 0) >= most, String(ticks));
        assert.ok(ticks.length >= 2 && ticks.length <= 5, String(ticks));
      }),
    );
    assert.deepEqual(scale.ticksUpTo(2, true), [0, 1, 2]);
    assert.deepEqual(scale.ticksUpTo(9, true), [0, 5, 10]);
  });

  it('label the last day, and no more than there is room for', () => {
    assert.deepEqual(
      [...scale.labelledPlaces(30, 8)].toSorted((one, other) => one - other),
      [1, 5, 9, 13, 17, 21, 25, 29],
    );
    assert.deepEqual([...scale.labelledPlaces(3, 8)], [2, 1, 0]);
    assert.equal(scale.labelledPlaces(0, 8).size, 0);
  });
});

describe('the middle part of a picture', () => {
  it('has the ratio, lies within, and is as large as can be', async () => {
    interface Part {
      x: number;
      y: number;
      width: number;
      height: number;
    }
    const { middlePart } = await loadStudioModule<{ middlePart(w: number, h: number, ratio: number): Part }>(
      'draft/crop-picture.ts',
    );
    const side = fc.integer({ min: 300, max: 5000 });
    fc.assert(
      fc.property(side, side, fc.double({ min: 0.4, max: 2.5, noNaN: true }), (width, height, ratio) => {
        const part = middlePart(width, height, ratio);
        assert.ok(part.x >= 0 && part.y >= 0 && part.x + part.width <= width && part.y + part.height <= height);
        assert.ok(part.width === width || part.height === height);
        assert.ok(Math.abs(part.width - part.height * ratio) <= Math.max(1, ratio));
      }),
    );
  });
});

describe('addresses of pages', () => {
  it('are read from the fragment; whatever is unknown is the studio', async () => {
    const source = await loadStudioRoute();
    const cases: [string, object][] = [
      ['', { page: 'studio' }],
      ['#/', { page: 'studio' }],
      ['#key=sk-1', { page: 'studio' }],
      ['#/settings', { page: 'settings' }],
      ['#/admin', { page: 'admin', section: 'usage' }],
      ['#/admin/audit', { page: 'admin', section: 'audit' }],
      ['#/admin/nothing', { page: 'admin', section: 'usage' }],
      ['#/tasks/%3Cimg%3E', { page: 'task', taskId: '<img>' }],
      ['#/tasks/%', { page: 'studio' }],
      ['#/tasks/a/b', { page: 'studio' }],
    ];
    for (const [fragment, route] of cases) assert.deepEqual(source.readRoute(fragment), route, fragment);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        assert.deepEqual(source.readRoute(source.taskAddress(id)), { page: 'task', taskId: id });
      }),
    );
  });
});

/** The module imports React for its hook, which is of no use here. */
async function loadStudioRoute() {
  return loadStudioModule<{ readRoute(fragment: string): object; taskAddress(id: string): string }>(
    'pages/read-route.ts',
  );
}
