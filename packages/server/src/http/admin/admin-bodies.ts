// What administration takes: schemas of the bodies, and their way to and from the house's own objects.
import { z } from 'zod';
import { isAddressOrRange } from '../../config/network-name.js';
import type { Account, AccountUsage, ApiKey, ResourcePack } from '../../core/account.js';
import { nodeState } from '../../core/node-state.js';
import type { AuditEntry, Delivery, ServiceNode } from '../../store/store.js';
import type { EngineWindow } from '../engine-window.js';
import { timeField } from '../wire/fields.js';

/** Names of accounts and packs. */
export const nameField = z.string().regex(/^[\w][\w.-]{0,63}$/);
const secretField = z.string().regex(/^[\x21-\x7e]{1,200}$/);
const limitField = z.number().positive().max(1e6).nullable();
const countField = z.int().min(1).max(1e6).nullable();

/** Every field may be left out: it stays as it is. Null takes a limit away. */
export const accountBody = z.strictObject({
  enabled: z.boolean().optional(),
  weight: z.number().min(0.01).max(1000).optional(),
  retention_days: z.int().min(1).max(3650).nullable().optional(),
  policy: z.boolean().optional(),
  access_key: secretField.nullable().optional(),
  secret_key: secretField.nullable().optional(),
  requests_per_second: limitField.optional(),
  burst: countField.optional(),
  concurrency: countField.optional(),
  when_busy: z.enum(['refuse', 'queue']).optional(),
  billing: z.enum(['unlimited', 'prepaid', 'postpaid']).optional(),
  credit_limit: z.number().min(0).max(1e12).optional(),
});

export const keyBody = z.strictObject({
  label: z.string().max(200).default(''),
  expires_at: timeField.nullable().default(null),
  models: z.array(z.string().max(200)).min(1).max(100).nullable().default(null),
  allow_ips: z.array(z.string().refine(isAddressOrRange)).min(1).max(100).nullable().default(null),
});

export const packBody = z
  .strictObject({
    name: z.string().min(1).max(200),
    quantity: z.number().positive().max(1e12),
    effective_at: timeField,
    expires_at: timeField,
  })
  .refine((pack) => pack.effective_at < pack.expires_at, { path: ['expires_at'] });

export const maintenanceBody = z.strictObject({ on: z.boolean() });

/** Wire names of the account's fields, and the house's. */
const accountFields = {
  enabled: 'enabled',
  weight: 'weight',
  retention_days: 'retentionDays',
  policy: 'policy',
  access_key: 'accessKey',
  secret_key: 'secretKey',
  requests_per_second: 'requestsPerSecond',
  burst: 'burst',
  concurrency: 'concurrency',
  when_busy: 'whenBusy',
  billing: 'billing',
  credit_limit: 'creditLimit',
} as const satisfies Record<keyof z.infer<typeof accountBody>, keyof Account>;

/** The changes that a body asks for. */
export function toAccountChanges(body: z.infer<typeof accountBody>): Partial<Omit<Account, 'id'>> {
  const changes = Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [accountFields[name as keyof typeof accountFields], value]);
  return Object.fromEntries(changes) as Partial<Omit<Account, 'id'>>;
}

/** An account as administration shows it: whether it has secrets, never which. */
export function renderAccount(account: Account & { usage?: AccountUsage }) {
  return {
    id: account.id,
    enabled: account.enabled,
    weight: account.weight,
    retention_days: account.retentionDays,
    policy: account.policy,
    access_key: account.accessKey,
    has_secret_key: account.secretKey !== null,
    requests_per_second: account.requestsPerSecond,
    burst: account.burst,
    concurrency: account.concurrency,
    when_busy: account.whenBusy,
    billing: account.billing,
    credit_limit: account.creditLimit,
    webhook_secrets: account.webhookSecrets.length,
    ...(account.usage && {
      usage: {
        slots_held: account.usage.slotsHeld,
        owed_units: account.usage.owedUnits,
        reserved_units: account.usage.reservedUnits,
      },
    }),
  };
}

export function renderKey(key: ApiKey) {
  return {
    id: key.id,
    account_id: key.accountId,
    hint: key.hint,
    label: key.label,
    created_at: key.createdAtMs,
    expires_at: key.expiresAtMs,
    revoked_at: key.revokedAtMs,
    models: key.models,
    allow_ips: key.allowIps,
  };
}

export function renderAdminPack(pack: ResourcePack) {
  return {
    id: pack.id,
    account_id: pack.accountId,
    name: pack.name,
    quantity: pack.quantity,
    remaining: pack.remaining,
    reserved: pack.reserved,
    purchased_at: pack.purchasedAtMs,
    effective_at: pack.effectiveAtMs,
    expires_at: pack.expiresAtMs,
  };
}

export function renderDelivery(delivery: Delivery) {
  return {
    webhook_id: delivery.id,
    task_id: delivery.taskId,
    account_id: delivery.accountId,
    url: delivery.url,
    task_status: delivery.taskStatus,
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_at: delivery.state === 'pending' ? delivery.nextAttemptAtMs : null,
    created_at: delivery.createdAtMs,
    ended_at: delivery.endedAtMs,
  };
}

export function renderNode(node: ServiceNode & { silentMs: number }) {
  return {
    id: node.id,
    role: node.role,
    state: nodeState(node.silentMs),
    host: node.host,
    pid: node.pid,
    version: node.version,
    running: node.running,
    started_at: node.startedAtMs,
    silent_ms: node.silentMs,
  };
}

export function renderAudit(entry: AuditEntry) {
  return {
    id: entry.id,
    at: entry.atMs,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail,
  };
}

/** An engine; `last_error` is a sentence without secrets. */
export function renderEngine(engine: ReturnType<EngineWindow['health']>[number]) {
  return {
    name: engine.key,
    state: engine.state,
    last_error: engine.lastError,
    last_error_at: engine.lastErrorAtMs,
    in_flight: engine.inFlight,
    watched: engine.watched,
    ended: engine.ended,
  };
}
