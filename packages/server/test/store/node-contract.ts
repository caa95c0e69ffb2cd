// What every store must keep about the processes of the service.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Store } from '../../src/store/store.js';
import type { StoreUnderTest } from './store-contract.js';

/** Runs this part of the contract; `open` as in describeStore. */
export function describeNodes(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store nodes: ${name}`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    it('are listed while they say that they are there, and forgotten after a day', async () => {
      const node = {
        id: 'n1',
        role: 'api' as const,
        host: 'h',
        pid: 7,
        version: '1.2.3',
        startedAtMs: 5,
        running: 0,
      };
      await store.nodes.beat(node);
      await store.nodes.beat({ ...node, id: 'n2', role: 'worker', startedAtMs: 4, running: 3 });
      await opened.advance(20_000);
      await store.nodes.beat({ ...node, running: 2 });
      const listed = await store.nodes.list();
      assert.deepEqual(listed, [
        { ...node, id: 'n2', role: 'worker', startedAtMs: 4, running: 3, silentMs: 20_000 },
        { ...node, running: 2, silentMs: 0 },
      ]);
      await store.nodes.leave('n1');
      await opened.advance(24 * 3_600_000);
      assert.deepEqual(
        (await store.nodes.list()).map((entry) => entry.id),
        ['n2'],
      );
      await store.nodes.beat({ ...node, id: 'n3' });
      assert.deepEqual(
        (await store.nodes.list()).map((entry) => entry.id),
        ['n3'],
      );
    });
  });
}
