// What somebody meant to type.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nearestName, suggest } from '../../src/config/nearest-name.js';

const known = ['accounts', 'engines', 'models', 'policy', 'queue'];

describe('nearestName', () => {
  const typos: [typed: string, meant: string][] = [
    ['acounts', 'accounts'],
    ['accuonts', 'accounts'],
    ['Models', 'models'],
    ['model', 'models'],
    ['engine', 'engines'],
    ['polcy', 'policy'],
    ['queues', 'queue'],
  ];
  for (const [typed, meant] of typos) {
    it(`takes ${typed} for ${meant}`, () => assert.equal(nearestName(typed, known), meant));
  }

  for (const strange of ['', 'x', 'users', 'moderation', 'configuration']) {
    it(`makes nothing of '${strange}'`, () => assert.equal(nearestName(strange, known), undefined));
  }

  it('prefers the nearest of several', () => {
    assert.equal(nearestName('kling-v2-2', ['kling-v1', 'kling-v2', 'kling-v2-1']), 'kling-v2-1');
  });

  it('counts a swap of neighbours as one edit', () => {
    assert.equal(nearestName('abdc', ['abcd']), 'abcd');
  });

  it('finds a long name again after any single edit', () => {
    const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(...'abcdefgh') });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...'xyz'), (name, position, letter) => {
        const at = position % name.length;
        assert.equal(nearestName(name.slice(0, at) + letter + name.slice(at), [name]), name);
        assert.equal(nearestName(name.slice(0, at) + letter + name.slice(at + 1), [name]), name);
        assert.equal(nearestName(name.slice(0, at) + name.slice(at + 1), [name]), name);
      }),
    );
  });
});

describe('suggest', () => {
  it('is a clause to append', () => assert.equal(suggest('polcy', known), " (did you mean 'policy'?)"));
  it('is nothing when nothing is near', () => assert.equal(suggest('weather', known), ''));
});
