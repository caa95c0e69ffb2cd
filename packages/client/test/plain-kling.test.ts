// The same code against Kling itself, played by a stand-in that refuses everything Kling does not know.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ClientOptions, ConnectionError, createClient, type KlingClient } from '../src/index.js';
import { type Answer, fail, reset } from './api-stub.js';
import { type PlainKling, startPlainKling } from './plain-kling.js';

let kling: PlainKling;
beforeEach(async () => {
  kling = await startPlainKling();
});
afterEach(() => kling.close());

/** A client of api.klingai.com whose calls end up at the stand-in. */
function client(options: Partial<ClientOptions> = {}): KlingClient {
  return createClient({
    baseUrl: 'https://api.klingai.com/v1',
    accessKey: 'ak',
    secretKey: 'sk',
    fetch: (input, init) => fetch(String(input).replace('https://api.klingai.com', kling.origin), init),
    sleep: async (_ms, signal) => signal?.throwIfAborted(),
    ...options,
  });
}
/** Kling does the work, and its answer is lost. */
const loseAnswer =
  (own: Answer): Answer =>
  (request, response) => {
    own(request, {
      writeHead: () => ({ end: () => undefined }),
      end: () => undefined,
      setHeader: () => undefined,
    } as never);
    response.socket?.resetAndDestroy();
  };

describe('against Kling itself', () => {
  it('generates without anything that Kling does not know', async () => {
    const states: string[] = [];
    const { task, images } = await client().images.generate(
      { model_name: 'kling-v2-1', prompt: 'a fox', seed: 7 },
      { onState: (state) => states.push(state.task_status) },
    );
    assert.equal(task.task_status, 'succeed');
    assert.equal(new TextDecoder().decode(images[0]?.bytes), 'picture');
    assert.deepEqual(states, ['processing', 'succeed']);
    assert.deepEqual(kling.refused, []);
  });

  it('follows by asking', async () => {
    const { images } = client();
    const { task_id } = await images.create({ prompt: 'a fox' });
    const states: string[] = [];
    for await (const state of images.events(task_id)) states.push(state.task_status);
    assert.deepEqual(states, ['processing', 'succeed']);
    assert.equal((await images.list()).length, 1);
    assert.deepEqual(kling.refused, []);
  });

  it('finds the task again whose answer was lost, and buys no second one', async () => {
    kling.faults = [loseAnswer];
    const { task_id } = await client().images.create({ prompt: 'a fox' });
    assert.equal(task_id, 'kling-1');
    assert.equal(kling.tasks.size, 1);
  });

  it('sends again what never arrived', async () => {
    kling.faults = [() => reset, (own) => own, () => fail(500, 5000), (own) => own];
    await client().images.create({ prompt: 'a fox', external_task_id: 'order-1' });
    assert.equal(kling.tasks.size, 1);
    assert.equal(kling.tasks.get('kling-1')?.externalId, 'order-1');
  });

  it('takes "already exists" after a lost answer for what it is', async () => {
    // Lost, looked up too early, and refused because the first one has arrived meanwhile.
    kling.faults = [loseAnswer, () => fail(400, 1201), (own) => own];
    const { task_id } = await client().images.create({ prompt: 'a fox' });
    assert.equal(task_id, 'kling-1');
    assert.equal(kling.tasks.size, 1);
  });

  it('passes on an external id that was there before', async () => {
    const { images } = client();
    await images.create({ prompt: 'a fox', external_task_id: 'order-1' });
    await assert.rejects(images.create({ prompt: 'a cat', external_task_id: 'order-1' }), { code: 1201 });
  });

  it('gives up after its retries', async () => {
    kling.faults = Array.from({ length: 20 }, (_, index) => () => (index % 2 === 0 ? reset : fail(400, 1201)));
    await assert.rejects(client({ maxRetries: 2 }).images.create({ prompt: 'a fox' }), ConnectionError);
    assert.equal(kling.seen.filter((entry) => entry.method === 'POST').length, 3);
  });

  it('needs to be told where the address is not Kling’s own', async () => {
    const baseUrl = `${kling.origin}/v1`;
    const proxied = client({ baseUrl, service: 'kling', fetch });
    assert.equal((await proxied.images.generate({ prompt: 'a fox', seed: 1 })).images.length, 1);
    assert.deepEqual(kling.refused, []);
    await assert.rejects(client({ baseUrl, fetch }).images.create({ prompt: 'a fox' }), { code: 1201 });
    assert.deepEqual(kling.refused, ['idempotency-key']);
  });
});
