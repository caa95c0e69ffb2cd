// Puts a line of text into a finished PNG or JPEG, and reads it back, without touching the pixels.
import { crc32 } from 'node:zlib';

/** Keyword of our text chunk in a PNG; `Comment` is one of the registered ones, so that viewers show it. */
const keyword = 'Comment';
/** A JPEG segment counts its own two length bytes, and 65,535 is the most it can say. */
const maxJpegNoteBytes = 65_533;

/** `png` with `text` (any Unicode but U+0000) as an uncompressed iTXt chunk right after the header (PNG 3rd edition, 11.3.3.4). */
export function noteInPng(png: Uint8Array, text: string): Uint8Array {
  // keyword, NUL, not compressed, method 0, no language, no translated keyword
  const body = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const headerEnd = 8 + 25; // signature; IHDR is 4 + 4 + 13 + 4 bytes
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}

/** `jpeg` with `text` as a comment segment right after the start marker; text beyond 65,533 bytes is cut. */
export function noteInJpeg(jpeg: Uint8Array, text: string): Uint8Array {
  const body = Buffer.from(text, 'utf8').subarray(0, maxJpegNoteBytes);
  const head = Buffer.from([0xff, 0xfe, (body.length + 2) >> 8, (body.length + 2) & 255]);
  // JFIF wants its APP0 first, so the comment goes behind it.
  const first = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const at = first[2] === 0xff && first[3] === 0xe0 ? 4 + first.readUInt16BE(4) : 2;
  return Buffer.concat([first.subarray(0, at), head, body, first.subarray(at)]);
}
