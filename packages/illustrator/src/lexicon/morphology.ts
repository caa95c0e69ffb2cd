// English word forms: from a plural to its singulars, from an inflected verb to its base forms. Candidates only: the
// caller keeps the ones its dictionary knows, so a wrong guess costs a lookup and nothing else.

const irregularPlurals = new Map<string, string>(
  Object.entries({
    men: 'man',
    women: 'woman',
    children: 'child',
    people: 'person',
    persons: 'person',
    kids: 'child',
    mice: 'mouse',
    geese: 'goose',
    oxen: 'ox',
    teeth: 'tooth',
    feet: 'foot',
    leaves: 'leaf',
    wolves: 'wolf',
    knives: 'knife',
    loaves: 'loaf',
    scarves: 'scarf',
    calves: 'calf',
    elves: 'elf',
    shelves: 'shelf',
    cacti: 'cactus',
    octopi: 'octopus',
    fungi: 'fungus',
    dice: 'dice',
    wives: 'wife',
    hooves: 'hoof',
    thieves: 'thief',
    lives: 'life',
    halves: 'half',
    policemen: 'policeman',
    firemen: 'fireman',
    snowmen: 'snowman',
    fishermen: 'fisherman',
    gentlemen: 'gentleman',
    businessmen: 'businessman',
    puppies: 'puppy',
    aircraft: 'aircraft',
  }),
);

const irregularVerbs = new Map<string, string>(
  Object.entries({
    held: 'hold',
    wore: 'wear',
    worn: 'wear',
    rode: 'ride',
    ridden: 'ride',
    stood: 'stand',
    sat: 'sit',
    slept: 'sleep',
    lying: 'lie',
    laid: 'lay',
    ran: 'run',
    flew: 'fly',
    flown: 'fly',
    swam: 'swim',
    ate: 'eat',
    eaten: 'eat',
    drank: 'drink',
    sang: 'sing',
    fought: 'fight',
    drove: 'drive',
    fell: 'fall',
    fallen: 'fall',
    leapt: 'leap',
    knelt: 'kneel',
    threw: 'throw',
    wept: 'weep',
    swung: 'swing',
    brought: 'bring',
    has: 'have',
    dozing: 'doze',
  }),
);

/** Singular forms that `word` (lower case) could be the plural of; empty when it cannot be a plural. */
export function singularCandidates(word: string): string[] {
  const irregular = irregularPlurals.get(word);
  if (irregular !== undefined) return [irregular];
  if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss')) return [];
  const found: string[] = [];
  if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push(word.slice(0, -2));
  if (word.endsWith('ves')) found.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  found.push(word.slice(0, -1));
  return found;
}

/** Base forms that `word` (lower case) could be an inflection of: `running` → run, `rides` → ride, `carried` → carry. */
export function verbCandidates(word: string): string[] {
  const irregular = irregularVerbs.get(word);
  if (irregular !== undefined) return [irregular];
  const found: string[] = [];
  const stems: string[] = [];
  if (word.endsWith('ing') && word.length > 5) stems.push(word.slice(0, -3));
  else if (word.endsWith('ied') && word.length > 4) found.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith('ies') && word.length > 4) found.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith('ed') && word.length > 4) stems.push(word.slice(0, -2));
  else if (word.endsWith('es') && word.length > 4) found.push(word.slice(0, -2), word.slice(0, -1));
  else if (word.endsWith('s') && word.length > 3 && !word.endsWith('ss')) found.push(word.slice(0, -1));
  for (const stem of stems) {
    found.push(stem, `${stem}e`);
    // A doubled last consonant: running, hopped.
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) found.push(stem.slice(0, -1));
  }
  return found;
}
