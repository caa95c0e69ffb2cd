// The progress bar: shape, and silence where there is no terminal.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProgressLine, formatProgress } from '../../src/cli/generate/progress-line.js';
import { textStyleFor } from '../../src/cli/text-style.js';
import { createFakeWorld } from './support/fake-world.js';

const plain = textStyleFor({ write: () => undefined }, {});

describe('formatProgress', () => {
  it('shows label, bar, share and time', () => {
    assert.equal(formatProgress('painting', 0.5, 1234, plain), 'painting  ━━━━━━━━━━━━────────────   50 %  1.2 s');
    assert.equal(formatProgress('saving', 1, 0, plain), 'saving    ━━━━━━━━━━━━━━━━━━━━━━━━  100 %  0.0 s');
    assert.equal(
      formatProgress('waiting', undefined, 61_000, plain),
      'waiting   ────────────────────────        61.0 s',
    );
  });
  it('stays within its bounds whatever a gateway says', () => {
    for (const fraction of [-1, 2, Number.NaN, 1e9]) {
      const line = formatProgress('painting', fraction, 0, plain);
      assert.match(line, /^painting {2}[━─]{24} {2}/);
    }
  });
});

describe('createProgressLine', () => {
  it('draws over itself and goes away on a terminal', () => {
    const world = createFakeWorld({ columns: 80, env: { NO_COLOR: '1' } });
    let nowMs = 0;
    const line = createProgressLine(world.stderr, textStyleFor(world.stderr, world.env), () => nowMs);
    line.show('sending', undefined);
    nowMs = 2000;
    line.show('painting', 0.25);
    line.clear();
    line.clear();
    const [nothing, first, second, last] = world.errors().split('\r\u001b[2K');
    assert.equal(nothing, '');
    assert.match(first ?? '', /^sending .* 0\.0 s$/);
    assert.match(second ?? '', /^painting .* 25 % {2}2\.0 s$/);
    assert.equal(last, '');
    assert.equal(world.errors().split('\r').length, 4, 'the second clear writes nothing');
  });
  for (const [where, columns] of [
    ['something that is no terminal', undefined],
    ['a terminal that is too narrow', 40],
  ] as const) {
    it(`writes nothing to ${where}`, () => {
      const world = createFakeWorld(columns === undefined ? {} : { columns });
      const line = createProgressLine(world.stderr, plain, () => 0);
      line.show('painting', 0.5);
      line.clear();
      assert.equal(world.errors(), '');
    });
  }
});
