// Places that become things, and relations that only sense can read: shop fronts, cliffs, viaducts, full vases, flyers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Brief } from '../../src/brief/brief.js';
import { readPrompt } from '../../src/brief/read-prompt.js';

const conceptsOf = (prompt: string): string[] => readPrompt(prompt).subjects.map(({ concept }) => concept);

/** Relations as `rose in vase`. */
function relationsOf(prompt: string): string[] {
  const { subjects, relations } = readPrompt(prompt);
  return relations.map(({ from, relation, to }) => `${subjects[from]?.concept} ${relation} ${subjects[to]?.concept}`);
}

describe('a shop whose sign is spelled out', () => {
  const fronts: [string, string][] = [
    ["A bakery shop front with a sign that says 'FRESH BREAD', warm evening light", 'FRESH BREAD'],
    ["a bookstore with a sign that says 'BOOKS'", 'BOOKS'],
    ["a shop called 'Joe's Corner'", "Joe's Corner"],
    ["一家奶茶店，招牌上写着'茶语时光'，街边，夜晚", '茶语时光'],
    ['一家面包店，门口的招牌写着“麦香”', '麦香'],
  ];
  for (const [prompt, text] of fronts)
    test(`carries it over its door: ${prompt}`, () => {
      const { subjects, lettering, setting } = readPrompt(prompt);
      const shop = subjects.findIndex(({ concept }) => concept === 'shop');
      assert.ok(shop >= 0, 'no shop');
      assert.deepEqual(
        lettering.map(({ text, carrier, holder }) => ({ text, carrier, holder })),
        [{ text, carrier: 'object', holder: shop }],
      );
      assert.equal(setting, 'street');
    });

  const rooms = [
    "a cat in a coffee shop with a sign that says 'OPEN'",
    "cozy coffee shop interior with a sign 'OPEN'",
    "咖啡店室内，招牌上写着'欢迎'",
    'a coffee shop with warm light',
  ];
  for (const prompt of rooms)
    test(`stays a room where somebody is inside or nothing is written: ${prompt}`, () => {
      assert.ok(!conceptsOf(prompt).includes('shop'));
    });
});

describe('land that carries', () => {
  for (const [prompt, who] of [
    ['a lighthouse on a cliff at night, stormy sea', 'lighthouse'],
    ['a woman standing on a cliff', 'woman'],
    ['白衣剑客站在悬崖边，月光', 'swordsman'],
    ['a wolf on a cliff edge', 'wolf'],
  ] as const)
    test(`a cliff is stood on: ${prompt}`, () => {
      assert.deepEqual(relationsOf(prompt), [`${who} on cliff`]);
    });

  test('a cliff by itself stays the place', () => {
    assert.deepEqual(conceptsOf('cliffs at sunset'), []);
    assert.equal(readPrompt('cliffs at sunset').setting, 'mountains');
  });

  for (const prompt of [
    'a steam train crossing a stone bridge over a river in the mountains',
    'a train on a bridge',
    '一列火车在桥上行驶',
  ])
    test(`a train's bridge is in the picture: ${prompt}`, () => {
      assert.match(relationsOf(prompt).join(), /^(?:train|steam locomotive) on viaduct$/);
      assert.notEqual(readPrompt(prompt).setting, 'bridge');
    });

  test('a bridge without a train stays a place', () => {
    assert.equal(readPrompt('a girl on a bridge').setting, 'bridge');
  });
});

describe('what is in a vessel', () => {
  for (const [prompt, relation] of [
    ['a vase of sunflowers', 'sunflower in vase'],
    ['a bowl of apples', 'apple in bowl'],
    ['a basket of kittens', 'cat in basket'],
    ['花瓶里插着三朵向日葵', 'sunflower in vase'],
  ] as const)
    test(`${prompt}`, () => assert.deepEqual(relationsOf(prompt), [relation]));

  test('a drink is its cup', () => assert.deepEqual(relationsOf('a cup of coffee'), []));
});

describe('flyers and players', () => {
  const first = ({ subjects: [subject] }: Brief) => subject;
  for (const prompt of [
    'A dragon breathing fire over a medieval village',
    'a dragon over a castle',
    'a superhero above the city',
  ])
    test(`is in the air: ${prompt}`, () => assert.equal(first(readPrompt(prompt))?.action, 'flying'));
  test('who cannot fly is not lifted', () =>
    assert.notEqual(first(readPrompt('a man over a village'))?.action, 'flying'));
  test('flying over something holds nothing', () =>
    assert.deepEqual(relationsOf('a dragon flying over a castle'), ['dragon above castle']));
  test('a kite that is flown is held', () =>
    assert.deepEqual(relationsOf('a girl flying a kite'), ['girl holding kite']));
  for (const prompt of ['a cat playing guitar', '一只猫在弹吉他'])
    test(`an instrument is in the hands: ${prompt}`, () =>
      assert.deepEqual(relationsOf(prompt), ['cat holding guitar']));
  test('a ball that is played with is not', () =>
    assert.ok(!relationsOf('a dog playing with a ball').includes('dog holding ball')));
});

test('under cherry blossoms is under their tree', () => {
  assert.deepEqual(relationsOf('a girl standing under cherry blossoms'), ['girl under cherry tree']);
  assert.equal(readPrompt('a girl standing under cherry blossoms').subjects[1]?.count, 1);
  assert.deepEqual(conceptsOf('cherry blossoms'), ['cherry blossom']);
});

describe('a car in the place word', () => {
  test('is a car of its own, in its colour', () => {
    const { subjects } = readPrompt('一只蓝色的鸟在红色的车上面');
    assert.deepEqual(
      subjects.map(({ concept, colour }) => [concept, colour]),
      [
        ['bird', 'blue'],
        ['car', 'red'],
      ],
    );
    assert.deepEqual(relationsOf('一只猫在车里'), ['cat in car']);
  });
  test('but part of a vehicle that was named', () => {
    assert.deepEqual(
      conceptsOf('一辆卡车，车上有一只狗').filter((concept) => concept === 'car'),
      [],
    );
  });
});

describe('words that are not what they look like', () => {
  test('seagulls circle: a verb', () => assert.deepEqual(conceptsOf('seagulls circle above the harbour'), ['seagull']));
  test('a circle is still a thing', () => assert.deepEqual(conceptsOf('a red circle'), ['circle']));
  test('a cake named after the text of a poster does not carry it', () => {
    const { lettering } = readPrompt('生日海报，中间写着“生日快乐”，气球和蛋糕');
    assert.equal(lettering[0]?.carrier, 'none');
  });
  test('a cake that is written on does', () => {
    assert.equal(readPrompt("a cake with 'HAPPY' written on it").lettering[0]?.carrier, 'cake');
  });
  test('a kind of photograph does not outvote a place', () => {
    assert.equal(readPrompt('一瓶矿泉水放在雪山前的岩石上，产品摄影').setting, 'mountains');
    assert.equal(readPrompt('一瓶矿泉水，产品摄影').setting, 'studio');
  });
  test('the door somebody is by is part of the house', () => {
    assert.deepEqual(conceptsOf('a lantern by the door'), ['lantern']);
    assert.deepEqual(conceptsOf('a red door'), ['door']);
  });
});
