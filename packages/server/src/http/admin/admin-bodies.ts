// What administration takes, over HTTP and on the command line: schemas, and the changes that they ask for.
import { z } from 'zod';
import { isAddressOrRange } from '../../config/network-name.js';
import type { Account } from '../../core/account.js';
import { AppError, quoteValue } from '../../core/errors.js';
import { taskStatuses } from '../../core/task.js';
import { firstIssue } from '../wire/field-message.js';
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
  models: z.array(z.string().min(1).max(200)).min(1).max(100).nullable().default(null),
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

/** Parses against a schema of administration; AppError 1201 naming the field. */
export function checkAdmin<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw new AppError(1201, `Unknown field: ${issue.keys.map(quoteValue).join(', ')}`);
  throw firstIssue(value, schema, parsed.error.issues);
}

/** What lists may be asked for; each route takes some of it. */
export const pageQuery = z.object({
  limit: z.int().min(1).max(500).default(50),
  offset: z.int().min(0).max(1_000_000).default(0),
  account_id: nameField.optional(),
  status: z.enum(taskStatuses).optional(),
  state: z.enum(['pending', 'delivered', 'dead']).optional(),
});
