// OpenAI's own client against the whole service: what it sends is understood, what comes back has its types, errors are
// its classes, and its retries do what they should.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import OpenAI, { toFile } from 'openai';
import sharp from 'sharp';
import { permanentKey, type RunningService, sleepingModels, startTestService } from './running-service.js';

let running: RunningService;
let photo: Buffer;
const hour = 3_600_000;
before(async () => {
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
  const used = { id: 'p', name: 'p', quantity: 1, effectiveAt: Date.now() - hour, expiresAt: Date.now() + hour };
  running = await startTestService({
    ...sleepingModels,
    models: { ...sleepingModels.models, 'black-forest-labs/FLUX.1-dev': { engine: 'sleeper' } },
    accounts: [
      { id: 'one-model', keys: [{ key: 'sk-one-model', models: ['kling-v2'] }] },
      { id: 'broke', keys: [{ key: 'sk-broke' }], billing: 'prepaid', packs: [used] },
      { id: 'disabled', enabled: false, keys: [{ key: 'sk-disabled' }] },
      { id: 'narrow', keys: [{ key: 'sk-narrow' }], limits: { concurrency: 1 } },
    ],
    policy: { blockedTerms: ['unicorn'] },
  });
});
after(() => running.close());

/** The client as people make it; retries off unless a test is about them. */
function client(apiKey = permanentKey, options: Partial<ConstructorParameters<typeof OpenAI>[0]> = {}) {
  return new OpenAI({ apiKey, baseURL: `${running.url}/openai/v1`, maxRetries: 0, ...options });
}

/** The client has an option for it and sends no header: it has to be given as one. */
const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });

const fox = { model: 'kling-v2', prompt: 'a red fox in the snow' };

/** Size and format of a picture in memory. */
async function look(bytes: Buffer) {
  const { width, height, format } = await sharp(bytes).metadata();
  return [width, height, format];
}

async function download(url: string | undefined): Promise<Buffer> {
  const response = await fetch(url ?? '');
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}

describe('images.generate', () => {
  it('answers with addresses of finished pictures, of the nearest size of ours', async () => {
    const answer = await client().images.generate({ ...fox, n: 2, size: '1536x1024' });
    assert.equal(answer.data?.length, 2);
    assert.ok(Math.abs(answer.created - Date.now() / 1000) < 600);
    assert.deepEqual(answer, { ...answer, size: '1248x832', output_format: 'png', background: 'opaque' });
    for (const { url, b64_json } of answer.data ?? []) {
      assert.equal(b64_json, undefined);
      assert.ok(url?.startsWith(`${running.url}/files/`));
      assert.deepEqual(await look(await download(url)), [1248, 832, 'png']);
    }
  });

  it('answers with the pictures themselves where they are wanted', async () => {
    const options = { n: 2, response_format: 'b64_json', output_format: 'jpeg', size: '1024x1792' } as const;
    const answer = await client().images.generate({ ...fox, ...options });
    assert.equal(answer.data?.length, 2);
    for (const { b64_json = '', url } of answer.data ?? []) {
      assert.equal(url, undefined);
      assert.deepEqual(await look(Buffer.from(b64_json, 'base64')), [768, 1360, 'jpeg']);
    }
    // The bytes are those that the same picture's address has.
    const key = keyed('both-ways');
    const inside = await client().images.generate({ ...fox, response_format: 'b64_json' }, key);
    const outside = await client().images.generate({ ...fox, response_format: 'url' }, key);
    const bytes = await download(outside.data?.[0]?.url);
    assert.equal(outside.created, inside.created);
    assert.equal(inside.data?.[0]?.b64_json, bytes.toString('base64'));
  });

  it('ignores what says nothing to us, and takes our own fields along', async () => {
    const rest = { quality: 'hd', style: 'vivid', user: 'u-1', background: 'auto', moderation: 'low' } as const;
    const own = { seed: 7, negative_prompt: 'people', resolution: '2k', external_task_id: 'from-openai' };
    const answer = await client().images.generate({ ...fox, ...rest, ...own });
    assert.equal(answer.size as string, '2048x2048');
    const task = await running.service.store.tasks.find('default', 'from-openai');
    assert.equal(task?.request.seed, 7);
    assert.equal(task?.request.negativePrompt, 'people');
  });

  it('needs no model, size or format', async () => {
    const answer = await client().images.generate({ prompt: 'a red fox' });
    assert.equal(answer.data?.length, 1);
    assert.equal(answer.size, '1024x1024');
  });

  it('joins the same task under the same idempotency key', async () => {
    const both = await Promise.all([1, 2].map(() => client().images.generate(fox, keyed('order-7'))));
    assert.deepEqual(both[0]?.data, both[1]?.data);
    await assert.rejects(
      client().images.generate({ ...fox, prompt: 'other' }, keyed('order-7')),
      OpenAI.BadRequestError,
    );
  });
});

