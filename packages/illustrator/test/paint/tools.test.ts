// The painter's tools: noise that wraps, light that adds up, ways over the ground, feet of a silhouette, colour grades.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import type { ColourName, PaletteName } from '../../src/brief/vocabulary.js';
import { createBoard } from '../../src/paint/board.js';
import { finish } from '../../src/paint/finish.js';
import { feetOf } from '../../src/paint/footing.js';
import { silhouetteOf, tintOf } from '../../src/paint/light-up.js';
import { ditherAt, noiseSize, ridgedNoise, roughNoise, sample, smooth, softNoise } from '../../src/paint/noise.js';
import {
  createRaster,
  drawRaster,
  hazeAt,
  litColour,
  rampIndex,
  rampOf,
  rampSize,
  seenColour,
} from '../../src/paint/pixels.js';
import { ridgeLine } from '../../src/paint/ridge-lines.js';
import { preparedWay } from '../../src/paint/way.js';
import { toOklab } from '../../src/scene/colour.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { planSky } from '../../src/scene/plan-sky.js';
import { createRandom } from '../../src/scene/random.js';
import type { Grade, Light, RidgeShape } from '../../src/scene/scene.js';
import { briefOf } from '../support/briefs.js';

function lightOf(time: 'noon' | 'sunset' | 'night'): Light {
  return planSky({
    brief: briefOf(),
    time,
    weather: 'clear',
    horizon: 0.5,
    aspect: 1,
    random: createRandom(3),
    focusX: 0.5,
  }).light;
}

describe('noise', () => {
  for (const [name, table] of [
    ['soft', softNoise()],
    ['rough', roughNoise()],
    ['ridged', ridgedNoise()],
  ] as const) {
    it(`${name}: wraps without a seam and stays in range`, () => {
      for (let i = 0; i < 300; i += 1) {
        const [x, y] = [i * 7.31, i * 3.77];
        const value = sample(table, x, y);
        assert.ok(value > -1.6 && value < 1.6);
        assert.ok(Math.abs(sample(table, x + noiseSize, y) - value) < 1e-4);
        assert.ok(Math.abs(sample(table, x, y - noiseSize) - value) < 1e-4);
        assert.ok(Math.abs(sample(table, x + 0.01, y) - value) < 0.05, 'a jump between neighbours');
      }
    });
  }

  it('is computed once', () => {
    assert.equal(softNoise(), softNoise());
  });

  it('averages to about nothing', () => {
    let sum = 0;
    for (const value of softNoise()) sum += value;
    assert.ok(Math.abs(sum / softNoise().length) < 0.08);
  });
});

describe('dither', () => {
  it('lies within half a level and averages to zero', () => {
    let sum = 0;
    for (let y = 0; y < 64; y += 1) {
      for (let x = 0; x < 64; x += 1) {
        const value = ditherAt(x, y);
        assert.ok(value >= -0.5 && value <= 0.5);
        sum += value;
      }
    }
    assert.ok(Math.abs(sum / 4096) < 0.02);
  });
});

describe('smooth', () => {
  it('rises from 0 to 1 between its ends, and falls when they are swapped', () => {
    assert.deepEqual([smooth(2, 4, 1), smooth(2, 4, 3), smooth(2, 4, 9)], [0, 0.5, 1]);
    assert.deepEqual([smooth(4, 2, 1), smooth(4, 2, 9)], [1, 0]);
  });
});

