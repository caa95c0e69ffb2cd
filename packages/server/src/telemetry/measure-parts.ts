// Storage, engines and calls to the outside that count what goes through them.
import type { Metrics } from '../core/metrics.js';
import { type Engine, EngineError, type EngineOutcome } from '../engines/engine.js';
import type { EngineRegistry } from '../engines/engine-registry.js';
import type { GuardedFetch } from '../outbound/guarded-fetch.js';
import { OutboundError } from '../outbound/outbound-error.js';
import type { Storage } from '../storage/storage.js';

/** The same storage, counting. Streams of `get` are not timed: how long they take is up to whoever reads. */
export function measureStorage(storage: Storage, metrics: Metrics): Storage {
  async function timed<Result>(operation: string, work: () => Promise<Result>): Promise<Result> {
    const startedMs = performance.now();
    try {
      return await work();
    } catch (error) {
      metrics.count('inkling_storage_errors_total', [operation]);
      throw error;
    } finally {
      metrics.observe('inkling_storage_duration_seconds', [operation], (performance.now() - startedMs) / 1000);
    }
  }
  const { presign } = storage;
  return {
    async put(key, bytes, contentType) {
      await timed('put', () => storage.put(key, bytes, contentType));
      metrics.count('inkling_storage_written_bytes_total', [], bytes.byteLength);
    },
    get: (key) => timed('get', () => storage.get(key)),
    read: (key) => timed('read', () => storage.read(key)),
    removeBelow: (prefix) => timed('remove', () => storage.removeBelow(prefix)),
    listBelow: (prefix, page) => timed('list', () => storage.listBelow(prefix, page)),
    ...(presign === undefined ? {} : { presign: (key, link) => timed('presign', () => presign(key, link)) }),
    check: () => timed('check', () => storage.check()),
    close: () => storage.close(),
  };
}

/** The same engines, counting under their keys. */
export function measureEngines(registry: EngineRegistry, metrics: Metrics): EngineRegistry {
  const measured = new WeakMap<Engine, Engine>();
  return {
    ...registry,
    async get(key) {
      const engine = await registry.get(key);
      const known = measured.get(engine) ?? measureEngine(engine, key, metrics);
      measured.set(engine, known);
      return known;
    },
  };
}

function measureEngine(engine: Engine, key: string, metrics: Metrics): Engine {
  async function timed(signal: AbortSignal, work: () => Promise<EngineOutcome>): Promise<EngineOutcome> {
    const startedMs = performance.now();
    let outcome: string = 'ours';
    try {
      const result = await work();
      outcome = result.kind;
      return result;
    } catch (error) {
      if (signal.aborted) outcome = 'aborted';
      else if (error instanceof EngineError) outcome = error.fault;
      throw error;
    } finally {
      const seconds = (performance.now() - startedMs) / 1000;
      metrics.observe('inkling_engine_call_duration_seconds', [key, outcome], seconds);
    }
  }
  const { resume } = engine;
  // Whatever else it can do goes to the engine itself.
  return Object.assign(Object.create(engine) as Engine, {
    start: (job, context) => timed(context.signal, () => engine.start(job, context)),
    ...(resume === undefined
      ? {}
      : {
          resume: (operation, job, context) =>
            timed(context.signal, () => resume.call(engine, operation, job, context)),
        }),
  } satisfies Partial<Engine>);
}

/** The same way out, counting. */
export function measureOutbound(outbound: GuardedFetch, metrics: Metrics): GuardedFetch {
  const count = (outcome: string) => metrics.count('inkling_egress_calls_total', [outcome]);
  return {
    ...outbound,
    async fetch(url, request) {
      try {
        const response = await outbound.fetch(url, request);
        count('answered');
        return response;
      } catch (error) {
        count(error instanceof OutboundError ? error.reason : 'aborted');
        throw error;
      }
    },
    checkUrlShape(url) {
      try {
        return outbound.checkUrlShape(url);
      } catch (error) {
        if (error instanceof OutboundError) count(error.reason);
        throw error;
      }
    },
  };
}
