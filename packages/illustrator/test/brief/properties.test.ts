// What holds for every prompt whatsoever: no throw, no endless loop, counts in range, indices that point somewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Brief } from '../../src/brief/brief.js';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { getLexicon } from '../../src/lexicon/lexicon.js';

const concepts = new Set(getLexicon().concepts());

/** Fragments that the reader acts on, put together at random: nearer to trouble than random characters. */
const fragments = [
  'a ', 'two ', 'one ', 'the ', 'this ', 'red ', 'blue ', 'cat ', 'dogs ', 'table ', 'hat ', 'sign ', 'and ', 'on ', 'in ',
  'with ', 'holding ', 'wearing ', 'is ', 'of ', 'no ', 'left of ', 'says ', 'it ', ', ', '. ', "'", '"', '“', '”', '「', '」',
  '一只', '两', '三个', '红色', '的', '猫', '狗', '桌子', '上', '左边', '在', '有', '是', '和', '穿着', '拿着', '骑着', '写着', '牌子',
  '没有', '这', '一', '另一个', '，', '。', '、', '外套', '海边', '奔跑', '月亮', '4k', '16:9', '\n', '😀', 'ж', '(', ')', '&', '-',
]; // biome-ignore format: one fragment after another reads better than one a line
const prompts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 120 }).map((parts) => parts.join('')),
);

function assertSound(brief: Brief): void {
  const { subjects, relations, lettering } = brief;
  for (const { count, concept, confidence } of subjects) {
    assert.ok(Number.isInteger(count) && count >= 1 && count <= 99, `count ${count}`);
    assert.ok(concepts.has(concept), `concept ${concept}`);
    assert.ok(confidence > 0 && confidence <= 1);
  }
  const points = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < subjects.length;
  for (const { from, to } of relations) assert.ok(points(from) && points(to) && from !== to);
  for (const { text, holder } of lettering) assert.ok(text !== '' && (holder === null || points(holder)));
}

test('any prompt is read into a sound brief', () => {
  fc.assert(
    fc.property(prompts, prompts, fc.boolean(), (prompt, negativePrompt, hasReference) => {
      const brief = readPrompt(prompt, { negativePrompt, hasReference });
      assertSound(brief);
      assert.equal(brief.prompt, prompt.trim());
      if (!hasReference) assert.deepEqual(brief.edits, []);
    }),
    { numRuns: 800 },
  );
});

test('reading twice gives the same', () => {
  fc.assert(
    fc.property(prompts, (prompt) => assert.deepEqual(readPrompt(prompt), readPrompt(prompt))),
    { numRuns: 100 },
  );
});

test('a text in quotes is lettered exactly, in any script', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((raw) => raw.replace(/["“”„‟＂〝〞\s]+/g, ' ').trim())
    .filter((raw) => raw !== '');
  fc.assert(
    fc.property(text, (raw) => {
      for (const prompt of [`a dog holding a sign that says "${raw}"`, `一只狗举着写有“${raw}”的牌子`]) {
        assert.deepEqual(readPrompt(prompt).lettering, [{ text: raw, carrier: 'sign', holder: 0, colour: null }]);
      }
    }),
  );
});

test('counts from one to ninety-nine come through exactly, in digits', () => {
  for (let count = 1; count <= 99; count += 1) {
    const english = readPrompt(`${count} apples`).subjects[0];
    const chinese = readPrompt(`${count}个苹果`).subjects[0];
    assert.deepEqual([english?.count, english?.exact], [count, true]);
    assert.deepEqual([chinese?.count, chinese?.exact], [count, true]);
  }
});

test('more than ninety-nine is ninety-nine or so', () => {
  const [apples] = readPrompt('5000 apples').subjects;
  assert.deepEqual([apples?.count, apples?.exact], [99, false]);
});

test('prompts of the greatest length that repeat one thing end, with a bounded brief', () => {
  const pieces = [
    'cat ',
    '猫的',
    'a red ',
    'on the cat ',
    '一',
    '十',
    '"x"牌子',
    '写着',
    'a猫',
    '一只穿着红色外套的猫',
    '9',
    "'a",
  ];
  for (const piece of pieces) {
    const prompt = piece.repeat(2500).slice(0, 2500);
    const brief = readPrompt(prompt, { negativePrompt: prompt, hasReference: true });
    assertSound(readPrompt(prompt));
    assert.ok(brief.subjects.length <= 24 && brief.lettering.length <= 8);
  }
});
