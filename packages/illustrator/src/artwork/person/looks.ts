// How a person looks: age, skin and hair, by seed unless role or brief say otherwise.
import type { Pose } from '../drawing.js';
import { pickBySeed } from '../seeded.js';
import { darker } from '../tone.js';
import { type Age, type Build, buildOf, greyHair, hairTones, skins } from './build.js';
import type { HairCut } from './hair.js';
import { hexOf } from './outfit.js';
import type { Role } from './roles.js';

const cutsByAge: Readonly<Record<Age, readonly HairCut[]>> = {
  man: ['short', 'crop', 'short', 'curly'],
  woman: ['long', 'wavy', 'bob', 'ponytail', 'long'],
  boy: ['short', 'spiky', 'crop'],
  girl: ['pigtails', 'bob', 'ponytail', 'long'],
  baby: ['tuft'],
  'old man': ['balding'],
  'old woman': ['bun'],
};

/** The body under the clothes. */
export interface Looks {
  age: Age;
  build: Build;
  skin: string;
  skinShade: string;
  hair: string;
  hairShade: string;
  cut: HairCut;
}

/** Cuts that a word for hair names by itself. */
const namedCuts: readonly (readonly [RegExp, HairCut])[] = [
  [/pigtails|双马尾/i, 'pigtails'],
  [/ponytail|马尾/i, 'ponytail'],
  [/curl|wav|卷/i, 'wavy'],
  [/long|长/i, 'long'],
  [/short|短/i, 'bob'],
  [/bun$|丸子头/i, 'bun'],
];

/** The cut that the prompt's word for the hair asks for; undefined when it is silent. */
function cutOf(noun: string | undefined): HairCut | undefined {
  return noun === undefined ? undefined : namedCuts.find(([words]) => words.test(noun))?.[1];
}

/** Picks age, skin, hair and cut by the seed, within what the role and the brief allow. */
export function looksOf(role: Role, pose: Pose): Looks {
  const age = pickBySeed(role.ages, pose.variant, 0, 'woman' as Age);
  const natural = pickBySeed<readonly [string, string]>(skins, pose.variant, 1, ['#fbd7b8', '#eab58e']);
  const [skin, skinShade]: readonly [string, string] =
    role.skin === null ? natural : [role.skin, darker(role.skin, 0.16)];
  const old = age === 'old man' || age === 'old woman';
  const dark = hairTones.slice(0, 2);
  const tones = skins.indexOf(natural) >= 3 ? dark : hairTones;
  let [hair, hairShade]: readonly [string, string] = old ? greyHair : pickBySeed(tones, pose.variant, 2, greyHair);
  const worn = pose.wearing.find(({ concept }) => concept === 'hair');
  const asked = worn?.colour;
  const own = asked ? (asked === 'yellow' || asked === 'gold' ? '#e0b25e' : hexOf(asked)) : role.hairColour;
  if (own !== null) [hair, hairShade] = [own, darker(own, 0.22)];
  return {
    age,
    build: buildOf(age),
    skin,
    skinShade,
    hair,
    hairShade,
    cut: cutOf(worn?.noun) ?? role.hair ?? pickBySeed(cutsByAge[age], pose.variant, 3, 'short'),
  };
}
