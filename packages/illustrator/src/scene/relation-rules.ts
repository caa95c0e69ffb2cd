// Relations of the brief between different groups, as rules for the layout and as directions to look.
import type { Brief, BriefRelation } from '../brief/brief.js';
import type { Group } from './group.js';
import type { Instance } from './instances.js';
import type { Placement, Rule } from './layout.js';

const relationRules: Partial<Record<BriefRelation['relation'], Rule['rule']>> = {
  'left-of': 'left',
  'right-of': 'right',
  above: 'above',
  below: 'below',
  // Where no group could be formed, what is under is at least below.
  on: 'above',
  under: 'below',
  'in-front-of': 'front',
  behind: 'behind',
  beside: 'beside',
  with: 'beside',
  facing: 'beside',
  around: 'around',
};

/** Positional relations between different groups, one rule for each pair of instances. */
export function rulesOf(brief: Brief, instances: readonly Instance[], groups: readonly Group[]): Rule[] {
  const rules: Rule[] = [];
  const groupsOf = (source: number): number[] =>
    groups.flatMap((group, index) =>
      group.pieces.some((piece) => instances[piece.instance]?.source === source) ? [index] : [],
    );
  for (const { from, relation, to } of brief.relations) {
    const rule = relationRules[relation];
    const pairs = groupsOf(from).flatMap((a) => groupsOf(to).flatMap((b) => (a === b ? [] : [[a, b] as const])));
    if (rule) for (const [a, b] of pairs) rules.push({ a, b, rule });
  }
  rules.push(...betweenRules(brief, groupsOf));
  return rules;
}

/** `A between B and C` arrives as two relations: B goes left of A, C right of it. */
function betweenRules(brief: Brief, groupsOf: (source: number) => number[]): Rule[] {
  const rules: Rule[] = [];
  const sides = new Map<number, number>();
  for (const { from, relation, to } of brief.relations) {
    if (relation !== 'between') continue;
    const flanks = groupsOf(to);
    for (const b of flanks) {
      const side = sides.get(from) ?? 0;
      sides.set(from, side + 1);
      for (const a of groupsOf(from)) if (a !== b) rules.push({ a, b, rule: side % 2 === 0 ? 'right' : 'left' });
    }
  }
  return rules;
}

/** Who was asked to face whom looks that way, and is looked back at. */
export function looksOf(
  brief: Brief,
  instances: readonly Instance[],
  groups: readonly Group[],
  placements: readonly Placement[],
): Map<number, 'left' | 'right'> {
  const looks = new Map<number, 'left' | 'right'>();
  const groupOf = (source: number): number =>
    groups.findIndex((group) => group.pieces.some((piece) => instances[piece.instance]?.source === source));
  for (const { from, relation, to } of brief.relations) {
    if (relation !== 'facing') continue;
    const [a, b] = [groupOf(from), groupOf(to)];
    const [here, there] = [placements[a], placements[b]];
    if (a === b || !here || !there) continue;
    looks.set(a, here.x < there.x ? 'right' : 'left');
    looks.set(b, here.x < there.x ? 'left' : 'right');
  }
  return looks;
}
