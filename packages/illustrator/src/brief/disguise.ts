// A robot chef, a panda astronaut, 机器人厨师: the first noun is what is drawn, the second says what it wears.
import { senseOf } from '../lexicon/senses.js';
import type { Mention } from './mention.js';
import { can, type Token } from './tokens.js';
import type { ColourName } from './vocabulary.js';

/** What shows a trade on somebody who is not a person. */
const costumes: Readonly<Record<string, { concept: string; colour: ColourName | null }>> = {
  cook: { concept: 'hat', colour: 'white' },
  astronaut: { concept: 'spacesuit', colour: null },
  wizard: { concept: 'hat', colour: 'blue' },
  witch: { concept: 'hat', colour: 'black' },
  knight: { concept: 'armor', colour: null },
  samurai: { concept: 'armor', colour: null },
  soldier: { concept: 'helmet', colour: 'green' },
  firefighter: { concept: 'helmet', colour: 'red' },
  'construction worker': { concept: 'helmet', colour: 'yellow' },
  pirate: { concept: 'hat', colour: 'black' },
  cowboy: { concept: 'hat', colour: 'brown' },
  detective: { concept: 'hat', colour: 'brown' },
  magician: { concept: 'top hat', colour: 'black' },
  'santa claus': { concept: 'hat', colour: 'red' },
  king: { concept: 'crown', colour: 'gold' },
  queen: { concept: 'crown', colour: 'gold' },
  prince: { concept: 'crown', colour: 'gold' },
  princess: { concept: 'crown', colour: 'gold' },
  'police officer': { concept: 'cap', colour: 'blue' },
  pilot: { concept: 'cap', colour: 'blue' },
  sailor: { concept: 'cap', colour: 'white' },
  doctor: { concept: 'lab coat', colour: 'white' },
  scientist: { concept: 'lab coat', colour: 'white' },
  teacher: { concept: 'glasses', colour: null },
  student: { concept: 'backpack', colour: null },
  ninja: { concept: 'mask', colour: 'black' },
  superhero: { concept: 'coat', colour: 'red' },
  artist: { concept: 'cap', colour: 'red' },
};

/** Beings that are not people though they are not animals either. */
const beings = new Set(['robot', 'skeleton', 'alien', 'ghost', 'monster', 'dragon', 'dinosaur', 'snowman', 'zombie']);

/** 鸭妈妈 is a duck. */
const kin = /^(?:妈妈|爸爸|宝宝|爷爷|奶奶|哥哥|姐姐|弟弟|妹妹|先生|小姐|小朋友|孩子)$/;
/** A fox family is several foxes, a penguin couple two. */
const household = /^(?:family|families|家人|一家人|一家|家庭)$/i;
const pair = /^(?:couple|夫妇|夫妻|情侣)$/i;

/** Do the two nouns side by side mean the first in the dress of the second? */
export function isDisguise(first: Token, second: Token | undefined): boolean {
  const noun = senseOf(first.senses, 'noun');
  const trade = senseOf(second?.senses ?? [], 'noun');
  if (noun === undefined || trade === undefined || can(second, 'action')) return false;
  if (noun.nounClass !== 'animal' && !beings.has(noun.value)) return false;
  const word = second?.text ?? '';
  return costumes[trade.value] !== undefined || kin.test(word) || household.test(word) || pair.test(word);
}

/** Dresses `mention` as the trade that `token` names; `joint` stands between the two in the noun. */
export function disguise(mention: Mention, token: Token, joint = ' '): void {
  const costume = costumes[senseOf(token.senses, 'noun')?.value ?? ''];
  mention.noun += token.script === 'han' ? token.text : `${joint}${token.text}`;
  mention.plural ||= token.plural;
  if (costume !== undefined) mention.wearing.push({ noun: token.text, ...costume });
  const single = (mention.count ?? 1) === 1;
  if (single && pair.test(token.text)) mention.count = 2;
  else if (single && (token.plural || household.test(token.text))) {
    mention.count = 3;
    mention.exact = false;
  }
}
