// The Noto artwork (Apache-2.0, @iconify-json/noto): one 25 MB JSON of which a picture needs two or three drawings.
// It is never parsed as a whole: one scan notes where each entry lies, then single entries are read from the file.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Gives the SVG body of a Noto drawing, in a 128 × 128 box. */
export interface NotoStore {
  /** Throws a RangeError when there is no drawing of that name. */
  body(name: string): string;
  has(name: string): boolean;
}

interface Place {
  offset: number;
  length: number;
}

/** Entries stand two tabs deep, `\n\t\t"name": {`, and end before the next such line. */
function scanPlaces(file: Buffer): Map<string, Place> {
  const places = new Map<string, Place>();
  const mark = Buffer.from('\n\t\t"');
  let start = file.indexOf(mark);
  while (start >= 0) {
    const next = file.indexOf(mark, start + mark.length);
    const nameEnd = file.indexOf(0x22, start + mark.length);
    const valueStart = file.indexOf(0x7b, nameEnd);
    const end = next >= 0 ? next : file.length;
    const name = file.toString('latin1', start + mark.length, nameEnd);
    // Aliases and the end of the table have no value of this depth; reading them would fail, so they are left out.
    if (valueStart >= 0 && valueStart < end) places.set(name, { offset: valueStart, length: end - valueStart });
    start = next;
  }
  return places;
}

/** Opens the store; the file is scanned at the first question (about 20 ms), then 4 bytes in 1,000 stay in memory. */
export function openNotoStore(): NotoStore {
  const path = createRequire(import.meta.url).resolve('@iconify-json/noto/icons.json');
  let places: Map<string, Place> | undefined;
  const bodies = new Map<string, string>();

  function placeOf(name: string): Place | undefined {
    places ??= scanPlaces(readFileSync(path));
    return places.get(name);
  }

  function read(name: string, place: Place): string {
    const slice = Buffer.alloc(place.length);
    const file = openSync(path, 'r');
    try {
      readSync(file, slice, 0, place.length, place.offset);
    } finally {
      closeSync(file);
    }
    const text = slice.toString('utf8');
    // The slice ends with what separates it from the next entry: cut after the entry's own closing brace.
    const entry: unknown = JSON.parse(text.slice(0, text.lastIndexOf('\n\t\t}') + 4));
    if (typeof entry !== 'object' || entry === null || !('body' in entry) || typeof entry.body !== 'string')
      throw new RangeError(`no drawing in the entry '${name}'`);
    return entry.body;
  }

  return {
    has: (name) => placeOf(name) !== undefined,
    body(name) {
      const known = bodies.get(name);
      if (known !== undefined) return known;
      const place = placeOf(name);
      if (place === undefined) throw new RangeError(`no Noto drawing is called '${name}'`);
      const body = read(name, place);
      // A picture names few concepts; a long-lived worker meets many: keep the last 200 (about 1.5 MB).
      if (bodies.size >= 200) bodies.delete(bodies.keys().next().value ?? name);
      bodies.set(name, body);
      return body;
    },
  };
}
