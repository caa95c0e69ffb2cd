// kill -9 of API nodes and workers at random, under load.
// INKLING_TEST_CHAOS=full (or a number) makes as many kills; CI makes a few.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Cluster, chaosRounds, rest, startCluster } from './cluster.js';

describe('killed at random', () => {
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
  });
  after(() => cluster.close());

  const kills = chaosRounds(3);
  it(`loses nothing and ends nothing twice (${kills} kills)`, { timeout: 240_000 + kills * 15_000 }, async () => {
    const roles = ['api', 'api', 'worker', 'worker'] as const;
    const nodes = await Promise.all(roles.map(async (role) => ({ role, node: await cluster.start(role) })));
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
