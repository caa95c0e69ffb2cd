// Puts clothes on: what a role brings, then what the brief says, each where it belongs.
import type { ColourName } from '../../brief/vocabulary.js';
import { pigments } from '../colour-targets.js';
import type { Pose } from '../drawing.js';
import { pickBySeed } from '../seeded.js';
import { darker } from '../tone.js';
import { findHat } from '../worn/hats.js';
import { findTrinket } from '../worn/trinkets.js';
import type { Dressed } from './clothes.js';
import { findGarment } from './garments.js';
import type { Item, Role } from './roles.js';

/** The pigment of a colour name; a single cloth cannot be a rainbow and is purple instead. */
export function hexOf(colour: ColourName): string {
  return colour === 'rainbow' ? pigments.purple : pigments[colour];
}

/** Everything worn, sorted by where it goes. */
export interface Outfit {
  top: Dressed | null;
  bottom: Dressed | null;
  over: Dressed[];
  shoes: Dressed | null;
  heads: { word: string; colour: string | null }[];
  trinkets: { word: string; colour: string | null }[];
  gloves: string | null;
  cape: string | null;
  belt: string | null;
}

/** Puts one word into the outfit. `loud` marks what the brief asked for: it replaces what the role brought. */
function putOn(outfit: Outfit, { word, colour }: Item, loud: boolean): boolean {
  const garment = findGarment(word);
  if (garment !== undefined) {
    const own = colour ?? garment.colour;
    const contrast =
      garment.front === 'sash' || garment.front === 'stripes' || garment.collar === 'cross' || garment.collar === 'fur';
    const dressed: Dressed = {
      garment,
      colour: own,
      trim: colour === null || contrast ? garment.trim : darker(own, 0.2),
    };
    if (garment.slot === 'whole') {
      outfit.top = dressed;
      if (loud) outfit.over = [];
      if (loud && garment.hem !== 'hip') outfit.bottom = null;
    } else if (garment.slot === 'over') {
      if (loud) outfit.over = outfit.over.filter((other) => other.garment.collar === 'none');
      outfit.over.push(dressed);
      if (garment.collar === 'high' && garment.flare >= 0.5) {
        outfit.over.pop();
        outfit.cape = own;
      }
    } else if (garment.slot === 'top') {
      if (loud && outfit.top?.garment.slot === 'whole' && outfit.bottom === null) outfit.bottom = dressedWord('jeans');
      outfit.top = dressed;
      if (loud) outfit.over = [];
    } else if (garment.slot === 'bottom') {
      if (loud && outfit.top?.garment.slot === 'whole') outfit.top = dressedWord('shirt');
      outfit.bottom = dressed;
    } else outfit.shoes = dressed;
    return true;
  }
  if (findHat(word) !== undefined) {
    if (loud) outfit.heads = [];
    outfit.heads.push({ word, colour });
  } else if (findTrinket(word) !== undefined) outfit.trinkets.push({ word, colour });
  else if (word === 'gloves') outfit.gloves = colour ?? '#8a5a3c';
  else if (word === 'belt') outfit.belt = colour ?? '#5b3f2c';
  else return false;
  return true;
}

function dressedWord(word: string): Dressed | null {
  const garment = findGarment(word);
  return garment === undefined ? null : { garment, colour: garment.colour, trim: garment.trim };
}

/** What a role and a brief put on a person; what the brief says wins. */
export function outfitFor(role: Role, pose: Pose): Outfit {
  const outfit: Outfit = {
    top: null,
    bottom: null,
    over: [],
    shoes: dressedWord('shoe'),
    heads: [],
    trinkets: [],
    gloves: null,
    cape: null,
    belt: null,
  };
  for (const item of role.items) putOn(outfit, item, false);
  if (role.extra === 'cape') outfit.cape = '#a8283a';
  for (const { concept, noun, colour } of pose.wearing) {
    const hex = colour === null ? null : hexOf(colour);
    // 白衣剑客: clothes of no kind are those of the trade, in that colour.
    if (concept === 'clothes' && hex !== null && outfit.top?.garment.slot === 'whole') {
      outfit.top = { ...outfit.top, colour: hex, trim: darker(hex, 0.22) };
      continue;
    }
    const worn = [noun?.toLowerCase(), concept].some(
      (word) => word !== undefined && putOn(outfit, { word, colour: hex }, true),
    );
    if (worn && (noun === 'raincoat' || noun === '雨衣')) outfit.heads.push({ word: 'hood', colour: hex ?? '#f5c431' });
  }
  // A colour bound to the person alone (`a person in red`) is the colour of the clothes.
  if (pose.colour !== null && pose.wearing.length === 0) {
    const hex = hexOf(pose.colour);
    const recolour = (dressed: Dressed | null) => dressed && { ...dressed, colour: hex, trim: darker(hex, 0.22) };
    if (outfit.over.length > 0) outfit.over = outfit.over.map((dressed) => recolour(dressed) ?? dressed);
    else outfit.top = recolour(outfit.top);
    if (outfit.top?.garment.slot === 'whole') outfit.top = recolour(outfit.top);
  } else if (
    pose.wearing.length === 0 &&
    role.items.every((item) => item.colour === null) &&
    outfit.top?.garment.slot === 'top'
  )
    outfit.top = {
      ...outfit.top,
      colour: pickBySeed(
        ['#4d9bd6', '#e07a4f', '#6fae6a', '#c9574a', '#e0b24a', '#8a6fc4'],
        pose.variant,
        7,
        outfit.top.colour,
      ),
    };
  return outfit;
}
