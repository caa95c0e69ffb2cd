// The board: the canvas that is painted on, and beside it a half-size map of what each pixel belongs to.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type Painting, type RegionName, regionNames } from './painting.js';

/** A painting in the making. All drawing uses pixels of the full size, on `map` too. */
export interface Board {
  width: number;
  height: number;
  canvas: Canvas;
  ctx: SKRSContext2D;
  /** Half-size map in coded colours (see `codeOf`); scaled so that full-size coordinates fit. */
  map: SKRSContext2D;
  mapCanvas: Canvas;
}

/** Full pixels per map pixel. */
const mapScale = 2;

/** Makes an empty board. `width` and `height` are pixels. */
export function createBoard(width: number, height: number): Board {
  const canvas = createCanvas(width, height);
  const mapCanvas = createCanvas(Math.ceil(width / mapScale), Math.ceil(height / mapScale));
  const map = mapCanvas.getContext('2d');
  map.scale(1 / mapScale, 1 / mapScale);
  return { width, height, canvas, ctx: canvas.getContext('2d'), map, mapCanvas };
}

/**
 * The colour that stands for a region and a detail level on the map. Red and blue hold the region redundantly, so that
 * a pixel blended by antialiasing is recognised as a blend and takes its neighbour's region. Detail, 0–255, is green.
 */
export function codeOf(region: RegionName, detail: number): string {
  const index = regionNames.indexOf(region);
  return `rgb(${index * 25},${Math.round(detail)},${blueOf(index)})`;
}

/** A convex curve over red: no blend of other codes, however mixed, lies on it. */
const blueOf = (index: number): number => 3 * index * index;

/** Notes on the map what the following shape belongs to: `draw` gets the map's context with fill and stroke set. */
export function mark(board: Board, region: RegionName, detail: number, draw: (map: SKRSContext2D) => void): void {
  board.map.save();
  board.map.fillStyle = codeOf(region, detail);
  board.map.strokeStyle = board.map.fillStyle;
  draw(board.map);
  board.map.restore();
}

/** Marks a rectangle, pixels. */
export function markBox(
  board: Board,
  region: RegionName,
  detail: number,
  x: number,
  y: number,
  w: number,
  h: number,
): void {
  mark(board, region, detail, (map) => map.fillRect(x, y, w, h));
}

/** A copy of a transparent picture in the colour of a region, for drawing on the map. */
export function codedCopy(picture: Canvas, region: RegionName, detail: number): Canvas {
  const code = createCanvas(
    Math.max(1, Math.ceil(picture.width / mapScale)),
    Math.max(1, Math.ceil(picture.height / mapScale)),
  );
  const ctx = code.getContext('2d');
  ctx.drawImage(picture, 0, 0, code.width, code.height);
  ctx.globalCompositeOperation = 'source-in';
  ctx.fillStyle = codeOf(region, detail);
  ctx.fillRect(0, 0, code.width, code.height);
  return code;
}

/**
 * Paints on a transparent sheet, lays it over the board and marks exactly what it covers: for shapes too intricate to be
 * traced twice. Costs about 6 ms at 1024².
 */
export function paintSheet(board: Board, region: RegionName, detail: number, draw: (sheet: Board) => void): void {
  const canvas = createCanvas(board.width, board.height);
  draw({ ...board, canvas, ctx: canvas.getContext('2d') });
  board.ctx.drawImage(canvas, 0, 0);
  board.map.drawImage(codedCopy(canvas, region, detail), 0, 0, board.width, board.height);
}

/** Reads the finished board as a painting. */
export function readPainting(board: Board, letteringBoxes: Painting['letteringBoxes']): Painting {
  const { width, height } = board;
  const pixels = board.ctx.getImageData(0, 0, width, height).data;
  const coded = board.mapCanvas.getContext('2d').getImageData(0, 0, board.mapCanvas.width, board.mapCanvas.height).data;
  const regions = new Uint8Array(width * height);
  const detail = new Uint8Array(width * height);
  const mapWidth = board.mapCanvas.width;
  const codes = new Int32Array(coded.buffer, coded.byteOffset, coded.length >> 2);
  let above = 0;
  for (let y = 0; y < height; y += mapScale) {
    const row = (y / mapScale) * mapWidth;
    let code = -1;
    let region = 0;
    for (let x = 0, o = y * width; x < mapWidth; x += 1, o += mapScale) {
      const next = codes[row + x] as number;
      if (next !== code) {
        code = next;
        const index = Math.round((next & 255) / 25);
        const isExact = index * 25 === (next & 255) && blueOf(index) === ((next >> 16) & 255);
        // A blend takes the region on its left, at the edge the one above.
        if (isExact) region = index;
        else if (x === 0) region = above;
      }
      if (x === 0) above = region;
      regions[o] = region;
      detail[o] = (next >> 8) & 255;
      // Behind the last column this is the next row's first, which is written later or lies beyond the end.
      regions[o + 1] = region;
      detail[o + 1] = (next >> 8) & 255;
    }
    if (y + 1 >= height) break;
    regions.copyWithin((y + 1) * width, y * width, (y + 1) * width);
    detail.copyWithin((y + 1) * width, y * width, (y + 1) * width);
  }
  return { width, height, rgba: pixels, regions, detail, letteringBoxes };
}
