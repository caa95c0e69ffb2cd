// Everything that can be configured, read once at the start: settings from the environment, the rest from the file that
// INKLING_CONFIG names. Either all of it is right, or one error lists all that is wrong.
import { accessSync, constants } from 'node:fs';
import { crossCheck } from './cross-check.js';
import type { EngineDeclaration } from './engine-schemas.js';
import type { Environment } from './environment.js';
import { ConfigurationError, type Fault } from './fault.js';
import { checkConfiguration, emptyConfiguration } from './file-check.js';
import { readConfigurationFile } from './file-reader.js';
import type { AccountDeclaration, PolicyDeclaration } from './file-schema.js';
import { createModelCatalogue, type ModelCatalogue } from './model-catalogue.js';
import { readSettings, type Settings, settingsTable } from './settings.js';
import { readStorageUrl, type S3Declaration } from './storage-url.js';

export interface Configuration {
  settings: Settings;
  models: ModelCatalogue;
  /** By name; `illustrator` is always there. */
  engines: ReadonlyMap<string, EngineDeclaration>;
  /** Accounts to be created or updated at the start. */
  accounts: readonly AccountDeclaration[];
  policy: PolicyDeclaration;
  /** `maxWaiting`: waiting tasks beyond which submits are refused with 5002. */
  queue: { maxWaiting: number };
  /** The bucket that pictures go to; null: files in the data folder. */
  bucket: S3Declaration | null;
}

/** Notes a file that cannot be read, so that the start fails with a sentence rather than a stack. */
function checkReadable(name: string, file: string | null, faults: Fault[]): void {
  if (file === null) return;
  try {
    accessSync(file, constants.R_OK);
  } catch {
    faults.push({ where: name, message: `'${file}' is not a file this user can read` });
  }
}

/** The bucket of INKLING_STORAGE_URL, if there is one. */
export function readBucket(settings: Settings, env: Environment, faults: Fault[]): S3Declaration | null {
  const { name } = settingsTable.storageUrl;
  if (settings.storageUrl !== null) return readStorageUrl(settings.storageUrl, name, env, faults) ?? null;
  if (settings.pictureLinks === 'presigned')
    faults.push({
      where: settingsTable.pictureLinks.name,
      message: `'presigned' needs a bucket that hands out pictures by itself: set ${name} too`,
    });
  return null;
}

/** Reads it all. Throws one ConfigurationError that lists every fault. */
export function readConfiguration(env: Environment): Configuration {
  const faults: Fault[] = [];
  const settings = readSettings(env, faults);
  checkReadable(settingsTable.tlsCertificateFile.name, settings.tlsCertificateFile, faults);
  checkReadable(settingsTable.tlsKeyFile.name, settings.tlsKeyFile, faults);
  const bucket = readBucket(settings, env, faults);
  if (settings.role !== 'all' && settings.databaseUrl === null) {
    const message = `'${settings.role}' needs INKLING_DATABASE_URL: SQLite serves one process`;
    faults.push({ where: 'INKLING_ROLE', message });
  }
  let file = emptyConfiguration();
  let models = createModelCatalogue(file.models);
  if (settings.configFile !== null) {
    const text = readConfigurationFile(settings.configFile, env);
    const checked = checkConfiguration(text);
    file = checked.file;
    models = createModelCatalogue(file.models);
    const broken = checked.faults.length > 0;
    faults.push(...checked.faults);
    // With a section missing, every name that leads into it would look wrong too.
    if (!broken) faults.push(...crossCheck(file, models.names, text.place));
  }
  if (faults.length > 0) throw new ConfigurationError(faults);
  const engines = new Map<string, EngineDeclaration>([['illustrator', { type: 'illustrator' }]]);
  for (const [name, engine] of Object.entries(file.engines)) engines.set(name, engine);
  return { settings, models, engines, accounts: file.accounts, policy: file.policy, queue: file.queue, bucket };
}
