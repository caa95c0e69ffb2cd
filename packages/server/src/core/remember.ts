// Answers of a pure function, remembered for the few things it is asked about again and again.

/** `answer`, asked once per text for as long as it is remembered; at `most` texts all are forgotten. */
export function remember<Answer>(most: number, answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
