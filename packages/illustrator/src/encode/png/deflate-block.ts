// One DEFLATE block (RFC 1951) of filtered picture bytes: literals and runs of one byte, in a code made for this block.
// Painted pictures are dithered: what a filter leaves of them is noise, in which a search for repeats finds next to nothing
// and costs most of the time. Runs catch what is flat. Both passes look at four bytes at a time, and the loops for literals
// have no branch that noise could make a processor guess wrong: that is half of their speed.
import { type BitWriter, putBits, reserve } from './bit-writer.js';
import { canonicalCodes, codeLengths } from './prefix-code.js';

/** Longest run that DEFLATE has a code for, and the shortest. */
const longestRun = 258;
const shortestRun = 3;
const endOfBlock = 256;
/** Longest code used, bits: two of them fit into a 32-bit number beside what is held. DEFLATE allows 15, which saves less than 0.1 %. */
const longestCode = 12;
/** Literals, end of block, length codes. */
const symbols = 286;

/** Length codes by run length − 3: symbol, extra bits and their value (RFC 1951, 3.2.5). */
const runSymbol = new Uint16Array(256);
const runExtraBits = new Uint8Array(256);
const runExtra = new Uint8Array(256);

function fillRunTables(): void {
  let symbol = 257;
  let length = 0;
  for (let group = 0; group < 7; group += 1) {
    const extraBits = Math.max(0, group - 1);
    for (let k = 0; k < 4; k += 1, symbol += 1)
      for (let extra = 0; extra < 1 << extraBits && length < 256; extra += 1, length += 1) {
        runSymbol[length] = symbol;
        runExtraBits[length] = extraBits;
        runExtra[length] = extra;
      }
  }
  // 258 has a code of its own, the last.
  runSymbol[255] = 285;
  runExtraBits[255] = 0;
  runExtra[255] = 0;
}

/** Order in which the lengths of the length code are written (RFC 1951, 3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Filtered bytes to be written, the same as words, and room for counting; kept between blocks. */
export interface Block {
  bytes: Uint8Array;
  view: DataView;
  words: Int32Array;
  /** Four counts of literals, by a byte's place in its word: one would wait for itself where equal bytes follow each other. */
  counts: Uint32Array;
}

/** Room for blocks of up to `capacity` bytes and one more. */
export function createBlock(capacity: number): Block {
  if (runSymbol[0] === 0) fillRunTables();
  const words = new Int32Array((capacity + 4) >> 2);
  const bytes = new Uint8Array(words.buffer);
  return { bytes, view: new DataView(words.buffer), words, counts: new Uint32Array(1024) };
}

/** Writes the first `length` bytes of `block`. */
export function writeBlock(writer: BitWriter, block: Block, length: number, isLast: boolean): void {
  const runs = findRuns(block, length);
  const counts = countSymbols(block, length, runs);
  const lengths = codeLengths(counts, longestCode);
  const codes = canonicalCodes(lengths);
  // No byte takes more than two, and the header stays below 300.
  reserve(writer, length * 2 + 600);
  putBits(writer, isLast ? 1 : 0, 1);
  putBits(writer, 2, 2);
  writeCodes(writer, lengths);
  let from = 0;
  for (let k = 0; k < runs.length; k += 2) {
    const start = runs[k] as number;
    writeLiterals(writer, block.bytes, from, start, codes, lengths);
    from = start + (runs[k + 1] as number);
    writeRun(writer, from - start, codes, lengths);
  }
  writeLiterals(writer, block.bytes, from, length, codes, lengths);
  putBits(writer, codes[endOfBlock] as number, lengths[endOfBlock] as number);
}

/** Where a byte goes on as it was before, as pairs of start and length; found by words of four equal bytes. */
function findRuns({ bytes, words }: Block, length: number): number[] {
  const runs: number[] = [];
  const whole = length >> 2;
  for (let w = 0; w < whole; w += 1) {
    const word = words[w] as number;
    if (word !== Math.imul(word & 255, 0x01010101)) continue;
    const byte = word & 255;
    let start = w * 4;
    const floor = runs.length > 0 ? (runs.at(-2) as number) + (runs.at(-1) as number) : 0;
    while (start > floor && bytes[start - 1] === byte) start -= 1;
    let end = w * 4 + 4;
    while (end < length && bytes[end] === byte) end += 1;
    // The first of the equal bytes is a literal, the rest repeats it; the end of one run may not be left too short for a code.
    for (start += 1; end - start >= shortestRun; ) {
      const step = Math.min(longestRun, end - start);
      runs.push(start, step);
      start += step;
    }
    w = (end >> 2) - 1;
  }
  return runs;
}

