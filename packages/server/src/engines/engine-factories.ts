// How each declared engine is made: one line per type, its code loaded when the first model that uses it is asked for.
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import type { EngineDeclaration, EngineDeclarationOf } from '../config/engine-schemas.js';
import type { Settings } from '../config/settings.js';
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import type { Engine } from './engine.js';
import { createEngineRegistry, type EngineRegistry } from './engine-registry.js';

/** What the service gives to every engine it makes. */
export interface EngineParts {
  /** The engine's name in the configuration. */
  key: string;
  settings: Settings;
  clock: Clock;
  log: Log;
}

type Factories = {
  [Type in EngineDeclaration['type']]: (declaration: EngineDeclarationOf<Type>, parts: EngineParts) => Promise<Engine>;
};

/** By type: every type that can be declared has its line. */
const factories: Factories = {
  illustrator: async (_, { settings }) =>
    (await import('./illustrator/illustrator-engine.js')).createIllustratorEngine({ threads: settings.paintThreads }),
  sleep: async ({ sleepMs }, { clock }) =>
    (await import('./sleep/sleep-engine.js')).createSleepEngine(
      { sleepMs, concurrency: availableParallelism() * 4 },
      clock,
    ),
  kling: async (declaration, { key, clock, log, settings }) =>
    (await import('./kling/kling-engine.js')).createKlingEngine(declaration, {
      key,
      clock,
      log,
      publicUrl: settings.publicUrl,
    }),
  module: async ({ path, options }, { settings, ...parts }) =>
    (await import('./module/load-module-engine.js')).loadModuleEngine(
      resolve(dirname(settings.configFile ?? ''), path),
      options,
      parts,
    ),
  comfyui: async (declaration, parts) =>
    (await import('./comfyui/open-comfyui-engine.js')).openComfyUiEngine(declaration, parts),
  openai: async (declaration, parts) =>
    (await import('./openai/open-openai-engine.js')).openOpenAiEngine(declaration, parts),
  a1111: async (declaration, parts) =>
    (await import('./a1111/open-a1111-engine.js')).openA1111Engine(declaration, parts),
};

/** The engines of a configuration by their keys; each is made when it is first used. */
export function openEngines(
  { engines, settings }: Pick<Configuration, 'engines' | 'settings'>,
  parts: Pick<EngineParts, 'clock' | 'log'>,
): EngineRegistry {
  const entries = [...engines].map(([key, declaration]) => {
    return [key, () => makeEngine(declaration, { ...parts, key, settings })] as const;
  });
  return createEngineRegistry(Object.fromEntries(entries), parts.clock);
}

async function makeEngine<Type extends EngineDeclaration['type']>(
  declaration: EngineDeclarationOf<Type>,
  parts: EngineParts,
): Promise<Engine> {
  return factories[declaration.type as Type](declaration, parts);
}
