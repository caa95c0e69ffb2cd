// The envelope that everything in a PNG file comes in.
import { crc32 } from 'node:zlib';

/** One chunk as pieces to be joined: length and type, data as they are, checksum (PNG 3rd edition, 5.3). */
export function pngChunkParts(type: string, data: Uint8Array): [Buffer, Uint8Array, Buffer] {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(data, crc32(head.subarray(4))), 0);
  return [head, data, checksum];
}

/** One chunk in one piece. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  return Buffer.concat(pngChunkParts(type, data));
}