describe('lighting', () => {
  it('brightens from shade to light, and shows what the formula says', () => {
    const light = lightOf('noon');
    const ramp = rampOf([120, 160, 80], light);
    assert.equal(ramp.length, rampSize * 3);
    for (let step = 1; step < rampSize; step += 1)
      assert.ok((ramp[step * 3 + 1] as number) >= (ramp[step * 3 - 2] as number));
    assert.deepEqual(Array.from(ramp.slice(-3)).map(Math.round), litColour([120, 160, 80], light, 1).map(Math.round));
  });

  it('never leaves the ramp', () => {
    assert.equal(rampIndex(-4), 0);
    assert.equal(rampIndex(9), (rampSize - 1) * 3);
    assert.equal(rampIndex(0.5) % 3, 0);
  });

  it('fades into haze with depth', () => {
    const light = lightOf('noon');
    const distance = (depth: number): number => {
      const colour = seenColour([40, 60, 30], light, 0.5, depth);
      return Math.hypot(colour[0] - light.haze[0], colour[1] - light.haze[1], colour[2] - light.haze[2]);
    };
    assert.ok(distance(0) > distance(0.5) && distance(0.5) > distance(1));
    assert.equal(hazeAt(light, 0), 0);
    assert.ok(hazeAt(light, 1) <= 1);
  });

  it('tints warm at sunset and cool at night, never too dark to see', () => {
    const [r, , b] = tintOf(lightOf('sunset'));
    assert.ok(r > b);
    const night = tintOf(lightOf('night'));
    assert.ok(night[2] > night[0] && Math.min(...night) > 100);
  });
});

describe('rasters', () => {
  it('reach the canvas pixel for pixel, alpha included', () => {
    const raster = createRaster(2, 1);
    raster.data.set([255, 0, 0, 255, 0, 0, 0, 0]);
    const canvas = createCanvas(2, 1);
    const ctx = canvas.getContext('2d');
    ctx.fillStyle = '#00f';
    ctx.fillRect(0, 0, 2, 1);
    drawRaster(ctx, raster, 0, 0);
    assert.deepEqual([...ctx.getImageData(0, 0, 2, 1).data], [255, 0, 0, 255, 0, 0, 255, 255]);
  });
});

describe('ridges', () => {
  const shapes: RidgeShape[] = ['alps', 'hills', 'dunes', 'karst', 'mesa', 'volcano', 'rolling', 'forest'];
  for (const shape of shapes) {
    it(`${shape}: rises to 1, never below 0, the same for its seed`, () => {
      const line = ridgeLine(shape, 9, 400);
      assert.ok(Math.abs(Math.max(...line) - 1) < 1e-6);
      assert.ok(Math.min(...line) >= 0);
      assert.deepEqual(ridgeLine(shape, 9, 400), line);
      assert.notDeepEqual(ridgeLine(shape, 10, 400), line);
    });
  }

  it('have their own character: alps are rougher than rolling land, a volcano has one summit', () => {
    const rough = (shape: RidgeShape): number => {
      const line = ridgeLine(shape, 4, 500);
      let sum = 0;
      for (let i = 1; i < line.length; i += 1) sum += Math.abs((line[i] as number) - (line[i - 1] as number));
      return sum;
    };
    assert.ok(rough('alps') > rough('rolling') * 3);
    const cone = ridgeLine('volcano', 4, 500);
    const top = cone.indexOf(Math.max(...cone));
    assert.ok((cone[Math.max(0, top - 100)] as number) < 0.7 && (cone[Math.min(499, top + 100)] as number) < 0.7);
  });
});

describe('ways', () => {
  const light = lightOf('noon');

  it('a path narrows toward the horizon', () => {
    const way = preparedWay({ kind: 'path', from: 0.5, to: 0.5, width: 0.4, bend: 0 }, light, 'grass', 500, 1000);
    const wide = (y: number): number => {
      const row = way.rowAt(y);
      let count = 0;
      for (let x = 0; x < 1000; x += 1) if (row && way.shareAt(row, x / 1000, x, 0) > 0.4) count += 1;
      return count;
    };
    assert.ok(wide(990) > wide(700) && wide(700) > wide(540) && wide(540) > 0);
  });

  it('a road across keeps to its band and has lines', () => {
    const way = preparedWay({ kind: 'across', y0: 0.7, y1: 0.9 }, light, 'grass', 500, 1000);
    assert.equal(way.rowAt(690), null);
    assert.equal(way.rowAt(910), null);
    const shares = [702, 716, 760, 784, 800, 886].map((y) => {
      const row = way.rowAt(y);
      return row ? way.shareAt(row, 0.02, 20, 0) : 0;
    });
    assert.ok(shares.some((value) => value < 0) && shares.some((value) => value > 0.9));
  });
});

