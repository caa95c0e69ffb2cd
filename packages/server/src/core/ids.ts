// Names that nobody can guess and that sort by age.
import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `value` in base 62, most significant first, padded to `length` characters; ASCII order is numeric order. */
function toBase62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = (alphabet[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}

/** 22 characters: 48 bits of Unix ms, then 80 random bits (the layout of RFC 9562's UUIDv7 without its version bits). */
export function newTaskId(nowMs: number): string {
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`);
  return toBase62((BigInt(nowMs) << 80n) | random, 22);
}

/** 22 characters of 128 random bits: for file names in public URLs and lease tokens. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** A fresh API key: `sk-` and 192 random bits. */
export function newApiKey(): string {
  return `sk-${randomBytes(24).toString('base64url')}`;
}
