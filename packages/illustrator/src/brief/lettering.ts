// Text to be lettered: finds it when no quote marks are there, and what carries it and who holds that.
import { type NounClass, senseOf } from '../lexicon/senses.js';
import type { BriefLettering } from './brief.js';
import type { Mention, MentionRelation } from './mention.js';
import { can, plays, type Token } from './tokens.js';
import type { ColourName } from './vocabulary.js';

type Carrier = BriefLettering['carrier'];

/** A lettering before subjects have their numbers. */
export interface LetteringDraft {
  text: string;
  carrier: Carrier;
  holder: Mention | null;
  colour: ColourName | null;
}

const carrierOfConcept = new Map<string, Carrier>(
  Object.entries({
    sign: 'sign',
    banner: 'banner',
    flag: 'banner',
    paper: 'paper',
    letter: 'paper',
    newspaper: 'paper',
    scroll: 'paper',
    'red envelope': 'paper',
    book: 'book',
    notebook: 'book',
    'open book': 'book',
    tv: 'screen',
    laptop: 'screen',
    'desktop computer': 'screen',
    'cell phone': 'screen',
    blackboard: 'screen',
    't-shirt': 'shirt',
    sweater: 'shirt',
    coat: 'shirt',
    clothes: 'shirt',
    uniform: 'shirt',
    wall: 'wall',
    cake: 'cake',
    'stop sign': 'none',
  }),
);

/** Carriers that are drawn as part of the lettering, so that the noun is no subject of its own. */
const absorbedCarriers: ReadonlySet<Carrier> = new Set<Carrier>([
  'sign',
  'banner',
  'paper',
  'book',
  'neon-sign',
  'wall',
  'shirt',
]);

const neon = /neon|霓虹|灯牌/i;

/** Text words that only name text; after them an unquoted text may follow only behind a colon. */
const announces =
  /^(?:that says|saying|says|which says|that reads|which reads|reading|labeled|labelled|titled|that spells|写着|写有|印着|印有|上书|标着|写上|刻着|刻有|写的是|上面写着|上写着|上面写|写了|标有|内容是|内容为|文字为|标题为|标题是|上写|显示着|绣着|题着|文字内容|with the text|with the words|with the title|the title|with the word|with text|the words|the word|written|text|word|words)$/i;

function isAnnouncement(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!plays(token, 'text') || token === undefined || !announces.test(token.text)) return false;
  // `a man reading a book`: only after a carrier does reading letter anything.
  if (/^reading$/i.test(token.text)) return carrierNear(tokens[at - 1]) !== null;
  return true;
}

function carrierNear(token: Token | undefined): Carrier | null {
  const concept = senseOf(token?.senses ?? [], 'noun')?.value;
  return concept === undefined ? null : (carrierOfConcept.get(concept) ?? null);
}

/** Things that a text can be written on. */
const surfaces: ReadonlySet<NounClass | null> = new Set<NounClass | null>([
  'vehicle',
  'household',
  'thing',
  'food',
  'building',
]);
/** More texts than this make no picture. */
const mostLetterings = 8;

/** How many words of an unquoted text are taken at most. */
const longestUnquoted = 8;

function unquotedEnd(tokens: readonly Token[], start: number): number {
  const first = tokens[start];
  if (first === undefined || first.kind !== 'word') return start;
  const chinese = first.script === 'han';
  const capital = /^[\p{Lu}\d]/u.test(first.text) && first.text !== 'I';
  let at = start;
  while (at < tokens.length && at - start < longestUnquoted) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') break;
    if (chinese ? plays(token, 'de') || (can(token, 'number') && can(tokens[at + 1], 'measure')) : false) break;
    if (!chinese && (capital ? !/^[\p{Lu}\d]/u.test(token.text) : can(token, 'preposition') || can(token, 'bond')))
      break;
    at += 1;
  }
  return at;
}

/** Turns `a sign that says STOP` and 写着生日快乐的横幅 into quotes; quoted texts stay as they are. */
export function markUnquotedText(tokens: readonly Token[]): Token[] {
  const marked: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    marked.push(token);
    at += 1;
    if (!isAnnouncement(tokens, at - 1)) continue;
    // A colon after the announcement belongs to it.
    if (/^[:：]$/.test(tokens[at]?.text ?? '')) at += 1;
    const end = unquotedEnd(tokens, at);
    if (end === at || tokens[at]?.kind === 'quote' || tokens.slice(at, end + 2).some((next) => next.kind === 'quote'))
      continue;
    const joiner = tokens[at]?.script === 'han' ? '' : ' ';
    const text = tokens
      .slice(at, end)
      .map((next) => next.text)
      .join(joiner);
    marked.push({ kind: 'quote', text, script: 'other', senses: [], plural: false, possessive: false, strength: 0 });
    at = end;
  }
  return marked;
}

