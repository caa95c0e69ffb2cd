// What sets one four-legged body of ours apart from another; the bodies carry Noto heads, which come without one.
import type { Point } from '../drawing.js';

const tails = ['brush', 'bushy', 'tuft', 'stub', 'curl', 'hair', 'ball', 'long', 'none'] as const;
const marks = ['none', 'stripes', 'patches', 'mane'] as const;

export interface Beast {
  /** Noto drawing of the head, in its 128 × 128 box. */
  head: string;
  /** Where in that box the head meets the neck. */
  chin: Point;
  /** Eyes in that box, `[x, y, radius]`, and the colour of the lids, for sleepers. */
  eyes: readonly (readonly [number, number, number])[];
  lid: string;
  /** Units of the drawing per unit of the head box, side view. */
  headScale: number;
  /** Side view: length and depth of the trunk, length and thickness of the legs, in units. */
  length: number;
  depth: number;
  legs: number;
  legWidth: number;
  /** `#rrggbb`: back and belly of the coat, chest patch, lower legs, paw or hoof. */
  coat: string;
  shade: string;
  chest: string;
  socks: string;
  /** How far up the legs the socks reach, 0–1. */
  sockShare: number;
  paw: string;
  /** A band over the shoulders (panda). */
  yoke: string | null;
  /** Rim drawn around body parts, as Noto draws around its white heads. */
  rim: string | null;
  tail: (typeof tails)[number];
  tailTip: string | null;
  marks: (typeof marks)[number];
  markColour: string;
  /** Width of the body when it sits facing us: 0.8 slim … 1.3 stout. */
  girth: number;
  /** Colour of a pair of wings, null for none. */
  wings: string | null;
  /** Coat colour of the Noto head and what it is to become, null to leave it: a white horse from a brown one. */
  tint: readonly [string, string] | null;
  /** Seen in profile: the Noto head looks left and brings a neck; it never sits facing us. */
  profile: boolean;
  /** At rest it sits facing us instead of standing sideways. */
  sits: boolean;
}

/**
 * One beast a row: `name | head, chin x,y | eyes x,y,r,… lid | head scale | trunk length,depth | legs length,width |
 * coat shade chest socks paw | tail tip | girth | more`. Colours come from the Noto heads.
 */