describe('images.edit', () => {
  it('sends a file and answers with pictures made from it', async () => {
    const image = await toFile(photo, 'photo.jpg', { type: 'image/jpeg' });
    const answer = await client().images.edit({ ...fox, image, size: 'auto', input_fidelity: 'high' });
    assert.deepEqual(await look(await download(answer.data?.[0]?.url)), [1024, 1024, 'png']);
    const [task] = await running.service.store.tasks.list('default', 0, 1);
    assert.equal(task?.reference?.kind, 'stored');
    assert.deepEqual([task?.request.imageFidelity, task?.request.humanFidelity], [0.85, 0.85]);
  });

  it('takes the list of one that the newer clients send, and fills in what kling-v1-5 asks for', async () => {
    const image = [await toFile(photo, 'photo.jpg', { type: 'image/jpeg' })];
    await client().images.edit({ model: 'kling-v1-5', prompt: 'in a café', image });
    const [task] = await running.service.store.tasks.list('default', 0, 1);
    assert.equal(task?.request.imageReference, 'subject');
  });

  it('says what is wrong with the file, with several, with a mask', async () => {
    const broken = await toFile(Buffer.from('no picture at all'), 'photo.png', { type: 'image/png' });
    const good = () => toFile(photo, 'photo.jpg', { type: 'image/jpeg' });
    await assert.rejects(client().images.edit({ ...fox, image: broken }), (error: unknown) => {
      assert.ok(error instanceof OpenAI.BadRequestError);
      assert.equal(error.param, 'image');
      assert.match(error.message, /File format is invalid/);
      return true;
    });
    const several = client().images.edit({ ...fox, image: [await good(), await good()] });
    await assert.rejects(several, { status: 400, param: 'image', message: /2 pictures were sent/ });
    const masked = client().images.edit({ ...fox, image: await good(), mask: await good() });
    await assert.rejects(masked, { status: 400, param: 'mask' });
  });
});

describe('models', () => {
  it('are listed and found by name, a slash in it included', async () => {
    const listed = [];
    for await (const model of client().models.list()) listed.push(model);
    assert.ok(listed.some(({ id, owned_by }) => id === 'kling-v3' && owned_by === 'illustrator'));
    const flux = await client().models.retrieve('black-forest-labs/FLUX.1-dev');
    assert.deepEqual([flux.id, flux.object, flux.owned_by], ['black-forest-labs/FLUX.1-dev', 'model', 'sleeper']);
    await assert.rejects(client().models.retrieve('dall-e-9'), OpenAI.NotFoundError);
  });

  it('are only those that the key may use', async () => {
    const { data } = await client('sk-one-model').models.list();
    assert.deepEqual(
      data.map(({ id }) => id),
      ['kling-v2'],
    );
    await assert.rejects(client('sk-one-model').models.retrieve('kling-v1'), OpenAI.NotFoundError);
  });
});

describe('errors are the client’s own classes', () => {
  const cases = [
    ['an unknown key', 'sk-nobody', fox, OpenAI.AuthenticationError, 401, 'invalid_api_key', null],
    ['a disabled account', 'sk-disabled', fox, OpenAI.PermissionDeniedError, 403, 'account_deactivated', null],
    [
      'a model that is not for this key',
      'sk-one-model',
      { ...fox, model: 'kling-v1' },
      OpenAI.PermissionDeniedError,
      403,
      'model_not_allowed',
      null,
    ],
    [
      'no such model',
      permanentKey,
      { ...fox, model: 'dall-e-9' },
      OpenAI.NotFoundError,
      404,
      'model_not_found',
      'model',
    ],
    ['no prompt', permanentKey, { ...fox, prompt: '' }, OpenAI.BadRequestError, 400, 'invalid_value', 'prompt'],
    ['too many', permanentKey, { ...fox, n: 10 }, OpenAI.BadRequestError, 400, 'invalid_value', 'n'],
    ['a size of nothing', permanentKey, { ...fox, size: '5x4' }, OpenAI.BadRequestError, 400, 'invalid_value', 'size'],
    ['a stream', permanentKey, { ...fox, stream: true }, OpenAI.BadRequestError, 400, 'invalid_value', 'stream'],
    [
      'webp',
      permanentKey,
      { ...fox, output_format: 'webp' },
      OpenAI.BadRequestError,
      400,
      'invalid_value',
      'output_format',
    ],
    [
      'a forbidden word',
      permanentKey,
      { ...fox, prompt: 'a unicorn' },
      OpenAI.BadRequestError,
      400,
      'content_policy_violation',
      null,
    ],
    ['an empty pack', 'sk-broke', fox, OpenAI.RateLimitError, 429, 'insufficient_quota', null],
  ] as const;
  for (const [what, key, body, errorClass, status, code, param] of cases) {
    it(what, async () => {
      const failing = client(key, { maxRetries: 2 }).images.generate(body as unknown as typeof fox);
      await assert.rejects(failing, (error: unknown) => {
        assert.ok(error instanceof errorClass, String(error));
        assert.deepEqual([error.status, error.code, error.param ?? null], [status, code, param]);
        assert.ok(error.requestID);
        return true;
      });
    });
  }

  it('names the field as OpenAI calls it, and the models there are', async () => {
    const failing = client().images.generate({ ...fox, model: 'dall-e-9' });
    await assert.rejects(failing, { message: /^404 model value 'dall-e-9' is invalid, allowed values: kling-v1, / });
  });

  it('an unknown route and a wrong method too', async () => {
    await assert.rejects(client().get('/images/nothing'), OpenAI.NotFoundError);
    await assert.rejects(client().get('/images/generations'), { status: 405, code: 'method_not_allowed' });
  });
});

