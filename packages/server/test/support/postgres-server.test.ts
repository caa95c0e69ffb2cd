// The helper that every test on PostgreSQL stands on.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { type PostgresServer, startPostgres } from './postgres-server.js';

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('inkling-postgres-'));

describe('a PostgreSQL of our own', () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres({ settings: { max_connections: '17' } });
  });
  after(() => server.close());

  it('makes databases that know nothing of each other', async () => {
    const [first, second] = [await server.createDatabase(), await server.createDatabase()];
    await server.query('create table t (a int)', first);
    await assert.rejects(server.query('select * from t', second), /does not exist/);
    assert.deepEqual(await server.query('select * from t', first), []);
  });

  it('takes settings', async () => {
    assert.deepEqual(await server.query('show max_connections'), [{ max_connections: '17' }]);
  });

  for (const how of ['fast', 'immediate'] as const) {
    it(`keeps what was committed across a ${how} stop`, async () => {
      const url = await server.createDatabase();
      await server.query('create table kept as select 7 as a', url);
      await server.stop(how);
      await assert.rejects(server.query('select 1', url));
      await server.start();
      assert.deepEqual(await server.query('select a from kept', url), [{ a: 7 }]);
    });
  }

  it('leaves neither process nor file behind', async () => {
    const before = new Set(folders());
    const other = await startPostgres();
    const mine = folders().filter((name) => !before.has(name));
    const [{ pid } = {}] = await other.query("select pid from pg_stat_activity where backend_type = 'checkpointer'");
    assert.equal(existsSync(`/proc/${pid}`), process.platform === 'linux');
    await other.close();
    await other.close();
    assert.equal(existsSync(`/proc/${pid}`), false);
    assert.ok(mine.length > 0);
    assert.ok(folders().filter((name) => mine.includes(name)).length < mine.length);
  });
});
