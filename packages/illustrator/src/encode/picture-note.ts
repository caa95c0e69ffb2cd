// A line of text for a picture: a chunk for a PNG, a segment put into a finished JPEG.
import { pngChunk } from './png/png-chunk.js';

/** Keyword of our text chunk in a PNG; `Comment` is one of the registered ones, so that viewers show it. */
const keyword = 'Comment';
/** A JPEG segment counts its own two length bytes, and 65,535 is the most it can say. */
const maxJpegNoteBytes = 65_533;

/** An uncompressed iTXt chunk with `text`, any Unicode but U+0000 (PNG 3rd edition, 11.3.3.4). */
export function pngNote(text: string): Buffer {
  // keyword, NUL, not compressed, method 0, no language, no translated keyword
  return pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]));
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
