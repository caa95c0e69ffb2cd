// Bodies of people: proportions by age and sex, tones of skin and hair. Units: an adult is 400 high, the ground is y = 0.

/** One body, seen from the front; `x` is half a width from the middle line, `y` negative upwards. */
export interface Build {
  /** Half width and half height of the face, and where its middle is. */
  faceX: number;
  faceY: number;
  headY: number;
  chinY: number;
  shoulderX: number;
  shoulderY: number;
  waistX: number;
  waistY: number;
  hipX: number;
  hipY: number;
  crotchY: number;
  kneeY: number;
  ankleY: number;
  /** Lengths of upper arm and forearm, thickness of the arm, of the thigh. */
  upperArm: number;
  foreArm: number;
  armWidth: number;
  thighWidth: number;
}

const man: Build = {
  ...{ faceX: 36, faceY: 41, headY: -352, chinY: -311, shoulderX: 52, shoulderY: -288, waistX: 37, waistY: -208 },
  ...{
    hipX: 39,
    hipY: -182,
    crotchY: -166,
    kneeY: -90,
    ankleY: -16,
    upperArm: 62,
    foreArm: 58,
    armWidth: 25,
    thighWidth: 35,
  },
};

const woman: Build = {
  ...{ faceX: 35, faceY: 39, headY: -346, chinY: -307, shoulderX: 43, shoulderY: -284, waistX: 29, waistY: -212 },
  ...{
    hipX: 39,
    hipY: -180,
    crotchY: -166,
    kneeY: -90,
    ankleY: -16,
    upperArm: 60,
    foreArm: 55,
    armWidth: 20,
    thighWidth: 33,
  },
};

const child: Build = {
  ...{ faceX: 38, faceY: 38, headY: -242, chinY: -206, shoulderX: 34, shoulderY: -192, waistX: 29, waistY: -140 },
  ...{
    hipX: 30,
    hipY: -118,
    crotchY: -106,
    kneeY: -58,
    ankleY: -13,
    upperArm: 42,
    foreArm: 38,
    armWidth: 19,
    thighWidth: 27,
  },
};

const toddler: Build = {
  ...{ faceX: 40, faceY: 37, headY: -178, chinY: -144, shoulderX: 32, shoulderY: -134, waistX: 32, waistY: -92 },
  ...{
    hipX: 32,
    hipY: -72,
    crotchY: -60,
    kneeY: -34,
    ankleY: -11,
    upperArm: 30,
    foreArm: 27,
    armWidth: 19,
    thighWidth: 27,
  },
};

/** Who is drawn; the old are adults with grey hair and a few lines. */
export type Age = 'man' | 'woman' | 'boy' | 'girl' | 'baby' | 'old man' | 'old woman';

/** Proportions for an age. */
export function buildOf(age: Age): Build {
  switch (age) {
    case 'man':
    case 'old man':
      return man;
    case 'woman':
    case 'old woman':
      return woman;
    case 'baby':
      return toddler;
    default:
      return child;
  }
}

/** Skin from light to dark, `[lit, shaded]`; variants walk through them. */
export const skins: readonly (readonly [string, string])[] = [
  ['#fbd7b8', '#eab58e'],
  ['#f3c59b', '#dda173'],
  ['#f7cfae', '#e5ad84'],
  ['#d9a272', '#bb7f50'],
  ['#a9714a', '#8a5634'],
  ['#7d5236', '#5f3b25'],
];

/** Natural hair, `[lit, shaded]`. */
export const hairTones: readonly (readonly [string, string])[] = [
  ['#4a3228', '#33211a'],
  ['#2e2a2b', '#1c191a'],
  ['#6f4a2f', '#4f331f'],
  ['#8f5a34', '#6c4124'],
  ['#e0b25e', '#bd8c3c'],
  ['#b65a2c', '#8d401c'],
];

/** Hair of the old. */
export const greyHair: readonly [string, string] = ['#d8d8d6', '#b0b0b0'];
