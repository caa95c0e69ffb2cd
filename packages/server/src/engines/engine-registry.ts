// Engines by key, made when first needed: an engine nobody's model uses costs nothing.
import type { Engine } from './engine.js';

export type EngineFactory = () => Promise<Engine>;

export interface EngineRegistry {
  /** Keys of all engines, in the order given. */
  readonly keys: readonly string[];
  /** The engine under a key, made on first use. Rejects for a key that is not there. */
  get(key: string): Promise<Engine>;
  /** Closes every engine that was made. Twice is harmless. */
  close(): Promise<void>;
}

export function createEngineRegistry(factories: Record<string, EngineFactory>): EngineRegistry {
  const made = new Map<string, Promise<Engine>>();
  return {
    keys: Object.keys(factories),
    get(key) {
      const factory = Object.hasOwn(factories, key) ? factories[key] : undefined;
      if (!factory) return Promise.reject(new Error(`there is no engine '${key}'`));
      let engine = made.get(key);
      if (!engine) {
        engine = factory();
        made.set(key, engine);
        // One that could not be made is tried again at the next use.
        engine.catch(() => made.delete(key));
      }
      return engine;
    },
    async close() {
      const engines = await Promise.allSettled(made.values());
      made.clear();
      await Promise.all(engines.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)));
    },
  };
}