const table = `
fox | fox 64,104 | 49,74,6,83,74,6 #ff6011 | 0.78 | 118,52 | 52,15 | #ff6f1f #e0530e #f1ece6 #4f3b35 #463530 | brush #f6f2ec | 0.8
wolf | wolf 64,104 | 43,60,7,85,60,7 #b0b0b0 | 0.8 | 128,58 | 62,17 | #b0b0b0 #8b8b8d #e6e6e6 #b0b0b0 #9b9b9d | bushy #7d7d80 | 0.85
lion | lion 64,92 | 48,50,5,81,50,5 #ffbf00 | 0.92 | 138,66 | 58,20 | #ffc21f #e69a12 #ffc21f #ffc21f #f3b01c | tuft #855b52 | 1
bear | bear 64,100 | 42,60,8,86,60,8 #855b52 | 0.82 | 150,88 | 44,30 | #8a5f55 #6d473f #8a5f55 #8a5f55 #6a463e | stub | 1.2
polar bear | polar-bear 64,100 | 34,44,6,93,44,6 #ffffff | 0.8 | 156,88 | 46,30 | #ffffff #d9e4ea #ffffff #ffffff #eef3f5 | stub | 1.2 | rim=#92bdd0
panda | panda 64,104 | 43,62,7,88,62,7 #4d4d4d | 0.84 | 138,88 | 38,32 | #ffffff #e4e4e2 #ffffff #4d4d4d #3f3f3f | stub | 1.2 | rim=#4d4d4d socks=1 yoke=#4d4d4d
koala | koala 64,108 | 37,55,7,91,55,7 #b0b0b0 | 0.84 | 104,76 | 30,24 | #b0b0b0 #8a8a8c #e2e2e2 #b0b0b0 #8a8a8d | none | 0.95 | sits
hamster | hamster 64,104 | 40,66,6,84,66,6 #f2a159 | 0.86 | 96,72 | 16,18 | #f2a159 #dc8638 #ffe3cf #ffd2b1 #ffc6a0 | stub | 1.05 | sits
moose | moose 64,92 | 47,58,5,81,58,5 #875e51 | 0.9 | 150,76 | 92,19 | #875e51 #654238 #875e51 #a4725e #4d3129 | stub | 1
unicorn | unicorn 86,112 | 55,57,6 #dfdfdf | 0.92 | 146,66 | 84,19 | #ececee #c9c9cf #ececee #ececee #8d8d99 | hair #e74b8c | 1 | profile
horse | horse-face 84,114 | 49,54,6 #feaf5f | 0.92 | 148,68 | 86,19 | #feaf5f #e08f3c #feaf5f #feaf5f #845846 | hair #845846 | 1 | profile
pegasus | horse-face 84,114 | 49,54,6 #f1f1f4 | 0.92 | 148,68 | 86,19 | #f4f4f7 #d3d3dc #f4f4f7 #f4f4f7 #a9a9b8 | hair #c9b79a | 1 | profile wings=#ffffff tint=#feaf5f>#f4f4f7
griffin | own:eagle 64,102 | 42,62,6,86,62,6 #f2ede4 | 0.82 | 138,66 | 58,20 | #dba14a #b47a2c #ffffff #dba14a #f2b03c | tuft #7a4f2c | 1 | wings=#8a6238
boar | boar 92,80 | 62,47,5 #865b52 | 0.92 | 138,80 | 40,20 | #865b52 #664038 #865b52 #543731 #3f2a26 | curl | 1 | profile
frog | frog 64,100 | 30,41,8,96,42,8 #b7d019 | 0.86 | 100,64 | 18,20 | #b7d019 #93ab0c #e4ee9c #b7d019 #9fb814 | none | 1.02 | sits
cat | cat-face 64,106 | 41,64,10,92,63,10 #ffc022 | 0.74 | 112,54 | 48,16 | #ffc022 #f09c10 #ffe3a0 #ffc022 #f5ad18 | long | 0.82
dog | dog-face 64,106 | 40,64,8,86,64,8 #ffeac8 | 0.78 | 116,58 | 48,18 | #ffeac8 #efcf9f #ffeac8 #ffeac8 #f2d5a8 | long | 0.9 | marks=patches,#d27856
tiger | tiger-face 64,106 | 40,38,8,88,38,8 #ff8e01 | 0.8 | 142,68 | 54,21 | #ff8e01 #e87800 #ffe6d2 #ff8e01 #f2810a | long | 1 | marks=stripes,#2f2f2f
cow | cow-face 64,106 | 47,56,8,82,56,8 #dfdfdf | 0.8 | 146,76 | 54,20 | #e9e9e9 #c9c9c9 #e9e9e9 #e9e9e9 #5a4a42 | tuft #bc8954 | 1.1 | marks=patches,#bc8954
pig | pig-face 64,106 | 38,65,6,91,65,6 #ffd3b0 | 0.82 | 132,80 | 34,22 | #ffd3b0 #f5b58c #ffd3b0 #ffd3b0 #e39a86 | curl | 1.15
rabbit | rabbit-face 64,112 | 46,75,5,81,75,5 #b5c2c8 | 0.82 | 94,58 | 22,17 | #b5c2c8 #93a4ac #f4f6f7 #b5c2c8 #a6b4bb | ball #ffffff | 0.85
mouse | mouse-face 64,104 | 42,74,6,86,74,6 #b0b0b0 | 0.8 | 90,56 | 18,15 | #b0b0b0 #8f8f92 #dedede #b0b0b0 #e9a3a2 | long | 0.85
kangaroo | own:kangaroo 64,110 | 46,64,6,82,64,6 #d27856 | 0.72 | 112,62 | 60,17 | #d27856 #b3603c #ffd9bb #d27856 #865b52 | bushy | 0.88
elephant | own:elephant 64,90 | 45,52,6,83,52,6 #aeb3b8 | 1.05 | 156,104 | 62,34 | #b4b8bd #93989e #b4b8bd #b4b8bd #8f949a | tuft #6d7278 | 1.25
deer | own:deer 64,104 | 47,60,6,81,60,6 #cb8c5a | 0.72 | 112,54 | 78,13 | #d08f5e #b5743f #f6e3cf #d08f5e #5b3f2c | stub #f6e3cf | 0.82
giraffe | own:giraffe 64,104 | 46,60,6,82,60,6 #f2c05a | 0.72 | 116,60 | 96,15 | #f8cb68 #e0a03a #f6d8b4 #f8cb68 #8a5a34 | tuft #8a5a34 | 0.85
raccoon | own:raccoon 64,102 | 39,65,6,89,65,6 #43464b | 0.74 | 104,60 | 34,17 | #9a9fa5 #7b8086 #d9dbdd #5a5d62 #43464b | bushy #43464b | 0.95
sheep | own:sheep 64,104 | 49,66,6,79,66,6 #c5bfbc | 0.74 | 122,84 | 38,15 | #ffffff #dfe4e6 #ffffff #b9b4b2 #6b6563 | ball #ffffff | 1.2
goat | own:sheep 64,104 | 49,66,6,79,66,6 #c5bfbc | 0.74 | 112,66 | 46,15 | #f1ece4 #d3cbbd #ffffff #f1ece4 #6b6563 | ball #ffffff | 1
penguin | own:penguin 64,102 | 44,64,6,84,64,6 #ffffff | 0.74 | 80,70 | 16,16 | #43474e #2f3237 #ffffff #43474e #f0a02c | none | 0.95 | sits
squirrel | own:squirrel 64,102 | 39,64,7,89,64,7 #b37345 | 0.74 | 90,54 | 24,14 | #b8744a #98582f #ffe3c4 #b8744a #8a5a3c | brush #c98a5a | 0.9
donkey | own:donkey 64,108 | 47,66,6,81,66,6 #9a948f | 0.82 | 132,68 | 70,17 | #a39d98 #827c77 #a39d98 #a39d98 #4d4845 | tuft #5b5653 | 0.95
monkey | monkey-face 64,104 | 48,58,6,82,58,6 #ffcd88 | 0.8 | 104,58 | 44,17 | #b6885a #946840 #ffcd88 #b6885a #ecc084 | long | 0.85
`;

