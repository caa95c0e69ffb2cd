// Every setting, painted small: exact size, nothing left blank, regions and detail filled in, the same bytes again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import type { Brief } from '../../src/brief/brief.js';
import { settingNames, timeNames, weatherNames } from '../../src/brief/vocabulary.js';
import { paintScene } from '../../src/paint/paint-scene.js';
import { type Painting, type RegionName, regionNames } from '../../src/paint/painting.js';
import { planScene } from '../../src/scene/plan-scene.js';
import { briefOf, letteringOf, subjectOf } from '../support/briefs.js';

const artwork = createArtworkRenderer();

function paint(brief: Brief, width = 256, height = 256, seed = 3, index = 0): Promise<Painting> {
  return paintScene(planScene(brief, { width, height, seed, index }), { artwork });
}

/** Share of the pixels in a region. */
function share(painting: Painting, region: RegionName): number {
  const wanted = regionNames.indexOf(region);
  let count = 0;
  for (const one of painting.regions) if (one === wanted) count += 1;
  return count / painting.regions.length;
}

/** Mean of the three channels over a part of the picture given in fractions. */
function mean({ rgba, width, height }: Painting, x0 = 0, y0 = 0, x1 = 1, y1 = 1): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.floor(y0 * height); y < Math.ceil(y1 * height); y += 1) {
    for (let x = Math.floor(x0 * width); x < Math.ceil(x1 * width); x += 1) {
      for (const c of [0, 1, 2] as const) sum[c] += rgba[(y * width + x) * 4 + c] as number;
      count += 1;
    }
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

const brightness = ([r, g, b]: readonly [number, number, number]): number => 0.21 * r + 0.72 * g + 0.07 * b;

/** Mean difference of two paintings' channels. */
function difference(a: Painting, b: Painting): number {
  let sum = 0;
  for (let i = 0; i < a.rgba.length; i += 1) sum += Math.abs((a.rgba[i] as number) - (b.rgba[i] as number));
  return sum / a.rgba.length;
}

/** Regions that a setting must show, besides the subject's. */
const expected: Partial<Record<(typeof settingNames)[number], RegionName[]>> = {
  meadow: ['sky', 'ground'],
  snowfield: ['sky', 'far', 'ground', 'plant'],
  forest: ['ground', 'plant'],
  lake: ['sky', 'water'],
  ocean: ['sky', 'water'],
  beach: ['sky', 'water', 'ground'],
  city: ['sky', 'building', 'ground'],
  'city-by-night': ['sky', 'building'],
  street: ['building', 'ground'],
  village: ['sky', 'building'],
  kitchen: ['indoor', 'ground'],
  'living-room': ['indoor', 'ground'],
  'table-top': ['indoor', 'ground'],
  underwater: ['water', 'ground'],
  space: ['sky'],
  stadium: ['building', 'ground'],
};

for (const setting of settingNames) {
  describe(`setting ${setting}`, () => {
    it('fills the picture: opaque, not flat, its subject in place', async () => {
      const painting = await paint(briefOf({ setting, subjects: [subjectOf('dog')] }));
      assert.equal(painting.rgba.length, 256 * 256 * 4);
      assert.equal(painting.regions.length, 256 * 256);
      assert.equal(painting.detail.length, 256 * 256);
      let distinct = 0;
      for (let p = 0; p < painting.rgba.length; p += 4) {
        if (painting.rgba[p + 3] !== 255) assert.fail(`pixel ${p >> 2} is not opaque`);
        if (p > 0 && painting.rgba[p] !== painting.rgba[p - 4]) distinct += 1;
      }
      assert.ok(distinct > 256 * 256 * 0.3, 'large flat areas');
      const tones = [0, 0.25, 0.5, 0.75].map((y) => brightness(mean(painting, 0, y, 1, y + 0.25)));
      assert.ok(Math.max(...tones) - Math.min(...tones) > 3, 'no composition from top to bottom');
      assert.ok(share(painting, 'subject') > 0.015, 'the subject is not marked');
      for (const region of expected[setting] ?? []) {
        assert.ok(share(painting, region) > 0.02, `${region} is missing: ${share(painting, region)}`);
      }
      assert.ok(Math.max(...painting.detail) >= 240, 'the face is not marked for fine strokes');
    });

    it('paints the same bytes for the same scene', async () => {
      const brief = briefOf({ setting, subjects: [subjectOf('dog')] });
      const once = await paint(brief);
      const again = await paint(brief);
      assert.ok(Buffer.from(once.rgba.buffer).equals(Buffer.from(again.rgba.buffer)));
      assert.deepEqual(again.regions, once.regions);
      assert.deepEqual(again.detail, once.detail);
    });
  });
}

describe('light', () => {
  it('follows the hour: noon is the brightest, night the darkest and bluest, sunset the warmest', async () => {
    const tones = new Map<string, [number, number, number]>();
    for (const time of timeNames)
      tones.set(time, mean(await paint(briefOf({ setting: 'meadow', time, weather: 'clear' }))));
    const of = (time: string): [number, number, number] => tones.get(time) ?? [0, 0, 0];
    assert.ok(brightness(of('noon')) > brightness(of('dusk')) + 40);
    assert.ok(brightness(of('dusk')) > brightness(of('night')));
    assert.ok(of('night')[2] > of('night')[0]);
    assert.ok(of('sunset')[0] / of('sunset')[2] > of('noon')[0] / of('noon')[2] + 0.2);
  });

  it('follows the weather: a storm is darker than a clear day, fog is pale and flat', async () => {
    const clear = await paint(briefOf({ setting: 'ocean', time: 'noon', weather: 'clear' }));
    const storm = await paint(briefOf({ setting: 'ocean', time: 'noon', weather: 'storm' }));
    const fog = await paint(briefOf({ setting: 'ocean', time: 'noon', weather: 'fog' }));
    assert.ok(brightness(mean(storm)) < brightness(mean(clear)) - 40);
    const [r, g, b] = mean(fog, 0, 0, 1, 0.4);
    assert.ok(Math.max(r, g, b) - Math.min(r, g, b) < 40, 'fog has a strong colour');
  });

  it('paints every weather differently', async () => {
    const paintings: Painting[] = [];
    for (const weather of weatherNames)
      paintings.push(await paint(briefOf({ setting: 'meadow', time: 'noon', weather })));
    paintings.forEach((one, i) => {
      for (const other of paintings.slice(i + 1)) assert.ok(difference(one, other) > 0.8);
    });
  });

  it('tints subjects: a white one is warm at sunset, dim and cool at night', async () => {
    const tone = async (time: 'noon' | 'sunset' | 'night'): Promise<[number, number, number]> => {
      const painting = await paint(
        briefOf({ setting: 'meadow', time, weather: 'clear', subjects: [subjectOf('swan', { colour: 'white' })] }),
      );
      const wanted = regionNames.indexOf('subject');
      const sum: [number, number, number] = [0, 0, 0];
      let count = 0;
      painting.regions.forEach((region, i) => {
        if (region !== wanted) return;
        for (const c of [0, 1, 2] as const) sum[c] += painting.rgba[i * 4 + c] as number;
        count += 1;
      });
      return [sum[0] / count, sum[1] / count, sum[2] / count];
    };
    const [noon, sunset, night] = [await tone('noon'), await tone('sunset'), await tone('night')];
    assert.ok(sunset[0] / sunset[2] > noon[0] / noon[2] + 0.05);
    assert.ok(brightness(night) < brightness(noon) - 25);
    assert.ok(night[2] / night[0] > noon[2] / noon[0]);
  });
});

describe('pictures of one task', () => {
  it('differ visibly from one another', async () => {
    const paintings: Painting[] = [];
    const brief = briefOf({ setting: 'snowfield', time: 'sunset', subjects: [subjectOf('fox')] });
    for (let index = 0; index < 9; index += 1) paintings.push(await paint(brief, 192, 192, 5, index));
    paintings.forEach((one, i) => {
      for (const other of paintings.slice(i + 1))
        assert.ok(difference(one, other) > 6, `two of nine differ by ${difference(one, other)}`);
    });
  });
});

describe('skies', () => {
  it('show no bands: no run of equal pixels, and steps between rows of at most a few levels', async () => {
    for (const time of ['noon', 'sunset', 'night'] as const) {
      const brief = briefOf({ setting: 'ocean', time, weather: 'clear' });
      brief.excluded.sky.push('clouds', 'sun', 'moon', 'stars');
      const { rgba, width, height, regions } = await paint(brief, 384, 384);
      let longest = 0;
      for (let y = 0; y < height * 0.35; y += 1) {
        let run = 0;
        for (let x = 1; x < width; x += 1) {
          const at = (y * width + x) * 4;
          if (regions[y * width + x] !== 0) break;
          const equal = [0, 1, 2].every((c) => rgba[at + c] === rgba[at + c - 4]);
          run = equal ? run + 1 : 0;
          longest = Math.max(longest, run);
        }
      }
      assert.ok(longest < 60, `${time}: ${longest} equal pixels in a row`);
      const row = (y: number): number => {
        let sum = 0;
        for (let x = 0; x < width; x += 1) for (const c of [0, 1, 2]) sum += rgba[(y * width + x) * 4 + c] as number;
        return sum / width / 3;
      };
      for (let y = 1; y < height * 0.35; y += 1)
        assert.ok(Math.abs(row(y) - row(y - 1)) < 3, `${time}: a step at row ${y}`);
    }
  });
});

describe('water', () => {
  it('mirrors: under a red sky it is redder than under a blue one', async () => {
    const tone = async (time: 'noon' | 'sunset'): Promise<number> => {
      const [r, , b] = mean(await paint(briefOf({ setting: 'lake', time, weather: 'clear' })), 0, 0.6, 1, 0.9);
      return r / b;
    };
    assert.ok((await tone('sunset')) > (await tone('noon')) + 0.2);
  });

  it('glitters under the moon', async () => {
    const scene = planScene(briefOf({ setting: 'lake', time: 'night', sky: { ...briefOf().sky, moon: 'full' } }), {
      width: 256,
      height: 256,
      seed: 6,
      index: 0,
    });
    const painting = await paintScene(scene, { artwork });
    const x = scene.sky?.moon?.x ?? 0;
    const near = brightness(mean(painting, x - 0.03, 0.6, x + 0.03, 0.9));
    const far = brightness(mean(painting, x > 0.5 ? 0.02 : 0.78, 0.6, x > 0.5 ? 0.22 : 0.98, 0.9));
    assert.ok(near > far + 15, `path ${near}, beside it ${far}`);
  });
});

describe('lettering', () => {
  it('is painted where the plan says and marked for care', async () => {
    const brief = briefOf({ subjects: [subjectOf('kangaroo')], lettering: [letteringOf('DMXAPI', { holder: 0 })] });
    const scene = planScene(brief, { width: 512, height: 512, seed: 2, index: 0 });
    const painting = await paintScene(scene, { artwork });
    const planned = scene.lettering[0]?.box ?? [0, 0, 0, 0];
    const [box] = painting.letteringBoxes;
    assert.ok(box && box.x0 >= planned[0] * 512 - 1 && box.x1 <= planned[2] * 512 + 1);
    assert.ok(box.y0 >= planned[1] * 512 - 1 && box.y1 <= planned[3] * 512 + 1);
    const middle = Math.round((box.y0 + box.y1) / 2) * 512 + Math.round((box.x0 + box.x1) / 2);
    assert.equal(regionNames[painting.regions[middle] as number], 'lettering');
    assert.ok((painting.detail[middle] as number) > 240);
  });
});

describe('a subject with pixels of its own', () => {
  it('is painted with them instead of artwork', async () => {
    const rgba = new Uint8ClampedArray(40 * 80 * 4);
    for (let i = 0; i < rgba.length; i += 4) rgba.set([255, 0, 255, 255], i);
    const brief = briefOf({ setting: 'studio', subjects: [subjectOf('dog')] });
    const pictures = new Map([[0, { width: 40, height: 80, rgba }]]);
    const scene = planScene(brief, { width: 256, height: 256, seed: 1, index: 0, pictures });
    const [x0, y0, x1, y1] = scene.subjects[0]?.box ?? [0, 0, 0, 0];
    assert.ok(Math.abs((x1 - x0) / (y1 - y0) - 0.5) < 0.01, 'it keeps its own proportions');
    const [r, g, b] = mean(await paintScene(scene, { artwork }), x0 + 0.02, y0 + 0.02, x1 - 0.02, y1 - 0.02);
    assert.ok(r > 150 && b > 150 && g < 90, `${r}, ${g}, ${b}`);
  });
});

describe('paintScene', () => {
  it('paints any size exactly, also odd and narrow ones', async () => {
    for (const [width, height] of [
      [64, 64],
      [65, 129],
      [300, 71],
      [129, 500],
    ] as const) {
      const painting = await paint(briefOf({ setting: 'lake', subjects: [subjectOf('boat')] }), width, height);
      assert.deepEqual([painting.width, painting.height, painting.rgba.length], [width, height, width * height * 4]);
      for (let p = 3; p < painting.rgba.length; p += 4) if (painting.rgba[p] !== 255) assert.fail('a hole');
    }
  });

  it('keeps its composition when painted larger', async () => {
    const brief = briefOf({ setting: 'mountains', subjects: [subjectOf('deer')], time: 'noon' });
    const small = await paint(brief, 160, 160);
    const large = await paint(brief, 320, 320);
    for (const [x, y] of [
      [0, 0],
      [0.5, 0],
      [0, 0.5],
      [0.5, 0.5],
    ] as const) {
      const one = mean(small, x, y, x + 0.5, y + 0.5);
      const other = mean(large, x, y, x + 0.5, y + 0.5);
      for (const c of [0, 1, 2] as const) assert.ok(Math.abs(one[c] - other[c]) < 12, `${one} and ${other}`);
    }
  });

  it('reports progress that rises to 1', async () => {
    const seen: number[] = [];
    const scene = planScene(briefOf({ subjects: [subjectOf('cat')] }), { width: 128, height: 128, seed: 1, index: 0 });
    await paintScene(scene, { artwork, onProgress: (fraction) => seen.push(fraction) });
    assert.equal(seen.at(-1), 1);
    for (const [i, value] of seen.entries()) assert.ok(value >= (seen[i - 1] ?? 0));
  });

  it('ends with the reason of its signal', async () => {
    const scene = planScene(briefOf({ subjects: [subjectOf('cat')] }), { width: 128, height: 128, seed: 1, index: 0 });
    const controller = new AbortController();
    const reason = new Error('enough');
    await assert.rejects(
      paintScene(scene, {
        artwork,
        signal: controller.signal,
        onProgress: (fraction) => {
          if (fraction > 0.1) controller.abort(reason);
        },
      }),
      reason,
    );
  });
});
