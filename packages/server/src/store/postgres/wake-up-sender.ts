// Tells other processes what happened here. What happens within a few milliseconds is told at once, after its commit and
// not inside it: PostgreSQL commits transactions that notify one after the other, flush included, so that a NOTIFY in
// every submit, claim and end would bound the whole cluster to one commit per flush of its disk. A process that dies
// between commit and NOTIFY loses a hint, never a task: everybody polls as well.
import type { TaskChange } from '../store.js';
import { encodeWakeUp } from './wake-up.js';

export interface WakeUpSender {
  ready(): void;
  owed(): void;
  callers(): void;
  changed(taskId: string, change: TaskChange): void;
  /** Sends what waits and nothing after it; resolves when it is out. */
  close(): Promise<void>;
}

/** How long things are collected, ms. */
const collectMs = 3;

/** `send` gives payloads to the database; what it cannot is lost. */
export function createWakeUpSender(origin: string, send: (payloads: string[]) => Promise<void>): WakeUpSender {
  let sending: Promise<void> | undefined;
  let closed = false;
  const changes = new Map<string, TaskChange>();
  let ready = false;
  let owed = false;
  let callers = false;

  async function sendAll(): Promise<void> {
    while (ready || owed || callers || changes.size > 0) {
      if (!closed) await new Promise((resolve) => setTimeout(resolve, collectMs));
      const payloads = encodeWakeUp({ origin, ready, owed, callers, changed: [...changes] });
      ready = false;
      owed = false;
      callers = false;
      changes.clear();
      await send(payloads);
    }
    sending = undefined;
  }
  const wake = () => {
    if (!closed) sending ??= sendAll();
  };

  return {
    ready() {
      ready = true;
      wake();
    },
    owed() {
      owed = true;
      wake();
    },
    callers() {
      callers = true;
      wake();
    },
    changed(taskId, change) {
      // An end is the last word on a task; of the rest the newest.
      if (changes.get(taskId) !== 'ended') changes.set(taskId, change);
      wake();
    },
    async close() {
      closed = true;
      await sending;
    },
  };
}
