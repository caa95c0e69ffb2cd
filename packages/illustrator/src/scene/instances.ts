// From the brief's subjects to single instances with the facts of their artwork and sizes relative to one another.
import { type Artwork, findArtwork } from '../artwork/catalogue.js';
import type { Brief, BriefSubject } from '../brief/brief.js';
import type { SizeName } from '../brief/vocabulary.js';
import type { MeasuredSubject } from './measured-brief.js';
import { poseOf, type SubjectPose } from './poses.js';
import type { SubjectPicture } from './scene.js';

/** One thing to be drawn. */
export interface Instance {
  /** Position in the list of instances. */
  id: number;
  /** Index in `brief.subjects`. */
  source: number;
  noun: string;
  concept: string;
  pose: SubjectPose;
  fact: Artwork;
  /** Height relative to the largest instance, both compressed; 1 for the largest. */
  height: number;
  /** Width in the same unit. */
  width: number;
  picture: SubjectPicture | null;
}

const sizeFactor: Record<SizeName, number> = { tiny: 0.6, small: 0.78, medium: 1, large: 1.28, giant: 1.65 };

/** Smallest size next to the largest, by how many things are shown: nothing may vanish. */
const smallest = 0.34;

/** A stand-in for a picture that brings its own pixels. */
function factOfPicture(picture: SubjectPicture, base: Artwork | undefined): Artwork {
  const aspect = picture.width / picture.height;
  if (base) return { ...base, aspect };
  return {
    concept: 'picture',
    heightM: 1,
    aspect,
    stance: 'stands',
    facing: 'front',
    kind: 'object',
    anchors: {},
    defaultColour: null,
  };
}

/**
 * Lists every instance. Subjects without artwork or excluded by the negative prompt are left out and named in `missing`.
 * `pictures` maps an index of `brief.subjects` to pixels that stand in for artwork, `measured` to what the catalogue
 * cannot know of a posture.
 */
export function listInstances(
  brief: Brief,
  pictures: ReadonlyMap<number, SubjectPicture>,
  measured: ReadonlyMap<number, MeasuredSubject>,
): { instances: Instance[]; missing: string[] } {
  const missing: string[] = [];
  const artworkOf = (source: number): Artwork | undefined => findArtwork(brief.subjects[source]?.concept ?? '');
  const kinds: { subject: BriefSubject; source: number; fact: Artwork; picture: SubjectPicture | null }[] = [];
  brief.subjects.forEach((subject, source) => {
    const picture = pictures.get(source) ?? null;
    const known = findArtwork(subject.concept);
    const posed = measured.get(source);
    const artwork = known && posed ? { ...known, ...posed } : known;
    const fact = picture ? factOfPicture(picture, artwork) : artwork;
    const banned =
      brief.excluded.concepts.includes(subject.concept) || (brief.excluded.people && fact?.kind === 'person');
    if (!fact || banned) {
      if (!banned) missing.push(subject.noun);
      return;
    }
    kinds.push({ subject, source, fact, picture });
  });
  const sizes = kinds.map(
    ({ subject, fact }) =>
      fact.heightM * Math.sqrt(findArtwork(fact.concept)?.aspect ?? fact.aspect) * sizeFactor[subject.size] ** 1.4,
  );
  const scaled = compress(humble(sizes, kinds));
  const instances: Instance[] = [];
  kinds.forEach(({ subject, source, fact, picture }, at) => {
    // A size word must show even where compression flattens real heights; flowers and vegetables beside the thing that the
    // picture is about stay smaller than it.
    const minor = at > 0 && !subject.exact && subject.count > 1 && (fact.kind === 'plant' || fact.kind === 'food');
    const size = (scaled[at] ?? 1) * sizeFactor[subject.size] ** 0.6 * (minor && fact.heightM < 1 ? 0.62 : 1);
    const height = size / Math.sqrt(fact.aspect);
    const pose = poseOf(brief, source, artworkOf);
    for (let i = 0; i < subject.count; i += 1) {
      instances.push({
        id: instances.length,
        source,
        noun: subject.noun,
        concept: subject.concept,
        pose,
        fact,
        height,
        width: height * fact.aspect,
        picture,
      });
    }
  });
  return { instances, missing };
}

/** Up to how many times as large as the largest being a house or a tree beside it counts, and a body of the sky beside anything. */
const mostOfBuilt = 3;
const mostOfSky = 2.5;
/** Smaller beings, metres, count as this large here: beside a mouse a house is a house. */
const leastBeingM = 0.9;

/** Takes houses, trees and planets down where beings or things are the subject: they stand for it, not beside it. */
function humble(sizes: readonly number[], kinds: readonly { fact: Artwork }[]): number[] {
  const largest = (fits: (fact: Artwork) => boolean): number =>
    Math.max(0, ...sizes.filter((_, at) => fits((kinds[at] as { fact: Artwork }).fact)));
  const being = largest(({ kind }) => kind === 'person' || kind === 'animal' || kind === 'fantasy');
  const earthly = largest(({ stance }) => stance !== 'sky');
  return sizes.map((size, at) => {
    const { fact } = kinds[at] as { fact: Artwork };
    if (fact.stance === 'sky') return earthly > 0 ? Math.min(size, earthly * mostOfSky) : size;
    const stands = fact.kind === 'building' || fact.kind === 'plant' || fact.kind === 'nature';
    return stands && being > 0 ? Math.min(size, Math.max(being, leastBeingM) * mostOfBuilt) : size;
  });
}

/** Real sizes (metres) to sizes in a picture: a power below one, chosen so that the smallest keeps its share. */
function compress(sizes: readonly number[]): number[] {
  const largest = Math.max(...sizes, 1e-6);
  const least = Math.min(...sizes, largest);
  const ratio = least / largest;
  const power = ratio >= 1 ? 0.5 : Math.min(0.5, Math.log(smallest) / Math.log(ratio));
  return sizes.map((size) => (size / largest) ** power);
}
