// What the configuration can already say and this build cannot do yet. Nothing is accepted and then ignored: whoever
// asks for one of these is told at the start. Once a part of the service can do it, its row goes from this list.
import type { EngineDeclaration } from './engine-schemas.js';
import type { Fault } from './fault.js';
import type { Path } from './file-reader.js';
import type { ConfigurationFile } from './file-schema.js';
import type { Settings } from './settings.js';

/** Engine types that can be declared but have no engine yet. @public for scripts/docs */
export const missingEngines: readonly EngineDeclaration['type'][] = ['kling', 'comfyui', 'openai', 'a1111'];

interface MissingAbility {
  /** Environment variable. */
  name: string;
  /** Does it ask for what is missing? */
  asked(settings: Settings): boolean;
  /** What cannot be done; a clause that follows `this build cannot`. */
  cannot: string;
}

const missingForSettings: readonly MissingAbility[] = [
  {
    name: 'INKLING_DATABASE_URL',
    asked: (settings) => settings.databaseUrl !== null,
    cannot: 'use PostgreSQL yet: unset it to keep everything in SQLite in the data folder',
  },
  {
    name: 'INKLING_ROLE',
    asked: (settings) => settings.role !== 'all',
    cannot: "split roles yet, which needs PostgreSQL: leave it at 'all'",
  },
];

/** The settings that ask for what this build cannot do. */
export function findMissingInSettings(settings: Settings): Fault[] {
  return missingForSettings
    .filter((ability) => ability.asked(settings))
    .map((ability) => ({ where: ability.name, message: `this build cannot ${ability.cannot}` }));
}

/** What the configuration file asks for and this build cannot do. `place` turns a path into words. */
export function findMissingInFile(file: ConfigurationFile, place: (path: Path) => string): Fault[] {
  return Object.entries(file.engines)
    .filter(([, engine]) => missingEngines.includes(engine.type))
    .map(([name, engine]) => {
      const message = `this build cannot run engines of type '${engine.type}' yet`;
      return { where: place(['engines', name, 'type']), message };
    });
}

/** The settings that are read and refused. @public for scripts/docs */
export const refusedSettings: readonly string[] = missingForSettings.map((ability) => ability.name);
