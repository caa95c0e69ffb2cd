// When a callback is tried again, and what an answer means (contract §6).

const minute = 60_000;
const hour = 60 * minute;

/** Waits before the second, third, … try, ms. The first try is at once; after the last the delivery is dead. */
export const retryDelaysMs: readonly number[] = [
  5000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Waits are spread by this share to both sides, so that receivers that come back are not met by a wall. */
const spread = 0.2;

export type Verdict = { kind: 'delivered' } | { kind: 'dead' } | { kind: 'retry'; inMs: number };

/**
 * What follows a try. `httpStatus` is null when no answer came; `triesBefore` counts the tries made before this one.
 * 2xx is success, 410 ends it, all else (redirects too) is tried again until the schedule is used up.
 */
export function judgeAttempt(
  httpStatus: number | null,
  triesBefore: number,
  random: () => number = Math.random,
): Verdict {
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300) return { kind: 'delivered' };
  const delayMs = retryDelaysMs[triesBefore];
  if (httpStatus === 410 || delayMs === undefined) return { kind: 'dead' };
  return { kind: 'retry', inMs: Math.round(delayMs * (1 - spread + 2 * spread * random())) };
}
