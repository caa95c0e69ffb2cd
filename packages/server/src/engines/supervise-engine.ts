// Stands around every engine: counts what it does, remembers what went wrong, and leaves it alone for a while when it
// fails again and again, so that tasks wait in the queue instead of burning their tries.
import type { Clock } from '../core/clock.js';
import { asEngineError, type Engine, type EngineCondition, type EngineContext, type EngineOutcome } from './engine.js';
import { createCircuitBreaker } from './upstream/circuit-breaker.js';

/** How an engine is, and what it has done in this process. */
export interface EngineHealth extends Omit<EngineCondition, 'state'> {
  /** Its name in the configuration. */
  key: string;
  /** `unused`: no model that it serves has been asked for yet. */
  state: 'unused' | EngineCondition['state'];
  /** Jobs in hand. */
  inFlight: number;
  /** Jobs by how they ended: pictures made, refused because of the request, failed because of the engine. */
  ended: { done: number; refused: number; faulty: number };
}

export interface SupervisedEngine {
  engine: Engine;
  health(): EngineHealth;
}

/** The engine as the worker gets it. `key` is its name in the configuration. */
export function superviseEngine(key: string, engine: Engine, clock: Pick<Clock, 'now'>): SupervisedEngine {
  const breaker = createCircuitBreaker(clock);
  const ended = { done: 0, refused: 0, faulty: 0 };
  let inFlight = 0;
  let lastError: { message: string; atMs: number } | undefined;

  async function watchOver(context: EngineContext, run: () => Promise<EngineOutcome>): Promise<EngineOutcome> {
    inFlight += 1;
    try {
      const outcome = await run();
      breaker.succeeded();
      if (outcome.kind === 'done') ended.done += 1;
      return outcome;
    } catch (error) {
      // Told to stop: says nothing about the engine.
      if (context.signal.aborted) throw error;
      if (asEngineError(error)?.fault === 'request') {
        ended.refused += 1;
        breaker.succeeded();
      } else {
        ended.faulty += 1;
        breaker.failed();
        lastError = { message: error instanceof Error ? error.message : String(error), atMs: clock.now() };
      }
      throw error;
    } finally {
      inFlight -= 1;
    }
  }

  function room(): number {
    if (breaker.state === 'open') return 0;
    const inner = engine.room?.() ?? Number.POSITIVE_INFINITY;
    return breaker.state === 'half-open' ? Math.min(inner, inFlight === 0 ? 1 : 0) : inner;
  }

  function health(): EngineHealth {
    const inner = engine.condition?.() ?? { state: 'ok' as const, lastError: null, lastErrorAtMs: null, watched: 0 };
    const newer = lastError && lastError.atMs >= (inner.lastErrorAtMs ?? 0) ? lastError : undefined;
    return {
      key,
      ...inner,
      state:
        breaker.state === 'open'
          ? 'down'
          : inner.state === 'ok' && breaker.state !== 'closed'
            ? 'degraded'
            : inner.state,
      lastError: newer?.message ?? inner.lastError,
      lastErrorAtMs: newer?.atMs ?? inner.lastErrorAtMs,
      inFlight,
      ended: { ...ended },
    };
  }

  const supervised: Engine = {
    name: engine.name,
    get concurrency() {
      return engine.concurrency;
    },
    start: (job, context) => watchOver(context, () => engine.start(job, context)),
    room,
    check: () => engine.check(),
    close: () => engine.close(),
    ...(engine.resume && {
      resume: (operation, job, context) =>
        watchOver(context, () => engine.resume?.(operation, job, context) ?? engine.start(job, context)),
    }),
    ...(engine.onRoom && { onRoom: (listener) => engine.onRoom?.(listener) ?? (() => undefined) }),
    ...(engine.watch && { watch: engine.watch }),
    ...(engine.acceptCallback && { acceptCallback: (token) => engine.acceptCallback?.(token) ?? false }),
  };
  return { engine: supervised, health };
}
