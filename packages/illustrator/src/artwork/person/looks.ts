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
  woman: ['long', 'wavy', 'bob', 'ponytail', 'bun'],
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
  const asked = pose.wearing.find(({ concept }) => concept === 'hair')?.colour;
  const own = asked ? (asked === 'yellow' || asked === 'gold' ? '#e0b25e' : hexOf(asked)) : role.hairColour;
  if (own !== null) [hair, hairShade] = [own, darker(own, 0.22)];
  return {
    age,
    build: buildOf(age),
    skin,
    skinShade,
    hair,
    hairShade,
    cut: role.hair ?? pickBySeed(cutsByAge[age], pose.variant, 3, 'short'),
  };
}
