// How PostgreSQL reads what is asked of it all the time, with a million finished tasks in the table: by an index, never
// by the whole table. The statements are those that the store really sends, caught on their way and explained.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { newAccount } from '../../src/core/account.js';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.js';
import type { Store } from '../../src/store/store.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';
import { sampleTask } from '../support/task-samples.js';

const finishedTasks = 1_000_000;

/** Finished tasks of a hundred accounts, spread over a month, their pictures due to be swept in time. */
const fill = `insert into tasks (id, account_id, external_task_id, status, status_message, model, request, public_origin,
    n, units, held, turn, faults, progress, created_at, updated_at, ended_at, bytes_expire_at)
  select 'old-' || i, 'a' || i % 100, case when i % 10 = 0 then 'order-' || i end, 'succeed', '', 'kling-v1',
    '{"model":"kling-v1","prompt":"a red fox","n":1}', 'http://127.0.0.1', 1, 1, 0, i, 0, 1,
    1760000000000 + i::bigint * 2592, 1760000000000 + i::bigint * 2592, 1760000000000 + i::bigint * 2592, 4000000000000 + i
  from generate_series(1, ${finishedTasks}) i`;

interface Sent {
  text: string;
  values: unknown[];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

describe('plans', () => {
  let server: PostgresServer;
  let store: Store;
  let client: pg.Client;
  before(async () => {
    server = await startPostgres({
      settings: { maintenance_work_mem: '256MB', max_wal_size: '4GB', autovacuum: 'off' },
    });
    const url = await server.createDatabase();
    const { log } = await createQuietLog();
    store = await openPostgresStore({ url, log });
    await store.accounts.put(newAccount('a7'));
    client = new pg.Client({ connectionString: url });
    await client.connect();
    // Filled without its indexes, which are then made as the migrations made them: several times faster.
    const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
      "select indexname, indexdef from pg_indexes where tablename = 'tasks' and indexname <> 'tasks_pkey'",
    );
    for (const { indexname } of indexes) await client.query(`drop index ${indexname}`);
    await client.query(fill);
    for (const { indexdef } of indexes) await client.query(indexdef);
    for (let index = 0; index < 20; index += 1) await store.tasks.submit(sampleTask({ accountId: 'a7' }));
    await client.query('analyze');
  });
  after(async () => {
    await client.end();
    await store.close();
    await server.close();
  });

  /** Every statement on tasks that `job` sends. */
  async function catchStatements(job: () => Promise<unknown>): Promise<Sent[]> {
    const sent: Sent[] = [];
    const original = pg.Client.prototype.query;
    pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
      const [config] = parameters as [{ text?: string; values?: unknown[] }];
      if (typeof config === 'object' && config.text?.includes('tasks')) {
        sent.push({ text: config.text, values: config.values ?? [] });
      }
      return (original as (...all: unknown[]) => unknown).apply(this, parameters);
    } as typeof original;
    try {
      await job();
    } finally {
      pg.Client.prototype.query = original;
    }
    assert.ok(sent.length > 0, 'nothing was sent');
    return sent;
  }

  function nodesBelow(plan: PlanNode): PlanNode[] {
    return [plan, ...(plan.Plans ?? []).flatMap(nodesBelow)];
  }

  /** How the table of tasks is read: names of indexes, or `whole table`. */
  async function waysInto(sent: Sent[]): Promise<string[]> {
    const ways: string[] = [];
    for (const { text, values } of sent) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (format json) ${text}`,
        values,
      );
      for (const node of nodesBelow(rows[0]?.['QUERY PLAN'][0].Plan ?? { 'Node Type': 'none' })) {
        const ofTasks = node['Relation Name'] === 'tasks' || node['Index Name']?.startsWith('tasks_') === true;
        if (node['Node Type'].includes('Scan') && ofTasks) ways.push(node['Index Name'] ?? node['Node Type']);
      }
    }
    return ways.filter((way) => way !== 'Bitmap Heap Scan');
  }

  describe(`with ${finishedTasks} finished tasks`, () => {
    const claim = { workerId: 'w', leaseMs: 30_000, limit: 4, models: ['kling-v1', 'kling-v2'] };
    const cases: [what: string, indexes: string[], job: () => Promise<unknown>][] = [
      ['a claim', ['tasks_ready', 'tasks_pkey'], () => store.tasks.claim(claim)],
      ['a query by id', ['tasks_pkey'], () => store.tasks.find('a7', 'old-7')],
      ['a query by external id', ['tasks_pkey', 'tasks_by_external_id'], () => store.tasks.find('a7', 'order-300')],
      ['a list', ['tasks_newest_first'], () => store.tasks.list('a7', 0, 30)],
      ['a list, far behind', ['tasks_newest_first'], () => store.tasks.list('a7', 5000, 30)],
      ['a sweep', ['tasks_expiring'], () => store.pictures.expiredTasks(100)],
      ['waking what is due', ['tasks_due', 'tasks_pkey'], () => store.tasks.wakeDue()],
      ['the next due time', ['tasks_due'], () => store.tasks.nextDueInMs()],
      ['a place in the queue', ['tasks_ready', 'tasks_pkey'], () => store.tasks.queuePosition('old-7')],
      ['counts', ['tasks_ready', 'tasks_held', 'tasks_due'], () => store.tasks.counts()],
      [
        'a submit with an external id',
        ['tasks_by_external_id'],
        () => store.tasks.submit(sampleTask({ accountId: 'a7', externalTaskId: 'order-300' })),
      ],
    ];
    for (const [what, indexes, job] of cases) {
      it(`${what} goes by an index`, async () => {
        const ways = await waysInto(await catchStatements(job));
        assert.ok(ways.length > 0);
        assert.deepEqual(
          ways.filter((way) => !indexes.includes(way)),
          [],
        );
      });
    }

    it('a statement that no index serves would be seen', async () => {
      assert.deepEqual(await waysInto([{ text: "select * from tasks where model = 'x'", values: [] }]), ['Seq Scan']);
    });
  });
});
