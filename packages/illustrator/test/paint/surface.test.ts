// Surfaces, focus and what is seen through a window, judged by their pixels.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WeatherName } from '../../src/brief/vocabulary.js';
import { type Board, createBoard } from '../../src/paint/board.js';
import { paintOutside } from '../../src/paint/outside.js';
import { grainOf, paintSoften, paintSurface } from '../../src/paint/surface.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { createRandom } from '../../src/scene/random.js';
import type { Scene, SurfaceKind } from '../../src/scene/scene.js';
import { briefOf } from '../support/briefs.js';

const scene = planScene(briefOf({ setting: 'kitchen' }), { width: 200, height: 200, seed: 1, index: 0 });

/** Mean luma and its standard deviation over a rectangle. */
function lumaOf(board: Board, x = 0, y = 0, w = board.width, h = board.height): { mean: number; spread: number } {
  const { data } = board.ctx.getImageData(x, y, w, h);
  const values: number[] = [];
  for (let i = 0; i < data.length; i += 4)
    values.push(0.21 * (data[i] ?? 0) + 0.72 * (data[i + 1] ?? 0) + 0.07 * (data[i + 2] ?? 0));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, spread };
}

function surfaceBoard(surface: SurfaceKind, albedo: [number, number, number]): Board {
  const board = createBoard(200, 200);
  paintSurface(board, scene, { kind: 'surface', seed: 7, surface, albedo });
  return board;
}

describe('surfaces', () => {
  for (const kind of ['wood', 'stone', 'cloth'] as const) {
    it(`${kind} has a grain, stays near its colour, fills the picture`, () => {
      const board = surfaceBoard(kind, [150, 150, 150]);
      const { mean, spread } = lumaOf(board);
      assert.ok(mean > 60 && mean < 230, `mean ${mean}`);
      assert.ok(spread > 2, `spread ${spread}`);
      const { data } = board.ctx.getImageData(0, 0, 200, 200);
      for (let i = 3; i < data.length; i += 4) assert.equal(data[i], 255);
    });

    it(`${kind} never darkens by more than its dark tone`, () => {
      const grain = grainOf(kind, 5, 12);
      for (let i = 0; i < 500; i += 1) {
        const { dark, light } = grain(i * 0.013, i * 0.0071);
        assert.ok(dark >= -0.001 && dark <= 1 && Math.abs(light) < 0.25, `${dark} ${light}`);
      }
    });
  }

  it('are brighter toward the light', () => {
    const board = surfaceBoard('stone', [200, 200, 200]);
    const right = scene.light.from.x > 0.5;
    const near = lumaOf(board, right ? 150 : 0, 0, 50, 60).mean;
    const far = lumaOf(board, right ? 0 : 150, 140, 50, 60).mean;
    assert.ok(near > far + 8, `${near} against ${far}`);
  });

  it('differ by material', () => {
    const pixels = (kind: SurfaceKind): string =>
      surfaceBoard(kind, [150, 150, 150]).ctx.getImageData(90, 90, 8, 8).data.join();
    assert.equal(new Set([pixels('wood'), pixels('stone'), pixels('cloth')]).size, 3);
  });
});

describe('out of focus', () => {
  it('edges soften, brightness stays, the border does not fade', () => {
    const board = createBoard(200, 200);
    board.ctx.fillStyle = '#ffffff';
    board.ctx.fillRect(0, 0, 200, 200);
    board.ctx.fillStyle = '#202020';
    for (let x = 0; x < 200; x += 20) board.ctx.fillRect(x, 0, 10, 200);
    const before = lumaOf(board);
    paintSoften(board, scene, { kind: 'soften', seed: 1, radius: 0.02 });
    const after = lumaOf(board);
    assert.ok(after.spread < before.spread * 0.8, `${after.spread} of ${before.spread}`);
    assert.ok(Math.abs(after.mean - before.mean) < 8);
    const { data } = board.ctx.getImageData(0, 0, 200, 1);
    for (let i = 3; i < data.length; i += 4) assert.equal(data[i], 255);
  });
});

describe('through a window', () => {
  function pane(weather: WeatherName, parts: Partial<Scene> = {}): Board {
    const board = createBoard(100, 100);
    board.ctx.fillStyle = '#405060';
    board.ctx.fillRect(0, 0, 100, 100);
    paintOutside(board, { ...scene, weather, ...parts }, createRandom(4), [20, 20, 60, 60]);
    return board;
  }

  it('fair weather by day adds nothing', () => {
    assert.ok(lumaOf(pane('clear')).spread < 1e-6);
  });

  it('snow whitens the pane and lies on its lower edge', () => {
    const board = pane('snow');
    assert.ok(lumaOf(board, 20, 20, 60, 50).mean > 110);
    assert.ok(lumaOf(board, 22, 77, 56, 2).mean > 240);
  });

  it('rain leaves drops, and nothing outside the pane', () => {
    const board = pane('rain');
    assert.ok(lumaOf(board, 20, 20, 60, 60).spread > 5);
    assert.ok(lumaOf(board, 0, 0, 100, 19).spread < 1e-6);
    assert.ok(lumaOf(board, 0, 81, 100, 19).spread < 1e-6);
  });

  it('stars and the moon shine after dark', () => {
    const night = planScene(briefOf({ setting: 'kitchen', time: 'night', sky: { ...briefOf().sky, moon: 'full' } }), {
      width: 200,
      height: 200,
      seed: 1,
      index: 0,
    });
    assert.ok(lumaOf(pane('clear', { sky: night.sky, light: night.light }), 20, 20, 60, 40).spread > 8);
  });

  it('leaves the random sequence of the furniture alone', () => {
    const [one, two] = [createRandom(9), createRandom(9)];
    paintOutside(createBoard(50, 50), { ...scene, weather: 'snow' }, one, [0, 0, 50, 50]);
    assert.equal(one.next(), two.next());
  });
});
