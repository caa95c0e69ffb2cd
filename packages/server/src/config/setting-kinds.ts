// The kinds of values a setting can have: each knows its name for the docs, its range, and how to read a text.

/** One row of the table of settings. `Value` is what the rest of the house gets. */
export interface Setting<Value> {
  /** Environment variable. */
  name: string;
  /** A variable that other programs use for the same; ours comes first. */
  otherName?: string;
  /** For people: `whole number`, `all | api | worker`. */
  kind: string;
  /** What holds when the variable is unset or empty. */
  fallback: Value;
  /** How the fallback is written in the docs, where that is not plain. */
  fallbackText?: string;
  unit?: string;
  /** What is allowed beyond the kind: `0–65535`. */
  range?: string;
  /** What it does, in a sentence or two, for the docs. */
  help: string;
  /** The value of a non-empty text, or what is wrong with it (`is not a whole number`). */
  read(text: string): { value: Value } | { wrong: string };
}

/** What every kind asks of a row. */
type Row<Value> = Pick<Setting<Value>, 'name' | 'otherName' | 'fallback' | 'help'> & { fallbackText?: string };

/** A whole number within a closed range. */
export function wholeNumber<Fallback extends number | null>(
  row: Row<Fallback> & { least: number; most: number; unit?: string },
): Setting<number | Fallback> {
  const { least, most, ...rest } = row;
  return {
    ...rest,
    kind: 'whole number',
    range: `${least}–${most}`,
    read: (text) =>
      /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most
        ? { value: Number(text) }
        : { wrong: `is not a whole number from ${least} to ${most}` },
  };
}

/** One of a few words; letter case does not count. */
export function oneOf<const Word extends string>(row: Row<NoInfer<Word>> & { words: readonly Word[] }): Setting<Word> {
  const { words, ...rest } = row;
  return {
    ...rest,
    kind: words.join(' \\| '),
    read(text) {
      const word = words.find((candidate) => candidate === text.toLowerCase());
      return word === undefined ? { wrong: `is none of: ${words.join(', ')}` } : { value: word };
    },
  };
}

/** Any text that passes `check`, which says what is wrong with it or gives what it stands for. */
export function text<Value>(
  row: Row<Value> & { kind: string; range?: string; check(text: string): { value: Value } | { wrong: string } },
): Setting<Value> {
  const { check, ...rest } = row;
  return { ...rest, read: check };
}

/** A comma-separated list; `isItem` judges each trimmed item, empty ones are skipped. */
export function list(
  row: Row<readonly string[]> & { kind: string; isItem(item: string): boolean; itemName: string },
): Setting<readonly string[]> {
  const { isItem, itemName, ...rest } = row;
  return {
    ...rest,
    read(text) {
      const items = text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      const strange = items.find((item) => !isItem(item));
      return strange === undefined ? { value: items } : { wrong: `holds '${strange}', which is not ${itemName}` };
    },
  };
}
