// Colours, cleaned text, tables.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainText, textStyleFor } from '../../src/cli/text-style.js';
import { formatTable } from '../../src/cli/text-table.js';

const terminal = { write: () => undefined, isTTY: true };
const pipe = { write: () => undefined };

describe('textStyleFor', () => {
  it('colours on a terminal', () => assert.equal(textStyleFor(terminal, {}).bad('x'), '\u001b[31mx\u001b[39m'));
  for (const [what, output, env] of [
    ['on a pipe', pipe, {}],
    ['with NO_COLOR', terminal, { NO_COLOR: '1' }],
    ['on a dumb terminal', terminal, { TERM: 'dumb' }],
  ] as const) {
    it(`does not colour ${what}`, () => {
      const style = textStyleFor(output, env);
      for (const paint of Object.values(style)) assert.equal(paint('x'), 'x');
    });
  }
});

describe('plainText', () => {
  it('keeps words in any script', () => assert.equal(plainText('狐狸 fox é 🦊'), '狐狸 fox é 🦊'));
  it('takes away what could drive a terminal', () => {
    assert.equal(plainText('a\u001b[2Jb\r\nc\u009b31md\u202ee'), 'a [2Jb c 31md e');
  });
  it('leaves no control character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const character of plainText(text))
          assert.ok(character >= ' ' && !(character >= '\u007f' && character <= '\u009f'));
      }),
    );
  });
});

describe('formatTable', () => {
  it('aligns columns and leaves no trailing spaces', () => {
    assert.equal(
      formatTable(
        ['ID', 'LABEL'],
        [
          ['a', ''],
          ['bcd', 'x y'],
        ],
      ),
      'ID   LABEL\na\nbcd  x y\n',
    );
  });
  it('shows its heads without rows', () => assert.equal(formatTable(['A', 'B'], []), 'A  B\n'));
});
