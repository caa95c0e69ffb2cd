// The dictionary as a whole: it keeps its promises to the vocabulary and to the catalogue of artwork.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conceptNames } from '../../src/artwork/catalogue.js';
import * as vocabulary from '../../src/brief/vocabulary.js';
import { animalRows } from '../../src/lexicon/animals.js';
import { buildingRows, natureRows } from '../../src/lexicon/buildings.js';
import { bodyRows, clothingRows } from '../../src/lexicon/clothing.js';
import { foodRows } from '../../src/lexicon/food.js';
import { householdRows } from '../../src/lexicon/household.js';
import { getLexicon } from '../../src/lexicon/lexicon.js';
import { joinRows, parseRow } from '../../src/lexicon/noun-rows.js';
import { fantasyRows, personRows } from '../../src/lexicon/people.js';
import { plantRows } from '../../src/lexicon/plants.js';
import { actionRows, colourRows, materialRows, placeRows, sizeRows } from '../../src/lexicon/qualities.js';
import * as sceneWords from '../../src/lexicon/scene-words.js';
import { senseOf } from '../../src/lexicon/senses.js';
import { settingRows } from '../../src/lexicon/settings.js';
import { styleRows } from '../../src/lexicon/styles.js';
import { thingRows } from '../../src/lexicon/things.js';
import { vehicleRows } from '../../src/lexicon/vehicles.js';
import { waterAndAirAnimalRows } from '../../src/lexicon/water-and-air-animals.js';

const lexicon = getLexicon();
const han = /\p{Script=Han}/u;
const nounRows = joinRows([
  ...animalRows,
  ...waterAndAirAnimalRows,
  ...plantRows,
  ...foodRows,
  ...personRows,
  ...fantasyRows,
  ...clothingRows,
  ...vehicleRows,
  ...buildingRows,
  ...natureRows,
  ...householdRows,
  ...thingRows,
]);

describe('the vocabulary is a promise: every name is found in Chinese and in English', () => {
  const tables: [string, readonly string[], readonly string[]][] = [
    ['colour', vocabulary.colourNames, colourRows],
    ['material', vocabulary.materialNames, materialRows],
    ['setting', vocabulary.settingNames, settingRows],
    ['weather', vocabulary.weatherNames, sceneWords.weatherRows],
    ['season', vocabulary.seasonNames, sceneWords.seasonRows],
    ['time', vocabulary.timeNames, sceneWords.timeRows],
    ['mood', vocabulary.moodNames, sceneWords.moodRows],
    ['composition', vocabulary.compositionNames, sceneWords.compositionRows],
    ['palette', vocabulary.paletteNames, sceneWords.paletteRows],
    ['style', vocabulary.styleNames, styleRows],
    ['place', vocabulary.placeNames, placeRows],
    ['action', vocabulary.actionNames, actionRows],
    ['size', vocabulary.sizeNames.filter((name) => name !== 'medium'), sizeRows],
  ];
  for (const [kind, names, rows] of tables) {
    test(kind, () => {
      const wordsOf = new Map(
        joinRows(rows)
          .map(parseRow)
          .map(({ value, words }) => [value, words.map(({ word }) => word)]),
      );
      for (const name of names) {
        const words = wordsOf.get(name) ?? [];
        assert.ok(
          words.some((word) => han.test(word)),
          `${name} has no Chinese word`,
        );
        assert.ok(
          words.some((word) => !han.test(word)),
          `${name} has no English word`,
        );
      }
    });
  }
});

describe('concepts', () => {
  test('every concept but parts of a body can be drawn', () => {
    const drawn = new Set(conceptNames());
    const body = new Set(joinRows(bodyRows).map((row) => parseRow(row).value));
    // Worn with other clothes, or painted by the sky itself.
    const elsewhere = new Set(['belt', 'aurora']);
    const missing = lexicon.concepts().filter((name) => !drawn.has(name) && !body.has(name) && !elsewhere.has(name));
    assert.deepEqual(missing, []);
  });

  test('every concept is a word for itself or has one in each language', () => {
    for (const row of nounRows) {
      const { value, words } = parseRow(row);
      assert.ok(
        words.some(({ word }) => han.test(word)),
        `${value} has no Chinese word`,
      );
      assert.ok(
        words.some(({ word }) => !han.test(word)),
        `${value} has no English word`,
      );
      assert.match(value, /^[a-z0-9' -]+$/, value);
    }
  });

  test('no concept has two rows', () => {
    const values = nounRows.map((row) => parseRow(row).value);
    assert.deepEqual(
      values.filter((value, index) => values.indexOf(value) !== index),
      [],
    );
  });

  test('no noun is claimed by two concepts', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const row of nounRows) {
      const { value, words } = parseRow(row);
      for (const { word } of words) {
        const owner = owners.get(word);
        if (owner !== undefined && owner !== value) twice.push(`${word}: ${owner}, ${value}`);
        owners.set(word, value);
      }
    }
    assert.deepEqual(twice, []);
  });
});

describe('looking words up', () => {
  const concept = (words: string): string | undefined =>
    senseOf(lexicon.findEnglish(words.split(' '), 0)?.senses ?? [], 'noun')?.value;

  test('hyponyms find what they are', () => {
    const kinds = { poodle: 'dog', husky: 'dog', stallion: 'horse', salmon: 'fish', sparrow: 'bird', falcon: 'eagle' };
    for (const [word, value] of Object.entries(kinds)) assert.equal(concept(word), value, word);
    assert.equal(senseOf(lexicon.findChinese('哈士奇') ?? [], 'noun')?.value, 'dog');
  });

  test('plurals and inflected verbs find their base', () => {
    assert.deepEqual([concept('wolves'), concept('knives'), concept('puppies')], ['wolf', 'knife', 'dog']);
    assert.equal(lexicon.findEnglish(['wolves'], 0)?.plural, true);
    assert.equal(lexicon.findEnglish(['wolf'], 0)?.plural, false);
    assert.equal(senseOf(lexicon.findEnglish(['running'], 0)?.senses ?? [], 'action')?.value, 'running');
    assert.equal(senseOf(lexicon.findEnglish(['held'], 0)?.senses ?? [], 'bond')?.value, 'holding');
  });

  test('the longest phrase wins, from any start, and its length is told', () => {
    const words = 'a polar bear cub'.split(' ');
    assert.equal(lexicon.findEnglish(words, 1)?.length, 2);
    assert.equal(lexicon.findEnglish(words, 2)?.length, 2);
    assert.equal(lexicon.findEnglish(words, 9), undefined);
    assert.equal(lexicon.findEnglish(['zorp'], 0), undefined);
  });

  test('a word keeps all its senses', () => {
    const { senses } = lexicon.findEnglish(['orange'], 0) ?? { senses: [] };
    assert.equal(senseOf(senses, 'colour')?.value, 'orange');
    assert.equal(senseOf(senses, 'noun')?.value, 'orange');
  });

  test('the longest Chinese word is told by its first character', () => {
    assert.ok(lexicon.longestChinese('哈') >= 3);
    assert.equal(lexicon.longestChinese('鿀'), 0);
  });

  test('what a noun implies is a word only where the noun is one', () => {
    const { senses } = lexicon.findEnglish(['kitten'], 0) ?? { senses: [] };
    assert.equal(senseOf(senses, 'impliedSize')?.value, 'small');
    assert.equal(senseOf(lexicon.findChinese('白马') ?? [], 'impliedColour')?.value, 'white');
    assert.equal(lexicon.findChinese('红嘴鸥'), undefined);
  });

  test('the dictionary is built once', () => assert.equal(getLexicon(), lexicon));
});
