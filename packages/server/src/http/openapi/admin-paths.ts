// `/admin/v1` as OpenAPI describes it: one row a route, bodies from the schemas that check them.
import { z } from 'zod';
import { accountBody, keyBody, maintenanceBody, packBody, pageQuery } from '../admin/admin-bodies.js';
import { usageQuery } from '../admin/usage.js';
import { errorResponses } from './responses.js';
import { type Json, queryParameters, successSchema } from './schemas.js';

/** `takes`: the body's schema, or what a GET may be asked for. */
type Row = [method: string, path: string, operation: string, summary: string, takes?: z.ZodObject];

const rows: readonly Row[] = [
  ['get', '/accounts', 'ListAccounts', 'Accounts with what they have in use'],
  ['get', '/accounts/{id}', 'GetAccount', 'One account'],
  ['put', '/accounts/{id}', 'PutAccount', 'Create or change an account; what is not named stays', accountBody],
  ['delete', '/accounts/{id}', 'PurgeAccount', 'Remove an account with its keys, packs, tasks and pictures'],
  ['post', '/accounts/{id}/rotate-webhook-secret', 'RotateSecret', 'Sign with a new secret; the last one stays valid'],
  ['get', '/accounts/{id}/keys', 'ListKeys', 'Keys of an account'],
  ['post', '/accounts/{id}/keys', 'AddKey', 'Make a key; it is shown this once', keyBody],
  ['delete', '/keys/{id}', 'RevokeKey', 'Revoke a key by its id or hint'],
  ['get', '/accounts/{id}/packs', 'ListPacks', 'Resource packs of an account'],
  ['put', '/accounts/{id}/packs/{pack}', 'PutPack', 'Create or change a pack; what was spent stays spent', packBody],
  ['get', '/maintenance', 'GetMaintenance', 'Is maintenance mode on?'],
  ['put', '/maintenance', 'SetMaintenance', 'On: submits get 5001, everything else goes on', maintenanceBody],
  ['get', '/tasks', 'ListTasks', 'Tasks of all accounts, newest first', pageQuery.omit({ state: true })],
  ['get', '/tasks/{id}', 'GetTask', 'One task, whoever owns it'],
  ['post', '/tasks/{id}/cancel', 'CancelTask', 'End a task'],
  ['delete', '/tasks/{id}', 'DeleteTask', 'Remove a task and its pictures now'],
  ['get', '/tasks/{id}/callbacks', 'ListTaskCallbacks', 'Callbacks of a task with every try'],
  ['get', '/callbacks', 'ListCallbacks', 'Callbacks, newest first', pageQuery.pick({ limit: true, state: true })],
  ['post', '/callbacks/{id}/redeliver', 'RedeliverCallback', 'Make a callback again'],
  ['get', '/nodes', 'ListNodes', 'Processes of the service: role, host, version, tasks in hand, up or silent'],
  ['get', '/engines', 'ListEngines', 'Engines: state, last error, jobs in hand and watched'],
  ['get', '/usage', 'GetUsage', 'Tasks, pictures, units, latency and failures by day', usageQuery],
  ['get', '/audit', 'ListAudit', 'What administration changed, newest first', pageQuery.pick({ limit: true })],
];

/** Paths of administration. */
export function adminPaths(): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const [method, path, operation, summary, takes] of rows) {
    const body = method === 'get' ? undefined : takes;
    const query = method === 'get' && takes ? queryParameters(takes) : [];
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const at = `/admin/v1${path}`;
    const description = 'Done.';
    paths[at] = {
      ...paths[at],
      [method]: {
        operationId: `admin${operation}`,
        tags: ['admin'],
        summary,
        security: [{ adminKey: [] }],
        parameters: [
          ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
          ...query,
        ],
        ...(body && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) as Json } },
          },
        }),
        responses: {
          200: { description, content: { 'application/json': { schema: successSchema({}) } } },
          ...errorResponses([
            1001,
            1002,
            1103,
            ...(body ? ([1200, 1201] as const) : query.length > 0 ? ([1201] as const) : []),
            1203,
          ]),
        },
      },
    };
  }
  return paths;
}
