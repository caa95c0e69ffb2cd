// Accounts declared in the configuration are created or updated at the start; others live in the database as they are.
import { randomBytes } from 'node:crypto';
import type { AccountDeclaration } from '../config/file-schema.js';
import { type Account, defaultAccountId, newAccount } from '../core/account.js';
import type { Clock } from '../core/clock.js';
import type { Store } from '../store/store.js';
import { addKey } from './bootstrap-key.js';

/** A fresh secret for signing callbacks, in the form of Standard Webhooks. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Declared accounts as they are to be, and the default account if there is none yet. */
export async function applyAccounts(
  store: Pick<Store, 'accounts' | 'keys'>,
  clock: Clock,
  declarations: readonly AccountDeclaration[],
): Promise<void> {
  if (!(await store.accounts.find(defaultAccountId))) {
    await store.accounts.put(newAccount(defaultAccountId, { webhookSecrets: [newWebhookSecret()] }));
  }
  for (const declaration of declarations) {
    const known = await store.accounts.find(declaration.id);
    await store.accounts.put(toAccount(declaration, known));
    for (const key of declaration.keys) {
      await addKey(store, clock, {
        key: key.key,
        accountId: declaration.id,
        label: 'from the configuration',
        expiresAtMs: key.expiresAt ?? null,
        models: key.models ?? null,
        allowIps: key.allowIps ?? null,
      });
    }
    for (const pack of declaration.packs) {
      await store.accounts.putPack({
        accountId: declaration.id,
        id: pack.id,
        name: pack.name,
        quantity: pack.quantity,
        effectiveAtMs: pack.effectiveAt,
        expiresAtMs: pack.expiresAt,
      });
    }
  }
}

/** The declaration as a row. A webhook secret that was made earlier stays when none is declared. */
function toAccount(declaration: AccountDeclaration, known: Account | undefined): Account {
  const kept = known && known.webhookSecrets.length > 0 ? known.webhookSecrets : [newWebhookSecret()];
  return newAccount(declaration.id, {
    enabled: declaration.enabled,
    weight: declaration.weight,
    retentionDays: declaration.retentionDays ?? null,
    policy: declaration.policy,
    accessKey: declaration.accessKey ?? null,
    secretKey: declaration.secretKey ?? null,
    requestsPerSecond: declaration.limits.requestsPerSecond ?? null,
    burst: declaration.limits.burst ?? null,
    concurrency: declaration.limits.concurrency ?? null,
    whenBusy: declaration.whenBusy,
    billing: declaration.billing,
    creditLimit: declaration.creditLimit,
    webhookSecrets: declaration.webhookSecret ?? kept,
  });
}
