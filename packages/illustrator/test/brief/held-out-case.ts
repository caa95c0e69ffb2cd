// The shape of a prompt that was kept apart, with what must be found in it.

/** A prompt and what it asks for. */
export interface HeldOutCase {
  prompt: string;
  /** All subjects in order: count, size and colour where they matter, concept; `|` parts equally good answers. */
  subjects?: readonly string[];
  /** Some of the relations, by index. */
  relations?: readonly string[];
  wearing?: readonly string[];
  texts?: readonly string[];
  /** `setting=beach`; `|` parts equally good answers. */
  facts?: readonly string[];
}
