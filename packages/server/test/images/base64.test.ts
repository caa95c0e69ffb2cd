// Bare base64: every honest way of writing it, and what is not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeBase64 } from '../../src/images/base64.js';

const bytesFrom = (text: string) => {
  const decoded = decodeBase64(text);
  assert.ok('bytes' in decoded, JSON.stringify(decoded));
  return decoded.bytes;
};
const problemOf = (text: string) => {
  const decoded = decodeBase64(text);
  assert.ok('problem' in decoded, `decoded: ${text}`);
  return decoded.problem;
};

describe('base64', () => {
  it('is decoded in every form that has one meaning', () => {
    const spaces = fc.array(fc.constantFrom('', '', '', '\n', '\r\n', ' ', '\t'), { minLength: 1 });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), spaces, (bytes, gaps) => {
        const plain = Buffer.from(bytes).toString('base64');
        const wrapped = [...plain].map((letter, index) => letter + gaps[index % gaps.length]).join('');
        const forms = [
          plain,
          wrapped,
          `\n${plain}\n`,
          plain.replace(/=/g, ''),
          Buffer.from(bytes).toString('base64url'),
        ];
        for (const form of forms) assert.deepEqual([...bytesFrom(form)], [...bytes], form);
      }),
    );
  });

  it('is refused with its first wrong character', () => {
    assert.equal(problemOf('AAA%2BAA'), "'%' at position 4 is not base64");
    assert.equal(problemOf('data:image/png;base64,AAAA'), "':' at position 5 is not base64");
    assert.equal(problemOf('AA==AAAA'), "'=' at position 3 is not base64");
    assert.equal(problemOf('AAAA😀'), "'😀' at position 5 is not base64");
    assert.equal(problemOf('AAA\0'), 'a character at position 4 is not base64');
    assert.equal(problemOf('AA===='), "'=' at position 3 is not base64");
  });

  it('is refused when it is empty, cut off, or padded wrongly', () => {
    for (const nothing of ['', '=', '==', ' \n ']) assert.equal(problemOf(nothing), 'it is empty');
    assert.equal(problemOf('AAAAA'), 'its last character is missing');
    assert.equal(problemOf('AAA=='), 'its padding is wrong');
    assert.equal(problemOf('AAAA='), 'its padding is wrong');
    assert.equal(problemOf('AA='), 'its padding is wrong');
  });

  it('never throws, and decodes nothing that is not base64', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const decoded = decodeBase64(text);
        if ('bytes' in decoded) assert.match(text, /^[A-Za-z0-9+/_\-\s]+={0,2}\s*$|^(?:[A-Za-z0-9+/_-]|\s)+(?:=|\s)*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays linear on 14 MB of hostile text', () => {
    const long = 'A'.repeat(14_000_000);
    assert.equal(bytesFrom(long).length, 10_500_000);
    assert.match(problemOf(`${long}!`), /position 14000001/);
    assert.equal(problemOf(' '.repeat(14_000_000)), 'it is empty');
    assert.match(problemOf('='.repeat(14_000_000)), /position 1 is not base64/);
  });
});
