// The shape of a prompt whose whole plan is checked, boxes included.

/** A prompt and what its plan must show. */
export interface PlanCase {
  prompt: string;
  /** Count, colour where it matters, concept: `3 red car`; `|` parts equally good answers, `-3` means at least three. */
  subjects?: readonly string[];
  /** Others may be shown besides. */
  more?: boolean;
  /** By index of `subjects`: `0 left 1`, `0 on 2`; every instance of the first must be so to one of the second. */
  relations?: readonly string[];
  /** Lettered exactly; nothing else may be lettered. */
  texts?: readonly string[];
  /** `setting=beach|ocean`, `time=dawn`. */
  facts?: readonly string[];
  /** Nouns that may be left unplaced. */
  unplaced?: readonly string[];
  /** So many things that some may be small. */
  tiny?: boolean;
}
