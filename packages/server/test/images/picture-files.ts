// Pictures for tests, honest and hostile, made on the spot.
import { createCipheriv } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One PNG chunk with its length and checksum. */
export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

export interface PngHeader {
  width: number;
  height: number;
  /** Default 8. */
  bits?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA; default 2. */
  colourType?: number;
}

/** A PNG of any header and data, however little they fit together; `extra` chunks stand before the data. */
export function rawPng(header: PngHeader, data: Buffer, extra: Buffer[] = []): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(header.width, 0);
  ihdr.writeUInt32BE(header.height, 4);
  ihdr[8] = header.bits ?? 8;
  ihdr[9] = header.colourType ?? 2;
  return Buffer.concat([signature, pngChunk('IHDR', ihdr), ...extra, pngChunk('IDAT', data), pngChunk('IEND')]);
}

/** Puts chunks right behind the header of a finished PNG. */
export function insertPngChunks(png: Buffer, chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** A picture of four flat quarters: red and green above, blue and white below. Its orientation shows in its corners. */
export function quarters(width: number, height: number): Sharp {
  const part = (background: string, left: number, top: number) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
    left,
    top,
  });
  const [right, below] = [width / 2, height / 2];
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    part('#f00', 0, 0),
    part('#0f0', right, 0),
    part('#00f', 0, below),
  ]);
}

/** A PNG of one colour. */
export function flatPng(width: number, height: number, background = '#3a7'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Noise, which hardly compresses. */
export function noisePng(width: number, height: number, channels: 3 | 4 = 3): Promise<Buffer> {
  // A key stream: the same noise every time.
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
  const data = cipher.update(Buffer.alloc(width * height * channels));
  return sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 0 }).toBuffer();
}

/** An EXIF block in big-endian TIFF form that holds nothing but the orientation, 1–8. */
export function exifOrientation(orientation: number): Buffer {
  const block = Buffer.from('4d4d002a000000080001011200030000000100060000' + '00000000', 'hex');
  block.writeUInt16BE(orientation, 18);
  return block;
}

/** A few kB that claim to be 30,000 × 30,000 pixels, and would really unpack to them. */
export function pixelBomb(): Buffer {
  // Deflate takes zeros at 1000:1, so the data of the first 2000 rows are 180 kB; the rest is missing, which no decoder
  // learns before it has allocated.
  return rawPng({ width: 30_000, height: 30_000 }, deflateSync(Buffer.alloc(2000 * 90_001), { level: 9 }));
}

/** A JPEG whose header claims another size than its data have. */
export function claimJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  for (let at = 2; at < changed.length; at += 2 + changed.readUInt16BE(at + 2)) {
    const marker = changed[at + 1] ?? 0;
    if (marker === 0xc0 || marker === 0xc2) {
      changed.writeUInt16BE(height, at + 5);
      changed.writeUInt16BE(width, at + 7);
      return changed;
    }
  }
  throw new Error('no frame header');
}

/** The colour at fractions of a picture's width and height, `[red, green, blue]` or with alpha. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}
