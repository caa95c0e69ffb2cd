// `/admin/v1`: accounts, keys, packs, maintenance, tasks, callbacks and the audit log, for the holder of the admin key.
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import { z } from 'zod';
import type { Administration } from '../../accounts/administration.js';
import type { Clock } from '../../core/clock.js';
import { AppError, quoteValue } from '../../core/errors.js';
import { type Task, taskStatuses } from '../../core/task.js';
import type { Store } from '../../store/store.js';
import type { TaskService } from '../../tasks/task-service.js';
import { createUsageReader } from '../../tasks/usage-report.js';
import { createBodyBudget } from '../body/body-budget.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { readBody } from '../body/read-body.js';
import type { EngineWindow } from '../engine-window.js';
import { succeed } from '../envelope.js';
import { publicOrigin } from '../public-origin.js';
import { requestSignal } from '../request-signal.js';
import { firstIssue } from '../wire/field-message.js';
import { renderTask } from '../wire/render-task.js';
import { tolerate } from '../wire/tolerate.js';
import {
  accountBody,
  keyBody,
  maintenanceBody,
  nameField,
  packBody,
  renderAccount,
  renderAdminPack,
  renderAudit,
  renderDelivery,
  renderEngine,
  renderKey,
  renderNode,
  toAccountChanges,
} from './admin-bodies.js';
import { createAdminAuthentication } from './admin-key.js';
import { checkUsageQuery, renderUsage } from './usage.js';

export interface AdminParts {
  administration: Administration;
  tasks: Pick<TaskService, 'cancel' | 'remove'>;
  store: Pick<Store, 'admin' | 'deliveries' | 'accounts' | 'nodes' | 'usage'>;
  clock: Clock;
  settings: { publicUrl: string | null };
  /** How engines are; absent: there are none to tell of. */
  engines?: Pick<EngineWindow, 'health'>;
  /** Null: the routes are there and closed. */
  adminKey: string | null;
}

/** Largest body of an administrative request, bytes. */
const maxBodyBytes = 64 * 1024;

const pageQuery = z.object({
  limit: z.int().min(1).max(500).default(50),
  offset: z.int().min(0).max(1_000_000).default(0),
  account_id: nameField.optional(),
  status: z.enum(taskStatuses).optional(),
  state: z.enum(['pending', 'delivered', 'dead']).optional(),
});

/** Parses against a schema; AppError 1201 naming the field. */
function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw new AppError(1201, `Unknown field: ${issue.keys.map(quoteValue).join(', ')}`);
  throw firstIssue(value, schema, parsed.error.issues);
}

