// Names that nobody can guess and that sort by age.
import { randomFillSync } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random bytes drawn ahead: one call of the system for a few hundred ids instead of one for each. Empty at first. */
const pool = Buffer.alloc(4096);
let used = pool.length;

/** `count` random bytes that nobody else has been given; valid until the next call. */
function takeRandom(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

/** 62^8 is the largest power of 62 whose multiples fit a double exactly: eight digits at a time need no BigInt. */
const digitsPerChunk = 8;
const chunkSize = 62n ** BigInt(digitsPerChunk);

/** `value` in base 62, most significant first, padded to `length` characters; ASCII order is numeric order. */
function toBase62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    let chunk = Number(rest % chunkSize);
    rest /= chunkSize;
    for (let index = 0; index < digitsPerChunk && text.length < length; index += 1) {
      text = (alphabet[chunk % 62] ?? '') + text;
      chunk = Math.floor(chunk / 62);
    }
  }
  return text;
}

/** 22 characters: 48 bits of Unix ms, then 80 random bits (the layout of RFC 9562's UUIDv7 without its version bits). */
export function newTaskId(nowMs: number): string {
  const random = BigInt(`0x${takeRandom(10).toString('hex')}`);
  return toBase62((BigInt(nowMs) << 80n) | random, 22);
}

/** 22 characters of 128 random bits: for file names in public URLs and lease tokens. */
export function newToken(): string {
  return takeRandom(16).toString('base64url');
}

/** A fresh API key: `sk-` and 192 random bits. */
export function newApiKey(): string {
  return `sk-${takeRandom(24).toString('base64url')}`;
}
