// Where each group lives in its setting (on the ground, in the water, in the air, afloat in space) and what that means for its place.
import type { Group } from './group.js';
import type { Instance } from './instances.js';
import type { Rule } from './layout.js';
import type { Contact } from './scene.js';
import type { Medium } from './setting-facts.js';

/** `bed` is the floor of the sea; `float` anywhere in open water or space; `wall` hangs on the wall of a room. */
export type Habitat = 'stand' | 'swim' | 'air' | 'float' | 'bed' | 'wall';

/** What belongs on a wall. */
export const hangings: ReadonlySet<string> = new Set([
  'window',
  'mirror',
  'picture frame',
  'clock',
  'blackboard',
  'calendar',
  'map',
  'dart board',
  'painting',
  'wreath',
  'curtain',
]);

function ownHabitat({ fact, pose, concept }: Instance, medium: Medium, alone: boolean): Habitat {
  if (medium === 'floor' && (hangings.has(concept) || (fact.stance === 'hangs' && !alone))) return 'wall';
  const rests = fact.stance === 'stands' || fact.stance === 'lies';
  if (medium === 'space' || medium === 'sky' || medium === 'flat') return 'float';
  if (medium === 'underwater') return rests && pose.action !== 'swimming' ? 'bed' : 'float';
  const flying = pose.action === 'flying' && fact.kind !== 'object';
  if (fact.stance === 'flies' || fact.stance === 'sky' || fact.stance === 'hangs' || flying) return 'air';
  const swimming = fact.stance === 'swims' || fact.stance === 'underwater' || pose.action === 'swimming';
  return medium === 'shore' && swimming ? 'swim' : 'stand';
}

/** The habitat of every group; who must stand before or behind another shares its ground. */
export function habitatsOf(
  groups: readonly Group[],
  instances: readonly Instance[],
  rules: readonly Rule[],
  medium: Medium,
): Habitat[] {
  const habitats = groups.map((group): Habitat => {
    const root = instances[group.root];
    return root ? ownHabitat(root, medium, groups.length === 1) : 'stand';
  });
  for (const { a, b, rule } of rules) {
    if (rule !== 'front' && rule !== 'behind') continue;
    if (habitats[a] === habitats[b] || habitats[a] === 'float' || habitats[b] === 'float') continue;
    habitats[a] = medium === 'underwater' ? 'bed' : 'stand';
    habitats[b] = habitats[a];
  }
  return habitats;
}

/** Is the group bound to another's height, so that it needs the whole height to choose from? */
export function isCrowded(group: number, rules: readonly Rule[]): boolean {
  return rules.some(
    ({ a, b, rule }) => (a === group || b === group) && rule !== 'left' && rule !== 'right' && rule !== 'beside',
  );
}

/** What the band of a habitat depends on. */
export interface BandRequest {
  medium: Medium;
  horizon: number;
  /** Where the near bank begins, 1 for none. */
  shore: number;
  /** The only thing in the picture. */
  alone: boolean;
  crowded: boolean;
  /** Wished nearness, 0 far … 1 near, when the prompt gives one. */
  near: number | null;
}

/** Highest and lowest place for the feet, fractions of the height. */
export function bandOf(
  habitat: Habitat,
  { medium, horizon, shore, alone, crowded, near }: BandRequest,
): readonly [number, number] {
  switch (habitat) {
    case 'bed':
      return [0.88, 0.95];
    case 'float':
      if (medium === 'flat') return [0.2, 0.95];
      return medium === 'underwater' ? [0.3, 0.9] : [0.25, 0.92];
    case 'swim':
      return [horizon + 0.09, shore < 1 ? shore - 0.03 : 0.9];
    case 'wall':
      return crowded ? [0.16, 0.94] : [horizon * 0.62, horizon * 0.9];
    case 'air':
      if (crowded) return [0.14, 0.92];
      if (near === 0) return [0.1, 0.36];
      return [0.16, near === 1 ? 0.9 : alone ? Math.max(0.62, horizon + 0.06) : Math.max(0.45, horizon)];
    case 'stand':
      if (medium === 'table') return [horizon + 0.14, 0.9];
      if (medium === 'floor') return [horizon + 0.09, 0.93];
      if (medium === 'shore') return [shore + 0.08, 0.94];
      return [horizon + 0.2 * (0.94 - horizon), 0.925];
  }
}

/** What is painted where a habitat's things touch. */
export function contactOf(habitat: Habitat, medium: Medium): Contact {
  switch (habitat) {
    case 'float':
      if (medium === 'flat') return 'flat';
      return medium === 'underwater' ? 'underwater' : 'space';
    case 'air':
    case 'wall':
      return 'air';
    case 'swim':
      return 'water';
    case 'bed':
      return 'ground';
    case 'stand':
      return medium === 'floor' || medium === 'table' ? 'floor' : 'ground';
  }
}
