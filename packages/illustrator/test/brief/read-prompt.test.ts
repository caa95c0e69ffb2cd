// Whole prompts in, whole briefs out: tables of English and Chinese prompts, negative prompts, and edits of a picture.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { chineseCases } from './chinese-cases.js';
import { compositionalCases } from './compositional-cases.js';
import { englishCases } from './english-cases.js';
import { summarise } from './summarise.js';

describe('English prompts', () => {
  for (const [prompt, summary] of englishCases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt)), summary));
  }
});

describe('Chinese prompts', () => {
  for (const [prompt, summary] of chineseCases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt)), summary));
  }
});

describe('compositional prompts', () => {
  for (const [prompt, summary] of compositionalCases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt)), summary));
  }
});

describe('what a subject is called', () => {
  test('the noun stands as in the prompt, the concept is English', () => {
    const [husky] = readPrompt('三只哈士奇').subjects;
    assert.equal(husky?.noun, '哈士奇');
    assert.equal(husky?.concept, 'dog');
    const [huskies] = readPrompt('three Huskies').subjects;
    assert.equal(huskies?.noun, 'Huskies');
    assert.equal(huskies?.concept, 'dog');
  });

  test('confidence falls from the word itself over a kind of it to a neighbour', () => {
    const sure = (prompt: string): number => readPrompt(prompt).subjects[0]?.confidence ?? 0;
    assert.equal(sure('a dog'), 1);
    assert.equal(sure('a poodle'), 0.8);
    assert.ok(sure('a hyena') < 0.5);
    assert.ok(sure('一只柯尔鸭') < 0.5);
  });

  test('a trade on an animal is a costume, the animal stays', () => {
    const [panda] = readPrompt('熊猫宇航员').subjects;
    assert.equal(panda?.concept, 'panda');
    assert.deepEqual(panda?.wearing, [{ noun: '宇航员', concept: 'spacesuit', colour: null }]);
  });
});

describe('language', () => {
  const languages = [
    ['a cat', 'en'],
    ['一只猫', 'zh'],
    ['一只戴墨镜的猫，高清，4k', 'zh'],
    ['a cat 坐在 sofa 上 with a hat', 'mixed'],
    ['кошка', 'other'],
    ['🐱', 'other'],
    ['', 'other'],
  ] as const;
  for (const [prompt, language] of languages) {
    test(`${prompt || 'nothing'}: ${language}`, () => assert.equal(readPrompt(prompt).language, language));
  }

  test('mixed prompts are read like either language', () => {
    assert.equal(summarise(readPrompt('一只 red 狐狸 in the snow')), '1 red fox | snowfield');
    assert.equal(summarise(readPrompt('a cat 坐在 sofa 上')), '1 cat !sitting; 1 couch | 0 on 1');
  });
});

describe('negative prompts', () => {
  test('name what must not appear', () => {
    const { excluded } = readPrompt('a park', {
      negativePrompt: 'people, cars, text, watermark, rain, moon, cartoon, red',
    });
    assert.deepEqual(excluded, {
      concepts: ['person', 'car'],
      colours: ['red'],
      weather: ['rain'],
      styles: ['comic'],
      settings: [],
      sky: ['moon'],
      text: true,
      people: true,
    });
  });

  test('take out of the brief what the prompt asked for', () => {
    assert.equal(summarise(readPrompt('一个女孩和一只猫', { negativePrompt: '猫，文字' })), '1 girl');
    assert.equal(summarise(readPrompt('a man and a dog in the park', { negativePrompt: 'people' })), '1 dog | park');
    assert.equal(summarise(readPrompt('a fox in a forest in the rain', { negativePrompt: 'rain, forest' })), '1 fox');
    assert.equal(summarise(readPrompt('a red fox', { negativePrompt: 'red' })), '1 fox');
    assert.equal(summarise(readPrompt('a fox, oil painting', { negativePrompt: 'oil painting' })), '1 fox');
    assert.equal(summarise(readPrompt('a fox in the snow', { negativePrompt: 'snow' })), '1 fox');
    assert.equal(summarise(readPrompt("a sign saying 'HI'", { negativePrompt: 'text' })), '');
  });

  test('keep the indices of relations and holders true', () => {
    const brief = readPrompt("a cat, a dog holding a sign saying 'HI' and a bird on a tree", { negativePrompt: 'cat' });
    assert.equal(summarise(brief), '1 dog; 1 bird; 1 tree | 1 on 2 | "HI" sign 0');
  });

  test('faults of models are no wishes about things', () => {
    const { excluded } = readPrompt('a woman', {
      negativePrompt: 'bad hands, extra dogs, deformed cat, 多余的猫, 低质量',
    });
    assert.deepEqual(excluded.concepts, []);
    assert.equal(excluded.people, false);
  });

  test('a colour that describes a thing forbids the thing, not the colour', () => {
    const { excluded } = readPrompt('a street', { negativePrompt: 'red cars' });
    assert.deepEqual(excluded.concepts, ['car']);
    assert.deepEqual(excluded.colours, []);
  });

  test('`no` in the prompt means the same', () => {
    assert.deepEqual(readPrompt('a vase without flowers').excluded.concepts, ['flower']);
    assert.deepEqual(readPrompt('没有人的海滩').excluded.people, true);
    assert.equal(readPrompt('没有人的海滩').setting, 'beach');
    assert.equal(readPrompt('不要文字，一只猫').excluded.text, true);
  });
});

describe('edits of a reference picture', () => {
  const cases = [
    ['把背景换成海边', 'beach | background=beach'],
    ['make it winter', 'winter | season=winter'],
    ['请生成这张照片的梵高风格迁移后的图像', 'style=van-gogh | style=van-gogh'],
    ['让这张图片变成黑白的', 'palette=monochrome | palette=monochrome'],
    ['把图片变成水彩画风格，夜晚，下雪', 'snow night style=watercolour | time=night, weather=snow, style=watercolour'],
    ['change the background to a snowy mountain', 'mountains | background=mountains'],
    ['replace the background with a white background', 'studio | background=studio'],
    ['put this dog on the beach at sunset', 'beach sunset | background=beach, time=sunset'],
    ['turn this photo into a pencil sketch', 'style=pencil | style=pencil'],
    ['将照片改为秋天的景色', 'autumn | season=autumn'],
    ['白色背景', 'studio | background=studio'],
    ['整体蓝色调', 'tint=blue | tint=blue'],
  ] as const;
  for (const [prompt, summary] of cases) {
    test(prompt, () => assert.equal(summarise(readPrompt(prompt, { hasReference: true })), summary));
  }

  test('without a reference nothing is edited', () => {
    assert.deepEqual(readPrompt('把背景换成海边').edits, []);
    assert.deepEqual(readPrompt('make it winter').edits, []);
  });

  test('`this dog` is the one in the picture, `a dog` is another', () => {
    assert.deepEqual(
      readPrompt('put this dog on a sofa', { hasReference: true }).subjects.map(({ concept }) => concept),
      ['couch'],
    );
    assert.equal(readPrompt('put this dog on a sofa').subjects.length, 2);
    assert.equal(readPrompt('add a dog', { hasReference: true }).subjects[0]?.concept, 'dog');
    assert.deepEqual(readPrompt('这只猫戴着帽子', { hasReference: true }).subjects, []);
  });
});
