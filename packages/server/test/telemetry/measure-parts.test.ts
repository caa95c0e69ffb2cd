// Storage, engines and calls to the outside that count.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMetrics } from '../../src/core/metrics.js';
import { EngineError } from '../../src/engines/engine.js';
import { createEngineRegistry } from '../../src/engines/engine-registry.js';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import { measureEngines, measureOutbound, measureStorage } from '../../src/telemetry/measure-parts.js';
import { startReceiver } from '../support/http-receiver.js';
import { createMemoryStorage } from '../support/memory-storage.js';
import { createScriptedEngine, tinyImage } from '../support/scripted-engine.js';

describe('storage that counts', () => {
  it('times operations, adds bytes up and counts failures', async () => {
    const metrics = createMetrics();
    const memory = createMemoryStorage();
    const storage = measureStorage(memory, metrics);
    await storage.put('a/b', new Uint8Array(10), 'image/png');
    await storage.put('a/c', new Uint8Array(5), 'image/png');
    assert.equal((await storage.read('a/b'))?.byteLength, 10);
    assert.equal((await storage.get('a/b'))?.byteLength, 10);
    await storage.removeBelow('a');
    memory.check = () => Promise.reject(new Error('full'));
    await assert.rejects(storage.check(), /full/);
    const text = await metrics.render();
    assert.match(text, /^inkling_storage_written_bytes_total 15$/m);
    for (const [operation, count] of [
      ['put', 2],
      ['get', 1],
      ['read', 1],
      ['remove', 1],
      ['check', 1],
    ])
      assert.ok(text.includes(`inkling_storage_duration_seconds_count{operation="${operation}"} ${count}\n`));
    assert.match(text, /^inkling_storage_errors_total\{operation="check"\} 1$/m);
    assert.equal(storage.presign, undefined, 'an ability that is not there is not made up');
  });

  it('keeps the ability to make links', async () => {
    const memory = { ...createMemoryStorage(), presign: async (key: string) => `https://bucket/${key}` };
    const storage = measureStorage(memory, createMetrics());
    const link = { method: 'GET', expiresInS: 1, contentType: '', contentDisposition: '', cacheControl: '' } as const;
    assert.equal(await storage.presign?.('x', link), 'https://bucket/x');
  });
});

describe('engines that count', () => {
  it('tell how each call ended', async () => {
    const metrics = createMetrics();
    const scripted = createScriptedEngine();
    const registry = measureEngines(createEngineRegistry({ brush: async () => scripted }), metrics);
    const engine = await registry.get('brush');
    assert.equal(await registry.get('brush'), engine, 'one engine, one wrapper');
    const stop = new AbortController();
    const context = { signal: stop.signal, reportProgress: () => undefined, saveOperation: async () => undefined };
    const start = () => engine.start({} as never, context);
    const done = start();
    (await scripted.call(0)).answer({ kind: 'done', images: [tinyImage] });
    await done;
    const waiting = engine.resume?.({}, {} as never, context);
    (await scripted.call(1)).answer({ kind: 'waiting', operation: {}, pollInMs: 1 });
    await waiting;
    for (const [index, error] of [
      [2, new EngineError('request', 'no')],
      [3, new EngineError('ours', 'no')],
      [4, new Error('unforeseen')],
    ] as const) {
      const failing = start();
      (await scripted.call(index)).throw(error);
      await assert.rejects(failing, error);
    }
    const aborted = start();
    await scripted.call(5);
    stop.abort(new Error('lease lost'));
    await assert.rejects(aborted);
    const text = await metrics.render();
    for (const [outcome, count] of [
      ['done', 1],
      ['waiting', 1],
      ['request', 1],
      ['ours', 2],
      ['aborted', 1],
    ])
      assert.ok(
        text.includes(`inkling_engine_call_duration_seconds_count{engine="brush",outcome="${outcome}"} ${count}\n`),
        outcome as string,
      );
    await registry.close();
  });
});

describe('engines with more abilities', () => {
  it('keep them: what is not counted goes to the engine itself', async () => {
    const watch = { onDue: () => () => undefined, drop: () => undefined };
    const scripted = Object.assign(createScriptedEngine(7), { room: () => 3, watch });
    const registry = measureEngines(createEngineRegistry({ brush: async () => scripted }), createMetrics());
    const engine = await registry.get('brush');
    assert.equal(engine.concurrency, 7);
    assert.equal(engine.room?.(), 3);
    assert.ok(engine.watch);
    assert.equal(registry.health()[0]?.key, 'brush');
    await registry.close();
  });
});

describe('calls to the outside that count', () => {
  it('tell answers from refusals', async () => {
    const metrics = createMetrics();
    const guarded = createGuardedFetch({ allowPrivate: ['127.0.0.1'] });
    const outbound = measureOutbound(guarded, metrics);
    const receiver = await startReceiver();
    (await outbound.fetch(receiver.origin)).discard();
    await assert.rejects(outbound.fetch('http://10.0.0.1/'));
    assert.throws(() => outbound.checkUrlShape('ftp://example.com'));
    await receiver.close();
    await assert.rejects(outbound.fetch(receiver.origin));
    await outbound.close();
    const text = await metrics.render();
    for (const outcome of ['answered', 'forbidden', 'bad-url', 'unreachable'])
      assert.ok(text.includes(`inkling_egress_calls_total{outcome="${outcome}"} 1\n`), outcome);
  });
});