/** A fetch for the client that notes the status of every try. */
function countingFetch() {
  const statuses: number[] = [];
  const counting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    statuses.push(response.status);
    return response;
  };
  return { statuses, fetch: counting };
}

describe('retries of the client', () => {
  it('come for a limit that passes, and then succeed', async () => {
    const { statuses, fetch: counted } = countingFetch();
    const narrow = client('sk-narrow', { maxRetries: 5, fetch: counted });
    const answers = await Promise.all([1, 2].map(() => narrow.images.generate(fox)));
    assert.equal(answers.length, 2);
    assert.equal(statuses.filter((status) => status === 200).length, 2);
  });

  it('do not come for what will not pass by waiting', async () => {
    const { statuses, fetch: counted } = countingFetch();
    const failing = client('sk-broke', { maxRetries: 5, fetch: counted }).images.generate(fox);
    await assert.rejects(failing, OpenAI.RateLimitError);
    assert.deepEqual(statuses, [429]);
  });
});

describe('hanging up', () => {
  /** Starts a task that never ends by itself; resolves once it is there. */
  async function startSlow(externalId: string, idempotencyKey?: string) {
    const controller = new AbortController();
    const { onChanged } = running.service.store.events;
    const ended = new Promise<void>((resolve) => {
      const stop = onChanged((_id, change) => {
        if (change !== 'ended') return;
        stop();
        resolve();
      });
    });
    const there = new Promise<void>((resolve) => {
      const stop = onChanged(() => {
        stop();
        resolve();
      });
    });
    const body = { model: 'slow', prompt: 'a fox', external_task_id: externalId };
    const options = { signal: controller.signal, ...(idempotencyKey ? keyed(idempotencyKey) : {}) };
    const asking = client().images.generate(body as typeof fox, options);
    asking.catch(() => undefined);
    await there;
    return { controller, asking, ended };
  }
  const find = (id: string) => running.service.store.tasks.find('default', id);

  it('cancels the task', { timeout: 60_000 }, async () => {
    const { controller, asking, ended } = await startSlow('slow-1');
    controller.abort();
    await assert.rejects(asking, OpenAI.APIUserAbortError);
    await ended;
    const task = await find('slow-1');
    assert.deepEqual([task?.status, task?.statusMessage], ['failed', 'Cancelled by the caller']);
  });

  it('leaves it alone when the caller can come back for it', { timeout: 60_000 }, async () => {
    const { controller, asking } = await startSlow('slow-2', 'slow-key');
    controller.abort();
    await assert.rejects(asking, OpenAI.APIUserAbortError);
    const again = client().images.generate(
      { model: 'slow', prompt: 'a fox', external_task_id: 'slow-2' } as typeof fox,
      keyed('slow-key'),
    );
    const task = await find('slow-2');
    assert.ok(task && task.status !== 'failed');
    // Cancelled by somebody else: whoever waits is told.
    const told = assert.rejects(again, (error: unknown) => {
      assert.ok(error instanceof OpenAI.ConflictError, String(error));
      assert.equal(error.code, 'task_cancelled');
      return true;
    });
    await running.call(`/v1/images/generations/${task.id}/cancel`, { method: 'POST' });
    await told;
  });
});
