// Words the lexicon does not have: which of them are nouns, and what their last part says they are.
import { isUnknown, nounFollows } from './look-ahead.js';
import type { ReadingState } from './reading-state.js';
import { can, type Token } from './tokens.js';

const verbEnding = /(?:ing|ed|ly)$/;
/** Chinese nouns whose last character says what they are: 柯尔**鸭**. */
const headCharacters = new Set(
  '鱼鸟花树草犬狗猫熊虎狼蛇龟猴鹿马牛羊猪鸡鸭鹅车船楼塔桥果鞋帽裙椅桌灯伞刀剑琴球虫茶酒包瓶杯碗兔鹰',
);
const englishEndings = [
  'fish',
  'bird',
  'berry',
  'tree',
  'flower',
  'cake',
  'boat',
  'ship',
  'dog',
  'bear',
  'house',
  'man',
  'woman',
];

/** 柯尔|鸭: does the one-character noun `next` end a compound that begins with the unknown `token`? */
export function endsUnknownCompound(token: Token, next: Token): boolean {
  return token.text.length <= 3 && can(next, 'noun') && headCharacters.has(next.text);
}

/** The known end of an unknown compound (`moonfish` → fish, 柯尔鸭 → 鸭), or null. */
export function knownEnding(token: Token): string | null {
  if (token.script === 'han') {
    const last = [...token.text].at(-1) ?? '';
    return token.text.length > 1 && headCharacters.has(last) ? last : null;
  }
  const word = token.text.toLowerCase().replace(/s$/, '');
  return englishEndings.find((ending) => word.length > ending.length + 2 && word.endsWith(ending)) ?? null;
}

/** Is the unknown word at `at` in the place of a noun? */
export function isUnknownNoun(state: ReadingState, at: number): boolean {
  const { tokens, modifiers } = state;
  const token = tokens[at];
  if (token === undefined || token.text.length > 40) return false;
  const next = tokens[at + 1];
  if (token.script === 'latin' && verbEnding.test(token.text.toLowerCase()) && !modifiers.determined) return false;
  if (isUnknown(next) || nounFollows(tokens, at + 1)) return false;
  const expected = modifiers.determined || modifiers.count !== null || state.link !== null;
  if (token.script === 'latin') return expected;
  return expected && token.text.length >= 2 && token.text.length <= 6;
}
