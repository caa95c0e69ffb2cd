// Briefs written by hand, for tests of what comes after reading.
import type { Brief, BriefLettering, BriefSubject } from '../../src/brief/brief.js';
import type { RelationName } from '../../src/brief/vocabulary.js';

/** A brief that asks for nothing; `parts` fills it in. */
export function briefOf(parts: Partial<Brief> = {}): Brief {
  return {
    prompt: 'a test',
    language: 'en',
    subjects: [],
    relations: [],
    lettering: [],
    setting: null,
    settingNoun: null,
    settingColour: null,
    sky: { sun: false, moon: null, stars: false, clouds: false, rainbow: false, fireworks: false, aurora: false },
    weather: null,
    season: null,
    time: null,
    mood: null,
    composition: [],
    palette: [],
    tint: null,
    style: 'soft-light',
    styleAsked: false,
    excluded: {
      concepts: [],
      colours: [],
      weather: [],
      styles: [],
      settings: [],
      sky: [],
      text: false,
      people: false,
    },
    edits: [],
    unplaced: [],
    backdrops: [],
    ...parts,
  };
}

/** A subject of a brief; its noun is its concept unless told otherwise. */
export function subjectOf(concept: string, parts: Partial<BriefSubject> = {}): BriefSubject {
  return {
    noun: concept,
    concept,
    count: 1,
    exact: true,
    colour: null,
    secondColour: null,
    material: null,
    size: 'medium',
    action: null,
    place: null,
    wearing: [],
    confidence: 1,
    ...parts,
  };
}

/** Two subjects, one of each, and how they stand to each other. */
export function pairOf(first: string, relation: RelationName, second: string, parts: Partial<Brief> = {}): Brief {
  return briefOf({
    subjects: [subjectOf(first), subjectOf(second)],
    relations: [{ from: 0, relation, to: 1 }],
    ...parts,
  });
}

/** A text for a brief. */
export function letteringOf(text: string, parts: Partial<BriefLettering> = {}): BriefLettering {
  return { text, carrier: 'sign', holder: null, colour: null, ...parts };
}

/** The contract's picture sizes at 1k: square, the landscape ratios, and the portrait ones. */
export const pictureSizes = [
  [1024, 1024],
  [1360, 768],
  [768, 1360],
  [1168, 880],
  [880, 1168],
  [1248, 832],
  [832, 1248],
  [1552, 656],
] as const;
