// An engine whose every step the test decides.
import type { Engine, EngineContext, EngineImage, EngineJob, EngineOutcome } from '../../src/engines/engine.js';

export interface EngineCall {
  kind: 'start' | 'resume';
  job: EngineJob;
  context: EngineContext;
  operation: unknown;
  answer(outcome: EngineOutcome): void;
  throw(error: unknown): void;
}

export interface ScriptedEngine extends Engine {
  /** Set by a test: how many more jobs may be begun. */
  places: number;
  /** Says that a watched job is due, as an engine with a watch would. */
  due(taskId: string): void;
  /** Says that there may be room again. */
  makeRoom(): void;
  /** What it was told to watch no longer: `ended:<task>`. */
  readonly dropped: string[];
  readonly calls: EngineCall[];
  /** Resolves with the nth call (0-based) once it has been made. */
  call(index: number): Promise<EngineCall>;
}

/** A picture of one byte. */
export const tinyImage: EngineImage = {
  bytes: new Uint8Array([1]),
  contentType: 'image/png',
  width: 1024,
  height: 1024,
};

export function createScriptedEngine(concurrency = 2): ScriptedEngine {
  const calls: EngineCall[] = [];
  const due = new Set<(taskId: string) => void>();
  const room = new Set<() => void>();
  const dropped: string[] = [];
  const waiting: { index: number; resolve: (call: EngineCall) => void }[] = [];

  function record(kind: EngineCall['kind'], job: EngineJob, context: EngineContext, operation: unknown) {
    return new Promise<EngineOutcome>((resolve, reject) => {
      // A well-behaved engine stops when it is told to.
      context.signal.addEventListener('abort', () => reject(context.signal.reason as Error), { once: true });
      const call = { kind, job, context, operation, answer: resolve, throw: reject };
      calls.push(call);
      for (const entry of waiting) if (entry.index === calls.length - 1) entry.resolve(call);
    });
  }

  const listen = <Listener>(listeners: Set<Listener>, listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    name: 'scripted',
    concurrency,
    calls,
    places: Number.POSITIVE_INFINITY,
    dropped,
    due: (taskId) => {
      for (const listener of due) listener(taskId);
    },
    makeRoom: () => {
      for (const listener of room) listener();
    },
    room() {
      return this.places;
    },
    onRoom: (listener) => listen(room, listener),
    watch: {
      onDue: (listener) => listen(due, listener),
      drop: (taskId, why) => void dropped.push(`${why}:${taskId}`),
    },
    call(index) {
      const made = calls[index];
      if (made) return Promise.resolve(made);
      return new Promise((resolve) => {
        waiting.push({ index, resolve });
      });
    },
    start: (job, context) => record('start', job, context, null),
    resume: (operation, job, context) => record('resume', job, context, operation),
    check: async () => 'scripted',
    close: async () => undefined,
  };
}
