// Prefix codes: complete, within the limit, as short as Huffman's, and readable.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalCodes, codeLengths } from '../../../src/encode/png/prefix-code.js';

/** Kraft's sum: exactly 1 when every row of bits means something and nothing means two things. */
const kraft = (lengths: Uint8Array): number => lengths.reduce((sum, n) => sum + (n > 0 ? 2 ** -n : 0), 0);

const countsOf = (...counts: number[]): Uint32Array => Uint32Array.from(counts);

describe('codeLengths', () => {
  it('gives the textbook code', () => {
    assert.deepEqual([...codeLengths(countsOf(45, 13, 12, 16, 9, 5), 15)], [1, 3, 3, 3, 4, 4]);
  });

  it('gives one bit to a lone symbol and none to those that do not occur', () => {
    assert.deepEqual([...codeLengths(countsOf(0, 9, 0), 15)], [0, 1, 0]);
    assert.deepEqual([...codeLengths(countsOf(0, 0), 15)], [0, 0]);
  });

  it('keeps within the limit and stays complete, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.nat(2 ** 20)), {
          minLength: 2,
          maxLength: 120,
        }),
        fc.integer({ min: 7, max: 15 }),
        (counts, limit) => {
          const lengths = codeLengths(Uint32Array.from(counts), limit);
          counts.forEach((count, symbol) => {
            assert.equal((lengths[symbol] as number) > 0, count > 0);
          });
          assert.ok(Math.max(...lengths) <= limit);
          if (counts.filter((count) => count > 0).length > 1) assert.equal(kraft(lengths), 1);
        },
      ),
    );
  });

  it('never gives a rarer symbol the shorter code', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 60 }), (counts) => {
        const lengths = codeLengths(Uint32Array.from(counts), 12);
        counts.forEach((a, i) => {
          counts.forEach((b, j) => {
            if (a < b) assert.ok((lengths[i] as number) >= (lengths[j] as number));
          });
        });
      }),
    );
  });

  it('shortens what Fibonacci makes too long', () => {
    const counts = [1, 1];
    while (counts.length < 25) counts.push((counts.at(-1) as number) + (counts.at(-2) as number));
    const lengths = codeLengths(Uint32Array.from(counts), 12);
    assert.equal(Math.max(...lengths), 12);
    assert.equal(kraft(lengths), 1);
  });
});

describe('canonicalCodes', () => {
  it('gives the codes of the example in RFC 1951, first bit lowest', () => {
    const codes = canonicalCodes(Uint8Array.from([3, 3, 3, 3, 3, 2, 4, 4]));
    const bits = ['010', '011', '100', '101', '110', '00', '1110', '1111'];
    assert.deepEqual(
      [...codes],
      bits.map((code) => Number.parseInt([...code].reverse().join(''), 2)),
    );
  });

  it('lets no code begin another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 40 }), (counts) => {
        const lengths = codeLengths(Uint32Array.from(counts), 15);
        const codes = canonicalCodes(lengths);
        counts.forEach((_, i) => {
          counts.forEach((__, j) => {
            const [short, long] = [lengths[i] as number, lengths[j] as number];
            if (i === j || short > long) return;
            assert.notEqual((codes[j] as number) & ((1 << short) - 1), codes[i]);
          });
        });
      }),
    );
  });
});
