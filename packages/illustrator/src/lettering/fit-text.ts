// Finds the lines and the size at which a text fills a box best: as large as it can be, in lines of even length.

/** Width of a line at font size 1 (the unit is the em). */
export type MeasureLine = (line: string) => number;

export interface FittedText {
  lines: readonly string[];
  /** Font size in the units of the box. */
  size: number;
  /** Widest line and all lines together, in the units of the box. */
  width: number;
  height: number;
}

/** Distance of base lines in em. */
export const lineHeightEm = 1.22;
/** Words that would push the letters below this share of the size of a broken word are broken. */
const breakGain = 1.9;

const closing = /^[!%),.:;?\]}¢°·ˇ―’”‰›℃∶、。〃々〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～]/u;
const opening = /[$(£¥‘“〈《「『【〔〖〝﹗﹙﹛（．［｛￡￥]$/u;
// Not Hangul: Korean lines end between words.
const wide = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Splits into pieces between which a line may end; spaces stay at the end of the piece before them. */
export function splitForLines(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const afterSpace = /\s$/u.test(piece) && !/^\s/u.test(segment);
    const betweenWide = piece !== '' && (wide.test(segment) || wide.test(lastGrapheme(piece))) && !/^\s/u.test(segment);
    const afterHyphen = /[-‐–—/]$/u.test(piece);
    const mayBreak = afterSpace || ((betweenWide || afterHyphen) && !closing.test(segment) && !opening.test(piece));
    if (mayBreak && piece !== '') {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

function lastGrapheme(text: string): string {
  return [...text].at(-1) ?? '';
}

/** A piece and its widths at size 1: with the spaces at its end, and without. */
interface Piece {
  text: string;
  advance: number;
  visible: number;
}

/** Fewest lines no wider than `limit`; undefined when one piece alone is wider. */
function wrapGreedily(pieces: readonly Piece[], limit: number): Piece[][] | undefined {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let advance = 0;
  for (const piece of pieces) {
    if (piece.visible > limit) return undefined;
    if (advance + piece.visible > limit) {
      lines.push(line);
      [line, advance] = [[], 0];
    }
    line.push(piece);
    advance += piece.advance;
  }
  return line.length === 0 ? lines : [...lines, line];
}

/** The narrowest way to set `pieces` in at most `count` lines. */
function wrapEvenly(pieces: readonly Piece[], count: number): string[] {
  let low = 0;
  let high = pieces.reduce((sum, piece) => sum + piece.advance, 1e-6);
  let best = wrapGreedily(pieces, high) ?? [[...pieces]];
  for (let step = 0; step < 16; step++) {
    const limit = (low + high) / 2;
    const lines = wrapGreedily(pieces, limit);
    if (lines !== undefined && lines.length <= count) {
      best = lines;
      high = limit;
    } else low = limit;
  }
  return best.map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
}

function fitPieces(paragraphs: readonly string[][], measure: MeasureLine, width: number, height: number): FittedText {
  let best: FittedText = { lines: [], size: 0, width: 0, height: 0 };
  // Measuring text is what costs here: each piece once, lines only when they are candidates.
  const measured = paragraphs.map((pieces) =>
    pieces.map((text): Piece => ({ text, advance: measure(text), visible: measure(text.trimEnd()) })),
  );
  const length = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.advance, 0);
  // The longest paragraph takes the extra lines; with one paragraph, the usual case, this is simply the line count.
  const longest = measured.reduce((one, other) => (length(other) > length(one) ? other : one));
  for (let count = 1; count <= Math.min(24, longest.length); count++) {
    const lines = measured.flatMap((pieces) => wrapEvenly(pieces, pieces === longest ? count : 1));
    const widest = Math.max(1e-6, ...lines.map(measure));
    const size = Math.min(width / widest, height / (lines.length * lineHeightEm));
    if (size > best.size) best = { lines, size, width: widest * size, height: lines.length * lineHeightEm * size };
  }
  return best;
}

/**
 * Sets `text` as large as it fits into `width` × `height`. Line feeds in the text are kept; otherwise lines end between
 * words, between CJK characters (never before closing punctuation), and inside a word only when that makes the letters
 * nearly twice as large. An empty text gives no lines.
 */
export function fitText(text: string, measure: MeasureLine, width: number, height: number): FittedText {
  const paragraphs = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (paragraphs.length === 0) return { lines: [], size: 0, width: 0, height: 0 };
  const pieces = paragraphs.map(splitForLines);
  const whole = fitPieces(pieces, measure, width, height);
  const longestWord = Math.max(...pieces.flat().map((piece) => measure(piece.trimEnd())));
  if (longestWord * whole.size < width * 0.97) return whole;
  const graphemes = (line: string) =>
    Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line), ({ segment }) => segment);
  const broken = fitPieces(paragraphs.map(graphemes), measure, width, height);
  return broken.size > whole.size * breakGain ? broken : whole;
}
