// Settles which mentions are subjects, which name the setting and which hang in the sky.
import type { NounClass, SkyConcept } from '../lexicon/senses.js';
import type { Brief, BriefSubject } from './brief.js';
import type { Mention, MentionRelation, Reading } from './mention.js';
import type { ColourName, SettingName, WeatherName } from './vocabulary.js';

/** The outcome: mentions that became subjects, in order, and the place they are in. */
export interface Settled {
  subjects: Mention[];
  setting: SettingName | null;
  settingNoun: string | null;
  settingColour: ColourName | null;
  /** Other settings that were named, nearest first. */
  backdrops: SettingName[];
  sky: Brief['sky'];
  unplaced: string[];
}

/** Buildings that are a place to be in when something else is the subject. */
const placeOfConcept: Readonly<Record<string, SettingName>> = {
  bridge: 'bridge',
  castle: 'castle-grounds',
  temple: 'ancient-town',
  'school building': 'classroom',
  'train station': 'street',
  hospital: 'bedroom',
  barn: 'farm',
  roof: 'city',
};

const placeRelations: ReadonlySet<string | null> = new Set(['in', 'on']);

/** Words that name any indoor or outdoor place at all: they give way to a precise one. */
const vague =
  /^(?:nature|room|indoors?|interior|home|house|家|家里|家中|室内|屋里|屋内|房间|房间里|大自然|野外|plain|field|island|town|in the air|世界)$/i;

interface Candidate {
  setting: SettingName;
  noun: string;
  colour: ColourName | null;
  score: number;
}

function scoreSetting(mention: Mention, order: number, hasThings: boolean, isScene: boolean): number {
  // Where the subject *is* beats what else can be seen; of two equals the first named wins.
  let score = -order * 0.01;
  if (mention.governed === 'in' || mention.governed === 'on') score += hasThings ? 2 : 0;
  // Beside a lake is by its water; before mountains only says what rises behind.
  else if (mention.governed === 'beside') score += hasThings ? 1.4 : -0.5;
  else if (mention.governed !== null) score += hasThings ? 1 : -0.5;
  else score += hasThings ? 1.5 : 1;
  if (isScene) score += 0.4;
  if (mention.place === 'background') score -= 2;
  if (mention.setting === 'sky') score -= mention.governed === 'in' ? 0.6 : 2.5;
  if (vague.test(mention.noun)) score -= 1.2;
  // A kind of photograph says how it is taken; a named place says where.
  if (/摄影|产品图|证件照|product (?:photography|shot)/i.test(mention.noun)) score -= 3;
  return score;
}

function nothingInSky(): Brief['sky'] {
  return { sun: false, moon: null, stars: false, clouds: false, rainbow: false, fireworks: false, aurora: false };
}

function hang(sky: Brief['sky'], body: SkyConcept): void {
  if (body === 'moon' || body === 'crescent moon') sky.moon = body === 'moon' ? 'full' : 'crescent';
  else if (body === 'star') sky.stars = true;
  else if (body === 'cloud') sky.clouds = true;
  else sky[body] = true;
}

/** Words for the sky itself or its light: never a thing to draw by itself. */
const wholeSky = /sky|light|starry|night|borealis|空|光|极光|aurora/i;

/** Is the body of the sky handled as a thing: held, ridden, sat on? */
function isHandled(mention: Mention, relations: readonly MentionRelation[]): boolean {
  return relations.some(
    ({ relation, to }) => to === mention && (relation === 'holding' || relation === 'riding' || relation === 'on'),
  );
}

const printable: ReadonlySet<NounClass | null> = new Set<NounClass | null>(['clothing', 'person', 'fantasy', 'animal']);

/** `a robe with stars`: a pattern on cloth, nothing in the sky. */
function isPrinted(mention: Mention, relations: readonly MentionRelation[]): boolean {
  return relations.some(
    ({ from, relation, to }) => to === mention && relation === 'with' && printable.has(from.nounClass),
  );
}

/** A wall or a roof that something hangs on, a door that something is by: part of the place. */
function isBackdrop(mention: Mention): boolean {
  if (mention.governed === null || mention.governed === 'with') return false;
  return mention.concept === 'wall' || (mention.concept === 'door' && mention.definite);
}

