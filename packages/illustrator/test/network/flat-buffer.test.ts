// Reading FlatBuffers laid out by hand, byte by byte, and half-precision numbers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFlatBuffer } from '../../src/network/flat-buffer.js';
import { halfToFloat } from '../../src/network/network-file.js';

/** A file with one table of seven fields: 0 integer, 1 byte, 2 absent, 3 text, 4 table, 5 vector of integers, 6 beyond the vtable. */
function sample(): Uint8Array {
  const bytes = new Uint8Array(96);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 24, true); // root table at 24
  const vtable = 4;
  view.setUint16(vtable, 16, true); // vtable of 16 bytes: six fields
  view.setUint16(vtable + 2, 24, true);
  [4, 8, 0, 12, 16, 20].forEach((offset, field) => {
    view.setUint16(vtable + 4 + 2 * field, offset, true);
  });
  const table = 24;
  view.setInt32(table, table - vtable, true);
  view.setInt32(table + 4, -1234, true);
  view.setInt8(table + 8, -5);
  view.setUint32(table + 12, 52 - (table + 12), true); // text at 52
  view.setUint32(table + 16, 76 - (table + 16), true); // sub-table at 76
  view.setUint32(table + 20, 60 - (table + 20), true); // vector at 60
  view.setUint32(52, 3, true);
  bytes.set(new TextEncoder().encode('abc'), 56);
  view.setUint32(60, 2, true);
  view.setInt32(64, 7, true);
  view.setInt32(68, -8, true);
  view.setUint16(72, 4, true); // the sub-table's empty vtable
  view.setInt32(76, 4, true);
  return bytes;
}

describe('readFlatBuffer', () => {
  it('reads every kind of field', () => {
    const table = readFlatBuffer(sample());
    assert.equal(table.integer(0), -1234);
    assert.equal(table.byte(1), -5);
    assert.equal(table.text(3), 'abc');
    assert.deepEqual(table.integers(5), [7, -8]);
    assert.equal(table.table(4)?.integer(0, 42), 42);
  });

  it('falls back where a field is absent or beyond the table', () => {
    const table = readFlatBuffer(sample());
    assert.equal(table.integer(2), 0);
    assert.equal(table.integer(6, 9), 9);
    assert.equal(table.byte(2, 3), 3);
    assert.equal(table.text(2), '');
    assert.equal(table.table(2), undefined);
    assert.deepEqual(table.tables(2), []);
    assert.deepEqual(table.integers(2), []);
    assert.equal(table.bytes(2).length, 0);
  });

  it('reads from the middle of a larger buffer', () => {
    const shifted = new Uint8Array(120);
    shifted.set(sample(), 17);
    const table = readFlatBuffer(shifted.subarray(17, 113));
    assert.equal(table.text(3), 'abc');
    assert.deepEqual([...table.bytes(3)], [97, 98, 99]);
  });

  it('throws a RangeError where an offset points outside', () => {
    assert.throws(() => readFlatBuffer(new Uint8Array([255, 255, 255, 127])), RangeError);
    // Cut within the text: the bytes behind the cut are there, but not part of the file.
    assert.throws(() => readFlatBuffer(sample().subarray(0, 57)).text(3), RangeError);
    assert.throws(() => readFlatBuffer(sample().subarray(0, 50)).text(3), RangeError);
  });
});

describe('halfToFloat', () => {
  it('knows normal, small, zero and special numbers', () => {
    assert.equal(halfToFloat(0x3c00), 1);
    assert.equal(halfToFloat(0xc000), -2);
    assert.equal(halfToFloat(0x7bff), 65504);
    assert.equal(halfToFloat(0x0001), 2 ** -24);
    assert.equal(halfToFloat(0x0400), 2 ** -14);
    assert.equal(halfToFloat(0x3555), 0.333251953125);
    assert.ok(Object.is(halfToFloat(0x8000), -0));
    assert.equal(halfToFloat(0xfc00), Number.NEGATIVE_INFINITY);
    assert.ok(Number.isNaN(halfToFloat(0x7e00)));
  });
});
