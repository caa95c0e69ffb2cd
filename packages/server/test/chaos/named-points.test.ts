// kill -9 of API nodes and workers at the moments that matter most.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ChaosNode, type Cluster, startCluster } from './cluster.js';
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
