// The catalogue: every concept that can be drawn, with the facts a planner needs to place it. Names are English, lower case.
import { readFileSync } from 'node:fs';
import { actionNames, type ColourName, colourNames } from '../brief/vocabulary.js';

const stances = ['stands', 'swims', 'flies', 'underwater', 'hangs', 'lies', 'sky'] as const;
const facings = ['left', 'right', 'front'] as const;
const kinds = [
  'animal',
  'person',
  'vehicle',
  'building',
  'plant',
  'food',
  'furniture',
  'object',
  'nature',
  'fantasy',
] as const;

/** Points and boxes as fractions of the drawn box, x to the right, y down. */
export interface Anchors {
  /** Where something held is gripped. */
  hands?: readonly [number, number];
  /** Where the left and the right hand grip it, when it is held with both; `hands` lies between. */
  grips?: readonly [readonly [number, number], readonly [number, number]];
  /** Where a rider, or something put on it, rests. */
  seat?: readonly [number, number];
  /** Where something standing on top of it rests. */
  top?: readonly [number, number];
  /** The plane that letters go on: the board over a shop's door. */
  face?: readonly [number, number, number, number];
  /** `[x0, y0, x1, y1]` */
  head?: readonly [number, number, number, number];
}

export interface Artwork {
  /** `fox` */
  concept: string;
  /** Typical real height of what is drawn, metres: scale relative to other subjects. */
  heightM: number;
  /** Drawn width ÷ height in the resting pose. */
  aspect: number;
  /** How it meets the world: feet on the ground, in the water's surface, in the air, … */
  stance: (typeof stances)[number];
  facing: (typeof facings)[number];
  kind: (typeof kinds)[number];
  anchors: Anchors;
  /** The colour it has by itself, null where no single one leads. */
  defaultColour: ColourName | null;
}

/** A row of the catalogue with what only the renderer needs. */
export interface CatalogueEntry extends Artwork {
  /** `fox` a Noto drawing, `own:bench` a drawing of ours. */
  drawing: string;
  /** Drop specks that float apart from the main shape (stars around a Noto mountain). */
  lone: boolean;
  /** Drop shapes that fade away into nothing: the beam of a lighthouse, which by day is no beam but a board. */
  unlit: boolean;
  /** Drawing of ours to use when it moves, sits, holds or wears something: `beast:cat`. */
  posed: string | null;
  /** Natural pigment, `#rrggbb`, for a colour that means another shade on this thing: a red fox is russet. */
  pigments: Readonly<Record<string, string>>;
  /** Drawing to use for one colour or one action: `black` → `black-cat`, `flying` → `own:flying bird`. */
  special: Readonly<Record<string, string>>;
  /** Box of the head in the Noto drawing's 128 × 128, where hats and scarves go; null where nothing can be put on. */
  wears: readonly [number, number, number, number] | null;
  /** Never mirror: it carries letters. */
  keepsSide: boolean;
}

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined, row: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new RangeError(`'${text}' is not one of ${words.join(', ')} in the row '${row}'`);
  return found;
}

function numbersOf(text: string): number[] {
  return text.split(',').map(Number);
}

type More = Pick<
  CatalogueEntry,
  'anchors' | 'lone' | 'unlit' | 'keepsSide' | 'posed' | 'special' | 'pigments' | 'wears'
> & {
  kind?: string;
};

/** Reads the last column, `_` for a space: `kind=plant hands=.3,.5 head=0,0,.4,.5 face=0,0,1,.2 posed=beast:cat black=black-cat lone unlit keep`. */
function readMore(text: string): More {
  const words = new Map(
    text.split(/\s+/).map((word) => [word.split('=')[0] ?? '', (word.split('=')[1] ?? '').replaceAll('_', ' ')]),
  );
  const anchors: Anchors = {};
  for (const name of ['hands', 'seat', 'top'] as const) {
    const [x, y] = numbersOf(words.get(name) ?? '');
    if (x !== undefined && y !== undefined) anchors[name] = [x, y];
  }
  const [x0, y0, x1, y1] = numbersOf(words.get('head') ?? '');
  if (x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined) anchors.head = [x0, y0, x1, y1];
  const [f0, f1, f2, f3] = numbersOf(words.get('face') ?? '');
  if (f0 !== undefined && f1 !== undefined && f2 !== undefined && f3 !== undefined) anchors.face = [f0, f1, f2, f3];
  const [w0, w1, w2, w3] = numbersOf(words.get('wears') ?? '');
  const wears = w0 !== undefined && w1 !== undefined && w2 !== undefined && w3 !== undefined;
  const kind = words.get('kind');
  const specials: readonly string[] = [...colourNames, ...actionNames];
  const choices = [...words].filter(([word]) => specials.includes(word));
  const isPigment = (value: string) => value.startsWith('#');
  const special = Object.fromEntries(choices.filter(([, value]) => !isPigment(value)));
  const pigments = Object.fromEntries(choices.filter(([, value]) => isPigment(value)));
  return {
    ...(kind === undefined ? {} : { kind }),
    anchors,
    special,
    pigments,
    wears: wears ? [w0, w1, w2, w3] : null,
    posed: words.get('posed') ?? null,
    lone: words.has('lone'),
    unlit: words.has('unlit'),
    keepsSide: words.has('keep'),
  };
}

function readRow(row: string, kind: Artwork['kind']): CatalogueEntry[] {
  const [concepts = '', drawing = '', height = '', pose = '', measured = '', more = ''] = row
    .split('|')
    .map((cell) => cell.trim());
  const [stance, facing] = pose.split(' ');
  const [aspect, colour] = measured.split(' ');
  const { kind: ownKind, ...rest } = readMore(more);
  return concepts.split(', ').map((concept) => ({
    concept,
    drawing,
    heightM: Number(height),
    aspect: Number(aspect),
    stance: oneOf(stances, stance, row),
    facing: oneOf(facings, facing, row),
    kind: ownKind === undefined ? kind : oneOf(kinds, ownKind, row),
    defaultColour: colour === '-' ? null : oneOf(colourNames, colour, row),
    ...rest,
  }));
}

/** Tables in assets/artwork/catalogue, and the kind of what each lists unless a row says otherwise. */
const tables: readonly (readonly [Artwork['kind'], string])[] = [
  ['animal', 'animals'],
  ['person', 'people'],
  ['fantasy', 'fantasy'],
  ['vehicle', 'vehicles'],
  ['building', 'buildings'],
  ['nature', 'nature'],
  ['food', 'food'],
  ['furniture', 'home'],
  ['object', 'things'],
];

function readTable(name: string): string[] {
  const text = readFileSync(new URL(`../../../assets/artwork/catalogue/${name}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

let entries: Map<string, CatalogueEntry> | undefined;

/** All rows, read once (about 4 ms). */
function allEntries(): Map<string, CatalogueEntry> {
  entries ??= new Map(
    tables.flatMap(([kind, table]) =>
      readTable(table)
        .flatMap((row) => readRow(row, kind))
        .map((entry) => [entry.concept, entry] as const),
    ),
  );
  return entries;
}

/** The names of everything that can be drawn, in the order of the tables. */
export function conceptNames(): readonly string[] {
  return [...allEntries().keys()];
}

/** The facts about one concept; undefined when there is no artwork of that name. */
export function findArtwork(concept: string): Artwork | undefined {
  return findEntry(concept);
}

/** As `findArtwork`, with what the renderer needs. */
export function findEntry(concept: string): CatalogueEntry | undefined {
  return allEntries().get(concept);
}
