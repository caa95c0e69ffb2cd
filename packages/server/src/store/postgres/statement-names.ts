// Which statements are prepared by name. A named one is parsed and planned once per connection, which about halves what
// a small statement costs the server; texts that are seen rarely (lists of many lengths) are not worth their memory.

export interface StatementNames {
  /** The name to prepare the text under; undefined: send it unprepared. */
  nameOf(text: string): string | undefined;
  /** From now on every text gets another name: a table has changed, and what was prepared for it is refused. */
  renew(): void;
  /** From now on nothing is named: a pooler moves us between servers that do not know our names. */
  switchOff(): void;
}

/** A text must come this often before it gets a name. */
const timesSeen = 3;
/** Names at most: each costs every connection some kilobytes on the server. */
const maxNames = 200;
/** Texts that are watched at most. */
const maxWatched = 2000;

export function createStatementNames(enabled: boolean): StatementNames {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  let on = enabled;
  let generation = 0;
  return {
    nameOf(text) {
      if (!on) return undefined;
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= maxNames) return undefined;
      const times = (seen.get(text) ?? 0) + 1;
      if (times < timesSeen) {
        if (seen.size >= maxWatched) seen.clear();
        seen.set(text, times);
        return undefined;
      }
      seen.delete(text);
      const name = `s${generation}_${names.size + 1}`;
      names.set(text, name);
      return name;
    },
    renew() {
      generation += 1;
      names.clear();
    },
    switchOff() {
      on = false;
    },
  };
}
