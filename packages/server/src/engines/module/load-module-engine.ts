// An engine of the operator's own: a module that exports `createEngine`, loaded by its path. See docs/engines.md.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '../../core/clock.js';
import type { Log } from '../../core/log.js';
import type { Engine } from '../engine.js';

/** What `createEngine(options, parts)` of a module is given beside the options of its declaration. */
export interface ModuleEngineParts {
  /** The engine's name in the configuration. */
  key: string;
  clock: Clock;
  log: Log;
}

/** Loads the module and makes its engine. Rejects with a sentence that names the file when it is not an engine. */
export async function loadModuleEngine(
  file: string,
  options: Record<string, unknown>,
  parts: ModuleEngineParts,
): Promise<Engine> {
  const module = await importModule(file).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`the engine module ${basename(file)} cannot be loaded: ${why}`, { cause: error });
  });
  const { createEngine } = module;
  if (typeof createEngine !== 'function')
    throw new Error(`the engine module ${basename(file)} exports no function createEngine(options, parts)`);
  const engine: unknown = await createEngine(options, parts);
  const missing = missingMembers(engine);
  if (missing.length > 0)
    throw new Error(`what createEngine of ${basename(file)} returned is no engine: it lacks ${missing.join(', ')}`);
  return engine as Engine;
}

/** Members that an engine must have and this does not. */
function missingMembers(engine: unknown): string[] {
  const members = (typeof engine === 'object' && engine !== null ? engine : {}) as Record<string, unknown>;
  const functions = ['start', 'check', 'close'].filter((name) => typeof members[name] !== 'function');
  const name = typeof members.name === 'string' && members.name !== '' ? [] : ['name'];
  const { concurrency } = members;
  const positive = typeof concurrency === 'number' && concurrency >= 1 ? [] : ['concurrency (at least 1)'];
  return [...name, ...positive, ...functions.map((one) => `${one}()`)];
}

/** Imports a file. Where Node does not read TypeScript by itself (before 22.18), types are stripped first. */
async function importModule(file: string): Promise<Record<string, unknown>> {
  const native = 'typescript' in process.features && Boolean(process.features.typescript);
  if (!/\.m?ts$/.test(file) || native) return import(pathToFileURL(file).href);
  const { transformSync } = await import('oxc-transform');
  const { code, errors } = transformSync(basename(file), await readFile(file, 'utf8'), { target: 'es2022' });
  if (errors[0]) throw new Error(errors[0].message);
  // Beside its source, so that what it imports is found; gone again once it is loaded.
  const stripped = join(dirname(file), `.${basename(file)}.${process.pid}.mjs`);
  await writeFile(stripped, code);
  try {
    return await import(pathToFileURL(stripped).href);
  } finally {
    await rm(stripped, { force: true });
  }
}
