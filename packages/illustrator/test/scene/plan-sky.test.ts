// The sky and its light: what was named hangs there, what was excluded does not, and light agrees with hour and weather.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Brief } from '../../src/brief/brief.js';
import { moodNames, type TimeName, timeNames, type WeatherName, weatherNames } from '../../src/brief/vocabulary.js';
import { airlessSky, dustySky, isMars } from '../../src/scene/other-skies.js';
import { planSky } from '../../src/scene/plan-sky.js';
import { createRandom } from '../../src/scene/random.js';
import type { Light, Sky } from '../../src/scene/scene.js';
import { briefOf, pictureSizes } from '../support/briefs.js';

function skyOf(
  time: TimeName,
  weather: WeatherName = 'clear',
  parts: Partial<Brief> = {},
  seed = 1,
  aspect = 1,
): { sky: Sky; light: Light } {
  return planSky({
    brief: briefOf(parts),
    time,
    weather,
    horizon: 0.55,
    aspect,
    random: createRandom(seed),
    focusX: 0.4,
  });
}

const seeds = Array.from({ length: 25 }, (_, i) => i);
const strength = ([r, g, b]: Light['key']): number => r + g + b;

describe('sun and moon', () => {
  it('the sun never shines at night, the moon never with the sun', () => {
    for (const time of timeNames) {
      for (const weather of weatherNames) {
        for (const seed of seeds) {
          const { sky } = skyOf(time, weather, {}, seed);
          assert.ok(!(sky.sun && sky.moon));
          if (time === 'night') assert.equal(sky.sun, null);
        }
      }
    }
  });

  it('stand where they were asked for, in the asked phase', () => {
    const { sky } = briefOf();
    for (const seed of seeds) {
      assert.equal(skyOf('night', 'clear', { sky: { ...sky, moon: 'crescent' } }, seed).sky.moon?.phase, 'crescent');
      assert.equal(skyOf('night', 'storm', { sky: { ...sky, moon: 'full' } }, seed).sky.moon?.phase, 'full');
      assert.ok(skyOf('noon', 'overcast', { sky: { ...sky, sun: true } }, seed).sky.sun);
    }
  });

  it('stay away when excluded', () => {
    for (const seed of seeds) {
      const brief = briefOf();
      brief.excluded.sky.push('sun', 'moon', 'stars', 'clouds');
      const day = skyOf('sunset', 'cloudy', { excluded: brief.excluded }, seed).sky;
      const night = skyOf('night', 'clear', { excluded: brief.excluded }, seed).sky;
      assert.equal(day.sun, null);
      assert.equal(day.clouds.cover, 0);
      assert.equal(night.moon, null);
      assert.equal(night.stars, 0);
    }
  });

  it('lie wholly inside the frame, in every ratio, low at sunset and high at night', () => {
    for (const [width, height] of pictureSizes) {
      for (const seed of seeds) {
        for (const time of ['sunset', 'noon', 'night'] as const) {
          const { sky } = skyOf(
            time,
            'clear',
            { sky: { ...briefOf().sky, moon: time === 'night' ? 'full' : null, sun: time !== 'night' } },
            seed,
            width / height,
          );
          const disc = sky.sun ?? sky.moon;
          assert.ok(disc);
          const [rx, ry] = [
            (disc.size * Math.min(width, height)) / width,
            (disc.size * Math.min(width, height)) / height,
          ];
          assert.ok(disc.x - rx > 0 && disc.x + rx < 1 && disc.y - ry > 0, `${time} ${width}x${height}`);
          if (time === 'sunset') assert.ok(disc.y > 0.55 * 0.65);
          if (time === 'night' && width <= height) assert.ok(disc.y < 0.55 * 0.6);
        }
      }
    }
  });

  it('keep to the side that the subject leaves', () => {
    for (const seed of seeds) {
      const make = (focusX: number): number =>
        planSky({
          brief: briefOf(),
          time: 'sunset',
          weather: 'clear',
          horizon: 0.5,
          aspect: 1,
          random: createRandom(seed),
          focusX,
        }).sky.sun?.x ?? -1;
      assert.ok(make(0.7) < 0.5 && make(0.3) > 0.5);
    }
  });
});

