// Edits of a photograph: each does what its word says, by measure, and nothing when there is nothing to do.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { seasonNames, timeNames, weatherNames } from '../../src/brief/vocabulary.js';
import { type Painting, regionNames } from '../../src/paint/painting.js';
import { applyEdits, type PictureEdits, sortEdits } from '../../src/reference/edits/apply-edits.js';
import { foliage } from '../../src/reference/edits/colour-map.js';
import { toOklab } from '../../src/style/kernels/oklab.js';

const none: PictureEdits = { seasons: [], weathers: [], times: [], palettes: [], tints: [] };
const width = 160;
const height = 120;

/** A day outdoors: blue sky, a meadow, a tree of leaves, a grey rock. */
function outdoors(): Painting {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const regions = new Uint8Array(width * height);
  const sky = regionNames.indexOf('sky');
  const elsewhere = regionNames.indexOf('indoor');
  for (let y = 0, i = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, i += 1) {
      const leaf = Math.hypot(x - 40, y - 50) < 22;
      const rock = Math.hypot(x - 120, y - 90) < 12;
      const isSky = y < 60 && !leaf;
      const wave = 8 * Math.sin(x * 0.9) * Math.cos(y * 0.7);
      const colour = isSky
        ? [120, 170, 226]
        : leaf
          ? [66 + wave, 128 + wave, 48]
          : rock
            ? [128, 126, 122]
            : [96 + wave, 156 + wave, 62];
      rgba.set([...colour, 255], i * 4);
      regions[i] = isSky ? sky : elsewhere;
    }
  return {
    width,
    height,
    rgba,
    regions,
    detail: new Uint8Array(width * height).fill(40),
    letteringBoxes: [],
    photograph: true,
  };
}

/** Mean Oklab colour of a box. */
function meanLab(
  painting: Painting,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) {
      const p = (y * width + x) * 4;
      const lab = toOklab(painting.rgba[p] as number, painting.rgba[p + 1] as number, painting.rgba[p + 2] as number);
      for (const k of [0, 1, 2] as const) sum[k] += lab[k] / ((x1 - x0) * (y1 - y0));
    }
  return sum;
}

const skyBox = [80, 4, 150, 40] as const;
const leafBox = [28, 38, 52, 62] as const;
const meadowBox = [10, 84, 90, 116] as const;

/** The test picture after one edit. */
function edited(edits: Partial<PictureEdits>, strength = 1, seed = 9): Painting {
  return applyEdits(outdoors(), { ...none, ...edits }, seed, strength);
}

describe('applyEdits', () => {
  it('hands back the same painting when there is nothing to do', () => {
    const painting = outdoors();
    assert.equal(applyEdits(painting, none, 1, 1), painting);
    assert.equal(applyEdits(painting, { ...none, times: ['night'] }, 1, 0), painting);
  });

  it('leaves the painting it was given alone, and its maps as they are', () => {
    const painting = outdoors();
    const result = applyEdits(painting, { ...none, weathers: ['snow'], times: ['night'] }, 1, 1);
    assert.deepEqual(painting, outdoors());
    assert.equal(result.regions, painting.regions);
    assert.equal(result.detail, painting.detail);
    assert.equal(result.photograph, true);
  });

  it('changes the picture for every word there is, opaque, and equally for equal seeds', () => {
    const before = outdoors().rgba;
    const all: Partial<PictureEdits>[] = [
      ...timeNames.map((time) => ({ times: [time] })),
      ...seasonNames.map((season) => ({ seasons: [season] })),
      ...weatherNames.map((weather) => ({ weathers: [weather] })),
      { palettes: ['sepia'] },
      { tints: ['purple'] },
    ];
    for (const edits of all) {
      const { rgba } = edited(edits);
      assert.deepEqual(edited(edits).rgba, rgba, JSON.stringify(edits));
      let sum = 0;
      for (let p = 0; p < rgba.length; p += 1) sum += Math.abs((rgba[p] as number) - (before[p] as number));
      assert.ok(sum / rgba.length > 0.05, `${JSON.stringify(edits)} changes ${sum / rgba.length}`);
      for (let p = 3; p < rgba.length; p += 4) assert.equal(rgba[p], 255);
    }
  });

  it('changes less with less strength', () => {
    const before = meanLab(outdoors(), meadowBox)[0];
    const half = meanLab(edited({ times: ['night'] }, 0.5), meadowBox)[0];
    const full = meanLab(edited({ times: ['night'] }), meadowBox)[0];
    assert.ok(before > half + 0.05 && half > full + 0.05, `${before} ${half} ${full}`);
  });

  it('lets flakes fall elsewhere for another seed', () => {
    assert.notDeepEqual(edited({ weathers: ['snow'] }, 1, 1).rgba, edited({ weathers: ['snow'] }, 1, 2).rgba);
  });
});

