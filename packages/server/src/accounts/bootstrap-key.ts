// The key of the first start: made once, kept in the data folder for its owner, hashed in the database like any other.
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ApiKey, defaultAccountId } from '../core/account.js';
import type { Clock } from '../core/clock.js';
import { newApiKey } from '../core/ids.js';
import type { Store } from '../store/store.js';
import { hashKey } from './account-service.js';

/** Name of the file in the data folder; readable by its owner only. */
export const bootstrapKeyFile = 'api-key';

/** First characters of a key, enough to tell keys apart and far too few to use one. */
function keyHint(key: string): string {
  return `${key.slice(0, 7)}…`;
}

/** Adds a key to an account; the key itself is not kept. */
export async function addKey(
  store: Pick<Store, 'keys'>,
  clock: Clock,
  entry: { key: string } & Pick<ApiKey, 'accountId' | 'label' | 'expiresAtMs'> &
    Partial<Pick<ApiKey, 'models' | 'allowIps'>>,
): Promise<ApiKey> {
  const key: ApiKey = {
    id: randomUUID(),
    accountId: entry.accountId,
    hint: keyHint(entry.key),
    label: entry.label,
    createdAtMs: clock.now(),
    expiresAtMs: entry.expiresAtMs,
    revokedAtMs: null,
    models: entry.models ?? null,
    allowIps: entry.allowIps ?? null,
  };
  await store.keys.add(key, hashKey(entry.key));
  return key;
}

/** The default account's first key, made if there is none. It stays revoked once revoked. */
export async function ensureBootstrapKey(
  store: Pick<Store, 'keys'>,
  clock: Clock,
  dataFolder: string,
): Promise<string> {
  const file = join(dataFolder, bootstrapKeyFile);
  let key = await readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );
  if (key === '') {
    key = newApiKey();
    await writeFile(file, `${key}\n`, { mode: 0o600, flush: true });
  }
  await addKey(store, clock, { key, accountId: defaultAccountId, label: 'made at first start', expiresAtMs: null });
  return key;
}
