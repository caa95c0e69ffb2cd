// A wake-up as it travels between processes: who sent it, and what happened. Wake-ups are hints: rows are the truth, and
// whoever waits for one looks at the rows now and then as well.
import type { TaskChange } from '../store.js';

/** What a process tells the others at once. */
export interface WakeUp {
  /** Random, made at the start of the process. */
  origin: string;
  /** Tasks became ready. */
  ready: boolean;
  /** Callbacks became owed. */
  owed: boolean;
  /** Keys or accounts were changed. */
  callers: boolean;
  changed: readonly (readonly [taskId: string, change: TaskChange])[];
}

/** The one channel. LISTEN and NOTIFY are per database. */
export const wakeUpChannel = 'inkling';

/** PostgreSQL refuses payloads of 8000 bytes; ids are ASCII. */
const maxPayloadLength = 7900;

const letters: Record<TaskChange, string> = { status: 's', progress: 'p', ended: 'e' };
const changesByLetter = new Map(Object.entries(letters).map(([change, letter]) => [letter, change as TaskChange]));

/** The payloads that carry a wake-up: one, or several where many tasks changed. */
export function encodeWakeUp({ origin, ready, owed, callers, changed }: WakeUp): string[] {
  const head = `${origin} ${ready ? 'r' : ''}${owed ? 'o' : ''}${callers ? 'k' : ''}`;
  const payloads: string[] = [];
  let payload = head;
  for (const [taskId, change] of changed) {
    const word = ` ${letters[change]}${taskId}`;
    if (payload.length + word.length > maxPayloadLength) {
      payloads.push(payload);
      payload = `${origin} `;
    }
    payload += word;
  }
  if (payload !== `${origin} `) payloads.push(payload);
  return payloads;
}

/** Reads a payload; what it does not know is left out, since a newer build may have sent it. */
export function decodeWakeUp(payload: string): WakeUp {
  const [origin = '', flags = '', ...words] = payload.split(' ');
  const changed: [string, TaskChange][] = [];
  for (const word of words) {
    const change = changesByLetter.get(word.slice(0, 1));
    if (change !== undefined) changed.push([word.slice(1), change]);
  }
  return {
    origin,
    ready: flags.includes('r'),
    owed: flags.includes('o'),
    callers: flags.includes('k'),
    changed,
  };
}