/** How often each symbol occurs. */
function countSymbols({ bytes, counts }: Block, length: number, runs: number[]): Uint32Array {
  counts.fill(0);
  const total = new Uint32Array(symbols);
  let from = 0;
  for (let k = 0; k <= runs.length; k += 2) {
    const to = k < runs.length ? (runs[k] as number) : length;
    countLiterals(bytes, from, to, counts);
    if (k === runs.length) break;
    const run = runs[k + 1] as number;
    const symbol = runSymbol[run - 3] as number;
    total[symbol] = (total[symbol] as number) + 1;
    from = to + run;
  }
  for (let byte = 0; byte < 256; byte += 1)
    total[byte] =
      (counts[byte] as number) +
      (counts[byte + 256] as number) +
      (counts[byte + 512] as number) +
      (counts[byte + 768] as number);
  total[endOfBlock] = 1;
  return total;
}

function countLiterals(bytes: Uint8Array, from: number, to: number, counts: Uint32Array): void {
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const a = bytes[i] as number;
    const b = (bytes[i + 1] as number) + 256;
    const c = (bytes[i + 2] as number) + 512;
    const d = (bytes[i + 3] as number) + 768;
    counts[a] = (counts[a] as number) + 1;
    counts[b] = (counts[b] as number) + 1;
    counts[c] = (counts[c] as number) + 1;
    counts[d] = (counts[d] as number) + 1;
  }
  for (; i < to; i += 1) counts[bytes[i] as number] = (counts[bytes[i] as number] as number) + 1;
}

/** The block's header: both codes as lengths. The one distance ever used is 1, so its code is one bit long. */
function writeCodes(writer: BitWriter, lengths: Uint8Array): void {
  let literals = symbols;
  while (literals > 257 && lengths[literals - 1] === 0) literals -= 1;
  const all = new Uint8Array(literals + 1);
  all.set(lengths.subarray(0, literals));
  all[literals] = 1;
  const { items, counts } = packLengths(all);
  const own = codeLengths(counts, 7);
  const codes = canonicalCodes(own);
  let last = lengthOrder.length;
  while (last > 4 && own[lengthOrder[last - 1] as number] === 0) last -= 1;
  putBits(writer, literals - 257, 5);
  putBits(writer, 0, 5);
  putBits(writer, last - 4, 4);
  for (const symbol of lengthOrder.slice(0, last)) putBits(writer, own[symbol] as number, 3);
  for (const { symbol, extra, extraBits } of items) {
    putBits(writer, codes[symbol] as number, own[symbol] as number);
    putBits(writer, extra, extraBits);
  }
}

/** Code lengths shortened: 17 and 18 stand for runs of zeros, 16 for a repeat of the length before. */
function packLengths(all: Uint8Array): {
  items: { symbol: number; extra: number; extraBits: number }[];
  counts: Uint32Array;
} {
  const items: { symbol: number; extra: number; extraBits: number }[] = [];
  const counts = new Uint32Array(19);
  const add = (symbol: number, extra = 0, extraBits = 0): void => {
    items.push({ symbol, extra, extraBits });
    counts[symbol] = (counts[symbol] as number) + 1;
  };
  for (let i = 0; i < all.length; ) {
    const length = all[i] as number;
    let run = 1;
    while (i + run < all.length && all[i + run] === length) run += 1;
    i += run;
    if (length > 0) {
      add(length);
      run -= 1;
    }
    while (run > 0) {
      if (length === 0 && run >= 11) {
        const step = Math.min(138, run);
        add(18, step - 11, 7);
        run -= step;
      } else if (length === 0 && run >= 3) {
        add(17, run - 3, 3);
        run = 0;
      } else if (length > 0 && run >= 3) {
        const step = Math.min(6, run);
        add(16, step - 3, 2);
        run -= step;
      } else {
        add(length);
        run -= 1;
      }
    }
  }
  return { items, counts };
}

/** Like `putBits` for every byte, but two at a time, and with the writer's state in locals. */
function writeLiterals(
  writer: BitWriter,
  bytes: Uint8Array,
  from: number,
  to: number,
  codes: Uint16Array,
  lengths: Uint8Array,
): void {
  const { view } = writer;
  let { at, hold, held } = writer;
  let i = from;
  for (; i + 2 <= to; i += 2) {
    const one = bytes[i] as number;
    const two = bytes[i + 1] as number;
    const middle = held + (lengths[one] as number);
    hold |= ((codes[one] as number) << held) | ((codes[two] as number) << middle);
    held = middle + (lengths[two] as number);
    view.setInt32(at, hold, true);
    at += held >> 3;
    hold >>>= held & 24;
    held &= 7;
  }
  writer.at = at;
  writer.hold = hold;
  writer.held = held;
  if (i < to) putBits(writer, codes[bytes[i] as number] as number, lengths[bytes[i] as number] as number);
}

/** A run's code, the rest of its length, and its distance: code 0, one zero bit. */
function writeRun(writer: BitWriter, run: number, codes: Uint16Array, lengths: Uint8Array): void {
  const symbol = runSymbol[run - 3] as number;
  putBits(writer, codes[symbol] as number, lengths[symbol] as number);
  putBits(writer, runExtra[run - 3] as number, (runExtraBits[run - 3] as number) + 1);
}
