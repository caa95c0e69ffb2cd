// The Noto artwork (Apache-2.0, @iconify-json/noto): one 25 MB JSON of which a picture needs two or three drawings.
// It is never parsed as a whole: one scan notes where each entry lies, then single entries are read from the file.
import { closeSync, openSync, readSync } from 'node:fs';
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

/** Bytes read at a time: the file is never held as a whole. */
const windowSize = 1 << 20;
/** Room for the longest name and the opening brace after a mark. */
const headSize = 256;

/** Entries stand two tabs deep, `\n\t\t"name": {`, and end before the next such line. */
function scanPlaces(path: string): Map<string, Place> {
  const mark = Buffer.from('\n\t\t"');
  const starts: { name: string; offset: number; at: number }[] = [];
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(windowSize);
  let end = 0;
  try {
    for (let base = 0, read = windowSize; read === windowSize; base += windowSize - headSize) {
      read = readSync(file, buffer, 0, windowSize, base);
      end = base + read;
      // A mark near the end of the window is found again, with all of its head, in the next one.
      const last = read === windowSize ? read - headSize : read;
      for (let at = buffer.indexOf(mark); at >= 0 && at < last; at = buffer.indexOf(mark, at + 1)) {
        const nameEnd = buffer.indexOf(0x22, at + mark.length);
        const brace = buffer.indexOf(0x7b, nameEnd);
        if (nameEnd < 0 || brace < 0 || brace >= Math.min(read, nameEnd + 8)) continue;
        starts.push({
          name: buffer.toString('latin1', at + mark.length, nameEnd),
          offset: base + brace,
          at: base + at,
        });
      }
    }
  } finally {
    closeSync(file);
  }
  return new Map(
    starts.map(({ name, offset }, index) => [name, { offset, length: (starts[index + 1]?.at ?? end) - offset }]),
  );
}

/** Opens the store; the file is scanned at the first question (about 20 ms), then 4 bytes in 1,000 stay in memory. */
export function openNotoStore(): NotoStore {
  const path = createRequire(import.meta.url).resolve('@iconify-json/noto/icons.json');
  let places: Map<string, Place> | undefined;
  const bodies = new Map<string, string>();

  function placeOf(name: string): Place | undefined {
    places ??= scanPlaces(path);
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
