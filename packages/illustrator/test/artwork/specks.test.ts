// What floats beside a drawing goes, what hangs together stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEntry } from '../../src/artwork/catalogue.js';
import { keepLargestShape, withoutFades } from '../../src/artwork/specks.js';

/** A raster from rows of `#` (drawn) and `.` (clear). */
function rasterOf(rows: string[]) {
  const width = rows[0]?.length ?? 0;
  const rgba = new Uint8ClampedArray(width * rows.length * 4);
  rows.forEach((row, y) => {
    [...row].forEach((sign, x) => {
      rgba[(y * width + x) * 4 + 3] = sign === '#' ? 255 : 0;
    });
  });
  return { width, height: rows.length, rgba };
}

function rowsOf({ width, height, rgba }: ReturnType<typeof rasterOf>): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => ((rgba[(y * width + x) * 4 + 3] ?? 0) > 0 ? '#' : '.')).join(''),
  );
}

test('the largest shape stays, the others go', () => {
  const raster = rasterOf(['#..##', '..###', '#..##', '.....', '##...']);
  keepLargestShape(raster);
  assert.deepEqual(rowsOf(raster), ['...##', '..###', '...##', '.....', '.....']);
});

test('shapes that touch only at a corner are apart', () => {
  const raster = rasterOf(['##..', '##..', '..#.', '....']);
  keepLargestShape(raster);
  assert.deepEqual(rowsOf(raster), ['##..', '##..', '....', '....']);
});

test('the left and the right edge of a row are not neighbours', () => {
  const raster = rasterOf(['...##', '#....', '##...', '##...']);
  keepLargestShape(raster);
  assert.deepEqual(rowsOf(raster), ['.....', '#....', '##...', '##...']);
});

test('an empty raster stays empty', () => {
  const raster = rasterOf(['...', '...']);
  keepLargestShape(raster);
  assert.deepEqual(rowsOf(raster), ['...', '...']);
});

test('what fades away into nothing is left out, what ends in a colour stays', () => {
  const gradient = (id: string, opacity: string) =>
    `<linearGradient id="${id}"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#fff"${opacity}/></linearGradient>`;
  const tower = '<path fill="#f00" d="M0 0h9v9z"/>';
  const glass = '<circle fill="url(#glass)" cx="4" cy="4" r="2"/>';
  const beam = '<path fill="url(#beam)" d="M9 1L30 0v4z"/>';
  const body = gradient('beam', ' stop-opacity="0"') + gradient('glass', '') + tower + beam + glass;
  assert.equal(withoutFades(body), body.replace(beam, ''));
});

test('the lighthouse has lost its beam: it is taller than wide', () => {
  const entry = findEntry('lighthouse');
  assert.equal(entry?.unlit, true);
  assert.ok((entry?.aspect ?? 1) < 0.85);
});
