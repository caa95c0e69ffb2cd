// Reads what must not appear, from the negative prompt and from `no …` in the prompt, and takes it out of the brief.
import { getLexicon } from '../lexicon/lexicon.js';
import { type SenseKind, type SenseValues, senseOf } from '../lexicon/senses.js';
import type { Brief, BriefSubject } from './brief.js';
import { nounFollows } from './look-ahead.js';
import { can, plays, type Token, tokenise } from './tokens.js';

type Excluded = Brief['excluded'];

/** Nothing excluded. */
export function nothingExcluded(): Excluded {
  return { concepts: [], colours: [], weather: [], styles: [], settings: [], sky: [], text: false, people: false };
}

const textWords =
  /^(?:text|texts|letters?|words?|watermarks?|logos?|signatures?|captions?|typography|writing|lettering|文字|字|水印|字样|字幕|标题|签名|字体|标志)$/i;
const peopleWords =
  /^(?:people|persons?|humans?|man|woman|men|women|crowds?|figures?|人|人物|人类|行人|路人|人群|人们)$/i;
/** `bad anatomy`, `extra fingers`, `多余的手`: faults of models, not wishes about things. */
const faultWords =
  /^(?:bad|extra|deformed|ugly|malformed|poorly|mutated|missing|disfigured|blurry|fused|too|duplicate|cropped|distorted|wrong|worst|low|jpeg|多余|畸形|变形|错误|扭曲|模糊|低质量|重复|残缺|丑陋|低分辨率|最差)$/i;

function push<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}

function senseValue<K extends SenseKind>(token: Token, kind: K): SenseValues[K] | undefined {
  return senseOf(token.senses, kind)?.value;
}

/** Adds what one token names to `excluded`. */
function exclude(excluded: Excluded, token: Token, describesNext: boolean): void {
  if (textWords.test(token.text)) excluded.text = true;
  if (peopleWords.test(token.text)) excluded.people = true;
  const noun = senseOf(token.senses, 'noun');
  const colour = senseValue(token, 'colour');
  const weather = senseValue(token, 'weather');
  const style = senseValue(token, 'style');
  const setting = senseValue(token, 'setting');
  const sky = senseValue(token, 'sky');
  if (noun !== undefined && noun.nounClass !== 'body' && !(colour !== undefined && describesNext))
    push(excluded.concepts, noun.value);
  // `red car` forbids red cars; a colour by itself forbids the colour.
  if (colour !== undefined && noun === undefined && !describesNext) push(excluded.colours, colour);
  if (weather !== undefined) push(excluded.weather, weather);
  if (senseValue(token, 'season') === 'winter' && /snow|雪/i.test(token.text)) push(excluded.weather, 'snow');
  if (style !== undefined) push(excluded.styles, style);
  if (setting !== undefined) push(excluded.settings, setting);
  if (sky === 'sun' || sky === 'moon' || sky === 'crescent moon') push(excluded.sky, sky === 'sun' ? 'sun' : 'moon');
  if (sky === 'star') push(excluded.sky, 'stars');
  if (sky === 'cloud') push(excluded.sky, 'clouds');
}

/** Reads tokens as a list of unwanted things. */
export function readExcluded(tokens: readonly Token[], wanted: (at: number) => boolean = () => true): Excluded {
  const excluded = nothingExcluded();
  let faulty = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'break') faulty = false;
    if (token.kind !== 'word' || !wanted(at)) continue;
    if (faultWords.test(token.text)) faulty = true;
    if (!faulty) exclude(excluded, token, can(token, 'colour') && nounFollows(tokens, at + 1));
  }
  return excluded;
}

/** Both lists as one. */
export function joinExcluded(left: Excluded, right: Excluded): Excluded {
  return {
    concepts: [...new Set([...left.concepts, ...right.concepts])],
    colours: [...new Set([...left.colours, ...right.colours])],
    weather: [...new Set([...left.weather, ...right.weather])],
    styles: [...new Set([...left.styles, ...right.styles])],
    settings: [...new Set([...left.settings, ...right.settings])],
    sky: [...new Set([...left.sky, ...right.sky])],
    text: left.text || right.text,
    people: left.people || right.people,
  };
}

/** A negative prompt as exclusions. */
export function readNegativePrompt(negativePrompt: string): Excluded {
  // `no people` in a negative prompt means the same as `people`.
  return readExcluded(tokenise(negativePrompt, []).filter((token) => !plays(token, 'no')));
}

function isExcluded(subject: BriefSubject, excluded: Excluded): boolean {
  if (excluded.concepts.includes(subject.concept)) return true;
  return excluded.people && isPerson(subject.concept);
}

function isPerson(concept: string): boolean {
  return senseOf(getLexicon().findEnglish(concept.split(' '), 0)?.senses ?? [], 'noun')?.nounClass === 'person';
}

/** The brief without what `brief.excluded` names; indices of relations and holders stay true. */
export function removeExcluded(brief: Brief): Brief {
  const { excluded } = brief;
  const kept: number[] = [];
  for (const [index, subject] of brief.subjects.entries()) if (!isExcluded(subject, excluded)) kept.push(index);
  const newIndex = (index: number): number => kept.indexOf(index);
  const withoutColour = (subject: BriefSubject): BriefSubject => ({
    ...subject,
    colour: subject.colour !== null && excluded.colours.includes(subject.colour) ? null : subject.colour,
    wearing: subject.wearing.filter((worn) => !excluded.concepts.includes(worn.concept)),
  });
  const noSnow = excluded.weather.includes('snow');
  const settingGone =
    brief.setting !== null && (excluded.settings.includes(brief.setting) || (noSnow && brief.setting === 'snowfield'));
  const styleGone = excluded.styles.includes(brief.style);
  return {
    ...brief,
    subjects: brief.subjects.filter((_, index) => kept.includes(index)).map(withoutColour),
    relations: brief.relations
      .map(({ from, relation, to }) => ({ from: newIndex(from), relation, to: newIndex(to) }))
      .filter(({ from, to }) => from >= 0 && to >= 0),
    lettering: excluded.text
      ? []
      : brief.lettering.map((text) => ({
          ...text,
          holder: text.holder === null || newIndex(text.holder) < 0 ? null : newIndex(text.holder),
        })),
    setting: settingGone ? null : brief.setting,
    settingNoun: settingGone ? null : brief.settingNoun,
    settingColour: settingGone ? null : brief.settingColour,
    backdrops: brief.backdrops.filter((setting) => !excluded.settings.includes(setting)),
    sky: {
      ...brief.sky,
      sun: brief.sky.sun && !excluded.sky.includes('sun'),
      moon: excluded.sky.includes('moon') ? null : brief.sky.moon,
      stars: brief.sky.stars && !excluded.sky.includes('stars'),
      clouds: brief.sky.clouds && !excluded.sky.includes('clouds'),
    },
    weather: brief.weather !== null && excluded.weather.includes(brief.weather) ? null : brief.weather,
    style: styleGone ? 'soft-light' : brief.style,
    styleAsked: brief.styleAsked && !styleGone,
  };
}
