// The board and its map: regions survive antialiasing, detail is kept, sheets mark what they cover.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { codedCopy, createBoard, mark, markBox, paintSheet, readPainting } from '../../src/paint/board.js';
import { regionNames } from '../../src/paint/painting.js';

describe('a board', () => {
  it('is read as it was marked, every region apart', () => {
    const board = createBoard(220, 40);
    regionNames.forEach((region, i) => {
      markBox(board, region, i * 20, i * 20, 0, 20, 40);
    });
    const painting = readPainting(board, []);
    regionNames.forEach((region, i) => {
      const at = 20 * 220 + i * 20 + 10;
      assert.equal(regionNames[painting.regions[at] as number], region);
      assert.equal(painting.detail[at], i * 20);
    });
  });

  it('knows no region that was not marked, even along soft edges', () => {
    const board = createBoard(200, 200);
    markBox(board, 'sky', 0, 0, 0, 200, 200);
    mark(board, 'subject', 150, (map) => {
      map.beginPath();
      map.arc(100.3, 99.7, 61.4, 0, Math.PI * 2);
      map.fill();
    });
    const found = new Set(readPainting(board, []).regions);
    assert.deepEqual([...found].map((index) => regionNames[index]).sort(), ['sky', 'subject']);
  });

  it('covers odd sizes to the last pixel', () => {
    const board = createBoard(33, 17);
    markBox(board, 'water', 9, 0, 0, 33, 17);
    board.ctx.fillStyle = '#fff';
    board.ctx.fillRect(0, 0, 33, 17);
    const painting = readPainting(board, [{ x0: 1, y0: 2, x1: 3, y1: 4 }]);
    assert.equal(painting.regions.length, 33 * 17);
    assert.ok(painting.regions.every((region) => regionNames[region] === 'water'));
    assert.ok(painting.rgba.every((value) => value === 255));
    assert.deepEqual(painting.letteringBoxes, [{ x0: 1, y0: 2, x1: 3, y1: 4 }]);
  });
});

describe('paintSheet', () => {
  it('lays its drawing over the board and marks what it covers, no more', () => {
    const board = createBoard(100, 100);
    markBox(board, 'sky', 0, 0, 0, 100, 100);
    paintSheet(board, 'building', 90, (sheet) => {
      sheet.ctx.fillStyle = '#f00';
      sheet.ctx.fillRect(20, 30, 40, 50);
    });
    const { rgba, regions, detail } = readPainting(board, []);
    const at = (x: number, y: number): number => y * 100 + x;
    assert.equal(rgba[at(40, 50) * 4], 255);
    assert.equal(regionNames[regions[at(40, 50)] as number], 'building');
    assert.equal(detail[at(40, 50)], 90);
    for (const [x, y] of [
      [10, 50],
      [70, 50],
      [40, 20],
      [40, 90],
    ] as const) {
      assert.equal(regionNames[regions[at(x, y)] as number], 'sky');
      assert.equal(rgba[at(x, y) * 4 + 3], 0);
    }
  });
});

describe('codedCopy', () => {
  it('keeps the shape and loses the colours', () => {
    const picture = createCanvas(40, 40);
    const ctx = picture.getContext('2d');
    ctx.fillStyle = '#0f0';
    ctx.fillRect(0, 0, 20, 40);
    const code = codedCopy(picture, 'plant', 70);
    assert.deepEqual([code.width, code.height], [20, 20]);
    const { data } = code.getContext('2d').getImageData(0, 0, 20, 20);
    assert.equal(data[1], 70);
    assert.equal(data[3], 255);
    assert.equal(data[19 * 4 + 3], 0);
  });
});
