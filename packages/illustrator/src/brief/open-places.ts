// Places that are looked at from outside become things: a shop with a sign is its front, a cliff with somebody on it a rock.
import type { LetteringDraft } from './lettering.js';
import type { Mention, Reading } from './mention.js';
import type { Token } from './tokens.js';

/** Settings that have a front with a sign over it. */
const shops: ReadonlySet<string | null> = new Set(['cafe', 'shop', 'restaurant', 'library', 'street', 'workshop']);
const shopWord =
  /shop|store|cafe|café|coffeehouse|house$|bakery|boutique|market|restaurant|diner|pub$|bar$|pharmacy|店|馆|铺|超市|便利|餐厅|酒吧|门面/i;
const insideWord = /^(?:interior|inside|indoors?|within|室内|屋内|店内|店里|馆内|内部|里面|室内设计)$/i;

/** Is anybody said to be in it? */
const entered = (place: Mention, { relations }: Reading): boolean =>
  relations.some(
    ({ from, relation, to }) =>
      to === place && (relation === 'in' || relation === 'on') && from.concept !== null && !from.absorbed,
  );

/**
 * A shop whose sign is spelled out is seen from the street, its name over the door; one that somebody is inside of, or
 * that the prompt calls an interior, stays a room. Changes `reading` and `drafts` in place.
 */
export function openShop(reading: Reading, drafts: LetteringDraft[], tokens: readonly Token[]): void {
  const draft = drafts.find(
    ({ holder, carrier }) => (holder === null || holder.concept === null) && carrier === 'sign',
  );
  if (draft === undefined || tokens.some((token) => insideWord.test(token.text))) return;
  const place = reading.mentions.find(
    (mention) => shops.has(mention.setting) && shopWord.test(mention.noun) && !mention.negated && !mention.absorbed,
  );
  if (place === undefined || entered(place, reading)) return;
  becomeThing(place, 'shop');
  draft.holder = place;
  draft.carrier = 'object';
  reading.settingHints.push({ setting: 'street', noun: 'shop front' });
}

/** What only a bridge of its own carries: seen from the rails there would be no bridge in the picture. */
const trains: ReadonlySet<string | null> = new Set(['train', 'steam locomotive', 'railway carriage']);

/** What is said of somebody on a cliff: 悬崖边 is its edge, not its foot. */
const standing: ReadonlySet<string> = new Set(['on', 'in', 'beside', 'above']);

/** A cliff that something stands on, and the bridge of a train, are things in the landscape. Changes `reading` in place. */
export function raiseLand(reading: Reading): void {
  const free = reading.mentions.filter((mention) => !mention.absorbed && !mention.negated);
  const sea = free.some(
    ({ setting, concept }) =>
      setting === 'ocean' || setting === 'beach' || setting === 'harbour' || concept === 'lighthouse',
  );
  const train = free.find(({ concept }) => trains.has(concept));
  for (const mention of free) {
    if (train !== undefined && (mention.setting === 'bridge' || mention.concept === 'bridge')) {
      becomeThing(mention, 'viaduct');
      mention.noun = mention.noun.replace(/^on (?:the|a) /i, '').replace(/上$/, '');
      const known = reading.relations.find(({ from, to }) => from === train && to === mention);
      if (known === undefined) reading.relations.push({ from: train, relation: 'on', to: mention });
      else known.relation = 'on';
      continue;
    }
    const bond = reading.relations.find(
      ({ from, to }) => to === mention && from.concept !== null && from.setting === null,
    );
    if (bond === undefined) continue;
    const stands = standing.has(bond.relation);
    if (mention.setting === 'mountains' && /cliff|precipice|崖|峭壁/i.test(mention.noun) && stands) {
      bond.relation = 'on';
      becomeThing(mention, 'cliff');
      reading.settingHints.push({ setting: sea ? 'beach' : 'mountains', noun: mention.noun });
    }
  }
}

function becomeThing(mention: Mention, concept: string): void {
  mention.concept = concept;
  mention.nounClass = 'building';
  mention.setting = null;
  mention.sky = null;
}
