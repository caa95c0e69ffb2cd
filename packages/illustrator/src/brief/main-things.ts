// Of a long description only the main things are drawn: a paragraph sets a mood, and every noun of it scattered over the
// picture would be no scene.
import type { Mention, MentionRelation } from './mention.js';

/** From this length on a prompt describes rather than lists: letters, a Chinese character counting as three. */
const longPrompt = 240;
/** Things that are drawn of such a prompt. */
const mostThings = 6;

const living: ReadonlySet<string | null> = new Set(['person', 'animal', 'fantasy']);

function lengthOf(text: string): number {
  return text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** The nearer to what the prompt begins with, the more a thing matters; so do the living, and what the first holds or rides. */
function weigh(mention: Mention, order: number, first: Mention, relations: readonly MentionRelation[]): number {
  let weight = -order * 0.3;
  if (living.has(mention.nounClass)) weight += 2;
  if (relations.some(({ from, to }) => (from === first && to === mention) || (from === mention && to === first)))
    weight += 2;
  if (mention.governed !== null) weight -= 0.5;
  if (mention.definite && mention.count === null) weight -= 1;
  return weight;
}

/** Splits the things of a prompt into those to draw, in their order, and those to leave out; short prompts keep all. */
export function mainThings(
  things: readonly Mention[],
  relations: readonly MentionRelation[],
  text: string,
): { kept: Mention[]; left: Mention[] } {
  const [first] = things;
  if (first === undefined || things.length <= mostThings || lengthOf(text) < longPrompt)
    return { kept: [...things], left: [] };
  const ranked = things
    .map((mention, order) => ({
      mention,
      weight: mention === first ? Number.POSITIVE_INFINITY : weigh(mention, order, first, relations),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostThings)
    .map(({ mention }) => mention);
  return {
    kept: things.filter((mention) => ranked.includes(mention)),
    left: things.filter((mention) => !ranked.includes(mention)),
  };
}
