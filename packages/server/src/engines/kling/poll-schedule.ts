// When a job is asked for next: soon while it is young, less often as it grows old, never all at the same time.

export interface PollSchedule {
  /** Shortest and longest pause between two looks, ms. */
  minMs: number;
  maxMs: number;
  /** The pause as a share of the job's age: what a look may come late by. */
  share: number;
  /** Share of the pause that is random, half of it to each side. */
  jitter: number;
}

/** A picture is seen at most a sixth of its time late, and at most 16 s. */
export const defaultPollSchedule: PollSchedule = { minMs: 1000, maxMs: 15_000, share: 0.15, jitter: 0.2 };

/** Pause before the next look at a job of this age, ms. `leastMs`: what the upstream or the load asks for. */
export function pollPauseMs(
  ageMs: number,
  leastMs: number,
  schedule: PollSchedule,
  random: () => number = Math.random,
): number {
  const base = Math.max(leastMs, Math.min(schedule.maxMs, Math.max(schedule.minMs, ageMs * schedule.share)));
  return Math.round(base * (1 + schedule.jitter * (random() - 0.5)));
}
