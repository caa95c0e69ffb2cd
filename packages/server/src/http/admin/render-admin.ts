// What administration shows, over HTTP and on the command line: never a secret.
import type { Account, AccountUsage, ApiKey, ResourcePack } from '../../core/account.js';
import { nodeState } from '../../core/node-state.js';
import type { Task } from '../../core/task.js';
import type { AuditEntry, Delivery, ServiceNode } from '../../store/store.js';
import type { EngineWindow } from '../engine-window.js';
import { renderTask } from '../wire/render-task.js';

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

/** A task with what only administration sees. `origin` has no slash at its end. */
export function renderAdminTask(task: Task, origin: string) {
  return {
    account_id: task.accountId,
    model_name: task.request.model,
    n: task.request.n,
    faults: task.faults,
    progress: task.progress,
    ...renderTask(task, origin),
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
