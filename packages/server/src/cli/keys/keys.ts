// `inkling keys`: makes, shows and revokes API keys, also while a server runs on the same database.
import { hashKey } from '../../accounts/account-service.js';
import { addKey as storeKey } from '../../accounts/bootstrap-key.js';
import { type ApiKey, defaultAccountId, newAccount } from '../../core/account.js';
import type { Clock } from '../../core/clock.js';
import { newApiKey } from '../../core/ids.js';
import type { Store } from '../../store/store.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { formatTable } from '../text-table.js';
import { parseExpiry } from './expiry.js';
import { withStore } from './open-store.js';

export interface KeyOptions {
  account?: string;
  label?: string;
  expires?: string;
  json?: boolean;
  /** For revoke: what names the key. */
  which?: string;
}

export interface KeyParts {
  world: CommandWorld;
  clock: Clock;
}

/** Fewest characters of an id that stand for it. */
const minIdLength = 4;

/** Makes a key of an account and prints it, alone on its line, so that `$(inkling keys add)` is the key. */
export async function addKey(options: KeyOptions, parts: KeyParts): Promise<ExitCode> {
  const { world, clock } = parts;
  const accountId = options.account ?? defaultAccountId;
  const expiresAtMs = options.expires === undefined ? null : parseExpiry(options.expires, clock.now());
  const key = newApiKey();
  const entry = await withStore(parts, async (store) => {
    await requireAccount(store, accountId);
    return storeKey(store, clock, { key, accountId, label: options.label ?? '', expiresAtMs });
  });
  if (options.json === true) world.stdout.write(`${JSON.stringify({ ...describeKey(entry, clock.now()), key })}\n`);
  else {
    world.stdout.write(`${key}\n`);
    world.stderr.write(`Key ${entry.id} of account '${accountId}': keep it now, it is not shown again.\n`);
  }
  return exitCodes.done;
}

/** Shows the keys of one account, or of all. */
export async function listKeys(options: KeyOptions, parts: KeyParts): Promise<ExitCode> {
  const { world, clock } = parts;
  const keys = await withStore(parts, async (store) => {
    if (options.account !== undefined) await requireAccount(store, options.account);
    return store.keys.list(options.account);
  });
  const shown = keys.map((key) => describeKey(key, clock.now()));
  if (options.json === true) world.stdout.write(`${JSON.stringify(shown)}\n`);
  else if (shown.length === 0) world.stderr.write('There are no keys. `inkling keys add` makes one.\n');
  else {
    const rows = shown.map((key) => [
      key.id,
      key.hint,
      key.account,
      key.state,
      key.created_at.slice(0, 10),
      key.expires_at?.slice(0, 10) ?? 'never',
      key.label,
    ]);
    world.stdout.write(formatTable(['ID', 'KEY', 'ACCOUNT', 'STATE', 'CREATED', 'EXPIRES', 'LABEL'], rows));
  }
  return exitCodes.done;
}

/** Revokes the one key that `which` names. */
export async function revokeKey(options: KeyOptions, parts: KeyParts): Promise<ExitCode> {
  const which = options.which ?? '';
  const key = await withStore(parts, async (store) => {
    const found = await findKey(store, which);
    if (found.revokedAtMs === null) await store.keys.revoke(found.id);
    return found;
  });
  if (options.json === true) {
    const revokedAtMs = key.revokedAtMs ?? parts.clock.now();
    parts.world.stdout.write(`${JSON.stringify(describeKey({ ...key, revokedAtMs }, parts.clock.now()))}\n`);
    return exitCodes.done;
  }
  const already = key.revokedAtMs === null ? 'is revoked now' : 'was revoked already';
  parts.world.stderr.write(`Key ${key.id} (${key.hint}) of account '${key.accountId}' ${already}.\n`);
  return exitCodes.done;
}

/** The account must be there; the default one may be made before the first start of the service makes it. */
async function requireAccount(store: Store, id: string): Promise<void> {
  if (await store.accounts.find(id)) return;
  if (id === defaultAccountId) return store.accounts.put(newAccount(id));
  const known = (await store.accounts.list()).map((account) => account.id);
  throw new CommandFailure(`There is no account '${id}'`, { hint: `accounts are: ${known.join(', ')}` });
}

/** By the key itself, its id, the beginning of its id, or its hint; several that fit are named. */
async function findKey(store: Store, which: string): Promise<ApiKey> {
  const whole = await store.keys.findByHash(hashKey(which));
  if (whole) return whole;
  const hint = which.replace(/(?:…|\.\.\.)$/, '');
  const fits = (key: ApiKey): boolean =>
    (which.length >= minIdLength && key.id.startsWith(which)) || (hint !== '' && key.hint.replace('…', '') === hint);
  const found = (await store.keys.list()).filter(fits);
  const [first] = found;
  if (first && found.length === 1) return first;
  if (first) {
    const ids = found.map((key) => key.id).join(', ');
    throw new CommandFailure(`Several keys fit '${which}': ${ids}`, { hint: 'name one by its id' });
  }
  throw new CommandFailure('There is no such key', { hint: '`inkling keys list` shows the keys there are' });
}

/** A key as it is shown: times in ISO 8601, never its secret. */
function describeKey(key: ApiKey, nowMs: number) {
  const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const expired = key.expiresAtMs !== null && key.expiresAtMs <= nowMs;
  return {
    id: key.id,
    hint: key.hint,
    account: key.accountId,
    label: key.label,
    state: key.revokedAtMs !== null ? 'revoked' : expired ? 'expired' : 'active',
    created_at: new Date(key.createdAtMs).toISOString(),
    expires_at: time(key.expiresAtMs),
    revoked_at: time(key.revokedAtMs),
  };
}
