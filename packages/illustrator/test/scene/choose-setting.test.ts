// Where, when and in what weather: as asked, else as it suits the subjects and the mood.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Brief } from '../../src/brief/brief.js';
import { chooseSeason, chooseSetting, chooseTime, chooseWeather } from '../../src/scene/choose-setting.js';
import { listInstances } from '../../src/scene/instances.js';
import { createRandom } from '../../src/scene/random.js';
import { briefOf, pairOf, subjectOf } from '../support/briefs.js';

function settingFor(brief: Brief): string {
  return chooseSetting(brief, listInstances(brief, new Map(), new Map()).instances, createRandom(1));
}

const homes: Record<string, string[]> = {
  underwater: ['fish', 'tropical fish', 'octopus', 'jellyfish'],
  'table-top': ['pizza', 'apple', 'sandwich', 'wine glass'],
  'living-room': ['couch', 'clock', 'tv', 'vase'],
  bedroom: ['bed'],
  bathroom: ['toilet', 'toothbrush'],
  kitchen: ['refrigerator', 'oven'],
  road: ['car', 'truck', 'motorcycle'],
  street: ['traffic light', 'fire hydrant', 'stop sign'],
  meadow: ['zebra', 'giraffe', 'cow', 'sheep'],
  lake: ['boat', 'swan'],
  ocean: ['whale', 'ship'],
  sky: ['airplane', 'kite'],
  space: ['rocket', 'astronaut'],
  desert: ['camel'],
  'bamboo-forest': ['panda'],
  snowfield: ['penguin', 'snowboard'],
  forest: ['bear', 'fox'],
  park: ['bench', 'frisbee', 'person'],
  garden: ['bird', 'rose'],
  beach: ['surfboard'],
  'castle-grounds': ['castle', 'dragon'],
};

describe('chooseSetting', () => {
  for (const [setting, concepts] of Object.entries(homes)) {
    for (const concept of concepts) {
      it(`${concept} → ${setting}`, () => {
        assert.equal(settingFor(briefOf({ subjects: [subjectOf(concept)] })), setting);
      });
    }
  }

  it('keeps to what is asked, unless the negative prompt excludes it', () => {
    const brief = briefOf({ subjects: [subjectOf('fish')], setting: 'desert' });
    assert.equal(settingFor(brief), 'desert');
    brief.excluded.settings.push('desert');
    assert.equal(settingFor(brief), 'underwater');
  });

  it('lets the larger thing decide', () => {
    assert.equal(settingFor(briefOf({ subjects: [subjectOf('carrot'), subjectOf('zebra')] })), 'meadow');
    assert.notEqual(settingFor(briefOf({ subjects: [subjectOf('sandwich'), subjectOf('elephant')] })), 'table-top');
  });

  it('keeps what stands on its feet out of the sky', () => {
    assert.notEqual(settingFor(pairOf('cow', 'below', 'airplane')), 'sky');
    assert.equal(settingFor(pairOf('balloon', 'beside', 'airplane')), 'sky');
  });

  it('puts guests where their furniture is', () => {
    assert.equal(settingFor(pairOf('giraffe', 'in', 'bathtub')), 'bathroom');
    assert.equal(settingFor(pairOf('lion', 'on', 'bed')), 'bedroom');
  });

  it('lets what a person has along say where they are', () => {
    assert.equal(settingFor(pairOf('person', 'with', 'snowboard')), 'snowfield');
    assert.equal(settingFor(pairOf('woman', 'with', 'oven')), 'kitchen');
  });

  it('takes the plain backdrop for minimal pictures', () => {
    assert.equal(settingFor(briefOf({ subjects: [subjectOf('dog')], composition: ['minimal'] })), 'studio');
  });

  it('has a place for nothing at all', () => {
    assert.ok(['meadow', 'lake', 'mountains'].includes(settingFor(briefOf())));
    assert.equal(settingFor(briefOf({ sky: { ...briefOf().sky, fireworks: true } })), 'city-by-night');
  });
});

describe('chooseTime', () => {
  const timeFor = (parts: Partial<Brief>): string =>
    chooseTime(briefOf(parts), parts.setting ?? 'meadow', createRandom(4));

  it('keeps to what is asked', () => {
    assert.equal(timeFor({ time: 'dawn', mood: 'scary' }), 'dawn');
  });

  it('is night for moon, stars, aurora, fireworks, and in the city by night', () => {
    const { sky } = briefOf();
    for (const guest of [{ moon: 'full' as const }, { stars: true }, { aurora: true }, { fireworks: true }]) {
      assert.equal(timeFor({ sky: { ...sky, ...guest } }), 'night');
    }
    assert.equal(timeFor({ setting: 'city-by-night' }), 'night');
  });

  it('follows the mood', () => {
    assert.ok(['night', 'dusk'].includes(timeFor({ mood: 'scary' })));
    assert.ok(['sunset', 'dawn'].includes(timeFor({ mood: 'romantic' })));
  });

  it('is day when nothing is said', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      assert.ok(['morning', 'noon', 'afternoon'].includes(chooseTime(briefOf(), 'meadow', createRandom(seed))));
    }
  });
});

describe('chooseWeather and chooseSeason', () => {
  it('keep to what is asked, unless excluded', () => {
    const brief = briefOf({ weather: 'rain', season: 'autumn' });
    assert.equal(chooseWeather(brief, createRandom(1)), 'rain');
    assert.equal(chooseSeason(brief, 'meadow', 'rain', createRandom(1)), 'autumn');
    brief.excluded.weather.push('rain');
    assert.notEqual(chooseWeather(brief, createRandom(1)), 'rain');
  });

  it('are fair by default, and never cloudy when clouds are excluded', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      assert.ok(['clear', 'cloudy'].includes(chooseWeather(briefOf(), createRandom(seed))));
      const brief = briefOf();
      brief.excluded.weather.push('cloudy');
      assert.equal(chooseWeather(brief, createRandom(seed)), 'clear');
    }
  });

  it('know winter by its snow and autumn by its woods', () => {
    assert.equal(chooseSeason(briefOf(), 'snowfield', 'clear', createRandom(1)), 'winter');
    assert.equal(chooseSeason(briefOf(), 'city', 'snow', createRandom(1)), 'winter');
    assert.equal(chooseSeason(briefOf(), 'autumn-forest', 'clear', createRandom(1)), 'autumn');
  });

  it('grey a melancholy day', () => {
    assert.equal(chooseWeather(briefOf({ mood: 'melancholy' }), createRandom(1)), 'overcast');
  });
});
