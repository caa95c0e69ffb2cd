// The wardrobe: what people wear, by the words of a brief, described well enough to be cut to any body.

/** Where a garment ends. */
type Hem = 'chest' | 'waist' | 'hip' | 'thigh' | 'knee' | 'calf' | 'ankle';
type Collar = 'none' | 'round' | 'v' | 'shirt' | 'lapel' | 'cross' | 'high' | 'hood' | 'fur' | 'ring';
type Front =
  | 'plain'
  | 'buttons'
  | 'double'
  | 'open'
  | 'zip'
  | 'bib'
  | 'sash'
  | 'belt'
  | 'plates'
  | 'panel'
  | 'stripes'
  | 'pleats';

export interface Garment {
  slot: 'top' | 'bottom' | 'whole' | 'over' | 'shoes';
  hem: Hem;
  /** How far a skirt swings out beyond the hips, shares of the hip width; 0 for what hugs the legs. */
  flare: number;
  /** Share of the arm (or leg, for bottoms) covered. */
  cover: number;
  /** How much wider than the limb the sleeve ends, shares of its width. */
  wide: number;
  collar: Collar;
  front: Front;
  /** Own colour and colour of what sets it off. */
  colour: string;
  trim: string;
}

/** `names: slot hem flare cover wide collar front colour trim`; the first name is the concept of the lexicon. */
const table = `
t-shirt, tee, 短袖: top hip 0 0.42 0.3 round plain #4d9bd6 #3a82bb
shirt, blouse, 衬衫, 衬衣, 白衬衫: top hip 0 1 0.1 shirt buttons #f4f4f2 #cfd3d8
sweater, cardigan, 毛衣: top hip 0.04 1 0.15 round plain #c9574a #a94438
hoodie, sweatshirt, 卫衣, 连帽衫: top hip 0.04 1 0.2 hood zip #7c8797 #5f6977
vest, tank top, 背心, 马甲: top hip 0 0 0 v plain #e8a33d #c9852a
jersey, 球衣: top hip 0.02 0.42 0.35 v stripes #d8433b #ffffff
coat, jacket, overcoat, 外套, 大衣, 夹克, 上衣: over thigh 0.12 1 0.2 lapel double #b5803f #8f6230
trench coat, 风衣: over knee 0.18 1 0.2 lapel belt #c8a26a #a17f4c
leather jacket, denim jacket, 皮衣, 皮夹克: over waist 0 1 0.15 lapel open #4b3a35 #2f2421
down jacket, puffer jacket, parka, 羽绒服, 棉袄: over hip 0.08 1 0.35 fur zip #c8503f #f0e6d8
raincoat, 雨衣: over knee 0.3 1 0.3 hood buttons #f5c431 #d9a41f
cape, cloak, 披风, 斗篷: over calf 0.5 0.3 0.6 high plain #a8323a #7d2129
lab coat, 白大褂, 实验服: over knee 0.1 1 0.2 lapel open #f6f8fa #d3dbe2
suit, tuxedo, 西装, 西服, 燕尾服: over hip 0.02 1 0.1 lapel open #3b4556 #2b3342
dress, gown, sundress, 裙子, 连衣裙: whole knee 0.55 0.22 0.3 round plain #d8475a #b8354a
evening gown, wedding dress, 婚纱, 礼服, 晚礼服, 长裙: whole ankle 0.7 0 0 v plain #f6f1ee #e2d8d4
cheongsam, qipao, 旗袍: whole calf 0.02 0.2 0 high sash #c3272f #e2b84a
robe, toga, 长袍, 袍子, 道袍: whole ankle 0.3 1 0.9 cross sash #7a5aa8 #e2c46a
hanfu, 汉服, 古装, 唐装: whole ankle 0.4 1 1.3 cross sash #5fa8a0 #f0e2c0
kimono, yukata, 和服, 浴衣: whole ankle 0.1 1 1.2 cross sash #d86f8f #f4d9a0
uniform, 制服, 校服: over hip 0.02 1 0.1 shirt belt #2f4a86 #e0b94a
overalls, dungarees, 背带裤, 工作服: over waist 0 0 0 none bib #3f6fb0 #e2b84a
jumpsuit, tracksuit, 连体衣, 运动服: top hip 0.02 1 0.1 high zip #3a8f6c #f2f2f2
spacesuit, 宇航服, 太空服, 航天服: whole hip 0.1 1 0.5 ring panel #eef1f4 #c3ccd6
armor, armour, 盔甲, 铠甲: whole thigh 0.2 1 0.35 high plates #aeb7c2 #7f8a97
apron, 围裙: over knee 0.05 0 0 none plain #f4f1ea #d8d2c4
clothes: top hip 0.02 1 0.1 round plain #5a8fc4 #3f74aa
swimsuit, bikini, 泳衣: whole hip 0 0 0 v plain #2f8fc4 #f2d24a
skirt, tutu, 短裙, 百褶裙: bottom knee 0.5 0 0 none pleats #c9475f #a8364b
jeans, pants, trousers, 裤子, 长裤: bottom ankle 0 1 0.1 none plain #3f5f94 #32507f
slacks: bottom ankle 0 1 0.1 none plain #4c5361 #3a404c
shorts, 短裤: bottom thigh 0 0.42 0.25 none plain #4a7a58 #3a6347
shoe, shoes, sneakers, 鞋: shoes ankle 0 0.1 0 none plain #5b4636 #42321f
boot, boots, 靴子, 雨靴: shoes calf 0 0.42 0.15 none plain #6b4630 #4f3220
high heels, heels, 高跟鞋: shoes ankle 0 0.1 0 none plain #b8283a #8f1c2c
sandal: shoes ankle 0 0.06 0 none plain #a8743f #7f552c
`;

let wardrobe: Map<string, Garment> | undefined;

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new RangeError(`'${text}' is not one of ${words.join(', ')}`);
  return found;
}

const slots = ['top', 'bottom', 'whole', 'over', 'shoes'] as const;
const hems = ['chest', 'waist', 'hip', 'thigh', 'knee', 'calf', 'ankle'] as const;
const collars = ['none', 'round', 'v', 'shirt', 'lapel', 'cross', 'high', 'hood', 'fur', 'ring'] as const;
const fronts = [
  'plain',
  'buttons',
  'double',
  'open',
  'zip',
  'bib',
  'sash',
  'belt',
  'plates',
  'panel',
  'stripes',
  'pleats',
] as const;

function readGarment(row: string): [string, Garment][] {
  const [names = '', facts = ''] = row.split(':');
  const [slot, hem, flare, cover, wide, collar, front, colour = '', trim = ''] = facts.trim().split(' ');
  const garment: Garment = {
    slot: oneOf(slots, slot),
    hem: oneOf(hems, hem),
    flare: Number(flare),
    cover: Number(cover),
    wide: Number(wide),
    collar: oneOf(collars, collar),
    front: oneOf(fronts, front),
    colour,
    trim,
  };
  return names.split(',').map((name) => [name.trim(), garment]);
}

/** The garment a word of a brief names; undefined for hats, glasses and what else is not cut from cloth. */
export function findGarment(word: string): Garment | undefined {
  wardrobe ??= new Map(table.trim().split('\n').flatMap(readGarment));
  return wardrobe.get(word);
}
