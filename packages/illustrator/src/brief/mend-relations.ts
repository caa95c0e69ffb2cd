// Relations that grammar alone reads too plainly: who plays a guitar holds it, who can fly is in the air above a village.
import type { Mention, Reading } from './mention.js';

/** Instruments that are played in the hands. */
const heldInstruments: ReadonlySet<string | null> = new Set([
  'guitar',
  'violin',
  'trumpet',
  'saxophone',
  'accordion',
  'banjo',
  'flute',
]);

/** Who stands in its drawing but flies when it is told to be above something. */
const flyers: ReadonlySet<string | null> = new Set([
  'dragon',
  'phoenix',
  'pegasus',
  'superhero',
  'angel',
  'fairy',
  'witch',
  'bat',
]);

/** Changes the relations and actions of `reading` in place. */
export function mendRelations(reading: Reading): void {
  for (const bond of reading.relations) {
    const { from, to, relation } = bond;
    if (relation === 'with' && from.action === 'playing' && heldInstruments.has(to.concept)) bond.relation = 'holding';
    if (relation === 'above') lift(reading, from);
    if (relation === 'under' && to.concept === 'cherry blossom') growTree(to);
  }
}

/** Who stands under cherry blossoms stands under their tree. */
function growTree(blossom: Mention): void {
  blossom.concept = 'cherry tree';
  if (!blossom.exact) blossom.count = 1;
}

/** `a dragon breathing fire over a village`: not the fire but who breathes it is above. */
function lift({ mentions }: Reading, above: Mention): void {
  const flyer = flyers.has(above.concept)
    ? above
    : above.concept === 'fire'
      ? mentions.findLast(({ concept, at }) => at < above.at && flyers.has(concept))
      : undefined;
  if (flyer !== undefined) flyer.action ??= 'flying';
}
