// `/admin/v1`: accounts, keys, packs, maintenance, tasks, callbacks and the audit log, for the holder of the admin key.
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { Administration } from '../../accounts/administration.js';
import type { Clock } from '../../core/clock.js';
import { AppError } from '../../core/errors.js';
import type { Task } from '../../core/task.js';
import type { Store } from '../../store/store.js';
import type { TaskAdministration } from '../../tasks/task-administration.js';
import { createUsageReader } from '../../tasks/usage-report.js';
import { createBodyBudget } from '../body/body-budget.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { readBody } from '../body/read-body.js';
import type { EngineWindow } from '../engine-window.js';
import { succeed } from '../envelope.js';
import { publicOrigin } from '../public-origin.js';
import { requestSignal } from '../request-signal.js';
import { renderCallback } from '../wire/render-callback.js';
import { tolerate } from '../wire/tolerate.js';
import {
  accountBody,
  checkAdmin,
  keyBody,
  maintenanceBody,
  nameField,
  packBody,
  pageQuery,
  toAccountChanges,
} from './admin-bodies.js';
import { createAdminAuthentication } from './admin-key.js';
import {
  renderAccount,
  renderAdminPack,
  renderAdminTask,
  renderAudit,
  renderDelivery,
  renderEngine,
  renderKey,
  renderNode,
} from './render-admin.js';
import { checkUsageQuery, renderUsage } from './usage.js';

export interface AdminParts {
  administration: Administration;
  taskAdministration: TaskAdministration;
  store: Pick<Store, 'nodes' | 'usage'>;
  clock: Clock;
  settings: { publicUrl: string | null };
  /** How engines are; absent: there are none to tell of. */
  engines?: Pick<EngineWindow, 'health'>;
  /** Null: the routes are there and closed. */
  adminKey: string | null;
}

/** Largest body of an administrative request, bytes. */
const maxBodyBytes = 64 * 1024;

function queryOf(request: FastifyRequest) {
  const first = Object.entries(request.query ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
  return checkAdmin(pageQuery, tolerate(Object.fromEntries(first), pageQuery.shape));
}

/** Adds every route under `/admin/v1`. */
export function addAdminRoutes(app: FastifyInstance, parts: AdminParts): void {
  const { administration, taskAdministration } = parts;
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

  const render = (request: FastifyRequest, task: Task) =>
    renderAdminTask(task, publicOrigin(request, parts.settings.publicUrl));

  add('GET', '/accounts', async () => (await administration.listAccounts()).map(renderAccount));
  add('GET', '/accounts/:id', async (_request, { id = '' }) => renderAccount(await administration.getAccount(id)));
  add('PUT', '/accounts/:id', async (_request, { id }, body) => {
    const changes = toAccountChanges(checkAdmin(accountBody, body));
    return renderAccount(await administration.putAccount(checkAdmin(nameField, id), changes));
  });
  add('DELETE', '/accounts/:id', async (_request, { id = '' }) => {
    await taskAdministration.purgeAccount(id);
    return { id, deleted: true };
  });
  add('POST', '/accounts/:id/rotate-webhook-secret', async (_request, { id = '' }) => ({
    webhook_secret: await administration.rotateWebhookSecret(id),
  }));

  add('GET', '/accounts/:id/keys', async (_request, { id = '' }) => (await administration.listKeys(id)).map(renderKey));
  add('POST', '/accounts/:id/keys', async (_request, { id = '' }, body) => {
    const wanted = checkAdmin(keyBody, body);
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
    const wanted = checkAdmin(packBody, body);
    const written = await administration.putPack({
      accountId: id,
      id: checkAdmin(nameField, pack),
      name: wanted.name,
      quantity: wanted.quantity,
      effectiveAtMs: wanted.effective_at,
      expiresAtMs: wanted.expires_at,
    });
    return renderAdminPack(written);
  });

  add('GET', '/maintenance', async () => ({ on: await administration.maintenance() }));
  add('PUT', '/maintenance', async (_request, _params, body) => {
    const { on } = checkAdmin(maintenanceBody, body);
    await administration.setMaintenance(on);
    return { on };
  });

  add('GET', '/tasks', async (request) => {
    const { limit, offset, account_id: accountId, status } = queryOf(request);
    const filter = { limit, offset, ...(accountId && { accountId }), ...(status && { status }) };
    return (await taskAdministration.listTasks(filter)).map((task) => render(request, task));
  });
  add('GET', '/tasks/:id', async (request, { id = '' }) => render(request, await taskAdministration.findTask(id)));
  add('POST', '/tasks/:id/cancel', async (request, { id = '' }) =>
    render(request, await taskAdministration.cancelTask(id)),
  );
  add('DELETE', '/tasks/:id', async (_request, { id = '' }) => {
    await taskAdministration.deleteTask(id);
    return { task_id: id, deleted: true };
  });
  add('GET', '/tasks/:id/callbacks', async (_request, { id = '' }) =>
    (await taskAdministration.callbacksOf(id)).map(renderCallback),
  );

  add('GET', '/callbacks', async (request) => {
    const { limit, state } = queryOf(request);
    return (await taskAdministration.listCallbacks(state, limit)).map(renderDelivery);
  });
  add('POST', '/callbacks/:id/redeliver', async (_request, { id = '' }) => {
    await taskAdministration.redeliver(id);
    return { webhook_id: id, state: 'pending' };
  });
  add('GET', '/nodes', async () => (await parts.store.nodes.list()).map(renderNode));
  add('GET', '/engines', async () => (parts.engines?.health() ?? []).map(renderEngine));
  const readUsage = createUsageReader(parts.store, parts.clock);
  add('GET', '/usage', async (request) => renderUsage(await readUsage(checkUsageQuery(request.query))));
  add('GET', '/audit', async (request) => (await administration.listAudit(queryOf(request).limit)).map(renderAudit));
}
