// The previous commit's build and this one on the same database, under load: API nodes and workers are exchanged one by
// one, and nobody notices. Where migrations were added, the old processes go on with the tables that the new one made.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ChaosNode, type Cluster, rest, startCluster } from './cluster.js';
import { buildPrevious } from './previous-build.js';

const previous = buildPrevious();
const skip = typeof previous === 'string' && previous;

describe('a rolling upgrade', () => {
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
  });
  after(async () => {
    await cluster.close();
    if (typeof previous !== 'string') previous.remove();
  });

  it('from the previous commit to this one loses nothing and ends nothing twice', { skip }, async () => {
    assert.ok(typeof previous !== 'string');
    const { serve } = previous;
    const old = { api: await cluster.start('api', { serve }), worker: await cluster.start('worker', { serve }) };
    let front: ChaosNode[] = [old.api];
    const stop = new AbortController();
    const load = cluster.load(() => front, stop.signal);
    const promised = async (count: number) => {
      const wanted = cluster.promised.size + count;
      while (cluster.promised.size < wanted) await rest();
    };
    const leave = async (node: ChaosNode) => {
      node.kill('SIGTERM');
      await node.ended;
    };
    await promised(5);
    // Both workers, the old node in front.
    const worker = await cluster.start('worker');
    await promised(5);
    await leave(old.worker);
    await promised(5);
    // The new one in front, an old worker behind it.
    const api = await cluster.start('api');
    front = [api];
    await leave(old.api);
    const oldAgain = await cluster.start('worker', { serve }).catch((error: unknown) => error as Error);
    await promised(5);
    // An old build refuses tables that a new one has changed; where nothing was changed, it joins.
    if (oldAgain instanceof Error) assert.match(oldAgain.message, /ended at its start/);
    else await leave(oldAgain);
    await promised(5);
    stop.abort();
    await load;
    await cluster.checkInvariants(api);
    assert.ok(worker.running && api.running);
  });
});
