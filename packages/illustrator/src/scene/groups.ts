// Groups: things that touch (a cat on a sofa, a knight riding a horse, a paw holding a sign) are arranged once, then placed as one.
import type { Brief, BriefRelation } from '../brief/brief.js';
import type { RelationName } from '../brief/vocabulary.js';
import { attach } from './attach.js';
import { type Group, type Join, measureGroup, type Piece } from './group.js';
import { addSign } from './hold-sign.js';
import type { Instance } from './instances.js';
import { isHeld } from './poses.js';
import { boardAspect } from './sign-size.js';

interface Link {
  child: number;
  parent: number;
  join: Join;
}

const joins: Partial<Record<RelationName, Join>> = {
  on: 'on',
  in: 'in',
  under: 'under',
  riding: 'riding',
  holding: 'holding',
  wearing: 'wearing',
};

const airborne = new Set(['flies', 'sky', 'hangs', 'underwater']);

/** Which side is attached to which, or null when the relation only positions the two. Holders and wearers are parents. */
function joinOf(
  { relation, from, to }: BriefRelation,
  byId: (source: number) => Instance | undefined,
): { join: Join; child: number; parent: number } | null {
  const a = byId(from);
  const b = byId(to);
  if (!a || !b || from === to) return null;
  if (relation === 'wearing') return { join: relation, child: to, parent: from };
  if (isHeld({ from, relation, to }, (source) => byId(source)?.fact))
    return { join: 'holding', child: to, parent: from };
  if (relation === 'above' || relation === 'below') {
    const [upper, lower] = relation === 'above' ? [a, b] : [b, a];
    // What cannot fly is set on top of what it is above: nothing hovers.
    if (airborne.has(upper.fact.stance)) return null;
    return { join: 'stack', child: upper.source, parent: lower.source };
  }
  const join = joins[relation];
  if (!join) return null;
  if (join === 'under' && (b.fact.stance === 'sky' || b.fact.stance === 'flies')) return null;
  return { join, child: from, parent: to };
}

/** Pairs instances of both sides: one host takes all, several hosts share. */
function linksOf(brief: Brief, instances: readonly Instance[], { scenery, stacks }: GroupOptions): Link[] {
  const idsOf = (source: number): number[] => instances.filter((each) => each.source === source).map((each) => each.id);
  const links: Link[] = [];
  const taken = new Set<number>();
  const parentOf = (id: number): number | undefined => links.find((link) => link.child === id)?.parent;
  const descends = (id: number, ancestor: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parentOf(at)) if (at === ancestor) return true;
    return false;
  };
  for (const relation of brief.relations) {
    const joined = joinOf(relation, (source) => instances.find((each) => each.source === source));
    if (!joined || (joined.join === 'stack' && !stacks)) continue;
    if (scenery.has(joined.child) || scenery.has(joined.parent)) continue;
    const children = idsOf(joined.child);
    const parents = idsOf(joined.parent);
    children.forEach((child, i) => {
      const parent = parents[i % parents.length];
      if (parent === undefined || taken.has(child) || descends(parent, child)) return;
      taken.add(child);
      links.push({ child, parent, join: joined.join });
    });
  }
  return links;
}

/** What arranging depends on besides the brief. */
export interface GroupOptions {
  /** Measured width ÷ height of carriers by index of the lettering. */
  boards: ReadonlyMap<number, number>;
  /** Subjects, by index in the brief, that the scenery shows. */
  scenery: ReadonlySet<number>;
  /** Is what is above something set on top of it? Not where all lie flat. */
  stacks: boolean;
}

/** Arranges all instances but the scenery's into groups. */
export function buildGroups(
  brief: Brief,
  instances: readonly Instance[],
  options: GroupOptions = { boards: new Map(), scenery: new Set(), stacks: true },
): Group[] {
  const { boards, scenery } = options;
  const links = linksOf(brief, instances, options);
  const attached = new Set(links.map((link) => link.child));
  return instances
    .filter((each) => !attached.has(each.id) && !scenery.has(each.source))
    .map((root) => arrange(root, instances, links, brief, boards));
}

/** Lays out one instance with everything attached to it. */
function arrange(
  root: Instance,
  instances: readonly Instance[],
  links: readonly Link[],
  brief: Brief,
  boards: ReadonlyMap<number, number>,
): Group {
  const own: Piece = {
    instance: root.id,
    x0: -root.width / 2,
    x1: root.width / 2,
    y0: -root.height,
    y1: 0,
    order: 0,
    grounded: true,
    worn: false,
  };
  const group: Group = { root: root.id, pieces: [own], signs: [], x0: 0, y0: 0, x1: 0, y1: 0 };
  const mine = links.filter((link) => link.parent === root.id);
  for (const join of ['under', 'on', 'stack', 'in', 'riding', 'holding', 'wearing'] as const) {
    const children = mine
      .filter((link) => link.join === join)
      .flatMap((link) => instances.filter((each) => each.id === link.child))
      .map((each) => arrange(each, instances, links, brief, boards));
    if (children.length > 0) attach(join, { group, own, parent: root, children, instances });
  }
  brief.lettering.forEach((lettering, index) => {
    if (lettering.holder !== root.source || firstOf(instances, root.source) !== root.id) return;
    const free =
      lettering.carrier === 'banner' ||
      lettering.carrier === 'wall' ||
      lettering.carrier === 'neon-sign' ||
      lettering.carrier === 'none';
    if (!free) addSign(group, own, root, lettering.carrier, index, boards.get(index) ?? boardAspect(lettering.text));
  });
  measureGroup(group);
  return group;
}

const firstOf = (instances: readonly Instance[], source: number): number | undefined =>
  instances.find((each) => each.source === source)?.id;
