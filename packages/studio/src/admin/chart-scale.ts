// Round numbers for axes.

/** The least of 1, 2, 2.5, 5 × 10ⁿ that is not below `value`; 1 for nothing. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** From 0 to at least `most` in at most four equal round steps, ascending; `whole`: of things that are counted. */
export function ticksUpTo(most: number, whole = false): number[] {
  const round = roundUp(most / 4);
  const step = !whole ? round : round === 2.5 ? 5 : Math.max(1, round);
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Which of `count` labels are shown, so that at most `room` of them are: always the last one. */
export function labelledPlaces(count: number, room: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  const places = new Set<number>();
  for (let index = count - 1; index >= 0; index -= every) places.add(index);
  return places;
}