function queryOf(request: FastifyRequest) {
  const first = Object.entries(request.query ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
  return check(pageQuery, tolerate(Object.fromEntries(first), pageQuery.shape));
}

/** Adds every route under `/admin/v1`. */
export function addAdminRoutes(app: FastifyInstance, parts: AdminParts): void {
  const { administration, store, tasks } = parts;
  const authenticate = createAdminAuthentication(parts.adminKey);
  const budget = createBodyBudget({ totalBytes: 16 * maxBodyBytes, patienceMs: 1000 });

  function add(
    method: HTTPMethods,
    path: string,
    handle: (
      request: FastifyRequest,
      params: Record<string, string>,
      body: Record<string, unknown>,
    ) => Promise<unknown>,
  ): void {
    const takesBody = method === 'PUT' || path.endsWith('/keys');
    app.route({
      method,
      url: `/admin/v1${path}`,
      onRequest: authenticate,
      handler: async (request, reply) => {
        let body: Record<string, unknown> = {};
        if (takesBody && method !== 'GET') {
          const limits = { maxBytes: maxBodyBytes, budget };
          const read = await readBody(request.raw, reply.raw, limits, () => requestSignal(reply));
          try {
            body = parseJsonObject(read.bytes);
          } finally {
            read.release();
          }
        }
        const params = Object.entries(request.params as Record<string, string>);
        if (params.some(([, value]) => value.includes('\0'))) throw new AppError(1203);
        return succeed(request, await handle(request, Object.fromEntries(params), body));
      },
    });
  }

  const render = (request: FastifyRequest, task: Task) => ({
    account_id: task.accountId,
    model_name: task.request.model,
    n: task.request.n,
    faults: task.faults,
    progress: task.progress,
    ...renderTask(task, publicOrigin(request, parts.settings.publicUrl)),
  });
  async function findTask(id = ''): Promise<Task> {
    const task = await store.admin.findTask(id);
    if (!task) throw new AppError(1203, `There is no task '${quoteValue(id)}'`);
    return task;
  }

  add('GET', '/accounts', async () => (await administration.listAccounts()).map(renderAccount));
  add('GET', '/accounts/:id', async (_request, { id = '' }) => renderAccount(await administration.getAccount(id)));
  add('PUT', '/accounts/:id', async (_request, { id }, body) => {
    const changes = toAccountChanges(check(accountBody, body));
    return renderAccount(await administration.putAccount(check(nameField, id), changes));
  });
  add('DELETE', '/accounts/:id', async (_request, { id = '' }) => {
    await administration.getAccount(id);
    await purge(id);
    return { id, deleted: true };
  });
  add('POST', '/accounts/:id/rotate-webhook-secret', async (_request, { id = '' }) => ({
    webhook_secret: await administration.rotateWebhookSecret(id),
  }));

  add('GET', '/accounts/:id/keys', async (_request, { id = '' }) => (await administration.listKeys(id)).map(renderKey));
  add('POST', '/accounts/:id/keys', async (_request, { id = '' }, body) => {
    const wanted = check(keyBody, body);
    const { key, entry } = await administration.addKey({
      accountId: id,
      label: wanted.label,
      expiresAtMs: wanted.expires_at,
      models: wanted.models,
      allowIps: wanted.allow_ips,
    });
    return { key, ...renderKey(entry) };
  });
  add('DELETE', '/keys/:id', async (_request, { id = '' }) => {
    await administration.revokeKey(id);
    return { id, revoked: true };
  });

  add('GET', '/accounts/:id/packs', async (_request, { id = '' }) =>
    (await administration.listPacks(id)).map(renderAdminPack),
  );
  add('PUT', '/accounts/:id/packs/:pack', async (_request, { id = '', pack }, body) => {
    const wanted = check(packBody, body);
    const written = await administration.putPack({
      accountId: id,
      id: check(nameField, pack),
      name: wanted.name,
      quantity: wanted.quantity,
      effectiveAtMs: wanted.effective_at,
      expiresAtMs: wanted.expires_at,
    });
    return renderAdminPack(written);
  });

  add('GET', '/maintenance', async () => ({ on: await administration.maintenance() }));
  add('PUT', '/maintenance', async (_request, _params, body) => {
    const { on } = check(maintenanceBody, body);
    await administration.setMaintenance(on);
    return { on };
  });

  add('GET', '/tasks', async (request) => {
    const { limit, offset, account_id: accountId, status } = queryOf(request);
    const filter = { limit, offset, ...(accountId && { accountId }), ...(status && { status }) };
    return (await store.admin.listTasks(filter)).map((task) => render(request, task));
  });
  add('GET', '/tasks/:id', async (request, { id }) => render(request, await findTask(id)));
  add('POST', '/tasks/:id/cancel', async (request, { id }) => {
    const task = await findTask(id);
    await administration.note('task.cancel', task.id);
    return render(request, (await tasks.cancel(task.accountId, task.id)) ?? task);
  });
  add('DELETE', '/tasks/:id', async (_request, { id }) => {
    const task = await findTask(id);
    await administration.note('task.delete', task.id);
    return { task_id: task.id, deleted: await tasks.remove(task.accountId, task.id) };
  });

  add('GET', '/callbacks', async (request) => {
    const { limit, state } = queryOf(request);
    return (await store.deliveries.list(state, limit)).map(renderDelivery);
  });
  add('POST', '/callbacks/:id/redeliver', async (_request, { id = '' }) => {
    if (!(await store.deliveries.redeliver(id))) {
      throw new AppError(1203, `No callback '${quoteValue(id)}' that could be made again now`);
    }
    await administration.note('callback.redeliver', id);
    return { webhook_id: id, state: 'pending' };
  });
  add('GET', '/nodes', async () => (await store.nodes.list()).map(renderNode));
  add('GET', '/engines', async () => (parts.engines?.health() ?? []).map(renderEngine));
  const readUsage = createUsageReader(store, parts.clock);
  add('GET', '/usage', async (request) => renderUsage(await readUsage(checkUsageQuery(request.query))));
  add('GET', '/audit', async (request) => (await administration.listAudit(queryOf(request).limit)).map(renderAudit));

  /** Removes every task of an account with its pictures, then the account. New submits are refused meanwhile. */
  async function purge(accountId: string): Promise<void> {
    await administration.putAccount(accountId, { enabled: false });
    for (;;) {
      const some = await store.admin.listTasks({ accountId, limit: 100, offset: 0 });
      for (const task of some) await tasks.remove(accountId, task.id);
      if (some.length === 0) break;
    }
    await store.admin.deleteAccount(accountId);
    await administration.note('account.purge', accountId);
  }
}