/** The mention nearest to the quote at `at` within its sentence, with no other quote between. */
function nearest(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  at: number,
  fits: (mention: Mention) => boolean,
): Mention | undefined {
  let best: Mention | undefined;
  let bestDistance = 16;
  for (const mention of mentions) {
    if (mention.concept === null || mention.negated || !fits(mention)) continue;
    const [low, high] = mention.at < at ? [mention.at, at] : [at, mention.at];
    if (high - low >= bestDistance) continue;
    if (tokens.slice(low + 1, high).some((token) => token.kind === 'quote' || token.strength === 2)) continue;
    best = mention;
    bestDistance = high - low;
  }
  return best;
}

/** Every text of the prompt with its carrier; carriers that the lettering draws are taken out of the subjects. */
export function readLettering(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  relations: readonly MentionRelation[],
): LetteringDraft[] {
  const drafts: LetteringDraft[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'quote' || drafts.length >= mostLetterings) continue;
    const carrier = nearest(
      tokens,
      mentions,
      at,
      (mention) => carrierOfConcept.has(mention.concept ?? '') && !isOtherClause(tokens, at, mention.at),
    );
    const draft =
      carrier === undefined
        ? onNearestThing(token.text, tokens, mentions, at)
        : onCarrier(token.text, carrier, mentions, relations);
    const glows = tokens.slice(Math.max(0, at - 5), at + 6).some((near) => neon.test(near.text));
    const glowing = glows && (draft.carrier === 'sign' || draft.carrier === 'wall');
    drafts.push(glowing ? { ...draft, carrier: 'neon-sign' } : draft);
  }
  return drafts;
}

/** `“生日快乐”，气球和蛋糕`: what a later clause names carries no text that was spelled out before it. */
function isOtherClause(tokens: readonly Token[], quoteAt: number, carrierAt: number): boolean {
  return carrierAt > quoteAt && tokens.slice(quoteAt + 1, carrierAt).some((token) => token.kind === 'break');
}

function onCarrier(
  text: string,
  mention: Mention,
  mentions: readonly Mention[],
  relations: readonly MentionRelation[],
): LetteringDraft {
  const titled = /poster$/i.test(mention.noun) && mention.governed === null && mention.at <= 4;
  const kind = titled ? 'none' : (carrierOfConcept.get(mention.concept ?? '') ?? 'sign');
  const bond = relations.find(
    ({ relation, to }) => to === mention && (relation === 'holding' || relation === 'with' || relation === 'wearing'),
  );
  const wearer = mentions.find((other) => other.wearing.some((worn) => worn.noun === mention.noun));
  const holder = bond?.from ?? wearer ?? null;
  // A book on a desk is a thing with letters on it; a book in a hand is a board to read.
  // So is a shirt that nobody wears.
  const alone = holder === null && (kind === 'book' || kind === 'shirt');
  const drawn = absorbedCarriers.has(kind) && !alone;
  if (drawn || titled) mention.absorbed = true;
  const carrier = alone && kind === 'shirt' ? 'object' : kind;
  return { text, carrier, holder: drawn || titled ? holder : mention, colour: mention.colour };
}

/** No carrier named: written on the thing just named (`a mug with 'HELLO' on it`), else on a sign of its own. */
function onNearestThing(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  at: number,
): LetteringDraft {
  const announced = plays(tokens[at - 1], 'text') || plays(tokens[at + 1], 'text') || can(tokens[at - 1], 'bond');
  const thing = nearest(
    tokens,
    mentions,
    at,
    (mention) => !mention.absorbed && mention.at < at && at - mention.at <= 5 && surfaces.has(mention.nounClass),
  );
  if (announced && thing !== undefined) return { text, carrier: 'object', holder: thing, colour: null };
  // The text of a poster is a title of the whole picture.
  const poster = tokens.some((token) => /^(?:海报|封面|宣传海报|cover|magazine cover)$/i.test(token.text));
  const wordsOnly = poster || (mentions.length === 0 && tokens.length <= 3);
  return { text, carrier: wordsOnly ? 'none' : 'sign', holder: null, colour: null };
}
