// What the configuration can already say and this build cannot do yet. Nothing is accepted and then ignored: whoever
// asks for one of these is told at the start. Once a part of the service can do it, its row goes from this list.
import type { Fault } from './fault.js';
import type { Path } from './file-reader.js';
import type { AccountDeclaration, ConfigurationFile, EngineDeclaration } from './file-schema.js';
import type { Settings } from './settings.js';

/** Engine types that can be declared but have no engine yet. */
const missingEngines: readonly EngineDeclaration['type'][] = ['kling', 'comfyui', 'openai', 'a1111'];

interface MissingAbility<Subject> {
  /** Key within the subject, for the place in the message. */
  key: keyof Subject & string;
  /** Does the subject ask for it? */
  asked(subject: Subject): boolean;
  /** What cannot be done; a clause that follows `this build cannot`. */
  cannot: string;
}

const missingForAccounts: readonly MissingAbility<AccountDeclaration>[] = [
  { key: 'enabled', asked: (account) => !account.enabled, cannot: 'disable accounts yet' },
  { key: 'weight', asked: (account) => account.weight !== 1, cannot: 'weigh accounts against each other yet' },
  {
    key: 'retentionDays',
    asked: (account) => account.retentionDays !== undefined,
    cannot: 'keep pictures by account yet',
  },
  { key: 'policy', asked: (account) => !account.policy, cannot: 'apply a content policy by account yet' },
  { key: 'accessKey', asked: (account) => account.accessKey !== undefined, cannot: 'verify signed tokens yet' },
  { key: 'limits', asked: (account) => Object.keys(account.limits).length > 0, cannot: 'limit accounts yet' },
  { key: 'whenBusy', asked: (account) => account.whenBusy !== 'refuse', cannot: 'queue for busy accounts yet' },
  { key: 'billing', asked: (account) => account.billing !== 'unlimited', cannot: 'count units yet' },
  { key: 'packs', asked: (account) => account.packs.length > 0, cannot: 'count units yet' },
  { key: 'webhookSecret', asked: (account) => account.webhookSecret !== undefined, cannot: 'sign callbacks yet' },
];

const missingForSettings: readonly (MissingAbility<Settings> & { name: string })[] = [
  {
    key: 'databaseUrl',
    name: 'INKLING_DATABASE_URL',
    asked: (settings) => settings.databaseUrl !== null,
    cannot: 'use PostgreSQL yet: unset it to keep everything in SQLite in the data folder',
  },
  {
    key: 'storageUrl',
    name: 'INKLING_STORAGE_URL',
    asked: (settings) => settings.storageUrl !== null,
    cannot: 'use object storage yet: unset it to keep pictures in the data folder',
  },
  {
    key: 'role',
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
  const faults: Fault[] = [];
  const miss = (path: Path, cannot: string): void => {
    faults.push({ where: place(path), message: `this build cannot ${cannot}` });
  };
  for (const [index, account] of file.accounts.entries()) {
    for (const ability of missingForAccounts) {
      if (ability.asked(account)) miss(['accounts', index, ability.key], ability.cannot);
    }
    for (const [number, key] of account.keys.entries()) {
      if (key.models) miss(['accounts', index, 'keys', number, 'models'], 'bind keys to models yet');
      if (key.allowIps) miss(['accounts', index, 'keys', number, 'allowIps'], 'bind keys to addresses yet');
    }
  }
  for (const [name, engine] of Object.entries(file.engines)) {
    if (missingEngines.includes(engine.type))
      miss(['engines', name, 'type'], `run engines of type '${engine.type}' yet`);
  }
  if (file.policy.blockedTerms.length > 0) miss(['policy', 'blockedTerms'], 'apply a content policy yet');
  if (file.policy.moderation) miss(['policy', 'moderation'], 'ask a moderation service yet');
  return faults;
}