describe('hours', () => {
  it('darken in the order of the clock', () => {
    const light = (['noon', 'sunset', 'dusk', 'night'] as const).map(
      (time) => meanLab(edited({ times: [time] }), meadowBox)[0],
    );
    assert.deepEqual(
      light,
      [...light].sort((a, b) => b - a),
    );
  });

  it('turn night blue, above all above', () => {
    const night = edited({ times: ['night'] });
    const [l, , b] = meanLab(night, skyBox);
    assert.ok(l < 0.35 && b < -0.03, `sky ${l} ${b}`);
    assert.ok(meanLab(night, meadowBox)[2] < meanLab(outdoors(), meadowBox)[2] - 0.05);
  });

  it('turn sunset warm at the horizon and violet above it', () => {
    const sunset = edited({ times: ['sunset'] });
    const high = meanLab(sunset, [80, 0, 150, 8]);
    const low = meanLab(sunset, [80, 48, 150, 58]);
    assert.ok(low[2] > 0.06 && high[2] < 0, `horizon ${low[2]}, zenith ${high[2]}`);
  });
});

describe('seasons', () => {
  it('turn leaves from green to gold and red in autumn, not the rock', () => {
    const autumn = edited({ seasons: ['autumn'] });
    assert.ok(meanLab(outdoors(), leafBox)[1] < -0.05);
    assert.ok(meanLab(autumn, leafBox)[1] > 0.02);
    const rock = [114, 84, 126, 96] as const;
    assert.ok(Math.abs(meanLab(autumn, rock)[1] - meanLab(outdoors(), rock)[1]) < 0.03);
  });

  it('whiten the meadow in winter', () => {
    const [l, a] = meanLab(edited({ seasons: ['winter'] }), meadowBox);
    assert.ok(l > meanLab(outdoors(), meadowBox)[0] + 0.1 && Math.abs(a) < 0.03, `${l} ${a}`);
  });

  it('bring blossom to the tree in spring and stronger green in summer', () => {
    const spring = edited({ seasons: ['spring'] });
    let pink = 0;
    for (let y = leafBox[1]; y < leafBox[3]; y += 1)
      for (let x = leafBox[0]; x < leafBox[2]; x += 1) {
        const p = (y * width + x) * 4;
        if (toOklab(spring.rgba[p] as number, spring.rgba[p + 1] as number, spring.rgba[p + 2] as number)[1] > 0.03)
          pink += 1;
      }
    assert.ok(pink > 0, 'no petal');
    const chroma = (painting: Painting): number => {
      const [, a, b] = meanLab(painting, meadowBox);
      return Math.hypot(a, b);
    };
    assert.ok(chroma(edited({ seasons: ['summer'] })) > chroma(outdoors()) * 1.05);
  });
});

