// Every call of the SDK against the real service, in both dialects; and answers that are lost on their way.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type ClientOptions,
  createClient,
  InvalidRequestError,
  type KlingClient,
  NotFoundError,
} from '@inkling/client';
import { permanentKey, type RunningService, sleepingModels, startTestService } from '../service/running-service.js';
import { startReceiver } from '../support/http-receiver.js';

const dayMs = 24 * 60 * 60 * 1000;
const vendor = {
  id: 'vendor',
  keys: [],
  accessKey: 'ak-sdk',
  secretKey: 'secret-of-the-sdk-account-0123456789',
  billing: 'prepaid',
  packs: [{ id: 'p1', name: 'trial', quantity: 100, effectiveAt: Date.now() - dayMs, expiresAt: Date.now() + dayMs }],
};
let service: RunningService;
before(async () => {
  service = await startTestService(
    { ...sleepingModels, accounts: [vendor] },
    { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' },
  );
});
after(() => service.close());

const gateway = (options: Partial<ClientOptions> = {}): KlingClient =>
  createClient({ baseUrl: `${service.url}/kling/v1`, apiKey: permanentKey, ...options });

describe('the SDK and the service', () => {
  it('agree on a task’s whole life', async () => {
    const { images } = gateway();
    const created = await images.create({ model_name: 'slow', prompt: 'a fox', external_task_id: 'life-1' });
    assert.equal((await images.get('life-1')).task_id, created.task_id);
    assert.ok((await images.list()).some((task) => task.task_id === created.task_id));
    const first = await images.events(created.task_id).next();
    assert.ok(first.value && first.value.task_id === created.task_id);
    const ended = await images.cancel(created.task_id);
    assert.deepEqual([ended.task_status, ended.task_status_msg], ['failed', 'Cancelled by the caller']);
    await images.remove(created.task_id);
    await assert.rejects(images.get(created.task_id), NotFoundError);
  });

  it('agree on models, and on what a request may hold', async () => {
    const { images } = gateway();
    const models = await images.models();
    assert.ok(models.some((model) => model.model_name === 'kling-v2' && model.units_per_image === 4));
    await assert.rejects(images.create({ model_name: 'kling-v1', prompt: 'a', n: 10 }), (error: unknown) => {
      assert.ok(error instanceof InvalidRequestError);
      assert.match(error.message, /^n value/);
      assert.ok(error.requestId);
      return true;
    });
  });

  it('agree on callbacks, and on making one again', async (context) => {
    const receiver = await startReceiver();
    context.after(() => receiver.close());
    const { images } = gateway();
    const { task } = await images.generate({
      model_name: 'kling-v1',
      prompt: 'a fox',
      callback_url: `${receiver.origin}/hook`,
    });
    await receiver.received(1);
    // The answer of the receiver is on its way to the store.
    let [callback] = await images.callbacks(task.task_id);
    while (callback?.state === 'pending') [callback] = await images.callbacks(task.task_id);
    assert.deepEqual([callback?.state, callback?.attempts, callback?.task_status], ['delivered', 1, 'succeed']);
    await images.redeliver(task.task_id, callback?.webhook_id ?? '');
    await receiver.received(2);
    await assert.rejects(images.redeliver(task.task_id, 'nothing'), NotFoundError);
  });

  it('agree on signed tokens and on what is left of a pack, in Kling’s dialect', async () => {
    const { accessKey, secretKey } = vendor;
    const { images, account } = createClient({ baseUrl: `${service.url}/v1`, accessKey, secretKey });
    await images.generate({ model_name: 'kling-v2', prompt: 'a fox' });
    const [pack] = await account.costs();
    assert.deepEqual(
      [pack?.resource_pack_name, pack?.total_quantity, pack?.remaining_quantity, pack?.status],
      ['trial', 100, 96, 'online'],
    );
    assert.deepEqual(await account.costs({ packName: 'other' }), []);
  });

  for (const kind of ['inkling', 'kling', undefined] as const) {
    it(`make one task where the first answer is lost (service: ${kind ?? 'not said'})`, async () => {
      let lost = 0;
      // The service does its work, and the connection breaks before the answer arrives.
      const losing: typeof fetch = async (input, init) => {
        const response = await fetch(input, init);
        if (init?.method !== 'POST' || lost > 0) return response;
        lost += 1;
        await response.arrayBuffer();
        throw new TypeError('fetch failed');
      };
      const options = { fetch: losing, sleep: async () => undefined, ...(kind && { service: kind }) };
      const prompt = `lost ${kind}`;
      const known = new Set((await gateway().images.list({ pageSize: 500 })).map((task) => task.task_id));
      const task = await gateway(options).images.create({ model_name: 'kling-v1', prompt });
      const made = (await gateway().images.list({ pageSize: 500 })).filter(({ task_id }) => !known.has(task_id));
      assert.equal(lost, 1);
      assert.deepEqual(
        made.map((entry) => entry.task_id),
        [task.task_id],
      );
    });
  }
});
