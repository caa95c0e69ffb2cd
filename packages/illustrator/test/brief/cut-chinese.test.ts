// Cutting Chinese into words, and reading Chinese numerals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutChinese, parseChineseNumber } from '../../src/brief/cut-chinese.js';
import { getLexicon } from '../../src/lexicon/lexicon.js';
import { senseOf } from '../../src/lexicon/senses.js';

const lexicon = getLexicon();
const cut = (text: string): string[] => cutChinese(text, lexicon).map((word) => word.text);

test('long words win over their parts', () => {
  assert.deepEqual(cut('一只白天鹅'), ['一', '只', '白天鹅']);
  assert.deepEqual(cut('花瓶里的花'), ['花瓶', '里', '的', '花']);
  assert.deepEqual(cut('红绿灯'), ['红绿灯']);
  assert.deepEqual(cut('骑着自行车'), ['骑着', '自行车']);
});

test('unknown characters stand together', () => {
  assert.deepEqual(cut('鿀鿁猫'), ['鿀鿁', '猫']);
});

test('traditional characters are known and stay as written', () => {
  assert.deepEqual(cut('貓騎馬'), ['貓', '騎', '馬']);
});

test('the words joined give the text back, whatever it is', () => {
  const text = fc.string({ unit: fc.constantFrom(...'一二十百两几只猫狗的在上红色穿着鿀外套写貓'), maxLength: 60 });
  fc.assert(fc.property(text, (run) => assert.equal(cut(run).join(''), run)));
});

test('numerals become one number', () => {
  const countOf = (text: string): [number | undefined, number | undefined] => {
    const sense = senseOf(cutChinese(text, lexicon)[0]?.senses ?? [], 'number');
    return [sense?.value, sense?.confidence];
  };
  assert.deepEqual(countOf('十二个'), [12, 1]);
  assert.deepEqual(countOf('二十三只'), [23, 1]);
  assert.deepEqual(countOf('十几只'), [13, 0.5]);
  assert.deepEqual(countOf('两三只'), [3, 0.5]);
});

test('a Chinese numeral has its value', () => {
  const values = { 十: 10, 十二: 12, 二十: 20, 九十九: 99, 一百零八: 108, 两千: 2000, 两: 2, 零: 0 };
  for (const [text, value] of Object.entries(values)) assert.equal(parseChineseNumber(text), value, text);
  assert.equal(parseChineseNumber('十只'), undefined);
});
