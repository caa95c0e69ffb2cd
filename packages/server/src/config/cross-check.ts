// What no single section of the configuration file can know: names that must exist, and names that must be unique.
import { checkWorkflows } from './check-workflows.js';
import type { EngineDeclaration } from './engine-schemas.js';
import type { Fault } from './fault.js';
import type { Path } from './file-reader.js';
import type { ConfigurationFile } from './file-schema.js';
import { suggest } from './nearest-name.js';

/** Engine types that pass a model's name on to another server. */
const relayTypes: readonly EngineDeclaration['type'][] = ['kling', 'comfyui', 'openai', 'a1111', 'module'];

/** Names that mean nothing and names given twice. `modelNames` are all models there are, built-in ones included. */
export function crossCheck(
  file: ConfigurationFile,
  modelNames: readonly string[],
  place: (path: Path) => string,
): Fault[] {
  const faults: Fault[] = [];
  const note = (path: Path, message: string): void => {
    faults.push({ where: place(path), message });
  };
  const engineNames = [...new Set(['illustrator', ...Object.keys(file.engines)])];
  for (const [name, model] of Object.entries(file.models)) {
    const engine = Object.hasOwn(file.engines, model.engine) ? file.engines[model.engine] : undefined;
    if (!engineNames.includes(model.engine)) {
      note(['models', name, 'engine'], `there is no such engine${suggest(model.engine, engineNames)}`);
    } else if (model.upstreamModel !== undefined && !(engine && relayTypes.includes(engine.type))) {
      note(['models', name, 'upstreamModel'], 'means nothing to an engine that paints by itself');
    }
    if (model.textToImage === false && model.referenceUses?.length === 0) {
      note(['models', name], 'paints neither from a prompt nor from a reference picture');
    }
  }
  if (Object.hasOwn(file.engines, 'illustrator') && file.engines.illustrator?.type !== 'illustrator') {
    note(['engines', 'illustrator'], "is the name of the built-in engine: its type can only be 'illustrator'");
  }
  checkWorkflows(file, note);
  const unique = (what: string): ((path: Path, value: string | undefined) => void) => {
    const seen = new Set<string>();
    return (path, value) => {
      if (value === undefined) return;
      if (seen.has(value)) note(path, `${what} is used twice`);
      seen.add(value);
    };
  };
  const [ids, keys, accessKeys] = [unique('this account id'), unique('this key'), unique('this access key')];
  for (const [index, account] of file.accounts.entries()) {
    ids(['accounts', index, 'id'], account.id);
    accessKeys(['accounts', index, 'accessKey'], account.accessKey);
    const packs = unique('this pack id');
    for (const [number, pack] of account.packs.entries()) packs(['accounts', index, 'packs', number, 'id'], pack.id);
    for (const [number, key] of account.keys.entries()) {
      const path = ['accounts', index, 'keys', number];
      keys([...path, 'key'], key.key);
      for (const [position, name] of (key.models ?? []).entries()) {
        if (!modelNames.includes(name)) {
          note([...path, 'models', position], `there is no such model${suggest(name, modelNames)}`);
        }
      }
    }
  }
  return faults;
}
