// kill -9 of API nodes and workers, at the moments that matter most and at random.
// INKLING_TEST_CHAOS=full (or a number) makes as many random kills; CI makes a few.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ChaosNode, type Cluster, chaosRounds, rest, startCluster } from './cluster.js';
import { type RemoteServer, startRemoteServer } from './remote-jobs.js';

describe('killed at a named point', () => {
  let cluster: Cluster;
  let remote: RemoteServer;
  let api: ChaosNode;
  before(async () => {
    remote = await startRemoteServer();
    cluster = await startCluster({ remote: remote.origin });
    api = await cluster.start('api');
  });
  after(async () => {
    await cluster.close();
    await remote.close();
  });

  // After the purchase is before its id is saved; before the commit, the picture has been uploaded. Four in a row: a
  // task that takes five workers down with it is given up, as it should be.
  const points = ['after-claim', 'after-purchase', 'before-commit', 'after-commit'];
  it(`a worker: ${points.join(', ')}: every task ends once, bought once, told once`, async () => {
    for (const point of points) {
      const worker = await cluster.start('worker', { fault: `${point}:KILL` });
      for (let index = 0; index < 2; index += 1) assert.ok(await cluster.submit(api, `${point}-${index}`));
      assert.equal(await worker.ended, 'SIGKILL', point);
    }
    await cluster.start('worker');
    await cluster.checkInvariants(api);
    assert.equal(remote.bought.size, points.length * 2);
    assert.deepEqual([...new Set(remote.bought.values())], [1], 'something was bought twice');
  });

  it('an API node after the commit and before the answer: the same request to another one finds the same task', async () => {
    const dying = await cluster.start('api', { fault: 'after-submit:KILL' });
    assert.equal(await cluster.submit(dying, 'unanswered'), false);
    assert.equal(await dying.ended, 'SIGKILL');
    assert.ok(await cluster.submit(api, 'unanswered'));
    const tasks = await cluster.checkInvariants(api);
    assert.ok(tasks.has('unanswered'));
  });
});

describe('killed at random', () => {
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
  });
  after(() => cluster.close());

  const kills = chaosRounds(4);
  it(`loses nothing and ends nothing twice (${kills} kills)`, { timeout: 120_000 + kills * 15_000 }, async () => {
    const nodes: { role: 'api' | 'worker'; node: ChaosNode }[] = [];
    const roles = ['api', 'api', 'worker', 'worker'] as const;
    for (const role of roles) nodes.push({ role, node: await cluster.start(role) });
    const apis = () => nodes.filter(({ role }) => role === 'api').map(({ node }) => node);
    const stop = new AbortController();
    const load = cluster.load(apis, stop.signal);
    for (let kill = 0; kill < kills; kill += 1) {
      // Each kind in turn, at another moment of its work each time.
      const entry = nodes[(kill * 3 + 2) % nodes.length];
      assert.ok(entry);
      const promisedBefore = cluster.promised.size;
      while (cluster.promised.size < promisedBefore + 2 + (kill % 5)) await rest();
      entry.node.kill('SIGKILL');
      await entry.node.ended;
      entry.node = await cluster.start(entry.role);
    }
    stop.abort();
    await load;
    assert.ok(cluster.promised.size >= kills * 2);
    const [survivor] = apis();
    assert.ok(survivor);
    await cluster.checkInvariants(survivor);
  });
});
