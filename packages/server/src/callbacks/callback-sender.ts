// The sender: takes due deliveries from the outbox and posts them, many at a time, few per receiver, so that one that
// hangs delays nobody else's. A try that a crash cut off is made again once its lease has run out, under the same id.
import { createClaimLoop } from '../core/claim-loop.js';
import type { Log } from '../core/log.js';
import type { ClaimedDelivery, Store } from '../store/store.js';
import { type AttemptDeliveryParts, attemptDelivery, deliveryTimeoutMs } from './attempt-delivery.js';
import { judgeAttempt } from './delivery-schedule.js';

export interface CallbackSenderParts extends AttemptDeliveryParts {
  store: Pick<Store, 'deliveries' | 'events'>;
  log: Log;
  /** Tries under way at a time. */
  concurrency: number;
  /** Of these, per receiving host and port. */
  perHost: number;
  /** Longest wait between two looks at the outbox, ms: wake-ups normally come much sooner. */
  pollMs: number;
}

export interface CallbackSender {
  start(): void;
  /** Starts nothing new; aborts what is under way after `graceMs`. Aborted tries are made again by the next start. */
  stop(graceMs: number): Promise<void>;
}

/** Longer than a try can take, so that nobody else starts the same one. */
const leaseMs = deliveryTimeoutMs * 2;

export function createCallbackSender(parts: CallbackSenderParts): CallbackSender {
  const { store, clock, log } = parts;
  /** Receiving host of every try under way. */
  const underWay = new Map<string, string>();
  const loop = createClaimLoop({
    clock,
    claim: claimOnce,
    nextDueInMs: async () => {
      const dueInMs = await store.deliveries.nextDueInMs();
      // Due but not claimed: its host or all of us are busy, and the end of a try wakes us.
      return dueInMs === 0 ? undefined : dueInMs;
    },
    onWork: store.events.onOwed,
    pollMs: parts.pollMs,
    onError: (error) => log.error({ err: error }, 'the outbox could not be read'),
  });

  function busyHosts(): string[] {
    const counts = new Map<string, number>();
    for (const host of underWay.values()) counts.set(host, (counts.get(host) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= parts.perHost).map(([host]) => host);
  }

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    const attempt = await attemptDelivery(parts, delivery, loop.dropped);
    const fields = { delivery_id: delivery.id, task_id: delivery.taskId, host: delivery.host };
    // Cut off by our own stop: the receiver may or may not have it, so it is made again, not counted.
    if (loop.dropped.aborted && attempt.httpStatus === null) return;
    const verdict = judgeAttempt(attempt.httpStatus, delivery.attempts);
    try {
      await store.deliveries.settle(delivery.id, delivery.leaseToken, attempt, verdict);
    } catch (error) {
      log.error({ ...fields, err: error }, 'a delivery could not be settled, it will be made again');
      return;
    }
    const outcome = { ...fields, status: attempt.httpStatus, ms: attempt.durationMs, verdict: verdict.kind };
    if (verdict.kind === 'delivered') log.info(outcome, 'callback delivered');
    else log.warn({ ...outcome, reason: attempt.error }, 'callback not delivered');
  }

  /** Takes one delivery, so that the bound per host is looked at before each. */
  async function claimOnce(): Promise<boolean> {
    if (underWay.size >= parts.concurrency) return false;
    const [delivery] = await store.deliveries.claim({ limit: 1, leaseMs, busyHosts: busyHosts() });
    if (!delivery) return false;
    underWay.set(delivery.id, delivery.host);
    loop.hold(deliver(delivery).finally(() => underWay.delete(delivery.id)));
    return true;
  }

  return { start: loop.start, stop: loop.stop };
}
