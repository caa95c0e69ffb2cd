// Text fitting: nothing lost, nothing outside the box, lines end where they may.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitText, lineHeightEm, splitForLines } from '../../src/lettering/fit-text.js';

/** Han one em, other letters half an em: close enough to real type for wrapping. */
const measure = (line: string) =>
  [...line].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/u.test(letter) ? 1 : 0.5), 0);

const letters = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '中', '。', '-', 'é', '（'), maxLength: 60 });

test('no letter is lost or added, whatever the text and the box', () => {
  fc.assert(
    fc.property(
      letters,
      fc.integer({ min: 10, max: 900 }),
      fc.integer({ min: 10, max: 900 }),
      (text, width, height) => {
        const fitted = fitText(text, measure, width, height);
        assert.equal(fitted.lines.join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''));
      },
    ),
  );
});

test('every line stays inside the box', () => {
  fc.assert(
    fc.property(
      letters,
      fc.integer({ min: 10, max: 900 }),
      fc.integer({ min: 10, max: 900 }),
      (text, width, height) => {
        const { lines, size } = fitText(text, measure, width, height);
        for (const line of lines) assert.ok(measure(line) * size <= width * 1.001, `${line} is too wide`);
        assert.ok(lines.length * size * lineHeightEm <= height * 1.001);
      },
    ),
  );
});

test('one word fills the width', () => {
  const fitted = fitText('DMXAPI', measure, 300, 300);
  assert.deepEqual(fitted.lines, ['DMXAPI']);
  assert.equal(fitted.size, 100);
});

test('a sentence goes on several lines when that makes it larger', () => {
  const { lines } = fitText('Happy Birthday to You', measure, 200, 200);
  assert.deepEqual(lines, ['Happy', 'Birthday', 'to You']);
});

test('lines are of even length', () => {
  const { lines } = fitText('愿君多采撷此物最相思', measure, 300, 130);
  assert.deepEqual(lines, ['愿君多采撷', '此物最相思']);
});

test('line feeds of the text are kept', () => {
  assert.deepEqual(fitText('one\ntwo', measure, 1000, 100).lines, ['one', 'two']);
});

test('closing punctuation never begins a line', () => {
  for (let width = 40; width < 400; width += 20)
    for (const line of fitText('红豆生南国，春来发几枝。愿君多采撷！', measure, width, 200).lines)
      assert.doesNotMatch(line, /^[，。！]/u);
});

test('a word without a break is broken only when that pays', () => {
  assert.equal(fitText('Supercalifragilistic', measure, 100, 200).lines.length > 1, true);
  assert.deepEqual(fitText('Hello', measure, 100, 80).lines, ['Hello']);
});

test('an empty text has no lines', () => {
  assert.deepEqual(fitText(' \n ', measure, 100, 100), { lines: [], size: 0, width: 0, height: 0 });
});

test('pieces end after spaces and hyphens and between Han', () => {
  assert.deepEqual(splitForLines('big well-known 中国。'), ['big ', 'well-', 'known ', '中', '国。']);
});
