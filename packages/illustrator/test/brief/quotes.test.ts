// Quote marks of all kinds, and apostrophes that are none.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findQuotes } from '../../src/brief/quotes.js';

const textsOf = (prompt: string): string[] => findQuotes(prompt).map(({ text }) => text);

describe('marks', () => {
  const cases: [string, string[]][] = [
    ["a sign 'DMXAPI'", ['DMXAPI']],
    ['a sign "Hello, World!"', ['Hello, World!']],
    ['写着“生日快乐”的蛋糕', ['生日快乐']],
    ['写着”生日快乐“的蛋糕', ['生日快乐']],
    ['写着「加油」和『必胜』', ['加油', '必胜']],
    ['ein Schild „Guten Tag“', ['Guten Tag']],
    ['une pancarte « Bonjour »', ['Bonjour']],
    ['‘curly’ and `tick`', ['curly', 'tick']],
    ['＂全角＂', ['全角']],
    ["写着'DMXAPI'的牌子", ['DMXAPI']],
  ];
  for (const [prompt, texts] of cases) test(prompt, () => assert.deepEqual(textsOf(prompt), texts));
});

describe('apostrophes', () => {
  const cases: [string, string[]][] = [
    ["the dog's bowl and the cat's toys", []],
    ["the dogs' bowls and the cats' toys", []],
    ["rock 'n' roll", []],
    ['it’s a dog’s life', []],
    ["a sign 'It's mine'", ["It's mine"]],
    ["back in the '90s", []],
    ['a 5" screen', []],
  ];
  for (const [prompt, texts] of cases) test(prompt, () => assert.deepEqual(textsOf(prompt), texts));
});

test('offsets include the marks', () => {
  const [quote] = findQuotes('ab "cd" ef');
  assert.deepEqual(quote, { text: 'cd', start: 3, end: 7 });
});

test('empty and unclosed quotes are none, and a quoted essay is no lettering', () => {
  assert.deepEqual(textsOf('"" \'\' “” and "open'), []);
  assert.deepEqual(textsOf(`"${'x'.repeat(121)}"`), []);
  assert.deepEqual(textsOf(`"${'x'.repeat(120)}"`).length, 1);
});

test('quotes inside quotes belong to the outer one', () => {
  assert.deepEqual(textsOf(`a sign "he said 'no' twice"`), ["he said 'no' twice"]);
});
