// How many of what in which colour: every number word, every way to share colours out.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { measureWords, numberRows } from '../../src/lexicon/grammar-words.js';
import { joinRows, parseRow } from '../../src/lexicon/noun-rows.js';
import { summarise } from './summarise.js';

const han = /\p{Script=Han}/u;

test('every number word counts', () => {
  for (const { value, words } of joinRows(numberRows).map(parseRow)) {
    const count = Number.parseInt(value, 10);
    const exact = !value.endsWith('~');
    for (const { word } of words) {
      const prompt = han.test(word) ? `${word}只猫` : `${word} ${count === 1 ? 'cat' : 'cats'}`;
      const [cat] = readPrompt(prompt).subjects;
      assert.deepEqual([cat?.concept, cat?.count, cat?.exact], ['cat', count, exact], prompt);
    }
  }
});

test('every measure word may stand between number and noun', () => {
  for (const measure of measureWords.split(' ')) {
    const [apple] = readPrompt(`三${measure}苹果`).subjects;
    assert.deepEqual([apple?.concept, apple?.count], ['apple', 3], measure);
  }
});

describe('counts', () => {
  const cases: [string, string][] = [
    ['a cat', '1 cat'],
    ['cats', '3~ cat'],
    ['the cat', '1 cat'],
    ['a pair of scissors', '1 scissors'],
    ['a pair of glasses', '1 glasses'],
    ['a pair of socks', '2 sock'],
    ['一双筷子', '1 chopsticks'],
    ['二十三只羊', '23 sheep'],
    ['一百只羊', '99~ sheep'],
    ['十几只羊', '13~ sheep'],
    ['两三只羊', '3~ sheep'],
    ['3 dogs and 12 cats', '3 dog; 12 cat'],
    ['no dogs, two cats', '2 cat'],
    ['0 dogs and a cat', '1 cat'],
    ['a 20 year old woman', '1 woman'],
    ['一个20岁的女孩', '1 girl'],
    ['a 1920s car', '1 car | palette=vintage'],
    ['people', '3~ person'],
    ['孩子们', '3~ child'],
    ['six children', '6 child'],
    ['two cups of coffee', '2 coffee'],
    ['a bottle of wine', '1 bottle'],
    ['a photo of two dogs, 4k, 50mm', '2 dog'],
  ];
  for (const [prompt, summary] of cases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt)), summary));
  }
});

describe('colours find their noun', () => {
  const cases: [string, string][] = [
    ['a red and blue ball', '1 red/blue sports ball'],
    ['a red and a blue ball', '1 red sports ball; 1 blue sports ball'],
    ['red apples and green pears', '3~ red apple; 3~ green pear'],
    ['a dark blue car', '1 blue car'],
    ['a car in red', '1 red car'],
    ['the car is red', '1 red car'],
    ['a cup and a plate; the cup is red, the plate is blue', '1 red cup; 1 blue plate'],
    ['two cups. One is red and the other is blue.', '1 red cup; 1 blue cup'],
    ['five balloons, two red and three green', '2 red balloon; 3 green balloon'],
    ['four dogs, one of them black', '1 black dog; 3 dog'],
    ['an orange cat and an orange', '1 orange cat; 1 orange'],
    ['a gold coin and a silver spoon', '1 gold coin; 1 silver spoon'],
    ['a rose and a red rose', '1 rose; 1 red rose'],
    ['红狐狸', '1 red fox'],
    ['狐狸是红色的', '1 red fox'],
    ['一个杯子和一个盘子，杯子是红色的', '1 red cup; 1 plate'],
    ['黑白相间的猫', '1 black/white cat'],
    ['红色和蓝色的球', '1 red/blue sports ball'],
    ['一只红色的鸟和一只蓝色的鸟', '1 red bird; 1 blue bird'],
    ['三只猫，一只黑色，两只白色', '1 black cat; 2 white cat'],
    ['两辆车，一辆是红的，另一辆是绿的', '1 red car; 1 green car'],
    ['白马', '1 white horse'],
    ['白天鹅', '1 white swan'],
    ['绿色的眼睛的黑猫', '1 black cat'],
    ['a blue lake', 'lake(blue)'],
  ];
  for (const [prompt, summary] of cases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt)), summary));
  }
});
