// PNG without a library: a writer made for painted pictures, whose bytes depend on nothing but the pixels.
import { createBitWriter, endBytes, putBits } from './bit-writer.js';
import { createBlock, writeBlock } from './deflate-block.js';
import { type FilterJob, filterRow } from './filter-row.js';
import { pngChunk, pngChunkParts } from './png-chunk.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Filtered bytes per block, about: code tables adapt from sky to ground, and the work stays in the processor's cache. */
const blockBytes = 128 * 1024;
/** Additions to Adler's sums (RFC 1950) before they must be reduced to stay below 2^31, where whole numbers are fast. */
const adlerSteps = 3600;

/**
 * Encodes H×W×4 as an 8-bit RGB PNG (alpha is dropped), with `extra` chunks after the header. Measured at 1024² on painted
 * pictures against libpng's level 6 without filters: half the time, 0.7–1 × the size; up to 1.3 × on grey drawings.
 */
export function writePng(rgba: Uint8ClampedArray, width: number, height: number, extra: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, RGB; compression, filter and interlace methods 0.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    ...extra,
    ...pngChunkParts('IDAT', deflateRows(rgba, width, height)),
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

/** All rows, filtered, as a zlib stream (RFC 1950). */
function deflateRows(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const rowBytes = width * 3 + 1;
  const rows = Math.max(1, Math.min(height, Math.round(blockBytes / rowBytes)));
  const block = createBlock(rows * rowBytes);
  const writer = createBitWriter((rowBytes * height) / 2 + 1024);
  // A window of 32 KiB, fastest level.
  putBits(writer, 0x78, 8);
  putBits(writer, 0x01, 8);
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const pixels = new Int32Array(aligned.buffer, aligned.byteOffset, width * height);
  const job: FilterJob = { rgba: aligned, pixels, width, target: block.view };
  let adler = 1;
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y);
    for (let k = 0; k < count; k += 1) filterRow(job, y + k, k * rowBytes);
    const length = count * rowBytes;
    adler = adler32(adler, block.bytes, length);
    writeBlock(writer, block, length, y + rows >= height);
  }
  endBytes(writer, adler);
  return writer.bytes.subarray(0, writer.at);
}

/** Continues Adler's checksum over `bytes[0..length)`. */
function adler32(start: number, bytes: Uint8Array, length: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (let i = 0; i < length; ) {
    for (const end = Math.min(length, i + adlerSteps); i < end; i += 1) {
      a += bytes[i] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}
