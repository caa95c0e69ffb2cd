// What the configuration can already say and this build cannot do yet. Nothing is accepted and then ignored: whoever
// asks for one of these is told at the start. Once a part of the service can do it, its row goes from this list.
import type { EngineDeclaration } from './engine-schemas.js';
import type { Fault } from './fault.js';
import type { Path } from './file-reader.js';
import type { ConfigurationFile } from './file-schema.js';

/** Engine types that can be declared but have no engine yet. @public for scripts/docs */
export const missingEngines: readonly EngineDeclaration['type'][] = ['comfyui', 'openai', 'a1111'];

/** What the configuration file asks for and this build cannot do. `place` turns a path into words. */
export function findMissingInFile(file: ConfigurationFile, place: (path: Path) => string): Fault[] {
  return Object.entries(file.engines)
    .filter(([, engine]) => missingEngines.includes(engine.type))
    .map(([name, engine]) => {
      const message = `this build cannot run engines of type '${engine.type}' yet`;
      return { where: place(['engines', name, 'type']), message };
    });
}
