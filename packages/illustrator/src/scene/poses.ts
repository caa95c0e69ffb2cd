// How each subject is to be drawn because of what it does with others: hands forward for a sign, seated on a horse or a bench.
import type { Artwork } from '../artwork/catalogue.js';
import type { Brief, BriefRelation } from '../brief/brief.js';
import type { ActionName, ColourName } from '../brief/vocabulary.js';

/** What the artwork is told about a subject's posture. */
export interface SubjectPose {
  action: ActionName | null;
  holding: false | 'one' | 'both';
  wearing: { noun: string; concept: string; colour: ColourName | null }[];
}

/** Looks up the artwork of a brief's subject by its index. */
export type ArtworkOf = (source: number) => Artwork | undefined;

/** Held up at the end of an arm, and drawn behind the holder so that it never covers a face. */
const raised = new Set(['umbrella', 'balloon', 'kite', 'flag', 'red paper lantern', 'paper lantern', 'parasol']);
const seats = new Set(['couch', 'sofa', 'chair', 'armchair', 'bench', 'bed', 'stool', 'swing', 'throne', 'toilet']);
const boards = new Set(['sign', 'banner', 'paper', 'book']);

/** Is this carried over the head or shoulder rather than before the body? */
export function isRaised(concept: string): boolean {
  return raised.has(concept);
}

const holders = new Set<Artwork['kind']>(['person', 'animal', 'fantasy']);
const holdables = new Set<Artwork['kind']>(['object', 'food', 'plant']);

/** `a girl with a red umbrella` holds it, `a man with a horse` stands beside it. */
export function isHeld({ relation, from, to }: BriefRelation, artworkOf: ArtworkOf): boolean {
  if (relation === 'holding') return true;
  if (relation !== 'with') return false;
  const holder = artworkOf(from);
  const thing = artworkOf(to);
  if (!holder || !thing) return false;
  return (
    holders.has(holder.kind) && holdables.has(thing.kind) && thing.heightM <= 1.1 && thing.heightM < holder.heightM
  );
}

/** The posture of one subject of a brief. */
export function poseOf(brief: Brief, source: number, artworkOf: ArtworkOf): SubjectPose {
  const subject = brief.subjects[source];
  const wearing = [...(subject?.wearing ?? [])];
  let holding: SubjectPose['holding'] = false;
  let action = subject?.action ?? null;
  let seated = false;
  const living = holders.has(artworkOf(source)?.kind ?? 'object');
  for (const relation of brief.relations) {
    const other = artworkOf(relation.to);
    if (relation.from !== source || !other) continue;
    if (isHeld(relation, artworkOf)) {
      holding = holding === 'both' || (!isRaised(other.concept) && other.heightM > 0.4) ? 'both' : 'one';
    }
    if (relation.relation === 'wearing') {
      const worn = brief.subjects[relation.to];
      if (worn) wearing.push({ noun: worn.noun, concept: worn.concept, colour: worn.colour });
    }
    const sits = relation.relation === 'riding' || (relation.relation === 'on' && seats.has(other.concept));
    seated ||= sits;
    if (sits && living && (action === null || action === 'standing')) action = 'sitting';
  }
  for (const lettering of brief.lettering) {
    if (lettering.holder === source && boards.has(lettering.carrier) && living) holding = 'both';
  }
  // With a book in hand and no seat, one reads standing: nobody sits on air.
  if (action === 'reading' && holding !== false && !seated && artworkOf(source)?.kind !== 'animal') action = null;
  // A beast's suit for space needs its helmet; people's suits have one.
  if (artworkOf(source)?.kind === 'animal' && wearing.some(({ concept }) => concept === 'spacesuit'))
    wearing.push({ noun: 'space helmet', concept: 'helmet', colour: null });
  return { action, holding, wearing };
}