describe('stars and guests', () => {
  it('stars shine at night in clear air, always when asked, never by day', () => {
    assert.ok(skyOf('night').sky.stars > 0.3);
    assert.equal(skyOf('noon').sky.stars, 0);
    assert.equal(skyOf('night', 'fog').sky.stars, 0);
    assert.equal(skyOf('noon', 'clear', { sky: { ...briefOf().sky, stars: true } }).sky.stars, 1);
  });

  it('rainbow, aurora, fireworks and lightning come when called', () => {
    assert.ok(skyOf('noon', 'rainbow').sky.rainbow);
    assert.ok(skyOf('night', 'aurora').sky.aurora);
    assert.ok(skyOf('night', 'clear', { sky: { ...briefOf().sky, fireworks: true } }).sky.fireworks);
    assert.ok(skyOf('noon', 'storm').sky.lightning);
    const { sky } = skyOf('noon');
    assert.ok(!sky.rainbow && !sky.aurora && !sky.fireworks && !sky.lightning);
  });
});

describe('light', () => {
  it('is strongest by day and weakest at night', () => {
    const of = (time: TimeName): number => strength(skyOf(time).light.key) + strength(skyOf(time).light.ambient);
    assert.ok(of('noon') > of('dusk') && of('dusk') > of('night') * 1.05);
    assert.ok(skyOf('night').light.dark && skyOf('dusk').light.dark && !skyOf('sunset').light.dark);
  });

  it('warms in the evening and cools at night', () => {
    const warmth = (time: TimeName): number => skyOf(time).light.key[0] / skyOf(time).light.key[2];
    assert.ok(warmth('sunset') > 2 && warmth('noon') < 1.4 && warmth('night') < 1);
  });

  it('weakens under cloud and hazes in fog', () => {
    assert.ok(strength(skyOf('noon', 'overcast').light.key) < strength(skyOf('noon').light.key) * 0.6);
    assert.ok(skyOf('noon', 'fog').light.hazeStrength > skyOf('noon').light.hazeStrength + 0.2);
    assert.ok(skyOf('noon', 'overcast').light.shadow.opacity < skyOf('noon').light.shadow.opacity);
  });

  it('throws longer shadows when the sun is low', () => {
    assert.ok(skyOf('sunset').light.shadow.length > skyOf('noon').light.shadow.length * 2);
  });

  it('answers every mood without leaving its range', () => {
    for (const mood of moodNames) {
      for (const time of timeNames) {
        const { light } = skyOf(time, 'clear', { mood });
        for (const value of [...light.key, ...light.ambient]) assert.ok(value > 0 && value < 1.5);
        assert.ok(light.hazeStrength >= 0.3 && light.hazeStrength <= 1);
      }
    }
  });
});

describe('variety', () => {
  it('gives an hour several colourings and cloud shapes', () => {
    for (const time of timeNames) {
      const tops = new Set(seeds.map((seed) => JSON.stringify(skyOf(time, 'cloudy', {}, seed).sky.stops[0])));
      const kinds = new Set(seeds.map((seed) => skyOf(time, 'cloudy', {}, seed).sky.clouds.kind));
      assert.ok(tops.size >= 2, `${time}: ${tops.size} skies`);
      assert.ok(kinds.size >= 2, `${time}: ${kinds.size} kinds of cloud`);
    }
  });

  it('runs from the zenith to the horizon without a gap', () => {
    for (const time of timeNames) {
      for (const seed of seeds) {
        const { stops } = skyOf(time, 'clear', {}, seed).sky;
        assert.equal(stops[0]?.at, 0);
        assert.equal(stops.at(-1)?.at, 1);
        for (const [i, stop] of stops.entries()) if (i > 0) assert.ok(stop.at > (stops[i - 1]?.at ?? 1));
      }
    }
  });
});

describe('the airless sky', () => {
  it('is black, full of stars, without clouds, lit from the free side', () => {
    const { sky, light } = airlessSky(createRandom(1), 0.7);
    assert.ok(sky.stops.every(({ colour }) => Math.max(...colour) < 40));
    assert.equal(sky.stars, 1);
    assert.equal(sky.clouds.cover, 0);
    assert.ok(light.from.x < 0);
  });
});

describe('the sky over Mars', () => {
  it('is redder than blue everywhere, without stars, its sun on the free side', () => {
    const { sky, light } = dustySky(createRandom(1), 0.7);
    assert.ok(sky.stops.every(({ colour: [red, , blue] }) => red > blue));
    assert.equal(sky.stars, 0);
    assert.ok(sky.sun !== null && sky.sun.x < 0.5);
    assert.deepEqual(light.from, { x: sky.sun.x, y: sky.sun.y });
  });

  it('is told from the moon by its noun', () => {
    for (const noun of ['on mars', 'Martian landscape', '火星表面']) assert.ok(isMars(noun), noun);
    for (const noun of ['on the moon', '月球', 'marsh', null]) assert.ok(!isMars(noun), String(noun));
  });
});
