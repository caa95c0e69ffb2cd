// Bits into bytes, lowest first, as DEFLATE wants them.

/** A growing run of bytes that is written bit by bit. */
export interface BitWriter {
  /** Valid up to `at`; replaced when it grows. */
  bytes: Uint8Array;
  /** The same memory, for writing four bytes at once. */
  view: DataView;
  /** Whole bytes written. */
  at: number;
  /** Bits that do not fill a byte yet, and how many (0–7). */
  hold: number;
  held: number;
}

/** An empty writer with room for `capacity` bytes at first. */
export function createBitWriter(capacity: number): BitWriter {
  const bytes = new Uint8Array(Math.ceil(capacity));
  return { bytes, view: new DataView(bytes.buffer), at: 0, hold: 0, held: 0 };
}

/** Makes sure that `more` bytes fit; the run grows by half at least. */
export function reserve(writer: BitWriter, more: number): void {
  // Four bytes are written at once, of which some may not count yet.
  const needed = writer.at + more + 4;
  if (needed <= writer.bytes.length) return;
  const bytes = new Uint8Array(Math.max(needed, Math.ceil(writer.bytes.length * 1.5)));
  bytes.set(writer.bytes.subarray(0, writer.at));
  writer.bytes = bytes;
  writer.view = new DataView(bytes.buffer);
}

/** Writes the `count` (0–24) lowest bits of `value`, which has no others. The room must be reserved. */
export function putBits(writer: BitWriter, value: number, count: number): void {
  writer.hold |= value << writer.held;
  writer.held += count;
  writer.view.setInt32(writer.at, writer.hold, true);
  writer.at += writer.held >> 3;
  writer.hold >>>= writer.held & 24;
  writer.held &= 7;
}

/** Fills the last byte up with zeros and writes `checksum` behind it, highest byte first. */
export function endBytes(writer: BitWriter, checksum: number): void {
  reserve(writer, 8);
  putBits(writer, 0, (8 - writer.held) & 7);
  writer.view.setUint32(writer.at, checksum);
  writer.at += 4;
}
