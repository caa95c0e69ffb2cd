// Waits for a task to end: by its stream of events where the gateway has one, else by asking again and again.
import { backoffMs } from '../../core/backoff.js';
import type { Clock } from '../../core/clock.js';
import { CommandFailure } from '../command-failure.js';
import { GatewayRefusal, GatewayUnreachable } from './gateway-failure.js';
import type { KlingGateway } from './kling-gateway.js';
import { hasEnded, type TaskView } from './task-answer.js';

export interface FollowOptions {
  clock: Clock;
  /** Aborts when the person has had enough. */
  signal: AbortSignal;
  /** Longest wait for the end, ms. */
  timeoutMs: number;
  onState(task: TaskView): void;
}

/** Wait before each further question, ms: a picture takes a second at home and half a minute elsewhere. */
const askAgain = { baseMs: 400, maxMs: 3000, jitter: 0.2 };
/** Faults in a row after which asking makes no sense any more. */
const maxFaults = 6;

/** Resolves with the ended task. CommandFailure after `timeoutMs`; rejects with the signal's reason when it aborts. */
export async function followTask(gateway: KlingGateway, task: TaskView, options: FollowOptions): Promise<TaskView> {
  const { clock, signal } = options;
  const deadlineMs = clock.now() + options.timeoutMs;
  let latest = task;
  const see = (state: TaskView): void => {
    latest = state;
    options.onState(state);
  };
  see(task);
  const streamEnd = new AbortController();
  const streamSignal = AbortSignal.any([signal, streamEnd.signal]);
  void clock.sleep(options.timeoutMs, streamSignal).then(() => streamEnd.abort());
  try {
    for await (const state of gateway.follow(task.id, streamSignal)) {
      see(state);
      if (hasEnded(state)) return state;
    }
  } catch {
    // No streams there, or the stream broke: asking works everywhere.
    signal.throwIfAborted();
  } finally {
    streamEnd.abort();
  }
  for (let attempt = 1, faults = 0; !hasEnded(latest); attempt += 1) {
    if (clock.now() >= deadlineMs) throw timedOut(latest, options.timeoutMs);
    await clock.sleep(backoffMs(attempt, askAgain), signal);
    signal.throwIfAborted();
    try {
      see(await gateway.query(task.id));
      faults = 0;
    } catch (error) {
      faults += 1;
      if (!isPassing(error) || faults >= maxFaults) throw error;
      await clock.sleep(retryAfterMs(error), signal);
    }
  }
  return latest;
}

/** Is it worth asking again after this? */
function isPassing(error: unknown): boolean {
  return error instanceof GatewayUnreachable || (error instanceof GatewayRefusal && error.retryable);
}

function retryAfterMs(error: unknown): number {
  return error instanceof GatewayRefusal ? (error.retryAfterS ?? 0) * 1000 : 0;
}

function timedOut(task: TaskView, timeoutMs: number): CommandFailure {
  return new CommandFailure(`Task ${task.id} has not ended after ${Math.round(timeoutMs / 1000)} s`, {
    hint: 'it goes on at the server; --timeout gives it longer',
  });
}
