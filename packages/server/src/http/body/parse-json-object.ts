// Bytes → JSON object, at a cost that stays small for hostile and for honest large bodies alike.
//
// An honest large body is one long string (a picture as base64) in a small object. It is found by looking for quotes,
// taken out as Latin-1 without a detour over UTF-8, and put back after the rest has been parsed: 14 MB with a Chinese
// prompt then hold the event loop for 3 ms instead of 45. A hostile large body is millions of tiny values that would
// take twenty times their size in memory: bytes outside strings are counted first, and too many are refused.
import { isAscii } from 'node:buffer';
import { AppError } from '../../core/errors.js';
import { newToken } from '../../core/ids.js';

/** Bodies up to this many bytes are parsed as they are. */
const plainBytes = 64 * 1024;
/** Most bytes outside strings, plus quotes, in a larger body. */
const maxStructureBytes = 64 * 1024;
/** Most escaped quotes inside one string of a larger body: each costs a step of the search. */
const maxEscapedQuotes = 64 * 1024;

const quote = 0x22;
const backslash = 0x5c;

/** Stands for the long string while the rest is parsed; nobody outside can know it. */
const placeholder = newToken();

/** The object in `bytes`; AppError 1200 when they hold none. A byte order mark is skipped. */
export function parseJsonObject(bytes: Buffer): Record<string, unknown> {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = hasMark ? bytes.subarray(3) : bytes;
  if (text.length === 0) throw new AppError(1200, 'Request body is empty, a JSON object is expected');
  const value = text.length <= plainBytes ? parseText(text.toString('utf8')) : parseLarge(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const kind = Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
    throw new AppError(1200, `Request body is ${kind}, a JSON object is expected`);
  }
  return value as Record<string, unknown>;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the body, which may hold a prompt: it is not passed on.
    throw new AppError(1200, 'Request body is not valid JSON', { cause: new Error((error as Error).name) });
  }
}

function parseLarge(bytes: Buffer): unknown {
  const { start, end } = longestString(bytes);
  const inner = bytes.subarray(start, end);
  const rest = `${bytes.toString('utf8', 0, start)}${placeholder}${bytes.toString('utf8', end)}`;
  const value = parseText(rest);
  if (typeof value !== 'object' || value === null) return value;
  for (const [name, item] of Object.entries(value))
    if (item === placeholder) Object.defineProperty(value, name, { value: decodeString(inner), enumerable: true });
  return value;
}

/** The contents of a string literal. */
function decodeString(inner: Buffer): unknown {
  if (isAscii(inner) && !inner.includes(backslash)) return inner.toString('latin1');
  return parseText(`"${inner.toString('utf8')}"`);
}

/** Where the longest string literal begins and ends, without its quotes. AppError 1200 for too much structure. */
function longestString(bytes: Buffer): { start: number; end: number } {
  let longest = { start: 0, end: 0 };
  let structureBytes = 0;
  let position = 0;
  while (structureBytes <= maxStructureBytes) {
    const opening = bytes.indexOf(quote, position);
    if (opening < 0) {
      structureBytes += bytes.length - position;
      if (structureBytes > maxStructureBytes) break;
      if (longest.end === 0) throw new AppError(1200, 'Request body is not valid JSON');
      return longest;
    }
    structureBytes += opening - position + 2;
    const closing = closingQuote(bytes, opening + 1);
    if (closing < 0) throw new AppError(1200, 'Request body is not valid JSON');
    if (closing - opening - 1 > longest.end - longest.start) longest = { start: opening + 1, end: closing };
    position = closing + 1;
  }
  throw new AppError(1200, 'Request body holds too many values');
}

/** The next quote that no backslash escapes; -1 when there is none within reason. */
function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(quote, from);
  for (let escaped = 0; at >= 0 && escaped <= maxEscapedQuotes; escaped += 1) {
    let backslashes = 0;
    while (at - 1 - backslashes >= from && bytes[at - 1 - backslashes] === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return at;
    at = bytes.indexOf(quote, at + 1);
  }
  return -1;
}
