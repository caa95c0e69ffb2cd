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

  return {
    name: 'scripted',
    concurrency,
    calls,
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