/** Sorts the mentions of `reading` into subjects, setting and sky. */
export function settle(reading: Reading): Settled {
  const live = reading.mentions.filter((mention) => !mention.negated);
  const free = live.filter((mention) => !mention.absorbed);
  const isThing = (mention: Mention): boolean =>
    mention.concept !== null && mention.setting === null && mention.sky === null && mention.nounClass !== 'body';
  const placeOf = (mention: Mention): SettingName | null =>
    mention.setting ??
    (placeRelations.has(mention.governed) && (mention.count ?? 1) === 1
      ? (placeOfConcept[mention.concept ?? ''] ?? null)
      : null);
  const things = free.filter((mention) => isThing(mention) && placeOf(mention) === null && !isBackdrop(mention));
  const candidates: Candidate[] = [];
  for (const [order, mention] of free.entries()) {
    const setting = placeOf(mention);
    if (setting === null) continue;
    // Something that was named is there.
    const isScene = reading.relations.some(({ from, to }) => to === mention && things.includes(from));
    // A building that is a place only makes a setting when there is somebody in it.
    if (mention.setting === null && things.length === 0) continue;
    candidates.push({
      setting,
      noun: mention.noun,
      colour: mention.colour,
      score: scoreSetting(mention, order, things.length > 0, isScene),
    });
  }
  for (const { setting, noun, colour } of reading.settingHints)
    candidates.push({ setting, noun, colour: colour ?? null, score: -0.5 });
  // A cliff is by the sea when the sea or a lighthouse is there.
  const coastal = candidates.some(({ setting }) => setting === 'ocean' || setting === 'beach' || setting === 'harbour');
  for (const candidate of candidates) {
    const cliff = /cliff|崖/i.test(candidate.noun);
    if (cliff && (coastal || things.some(({ concept }) => concept === 'lighthouse'))) candidate.setting = 'beach';
  }
  // Of a city and its street, the street is where things stand.
  const city = candidates.find(({ setting }) => setting === 'city' || setting === 'city-by-night');
  for (const candidate of candidates)
    if (city && candidate.setting === 'street') candidate.score = Math.max(candidate.score, city.score + 0.1);
  candidates.sort((left, right) => right.score - left.score);
  const [best] = candidates;
  const subjects = free.filter((mention) => isThing(mention) && (things.includes(mention) || things.length === 0));

  const sky = nothingInSky();
  for (const mention of free) {
    if (mention.sky === null || isPrinted(mention, reading.relations)) continue;
    const alone = subjects.length === 0 && best === undefined && !wholeSky.test(mention.noun);
    if (alone || isHandled(mention, reading.relations)) {
      // The same mention, not a copy: relations know it by identity.
      mention.concept = mention.sky;
      subjects.push(mention);
    } else hang(sky, mention.sky);
  }
  // `various vegetables` beside a hot pot are a few: they must not crowd it out.
  if (subjects.length > 1)
    for (const mention of subjects.slice(1))
      if (!mention.exact && mention.nounClass === 'food' && (mention.count ?? 1) > 5) mention.count = 4;
  const unplaced = live.filter((mention) => mention.unknown).map((mention) => mention.noun);
  return {
    subjects,
    setting: best?.setting ?? null,
    settingNoun: best?.noun ?? null,
    settingColour: best?.colour ?? null,
    backdrops: [...new Set(candidates.map(({ setting }) => setting))].filter((setting) => setting !== best?.setting),
    sky,
    unplaced: [...new Set(unplaced)],
  };
}

/** Weather that the sky implies when none is named: a rainbow needs rain gone by, an aurora a polar night. */
export function weatherOfSky(sky: Brief['sky']): WeatherName | null {
  if (sky.rainbow) return 'rainbow';
  return sky.aurora ? 'aurora' : null;
}

/** A mention as the brief tells it. */
export function toSubject(mention: Mention): BriefSubject {
  return {
    noun: mention.noun,
    concept: mention.concept ?? mention.noun,
    count: Math.min(99, Math.max(1, mention.count ?? 1)),
    exact: mention.exact,
    colour: mention.colour,
    secondColour: mention.secondColour,
    material: mention.material,
    size: mention.size ?? 'medium',
    action: mention.action,
    place: mention.place,
    wearing: mention.wearing,
    confidence: mention.confidence,
  };
}
