// The seeded stream: same seeds, same numbers, and every helper keeps its promise.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRandom, hashText } from '../../src/scene/random.js';

const seeds = fc.nat({ max: 2 ** 32 - 1 });

describe('createRandom', () => {
  it('gives the same stream for the same seeds, another for others', () => {
    fc.assert(
      fc.property(seeds, seeds, (a, b) => {
        const one = createRandom(a, b);
        const two = createRandom(a, b);
        const other = createRandom(a, b + 1);
        const row = Array.from({ length: 8 }, () => one.next());
        assert.deepEqual(
          Array.from({ length: 8 }, () => two.next()),
          row,
        );
        assert.notDeepEqual(
          Array.from({ length: 8 }, () => other.next()),
          row,
        );
      }),
    );
  });

  it('tells the order of its seeds apart', () => {
    assert.notEqual(createRandom(1, 2).next(), createRandom(2, 1).next());
  });

  it('spreads evenly over [0, 1)', () => {
    const random = createRandom(99);
    const buckets = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i += 1) {
      const value = random.next();
      assert.ok(value >= 0 && value < 1);
      const bucket = Math.floor(value * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) assert.ok(Math.abs(count - 2000) < 200, `a bucket holds ${count}`);
  });

  it('keeps whole numbers and ranges within their ends, both of which occur', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat({ max: 4 }), (seed, low, span) => {
        const random = createRandom(seed);
        const seen = new Set<number>();
        for (let i = 0; i < 200; i += 1) {
          const value = random.whole(low, low + span);
          assert.ok(Number.isInteger(value) && value >= low && value <= low + span);
          seen.add(value);
          const real = random.between(low, low + span + 1);
          assert.ok(real >= low && real < low + span + 1);
        }
        assert.equal(seen.size, span + 1);
      }),
    );
  });

  it('rings its bell around 0 within ±1', () => {
    const random = createRandom(5);
    let sum = 0;
    for (let i = 0; i < 5000; i += 1) {
      const value = random.bell();
      assert.ok(value > -1 && value < 1);
      sum += value;
    }
    assert.ok(Math.abs(sum / 5000) < 0.03);
  });

  it('shuffles without losing or inventing entries', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, list) => {
        const before = [...list];
        const shuffled = createRandom(seed).shuffle(list);
        assert.deepEqual(list, before);
        assert.deepEqual([...shuffled].sort(), [...list].sort());
      }),
    );
  });

  it('picks only from the list and refuses an empty one', () => {
    const random = createRandom(3);
    for (let i = 0; i < 50; i += 1) assert.ok(['a', 'b', 'c'].includes(random.pick(['a', 'b', 'c'])));
    assert.throws(() => random.pick([]), RangeError);
  });

  it('chances 0 and 1 are certain', () => {
    const random = createRandom(8);
    for (let i = 0; i < 100; i += 1) {
      assert.equal(random.chance(0), false);
      assert.equal(random.chance(1), true);
    }
  });
});

describe('fork', () => {
  it('depends on the label and the origin, not on what was drawn before', () => {
    const fresh = createRandom(7).fork('sky').next();
    const used = createRandom(7);
    used.next();
    used.next();
    assert.equal(used.fork('sky').next(), fresh);
    assert.notEqual(createRandom(7).fork('layout').next(), fresh);
    assert.notEqual(createRandom(8).fork('sky').next(), fresh);
  });
});

describe('hashText', () => {
  it('is FNV-1a', () => {
    assert.equal(hashText(''), 0x811c9dc5);
    assert.equal(hashText('a'), 0xe40c292c);
    assert.equal(hashText('foobar'), 0xbf9cf968);
  });
});