describe('weather', () => {
  it('hides the far in fog more than the near', () => {
    const before = outdoors();
    const fog = edited({ weathers: ['fog'] });
    const change = (box: readonly [number, number, number, number]): number => {
      const [l, a, b] = meanLab(fog, box);
      const [l0, a0, b0] = meanLab(before, box);
      return Math.hypot(l - l0, a - a0, b - b0);
    };
    assert.ok(change([60, 62, 150, 68]) > change([60, 110, 150, 118]) + 0.03);
  });

  it('takes colour out of rain and storm, and light out of storm', () => {
    const chroma = (painting: Painting): number => {
      const [, a, b] = meanLab(painting, meadowBox);
      return Math.hypot(a, b);
    };
    const rain = edited({ weathers: ['rain'] });
    const storm = edited({ weathers: ['storm'] });
    assert.ok(chroma(rain) < chroma(outdoors()) * 0.75);
    assert.ok(meanLab(storm, meadowBox)[0] < meanLab(rain, meadowBox)[0]);
  });

  it('clears the sky to blue', () => {
    assert.ok(meanLab(edited({ weathers: ['clear'] }), [80, 0, 150, 10])[2] < meanLab(outdoors(), [80, 0, 150, 10])[2]);
  });

  it('draws a rainbow with red outside and violet inside', () => {
    const { rgba } = edited({ weathers: ['rainbow'] });
    const before = outdoors().rgba;
    // Down the middle column from above: where red gains most comes before where blue loses least.
    const column = Math.round(width / 2) + 20;
    let reddest = 0;
    let redGain = -1;
    for (let y = 0; y < 60; y += 1) {
      const p = (y * width + column) * 4;
      const gain = (rgba[p] as number) - (before[p] as number) - ((rgba[p + 2] as number) - (before[p + 2] as number));
      if (gain > redGain) {
        redGain = gain;
        reddest = y;
      }
    }
    assert.ok(redGain > 20, `red gains ${redGain}`);
    const inside = ((reddest + 8) * width + column) * 4;
    assert.ok((rgba[inside + 2] as number) >= (rgba[inside + 1] as number) - 20);
  });

  it('settles snow in landscapes, not on what has no sky', () => {
    const room = outdoors();
    room.regions.fill(regionNames.indexOf('indoor'));
    const winterRoom = applyEdits(room, { ...none, seasons: ['winter'] }, 9, 1);
    const winterMeadow = edited({ seasons: ['winter'] });
    assert.ok(meanLab(winterMeadow, meadowBox)[0] > meanLab(winterRoom, meadowBox)[0] + 0.05);
  });
});

describe('colours', () => {
  it('turn to one hue under a tint and to brown under sepia', () => {
    for (const box of [skyBox, meadowBox]) {
      assert.ok(meanLab(edited({ tints: ['blue'] }), box)[2] < -0.03);
      assert.ok(meanLab(edited({ palettes: ['sepia'] }), box)[2] > 0.02);
    }
  });
});

describe('foliage', () => {
  it('is green and yellow-green, not sky, skin, earth or grey', () => {
    const of = (r: number, g: number, b: number): number => {
      const [, a, lb] = toOklab(r, g, b);
      return foliage(a, lb);
    };
    for (const [r, g, b] of [
      [60, 130, 50],
      [120, 170, 60],
      [30, 70, 30],
    ] as const)
      assert.ok(of(r, g, b) > 0.5, `${r} ${g} ${b}`);
    for (const [r, g, b] of [
      [120, 170, 226],
      [222, 170, 140],
      [120, 80, 50],
      [128, 128, 128],
      [200, 40, 40],
    ] as const)
      assert.ok(of(r, g, b) < 0.1, `${r} ${g} ${b}`);
  });
});

describe('sortEdits', () => {
  it('sorts by kind and leaves out what is no word of the vocabulary', () => {
    const brief = readPrompt('make it winter at night in the rain, vintage', { hasReference: true });
    const edits = sortEdits({ ...brief, edits: [...brief.edits, { kind: 'time', value: 'teatime' }] });
    assert.deepEqual(edits.times, ['night']);
    assert.deepEqual(edits.seasons, ['winter']);
    assert.deepEqual(edits.weathers, ['rain']);
    assert.deepEqual(edits.palettes, ['vintage']);
    assert.deepEqual(edits.tints, []);
  });

  it('takes a rainbow that is to be added for weather', () => {
    assert.deepEqual(sortEdits(readPrompt('add a rainbow', { hasReference: true })).weathers, ['rainbow']);
  });
});
