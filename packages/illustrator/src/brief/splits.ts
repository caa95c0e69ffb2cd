// Turns a plural mention whose parts were coloured one by one (`two cats, one black and one white`) into several.
import type { Mention, MentionRelation, Reading } from './mention.js';
import type { Split } from './reading-state.js';

/** The parts of one mention; what the parts leave over stays as it was. */
function partsOf(whole: Mention, splits: readonly Split[]): Mention[] {
  let left = whole.count ?? 1;
  const parts: Mention[] = [];
  for (const split of splits) {
    const count = Math.min(split.count ?? left, left);
    if (count < 1) continue;
    left -= count;
    parts.push({
      ...whole,
      count,
      colour: split.colour,
      shares: [],
      wearing: whole.wearing.map((worn) => ({ ...worn })),
    });
  }
  if (left > 0) parts.push({ ...whole, count: left, shares: [] });
  return parts;
}

/** The reading with every split mention replaced by its parts; relations follow every part. */
export function applySplits(reading: Reading, splits: ReadonlyMap<Mention, readonly Split[]>): Reading {
  if (splits.size === 0) return reading;
  const replaced = new Map<Mention, Mention[]>();
  for (const mention of reading.mentions) {
    const own = splits.get(mention);
    replaced.set(mention, own === undefined ? [mention] : partsOf(mention, own));
  }
  const relations: MentionRelation[] = [];
  for (const { from, relation, to } of reading.relations) {
    for (const owner of replaced.get(from) ?? [from]) {
      const [target = to] = replaced.get(to) ?? [];
      relations.push({ from: owner, relation, to: target });
    }
  }
  return { ...reading, mentions: [...replaced.values()].flat(), relations };
}

/** `three books. A green one …, a red one …, a blue one …`: the parts say it all, the whole is not drawn again. */
export function dropToldWholes(reading: Reading): Reading {
  for (const [index, whole] of reading.mentions.entries()) {
    if ((whole.count ?? 1) < 2 || !whole.exact || whole.absorbed || whole.colour !== null || whole.concept === null)
      continue;
    const parts = reading.mentions
      .slice(index + 1)
      .filter((part) => part.concept === whole.concept && part.colour !== null && !part.absorbed);
    const told = parts.reduce((sum, part) => sum + (part.count ?? 1), 0);
    if (told !== whole.count) continue;
    whole.absorbed = true;
    for (const part of parts) part.action ??= whole.action;
    for (const { from, relation, to } of [...reading.relations]) {
      if (from === whole)
        for (const part of parts) if (part !== to) reading.relations.push({ from: part, relation, to });
    }
  }
  return reading;
}
