// Who is where, holds, rides and wears what: every word that ties two things together, in both languages.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { bondVerbRows, localiserRows, prepositionRows } from '../../src/lexicon/grammar-words.js';
import { joinRows, parseRow } from '../../src/lexicon/noun-rows.js';
import { summarise } from './summarise.js';

const han = /\p{Script=Han}/u;

/** `[relation, word]` for every word of the rows that is (or is not) Chinese. */
function wordsOf(rows: readonly string[], chinese: boolean): [string, string][] {
  return joinRows(rows)
    .map(parseRow)
    .flatMap(({ value, words }) => words.map(({ word }): [string, string] => [value, word]))
    .filter(([, word]) => han.test(word) === chinese);
}

test('every English preposition relates the two things around it', () => {
  for (const [relation, word] of wordsOf(prepositionRows, false)) {
    const prompt = `a dog ${word} a car`;
    assert.equal(summarise(readPrompt(prompt)), `1 dog; 1 car | 0 ${relation} 1`, prompt);
  }
});

test('every Chinese place word relates what stands before 在 to what stands after', () => {
  for (const [relation, word] of wordsOf(localiserRows, true)) {
    // The place words that begin with 的 or a door say it of a building.
    if (word.startsWith('的')) continue;
    const prompt = `一只狗在一辆汽车${word}`;
    assert.equal(summarise(readPrompt(prompt)), `1 dog; 1 car | 0 ${relation} 1`, prompt);
    const existential = `一辆汽车${word}有一只狗`;
    assert.equal(summarise(readPrompt(existential)), `1 car; 1 dog | 1 ${relation} 0`, existential);
  }
});

test('every Chinese verb of place relates its subject to its object', () => {
  for (const [relation, word] of wordsOf(prepositionRows, true)) {
    const prompt = `一只狗${word}一辆汽车`;
    assert.equal(summarise(readPrompt(prompt)), `1 dog; 1 car | 0 ${relation} 1`, prompt);
  }
});

describe('holding, riding, wearing', () => {
  const objects: Readonly<Record<string, [string, string, string]>> = {
    holding: ['a balloon', '一个气球', '1 balloon | 0 holding 1'],
    riding: ['a horse', '一匹马', '1 horse | 0 riding 1'],
  };
  for (const bond of ['holding', 'riding']) {
    const [english = '', chinese = '', rest = ''] = objects[bond] ?? [];
    test(`${bond}, Chinese`, () => {
      for (const [value, word] of wordsOf(bondVerbRows, true)) {
        if (value !== bond || word === '举牌') continue;
        const prompt = `一个女孩${word}${chinese}`;
        assert.equal(summarise(readPrompt(prompt)), `1 girl; ${rest}`, prompt);
      }
    });

    test(`${bond}, English`, () => {
      for (const verb of bond === 'holding'
        ? ['holding', 'carrying', 'holds', 'hugging', 'raises']
        : ['riding', 'rides']) {
        assert.equal(summarise(readPrompt(`a girl ${verb} ${english}`)), `1 girl; ${rest}`, verb);
      }
    });
  }

  test('wearing, Chinese', () => {
    for (const [value, word] of wordsOf(bondVerbRows, true)) {
      if (value !== 'wearing') continue;
      const prompt = `一个女孩${word}一件红色的外套`;
      assert.equal(summarise(readPrompt(prompt)), '1 girl {red coat}', prompt);
      const before = `一个${word}红色外套的女孩`;
      assert.equal(summarise(readPrompt(before)), '1 girl {red coat}', before);
    }
  });

  test('wearing, English', () => {
    for (const word of ['wearing', 'in', 'dressed in', 'clad in', 'with', 'wears', 'who wears']) {
      assert.equal(summarise(readPrompt(`a girl ${word} a red coat`)), '1 girl {red coat}', word);
    }
  });
});

describe('who a relation belongs to', () => {
  const cases: [string, string][] = [
    // The nearest noun, unless it is only worn, held or ridden.
    ['a cat on a chair under a tree', '1 cat; 1 chair; 1 tree | 0 on 1, 1 under 2'],
    ['a girl in a red hat on a horse', '1 girl {red hat}; 1 horse | 0 riding 1'],
    ['a man holding a cup next to a car', '1 man; 1 cup; 1 car | 0 holding 1, 0 beside 2'],
    ['a man riding a horse in front of a house', '1 man; 1 horse; 1 house | 0 riding 1, 0 in-front-of 2'],
    // Those named together.
    ['a cat and a dog on a sofa', '1 cat; 1 dog; 1 couch | 0 on 2, 1 on 2'],
    ['a cat on a sofa and a dog under a table', '1 cat; 1 couch; 1 dog; 1 table | 0 on 1, 2 under 3'],
    ['a boy holding a kite and a ball', '1 boy; 1 kite; 1 sports ball | 0 holding 1, 0 holding 2'],
    ['a man riding a horse and a woman riding a camel', '1 man; 1 horse; 1 woman; 1 camel | 0 riding 1, 2 riding 3'],
    // Places before who is there.
    ['on the table there is a cup', '1 table; 1 cup | 1 on 0'],
    ['Under the tree sits a fox', '1 tree; 1 fox !sitting | 1 under 0'],
    ['树上有两只鸟，树下有一只狗', '1 tree; 2 bird; 1 dog | 1 on 0, 2 under 0'],
    ['桌子的左边是一把椅子', '1 table; 1 chair | 1 left-of 0'],
    // Attributes before the noun, nested.
    ['一只坐在红色椅子上的猫', '1 red chair; 1 cat !sitting | 1 on 0'],
    ['一个拿着伞骑着自行车的女孩', '1 umbrella; 1 bicycle; 1 girl | 2 holding 0, 2 riding 1'],
    ['一个女孩抱着一只戴着帽子的猫', '1 girl; 1 cat {hat} | 0 holding 1'],
    ['椅子上的猫看着桌子上的鱼', '1 chair; 1 cat; 1 table; 1 fish | 1 on 0, 3 on 2, 1 facing 3'],
    // Pronouns and repetition.
    ['a house. A dog is in front of it', '1 house; 1 dog | 1 in-front-of 0'],
    ['一只猫和一张桌子，猫在桌子下面', '1 cat; 1 table | 0 under 1'],
  ];
  for (const [prompt, summary] of cases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt)), summary));
  }
});
