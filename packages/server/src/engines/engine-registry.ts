// Engines by key, made when first needed: an engine nobody's model uses costs nothing. Each is supervised.
import { type Clock, systemClock } from '../core/clock.js';
import type { Engine } from './engine.js';
import { type EngineHealth, type SupervisedEngine, superviseEngine } from './supervise-engine.js';

export type EngineFactory = () => Promise<Engine>;

export interface EngineRegistry {
  /** Keys of all engines, in the order given. */
  readonly keys: readonly string[];
  /** The engine under a key, made on first use. Rejects for a key that is not there. */
  get(key: string): Promise<Engine>;
  /** How each engine is, in the order of `keys`. */
  health(): EngineHealth[];
  /** A server called back with this token; true when an engine of this process gave it out. */
  acceptCallback(token: string): boolean;
  /** Closes every engine that was made. Twice is harmless. */
  close(): Promise<void>;
}

export function createEngineRegistry(
  factories: Record<string, EngineFactory>,
  clock: Pick<Clock, 'now'> = systemClock,
): EngineRegistry {
  const opening = new Map<string, Promise<Engine>>();
  const made = new Map<string, SupervisedEngine>();
  /** What kept an engine from being made, until it is. */
  const failures = new Map<string, { message: string; atMs: number }>();

  async function open(key: string, factory: EngineFactory): Promise<Engine> {
    try {
      const supervised = superviseEngine(key, await factory(), clock);
      made.set(key, supervised);
      failures.delete(key);
      return supervised.engine;
    } catch (error) {
      // One that could not be made is tried again at the next use.
      opening.delete(key);
      failures.set(key, { message: error instanceof Error ? error.message : String(error), atMs: clock.now() });
      throw error;
    }
  }

  function healthOf(key: string): EngineHealth {
    const failure = failures.get(key);
    const unused = { key, watched: 0, inFlight: 0, ended: { done: 0, refused: 0, faulty: 0 } };
    return (
      made.get(key)?.health() ?? {
        ...unused,
        state: failure ? 'down' : 'unused',
        lastError: failure?.message ?? null,
        lastErrorAtMs: failure?.atMs ?? null,
      }
    );
  }

  return {
    keys: Object.keys(factories),
    get(key) {
      const factory = Object.hasOwn(factories, key) ? factories[key] : undefined;
      if (!factory) return Promise.reject(new Error(`there is no engine '${key}'`));
      let engine = opening.get(key);
      if (!engine) {
        engine = open(key, factory);
        opening.set(key, engine);
      }
      return engine;
    },
    health: () => Object.keys(factories).map(healthOf),
    acceptCallback: (token) => [...made.values()].some(({ engine }) => engine.acceptCallback?.(token) === true),
    async close() {
      const engines = await Promise.allSettled(opening.values());
      opening.clear();
      await Promise.all(engines.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)));
    },
  };
}
