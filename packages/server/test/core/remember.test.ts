// What is remembered is what was answered, and no more of it than was said.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remember } from '../../src/core/remember.js';

describe('remember', () => {
  it('asks once for each text, also where the answer is no', () => {
    const asked: string[] = [];
    const isLong = remember(10, (text) => {
      asked.push(text);
      return text.length > 3;
    });
    assert.deepEqual(
      ['abcd', 'a', 'abcd', 'a'].map((text) => isLong(text)),
      [true, false, true, false],
    );
    assert.deepEqual(asked, ['abcd', 'a']);
  });

  it('forgets all when there are too many, and answers as before', () => {
    const asked: string[] = [];
    const upper = remember(2, (text) => {
      asked.push(text);
      return text.toUpperCase();
    });
    for (const text of ['a', 'b', 'a', 'c', 'a']) assert.equal(upper(text), text.toUpperCase());
    assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
  });
});
