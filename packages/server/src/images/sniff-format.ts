// What bytes are, by what they start with. Names and content types are claims; these are facts.

/** The two formats that are taken, or what else it looks like, for the message. */
export type SniffedFormat = { format: 'png' | 'jpeg' } | { looksLike: string };

/** Formats people send by mistake: offset and bytes (as Latin-1) of their signature, from each format's specification. */
const signatures: readonly [number, string, string][] = [
  [0, 'GIF8', 'a GIF'],
  [8, 'WEBP', 'a WebP'],
  [0, 'BM', 'a BMP'],
  [0, 'II*\0', 'a TIFF'],
  [0, 'MM\0*', 'a TIFF'],
  [4, 'ftypavif', 'an AVIF'],
  [4, 'ftypavis', 'an AVIF'],
  [4, 'ftypheic', 'a HEIC'],
  [4, 'ftypheix', 'a HEIC'],
  [4, 'ftypmif1', 'a HEIC'],
  [4, 'ftyp', 'a video'],
  [0, '\0\0\0\x0cJXL ', 'a JPEG XL'],
  [0, '\xff\x0a', 'a JPEG XL'],
  [0, '\0\0\0\x0cjP  ', 'a JPEG 2000'],
  [0, '8BPS', 'a Photoshop file'],
  [0, '\0\0\x01\0', 'an icon file'],
  [0, '%PDF-', 'a PDF'],
  [0, 'PK\x03\x04', 'a ZIP archive'],
  [0, '\x1f\x8b', 'a gzip archive'],
];

/** The same for text, by its start without white space and byte order mark, in lower case. */
const textStarts: readonly [string, string][] = [
  ['<!doctype html', 'an HTML page'],
  ['<html', 'an HTML page'],
  ['<head', 'an HTML page'],
  ['<', 'an XML document'],
  ['{', 'JSON'],
  ['data:', 'a data URL'],
  ['http://', 'a URL'],
  ['https://', 'a URL'],
];

/** How many bytes are looked at. */
const headBytes = 1024;

/** Judges by the first bytes alone; a file that only pretends is found out when it is decoded. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { format: 'png' };
  if (head.startsWith('\xff\xd8\xff')) return { format: 'jpeg' };
  const known = signatures.find(([offset, signature]) => head.startsWith(signature, offset));
  if (known) return { looksLike: known[2] };
  const text = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<') && text.includes('<svg')) return { looksLike: 'an SVG' };
  const start = textStarts.find(([prefix]) => text.startsWith(prefix));
  return { looksLike: start ? start[1] : 'something else' };
}
