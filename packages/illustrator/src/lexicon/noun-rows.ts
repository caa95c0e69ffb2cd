// Reads the rows that every table of the lexicon is written in:
//   `value: word, word, 词 > kind of it, 一种 ~ neighbour, 邻居`
// The words before `>` mean the value itself (confidence 1), those after `>` are kinds of it (0.8), those after `~`
// are only near it (0.4). English and Chinese stand side by side. Entries that begin with
// `+`, `>` or `~` go on with the row before.

/** One word of a row with how surely it stands for the value. */
export interface RowWord {
  word: string;
  confidence: number;
}

/** Confidence of the words before `>`, after `>` and after `~`. */
const sureness = { same: 1, kind: 0.8, neighbour: 0.4 } as const;

/** A word as the index keeps it: lower case, hyphens as spaces, single spaces, typographic apostrophes made plain. */
export function normaliseWord(word: string): string {
  const bare = word.trim();
  // Most words of the tables are in order already.
  if (/^[a-z0-9\u3400-\u9fff ]*$/.test(bare) && !bare.includes('  ')) return bare;
  return bare
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[-_‐‑–]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Rows with the entries that continue them joined on. */
export function joinRows(entries: readonly string[]): string[] {
  const rows: string[] = [];
  for (const entry of entries) {
    const last = rows.length - 1;
    if (/^[>~]/.test(entry)) rows[last] += ` ${entry}`;
    else if (entry.startsWith('+')) rows[last] += `, ${entry.slice(1).trim()}`;
    else rows.push(entry);
  }
  return rows;
}

/** Splits one row into its value and its words; the words are normalised. */
export function parseRow(row: string): { value: string; words: RowWord[] } {
  const colon = row.indexOf(':');
  const words: RowWord[] = [];
  let confidence: number = sureness.same;
  // The marks separate lists, so a word can be read up to the next mark or comma.
  for (const part of row.slice(colon + 1).split(/([>~,])/)) {
    if (part === '>') confidence = sureness.kind;
    else if (part === '~') confidence = sureness.neighbour;
    else if (part !== ',' && part.trim() !== '') words.push({ word: normaliseWord(part), confidence });
  }
  return { value: row.slice(0, colon), words };
}