describe('feet', () => {
  it('are found where a silhouette touches its lower edge', () => {
    const shape = createCanvas(100, 100);
    const ctx = shape.getContext('2d');
    ctx.fillRect(0, 0, 100, 60);
    ctx.fillRect(10, 60, 15, 40);
    ctx.fillRect(70, 60, 20, 40);
    const feet = feetOf(shape);
    assert.equal(feet.length, 2);
    assert.ok(Math.abs((feet[0]?.from ?? 0) - 0.1) < 0.02 && Math.abs((feet[1]?.to ?? 0) - 0.9) < 0.02);
  });

  it('silhouettes are small and black', () => {
    const picture = createCanvas(900, 300);
    const ctx = picture.getContext('2d');
    ctx.fillStyle = '#f0f';
    ctx.fillRect(0, 0, 900, 300);
    const shape = silhouetteOf(picture);
    assert.ok(shape.width <= 220 && Math.abs(shape.width / shape.height - 3) < 0.1);
    assert.deepEqual([...shape.getContext('2d').getImageData(5, 5, 1, 1).data], [0, 0, 0, 255]);
  });
});

describe('the grade', () => {
  const patches: [number, number, number][] = [
    [210, 60, 50],
    [60, 160, 80],
    [60, 90, 200],
    [230, 200, 90],
    [128, 128, 128],
  ];

  /** The patches after grading, in Oklab. */
  function graded(parts: Partial<Grade>): [number, number, number][] {
    const board = createBoard(250, 50);
    patches.forEach(([r, g, b], i) => {
      board.ctx.fillStyle = `rgb(${r},${g},${b})`;
      board.ctx.fillRect(i * 50, 0, 50, 50);
    });
    const scene = planScene(briefOf({ setting: 'studio' }), { width: 250, height: 50, seed: 1, index: 0 });
    const grade: Grade = { palettes: [], mood: null, tint: null, without: [], vignette: 0, bloom: 0, ...parts };
    finish(board, { ...scene, grade });
    return patches.map((_, i) => {
      const { data } = board.ctx.getImageData(i * 50 + 25, 25, 1, 1);
      return toOklab([data[0] as number, data[1] as number, data[2] as number]);
    });
  }

  const chroma = ([, a, b]: readonly [number, number, number]): number => Math.hypot(a, b);
  const sum = (values: [number, number, number][], of: (value: [number, number, number]) => number): number =>
    values.reduce((total, value) => total + of(value), 0);
  const plain = graded({});

  const words: Record<PaletteName, (after: [number, number, number][]) => boolean> = {
    pastel: (after) => sum(after, chroma) < sum(plain, chroma) * 0.8 && sum(after, ([l]) => l) > sum(plain, ([l]) => l),
    neon: (after) => sum(after, chroma) > sum(plain, chroma) * 1.1,
    monochrome: (after) => after.every((value) => chroma(value) < 0.012),
    sepia: (after) => after.every(([, , b]) => b > 0.02),
    warm: (after) => sum(after, ([, , b]) => b) > sum(plain, ([, , b]) => b) + 0.08,
    cool: (after) => sum(after, ([, , b]) => b) < sum(plain, ([, , b]) => b) - 0.08,
    vivid: (after) => sum(after, chroma) > sum(plain, chroma) * 1.08,
    muted: (after) => sum(after, chroma) < sum(plain, chroma) * 0.75,
    dark: (after) => sum(after, ([l]) => l) < sum(plain, ([l]) => l) * 0.85,
    bright: (after) => sum(after, ([l]) => l) > sum(plain, ([l]) => l) * 1.05,
    vintage: (after) => sum(after, chroma) < sum(plain, chroma) * 0.9,
  };
  for (const [palette, holds] of Object.entries(words)) {
    it(`${palette} does what it says`, () => {
      assert.ok(holds(graded({ palettes: [palette as PaletteName] })));
    });
  }

  it('tints everything one colour', () => {
    const after = graded({ tint: 'blue' });
    assert.ok(after.every(([, , b]) => b < 0));
  });

  it('takes out a hue that must not appear and leaves the others', () => {
    const after = graded({ without: ['red' as ColourName] });
    assert.ok(chroma(after[0] as [number, number, number]) < chroma(plain[0] as [number, number, number]) * 0.4);
    assert.ok(chroma(after[2] as [number, number, number]) > chroma(plain[2] as [number, number, number]) * 0.9);
  });
});
