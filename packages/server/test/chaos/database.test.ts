// Faults between the processes and their database, and processes that stand still: under load, with everything checked
// afterwards. No process may die of any of it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSilentProxy } from '../support/silent-proxy.js';
import { type ChaosNode, type Cluster, chaosRounds, rest, startCluster } from './cluster.js';

describe('the cluster', () => {
  let cluster: Cluster;
  let api: ChaosNode;
  let worker: ChaosNode;
  before(async () => {
    cluster = await startCluster({ sleepMs: 100 });
    [api, worker] = await Promise.all([cluster.start('api'), cluster.start('worker')]);
  });
  after(() => cluster.close());

  /** Tasks promised from now on. */
  async function untilPromised(count: number): Promise<void> {
    const wanted = cluster.promised.size + count;
    while (cluster.promised.size < wanted) await rest();
  }

  /** Does something under load; then everything must have come out right, and both processes must live. */
  async function underLoad(job: () => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const load = cluster.load(() => [api], stop.signal);
    await untilPromised(2);
    await job();
    await untilPromised(2);
    stop.abort();
    await load;
    await cluster.checkInvariants(api);
    assert.ok(api.running && worker.running);
  }

  describe('the database', () => {
    it('stopped, as if its power went, and started again', () =>
      underLoad(async () => {
        await cluster.server.stop('immediate');
        const refused = await fetch(`${api.url}/readyz`);
        assert.equal(refused.status, 503);
        await refused.text();
        await cluster.server.start();
      }));

    const storms = chaosRounds(6);
    it(`terminating every connection, ${storms} times`, { timeout: 60_000 + storms * 5000 }, () =>
      underLoad(async () => {
        for (let storm = 0; storm < storms; storm += 1) {
          await cluster.server.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'test_1'");
          await untilPromised(1);
        }
      }),
    );

    it('silent for one worker: another takes over, and the first comes back', async () => {
      const proxy = await startSilentProxy(cluster.server.port);
      const through = new URL(cluster.url);
      through.port = String(proxy.port);
      const cutOff = await cluster.start('worker', { env: { INKLING_DATABASE_URL: through.href } });
      await underLoad(async () => {
        proxy.silence();
        await untilPromised(3);
      });
      proxy.speak();
      const ready = async () => {
        const answer = await fetch(`${cutOff.url}/readyz`);
        await answer.text();
        return answer.status === 200;
      };
      while (!(await ready())) await rest();
      assert.ok(cutOff.running);
      cutOff.kill('SIGKILL');
      await cutOff.ended;
      await proxy.close();
    });
  });

  describe('a worker that stands still', () => {
    it('past its lease: another does its task, and it writes nothing when it goes on', async () => {
      worker.kill('SIGTERM');
      await worker.ended;
      const frozen = await cluster.start('worker', { fault: 'before-commit:STOP' });
      assert.ok(await cluster.submit(api, 'frozen'));
      const stopped = async () => {
        const [row] = await cluster.server.query(
          "select worker_id from tasks where external_task_id = 'frozen'",
          cluster.url,
        );
        return row?.worker_id ?? null;
      };
      while ((await stopped()) === null) await rest();
      const first = await stopped();
      worker = await cluster.start('worker');
      while ((await rows()).ended_at === null) await rest();
      const ended = await rows();
      assert.equal(ended.faults, 1);
      frozen.kill('SIGCONT');
      // It is awake, and past the write it had before it, once it has done another task.
      worker.kill('SIGSTOP');
      assert.ok(await cluster.submit(api, 'thawed'));
      while ((await rows('thawed')).ended_at === null) await rest();
      worker.kill('SIGCONT');
      assert.deepEqual(await rows(), ended);
      const pictures = await cluster.server.query(
        "select 1 from pictures where task_id = (select id from tasks where external_task_id = 'frozen')",
        cluster.url,
      );
      assert.equal(pictures.length, 1);
      assert.notEqual(first, null);
      await cluster.checkInvariants(api);
      assert.ok(frozen.running && worker.running);
    });

    async function rows(externalId = 'frozen'): Promise<Record<string, unknown>> {
      const text = `select status, faults, updated_at, ended_at from tasks where external_task_id = '${externalId}'`;
      return (await cluster.server.query(text, cluster.url))[0] ?? {};
    }
  });
});
