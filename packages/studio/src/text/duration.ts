// Spans of time as people say them.
import type { Words } from './english.js';

/** `0.4 s`, `42 s`, `3 min 20 s`, `2 h 5 min`. */
export function writeDuration(ms: number, words: Pick<Words, 'seconds' | 'minutes' | 'hours'>): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return words.seconds(seconds.toFixed(1));
  const whole = Math.round(seconds);
  if (whole < 60) return words.seconds(String(whole));
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return words.minutes(minutes, whole % 60);
  return words.hours(Math.floor(minutes / 60), minutes % 60);
}
