// What an administrator may do with accounts, keys and packs. The command line and `/admin/v1` both come through here,
// so that every change is checked the same way and written into the audit log.
import { type Account, type AccountUsage, type ApiKey, newAccount, type ResourcePack } from '../core/account.js';
import type { Clock } from '../core/clock.js';
import { AppError, quoteValue } from '../core/errors.js';
import { newApiKey } from '../core/ids.js';
import type { AuditEntry, Store } from '../store/store.js';
import { newWebhookSecret } from './apply-accounts.js';
import { addKey } from './bootstrap-key.js';

export interface NewKey {
  accountId: string;
  label: string;
  /** Unix ms; null: never. */
  expiresAtMs: number | null;
  models: readonly string[] | null;
  allowIps: readonly string[] | null;
}

export type NewPack = Omit<ResourcePack, 'remaining' | 'reserved' | 'purchasedAtMs'>;

export interface Administration {
  listAccounts(): Promise<(Account & { usage: AccountUsage })[]>;
  /** AppError 1203 when there is none. */
  getAccount(id: string): Promise<Account & { usage: AccountUsage }>;
  /** Creates or changes an account; what is not named stays, or gets its default. */
  putAccount(id: string, changes: Partial<Omit<Account, 'id'>>): Promise<Account>;
  /** A new secret signs from now on; the one before stays valid beside it, an older one ends. */
  rotateWebhookSecret(id: string): Promise<string>;
  listKeys(accountId?: string): Promise<ApiKey[]>;
  /** The key itself is shown this once. AppError 1203 for an account that is not there. */
  addKey(key: NewKey): Promise<{ key: string; entry: ApiKey }>;
  /** By id or hint. AppError 1203 when there is none that is not revoked already. */
  revokeKey(idOrHint: string): Promise<void>;
  listPacks(accountId: string): Promise<ResourcePack[]>;
  putPack(pack: NewPack): Promise<ResourcePack>;
  maintenance(): Promise<boolean>;
  setMaintenance(on: boolean): Promise<void>;
  listAudit(limit: number): Promise<AuditEntry[]>;
  /** Notes a change that another room made. */
  note(action: string, subject: string, detail?: Record<string, unknown>): Promise<void>;
}

/** `actor`: who is at the controls, for the audit log. */
export function createAdministration(store: Store, clock: Clock, actor: string): Administration {
  const note = (action: string, subject: string, detail: Record<string, unknown> = {}) =>
    store.admin.addAudit({ actor, action, subject, detail });

  async function withUsage(account: Account) {
    const usage = await store.accounts.usage(account.id);
    return { ...account, usage: usage ?? { slotsHeld: 0, owedUnits: 0, reservedUnits: 0 } };
  }

  async function getAccount(id: string) {
    const account = await store.accounts.find(id);
    if (!account) throw new AppError(1203, `There is no account '${quoteValue(id)}'`);
    return withUsage(account);
  }

  return {
    async listAccounts() {
      return Promise.all((await store.accounts.list()).map(withUsage));
    },
    getAccount,

    async putAccount(id, changes) {
      const known = await store.accounts.find(id);
      const account = { ...(known ?? newAccount(id, { webhookSecrets: [newWebhookSecret()] })), ...changes };
      await store.accounts.put(account);
      // Secrets are named as changed, never written down.
      const { secretKey, webhookSecrets, ...detail } = changes;
      const secrets = Object.keys({ ...(secretKey && { secretKey }), ...(webhookSecrets && { webhookSecrets }) });
      await note(known ? 'account.change' : 'account.add', id, { ...detail, ...(secrets.length > 0 && { secrets }) });
      return account;
    },

    async rotateWebhookSecret(id) {
      const account = await getAccount(id);
      const secret = newWebhookSecret();
      await store.accounts.put({ ...account, webhookSecrets: [secret, ...account.webhookSecrets.slice(0, 1)] });
      await note('account.rotate-webhook-secret', id);
      return secret;
    },

    listKeys: (accountId) => store.keys.list(accountId),

    async addKey(wanted) {
      await getAccount(wanted.accountId);
      const key = newApiKey();
      const entry = await addKey(store, clock, { ...wanted, key });
      await note('key.add', entry.id, { accountId: wanted.accountId, hint: entry.hint, label: wanted.label });
      return { key, entry };
    },

    async revokeKey(idOrHint) {
      if (!(await store.keys.revoke(idOrHint))) {
        throw new AppError(1203, `There is no key '${quoteValue(idOrHint)}' that could be revoked`);
      }
      await note('key.revoke', idOrHint);
    },

    listPacks: (accountId) => store.accounts.listPacks(accountId),

    async putPack(pack) {
      await getAccount(pack.accountId);
      await store.accounts.putPack(pack);
      const { accountId, id, ...detail } = pack;
      await note('pack.put', `${accountId}/${id}`, detail);
      const written = (await store.accounts.listPacks(accountId)).find((entry) => entry.id === id);
      if (!written) throw new AppError(5000);
      return written;
    },

    maintenance: () => store.service.maintenance(),
    async setMaintenance(on) {
      await store.service.setMaintenance(on);
      await note(on ? 'maintenance.on' : 'maintenance.off', 'service');
    },
    listAudit: (limit) => store.admin.listAudit(limit),
    note,
  };
}
