// Rows to objects and back.
import type { Account, ApiKey, ResourcePack } from '../../core/account.js';
import type { ClaimedTask, ImageRequest, Picture, Task, TaskReference, TaskStatus } from '../../core/task.js';
import type { AccountRow, KeyRow, PackRow, PictureRow, TaskRow } from './schema.js';

/** A task with the pictures that were read for it. */
export function toTask(row: TaskRow, pictures: Picture[]): Task {
  return {
    id: row.id,
    accountId: row.account_id,
    externalTaskId: row.external_task_id,
    status: row.status as TaskStatus,
    statusMessage: row.status_message,
    request: JSON.parse(row.request) as ImageRequest,
    reference: row.reference === null ? null : (JSON.parse(row.reference) as TaskReference),
    callbackUrl: row.callback_url,
    publicOrigin: row.public_origin,
    progress: row.progress,
    faults: row.faults,
    units: row.units,
    createdAtMs: row.created_at,
    updatedAtMs: row.updated_at,
    endedAtMs: row.ended_at,
    pictures,
    ...(row.trace_parent === null ? {} : { traceParent: row.trace_parent }),
  };
}

/** A freshly claimed task; it has no pictures yet. */
export function toClaimedTask(row: TaskRow): ClaimedTask {
  return {
    ...toTask(row, []),
    leaseToken: row.lease_token ?? '',
    leaseUntilMs: row.due_at ?? 0,
    operation: row.operation === null ? null : (JSON.parse(row.operation) as unknown),
  };
}

export function toPicture(row: PictureRow): Picture {
  return {
    token: row.token,
    taskId: row.task_id,
    index: row.picture_index,
    variant: row.variant as Picture['variant'],
    storageKey: row.storage_key,
    contentType: row.content_type as Picture['contentType'],
    width: row.width,
    height: row.height,
    byteLength: row.byte_length,
    etag: row.etag,
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
    deletedAtMs: row.deleted_at,
  };
}

export function toPictureRow(picture: Picture): PictureRow {
  return {
    token: picture.token,
    task_id: picture.taskId,
    picture_index: picture.index,
    variant: picture.variant,
    storage_key: picture.storageKey,
    content_type: picture.contentType,
    width: picture.width,
    height: picture.height,
    byte_length: picture.byteLength,
    etag: picture.etag,
    created_at: picture.createdAtMs,
    expires_at: picture.expiresAtMs,
    deleted_at: picture.deletedAtMs,
  };
}

export function toApiKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    accountId: row.account_id,
    hint: row.hint,
    label: row.label,
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
    revokedAtMs: row.revoked_at,
    models: row.models === null ? null : (JSON.parse(row.models) as string[]),
    allowIps: row.allow_ips === null ? null : (JSON.parse(row.allow_ips) as string[]),
  };
}

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    enabled: row.enabled === 1,
    weight: row.weight,
    retentionDays: row.retention_days,
    policy: row.policy === 1,
    accessKey: row.access_key,
    secretKey: row.secret_key,
    requestsPerSecond: row.requests_per_second,
    burst: row.burst,
    concurrency: row.concurrency,
    whenBusy: row.when_busy as Account['whenBusy'],
    billing: row.billing as Account['billing'],
    creditLimit: row.credit_limit,
    webhookSecrets: JSON.parse(row.webhook_secrets) as string[],
  };
}

export function toPack(row: PackRow): ResourcePack {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    quantity: row.quantity,
    remaining: row.remaining,
    reserved: row.reserved,
    purchasedAtMs: row.purchased_at,
    effectiveAtMs: row.effective_at,
    expiresAtMs: row.expires_at,
  };
}
