// Bare base64 to bytes, strict about what is not base64 and kind about how it is written.

/** What came out: the bytes, or why not, in words that follow `File is not in a valid base64 format: `. */
export type DecodedBase64 = { bytes: Buffer } | { problem: string };

/**
 * Decodes RFC 4648 base64. Tolerated, since each has only one meaning: white space between the characters (the `base64`
 * command wraps its lines), the URL-safe alphabet, missing padding. Refused: every other character, padding in the middle,
 * a length that no encoder makes, nothing at all. Linear in the length of `text`.
 */
export function decodeBase64(text: string): DecodedBase64 {
  const compact = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  const body = compact.replace(/={1,2}$/, '');
  if (body === '') return { problem: 'it is empty' };
  const wrong = /[^A-Za-z0-9+/_-]/.exec(body);
  if (wrong) {
    // A surrogate pair is one character to whoever sent it.
    const character = String.fromCodePoint(body.codePointAt(wrong.index) ?? 0);
    const shown = /[\p{L}\p{P}\p{S}\p{N}]/u.test(character) ? `'${character}'` : 'a character';
    return { problem: `${shown} at position ${wrong.index + 1} is not base64` };
  }
  if (body.length % 4 === 1) return { problem: 'its last character is missing' };
  if (compact.length !== body.length && compact.length % 4 !== 0) return { problem: 'its padding is wrong' };
  return { bytes: Buffer.from(body, 'base64') };
}
