// Every word of the lexicon, put into a plain prompt, must come out as what its table says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Brief } from '../../src/brief/brief.js';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { animalRows } from '../../src/lexicon/animals.js';
import { buildingRows, natureRows } from '../../src/lexicon/buildings.js';
import { clothingRows } from '../../src/lexicon/clothing.js';
import { foodRows } from '../../src/lexicon/food.js';
import { householdRows } from '../../src/lexicon/household.js';
import { joinRows, parseRow } from '../../src/lexicon/noun-rows.js';
import { fantasyRows, personRows } from '../../src/lexicon/people.js';
import { plantRows } from '../../src/lexicon/plants.js';
import { colourRows, materialRows, placeRows } from '../../src/lexicon/qualities.js';
import * as sceneWords from '../../src/lexicon/scene-words.js';
import { settingRows } from '../../src/lexicon/settings.js';
import { styleRows } from '../../src/lexicon/styles.js';
import { thingRows } from '../../src/lexicon/things.js';
import { vehicleRows } from '../../src/lexicon/vehicles.js';
import { waterAndAirAnimalRows } from '../../src/lexicon/water-and-air-animals.js';

const han = /\p{Script=Han}/u;

/** Words of `rows` that `sees` does not find in the prompt made of them: `word: what was read instead`. */
function missed(
  rows: readonly string[],
  promptOf: (word: string, isChinese: boolean) => string,
  sees: (brief: Brief, value: string) => boolean,
  show: (brief: Brief) => unknown,
): string[] {
  const missing: string[] = [];
  for (const { value, words } of joinRows(rows).map(parseRow)) {
    for (const { word } of words) {
      const brief = readPrompt(promptOf(word, han.test(word)));
      if (!sees(brief, value)) missing.push(`${brief.prompt}: ${JSON.stringify(show(brief))}, not ${value}`);
    }
  }
  return missing;
}

describe('every noun is drawn as its concept', () => {
  const tables: [string, readonly string[]][] = [
    ['animals', [...animalRows, ...waterAndAirAnimalRows]],
    ['plants', plantRows],
    ['food', foodRows],
    ['people and beings', [...personRows, ...fantasyRows]],
    ['clothes', clothingRows],
    ['vehicles', vehicleRows],
    ['buildings and nature', [...buildingRows, ...natureRows]],
    ['household', householdRows],
    ['things', thingRows],
  ];
  for (const [name, rows] of tables) {
    test(name, () => {
      const missing = missed(
        rows,
        (word, isChinese) => (isChinese ? `一个${word}` : `a photo of a ${word}`),
        // A sign or a wall without a text is still a subject; a couple is one couple.
        ({ subjects }, value) => subjects.length === 1 && subjects[0]?.concept === value,
        ({ subjects, setting }) => [...subjects.map(({ concept }) => concept), setting],
      );
      assert.deepEqual(missing, []);
    });
  }
});

test('every setting word makes the setting', () => {
  const missing = missed(
    settingRows,
    (word, isChinese) => {
      if (isChinese) return `一只狗在${word}`;
      return /^(?:in|on|under|above|among|beneath|through|across|surface)\b/.test(word)
        ? `a dog ${word}`
        : `a dog in the ${word}`;
    },
    ({ setting, subjects }, value) => setting === value && subjects[0]?.concept === 'dog',
    ({ setting }) => setting,
  );
  assert.deepEqual(missing, []);
});

describe('every word about the whole picture', () => {
  const after = (word: string, isChinese: boolean): string => (isChinese ? `一只猫，${word}` : `a cat, ${word}`);
  const tables: [string, readonly string[], (brief: Brief) => readonly (string | null)[]][] = [
    ['weather', sceneWords.weatherRows, ({ weather }) => [weather]],
    ['season', sceneWords.seasonRows, ({ season }) => [season]],
    ['time', sceneWords.timeRows, ({ time }) => [time]],
    ['mood', sceneWords.moodRows, ({ mood }) => [mood]],
    ['composition', sceneWords.compositionRows, ({ composition }) => composition],
    ['palette', sceneWords.paletteRows, ({ palette }) => palette],
    ['style', styleRows, ({ style, styleAsked }) => (styleAsked ? [style] : [])],
  ];
  for (const [name, rows, valuesOf] of tables) {
    test(name, () => {
      const missing = missed(rows, after, (brief, value) => valuesOf(brief).includes(value), valuesOf);
      assert.deepEqual(missing, []);
    });
  }
});

describe('every word that describes a thing', () => {
  test('colour', () => {
    const missing = missed(
      colourRows,
      (word, isChinese) => (isChinese ? `一辆${word}的汽车` : `a ${word} car`),
      ({ subjects }, value) => subjects[0]?.concept === 'car' && subjects[0].colour === value,
      ({ subjects }) => subjects[0]?.colour,
    );
    assert.deepEqual(missing, []);
  });

  test('material', () => {
    const missing = missed(
      materialRows,
      (word, isChinese) => (isChinese ? `一把${word}的椅子` : `a ${word} chair`),
      ({ subjects }, value) => subjects[0]?.concept === 'chair' && subjects[0].material === value,
      ({ subjects }) => [subjects[0]?.concept, subjects[0]?.material],
    );
    assert.deepEqual(missing, []);
  });

  test('place in the picture', () => {
    const missing = missed(
      placeRows,
      (word, isChinese) => (isChinese ? `${word}有一只猫` : `a cat ${word}`),
      ({ subjects }, value) => subjects[0]?.concept === 'cat' && subjects[0].place === value,
      ({ subjects }) => subjects[0]?.place,
    );
    assert.deepEqual(missing, []);
  });
});
