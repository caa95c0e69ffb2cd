// Long descriptions: the main things are drawn, the rest is named as left out; lists and short prompts keep everything.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';

const paragraph =
  'In a quiet fishing village at dawn, an old fisherman mends his nets beside a blue wooden boat while seagulls circle ' +
  'above the harbour. Mist hangs over the water, the houses behind him are painted in faded pastel colours, and a single ' +
  'lantern still burns by the door. Two crates, a barrel, an anchor, a rope and a bucket stand on the quay. The mood is calm.';

describe('a paragraph', () => {
  const { subjects, unplaced, setting, time, weather } = readPrompt(paragraph);
  const concepts = subjects.map(({ concept }) => concept);
  test('keeps who it is about and what that one is with', () => {
    assert.ok(concepts.includes('fisherman') && concepts.includes('boat'), concepts.join());
    assert.ok(concepts.length <= 6, concepts.join());
  });
  test('keeps place, hour and weather', () => assert.deepEqual([setting, time, weather], ['harbour', 'dawn', 'fog']));
  test('names what it leaves out', () => {
    assert.ok(unplaced.length >= 3, unplaced.join());
    for (const noun of unplaced) assert.ok(paragraph.includes(noun), noun);
  });
  test('keeps its relations between what is left', () => {
    const { relations } = readPrompt(paragraph);
    for (const { from, to } of relations) assert.ok(subjects[from] && subjects[to]);
  });
});

describe('other prompts', () => {
  test('a list keeps all of it', () => {
    const { subjects, unplaced } = readPrompt('a cat, a dog, a horse, a cow, a pig, a sheep, a duck and a goat');
    assert.equal(subjects.length, 8);
    assert.deepEqual(unplaced, []);
  });
  test('a long prompt about one thing keeps it', () => {
    const { subjects } = readPrompt(`a fox, ${'beautiful, highly detailed, cinematic, '.repeat(12)}masterpiece`);
    assert.deepEqual(
      subjects.map(({ concept }) => concept),
      ['fox'],
    );
  });
});

describe('a colour of the background', () => {
  for (const prompt of ['a cat on a pink background', '一只猫，粉色背景', 'a cat, pink background'])
    test(`is nothing else's: ${prompt}`, () => {
      const { subjects, setting, settingColour } = readPrompt(prompt);
      assert.deepEqual([setting, settingColour, subjects[0]?.colour], ['studio', 'pink', null]);
    });
  test('does not outvote a place', () => {
    assert.equal(readPrompt('a cat in a forest, dark green background').setting, 'forest');
  });
});
