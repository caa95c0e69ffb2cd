// `inkling keys`: makes, shows and revokes API keys, also while a server runs on the same database.
import { hashKey } from '../../accounts/account-service.js';
import type { Administration } from '../../accounts/administration.js';
import { type ApiKey, defaultAccountId } from '../../core/account.js';
import { checkAdmin, keyBody } from '../../http/admin/admin-bodies.js';
import { type Administrator, type AdminParts, administer } from '../admin/administer.js';
import { CommandFailure } from '../command-failure.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { formatTable } from '../text-table.js';
import { parseExpiry } from './expiry.js';

export interface KeyOptions {
  account?: string;
  label?: string;
  expires?: string;
  /** For add: names by commas. */
  models?: string;
  /** For add: addresses and ranges by commas. */
  allowIps?: string;
  json?: boolean;
  /** For revoke: what names the key. */
  which?: string;
}

/** Fewest characters of an id that stand for it. */
const minIdLength = 4;

/** Makes a key of an account and prints it, alone on its line, so that `$(inkling keys add)` is the key. */
export async function addKey(options: KeyOptions, parts: AdminParts): Promise<ExitCode> {
  const { world, clock } = parts;
  const accountId = options.account ?? defaultAccountId;
  const expiresAtMs = options.expires === undefined ? null : parseExpiry(options.expires, clock.now());
  const { key, entry } = await administer(parts, async ({ administration }) => {
    const limits = checkAdmin(keyBody, { models: listOf(options.models), allow_ips: listOf(options.allowIps) });
    await requireAccount(administration, accountId);
    return administration.addKey({
      accountId,
      label: options.label ?? '',
      expiresAtMs,
      models: limits.models,
      allowIps: limits.allow_ips,
    });
  });
  if (options.json === true) world.stdout.write(`${JSON.stringify({ ...describeKey(entry, clock.now()), key })}\n`);
  else {
    world.stdout.write(`${key}\n`);
    world.stderr.write(`Key ${entry.id} of account '${accountId}': keep it now, it is not shown again.\n`);
  }
  return exitCodes.done;
}

/** Shows the keys of one account, or of all. */
export async function listKeys(options: KeyOptions, parts: AdminParts): Promise<ExitCode> {
  const { world, clock } = parts;
  const keys = await administer(parts, async ({ administration }) => {
    if (options.account !== undefined) await requireAccount(administration, options.account);
    return administration.listKeys(options.account);
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
export async function revokeKey(options: KeyOptions, parts: AdminParts): Promise<ExitCode> {
  const which = options.which ?? '';
  const key = await administer(parts, async (administrator) => {
    const found = await findKey(administrator, which);
    if (found.revokedAtMs === null) await administrator.administration.revokeKey(found.id);
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

/** What commas part; null when nothing was given. */
function listOf(text: string | undefined): string[] | null {
  return text === undefined ? null : text.split(',').map((part) => part.trim());
}

/** The account must be there; the default one may be made before the first start of the service makes it. */
async function requireAccount(administration: Administration, id: string): Promise<void> {
  const known = (await administration.listAccounts()).map((account) => account.id);
  if (known.includes(id)) return;
  if (id === defaultAccountId) {
    await administration.putAccount(id, {});
    return;
  }
  throw new CommandFailure(`There is no account '${id}'`, { hint: `accounts are: ${known.join(', ')}` });
}

/** By the key itself, its id, the beginning of its id, or its hint; several that fit are named. */
async function findKey({ administration, keys }: Administrator, which: string): Promise<ApiKey> {
  const whole = await keys.findByHash(hashKey(which));
  if (whole) return whole;
  const hint = which.replace(/(?:…|\.\.\.)$/, '');
  const fits = (key: ApiKey): boolean =>
    (which.length >= minIdLength && key.id.startsWith(which)) || (hint !== '' && key.hint.replace('…', '') === hint);
  const found = (await administration.listKeys()).filter(fits);
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