function pairOf(text: string): [number, number] {
  const [first = 0, second = 0] = text.split(',').map(Number);
  return [first, second];
}

function readBeast(row: string): [string, Beast] {
  const cells = row.split('|').map((cell) => cell.trim());
  const [name = '', headCell = '', eyeCell = '', scale = '', trunk = '', legCell = '', colours = '', tailCell = ''] =
    cells;
  const more = new Map((cells[9] ?? '').split(' ').map((word) => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']));
  const [head = '', chin = ''] = headCell.split(' ');
  const [eyeNumbers = '', lid = ''] = eyeCell.split(' ');
  const numbers = eyeNumbers.split(',').map(Number);
  const eyes: [number, number, number][] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3)
    eyes.push([numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0]);
  const [coat = '', shade = '', chest = '', socks = '', paw = ''] = colours.split(' ');
  const [tail, tailTip] = tailCell.split(' ');
  const [tintFrom, tintTo] = more.get('tint')?.split('>') ?? [];
  const [mark, markColour] = (more.get('marks') ?? 'none,#000000').split(',');
  const [[length, depth], [legs, legWidth]] = [pairOf(trunk), pairOf(legCell)];
  const beast: Beast = {
    head,
    chin: pairOf(chin),
    eyes,
    lid,
    headScale: Number(scale),
    ...{ length, depth, legs, legWidth, coat, shade, chest, socks, paw },
    sockShare: Number(more.get('socks') ?? 0.42),
    yoke: more.get('yoke') ?? null,
    rim: more.get('rim') ?? null,
    tail: tails.find((word) => word === tail) ?? 'none',
    tailTip: tailTip ?? null,
    marks: marks.find((word) => word === mark) ?? 'none',
    markColour: markColour ?? '#000000',
    girth: Number(cells[8]),
    wings: more.get('wings') ?? null,
    tint: tintFrom !== undefined && tintTo !== undefined ? [tintFrom, tintTo] : null,
    profile: more.has('profile'),
    sits: more.has('sits'),
  };
  return [name, beast];
}

let beasts: Map<string, Beast> | undefined;

/** The beast of that name; undefined when we have no body for it. */
export function findBeast(name: string): Beast | undefined {
  beasts ??= new Map(table.trim().split('\n').map(readBeast));
  return beasts.get(name);
}

/** The names of all beasts. */
export function beastNames(): readonly string[] {
  findBeast('');
  return [...(beasts?.keys() ?? [])];
}
