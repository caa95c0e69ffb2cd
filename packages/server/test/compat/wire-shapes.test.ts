// The JSON that typed clients (Go structs, .NET records, pydantic models) decode, on the whole service in both dialects:
// exact types, which keys are there and when, the four status words, the shape of errors.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type RunningService, sleepingModels, startTestService } from '../service/running-service.js';
import {
  assertShape,
  costsShape,
  envelope,
  errorShape,
  type Shape,
  submittedShape,
  succeededShape,
  unfinishedShape,
} from './shape.js';

const dialects = ['/kling/v1/images/generations', '/v1/images/generations'];
/** A task with an external id always says so. */
const namedShape: Shape = {
  ...(succeededShape as { [key: string]: Shape }),
  task_info: { external_task_id: 'string' },
};
const body = { model_name: 'kling-v2', prompt: 'a red fox' };

interface TaskData {
  task_id: string;
  task_status: string;
  task_status_msg: string;
  task_info?: { external_task_id: string };
  created_at: number;
  updated_at: number;
  task_result: { images: { index: number; url: string }[] };
  final_unit_deduction: string;
}

async function start(context: TestContext, configuration: object = sleepingModels): Promise<RunningService> {
  const service = await startTestService(configuration);
  context.after(() => service.close());
  return service;
}

/** Submits and lets the server hold the query until the task has ended. */
async function finish(service: RunningService, path: string, request: object): Promise<{ id: string; data: TaskData }> {
  const submitted = await service.call(path, { body: request });
  const { task_id: id } = submitted.json.data as TaskData;
  const queried = await service.call(`${path}/${id}`, { headers: { prefer: 'wait=30' } });
  return { id, data: queried.json.data as TaskData };
}

/** The answer to one call fits, and says the same request id in body and header. */
async function fits(service: RunningService, path: string, shape: Shape, options: object = {}) {
  const answer = await service.call(path, options);
  assertShape(answer.json, shape, path);
  assert.equal(answer.json.request_id, answer.headers.get('x-request-id'));
  return answer;
}

test('a shape refuses what typed clients cannot decode', () => {
  assertShape({ a: 1 }, { a: 'int', 'b?': 'string' });
  const wrong: [unknown, Shape][] = [
    [{ a: '1' }, { a: 'int' }],
    [{ a: 1.5 }, { a: 'int' }],
    [{ a: null }, { 'a?': 'string' }],
    [{}, { a: 'string' }],
    [{ a: 'x', b: 1 }, { a: 'string' }],
    [{ a: null }, { a: ['string'] }],
    [{ a: 'succeeded' }, { a: 'status' }],
    [{ a: '/files/x.png' }, { a: 'url' }],
  ];
  for (const [value, shape] of wrong) assert.throws(() => assertShape(value, shape), assert.AssertionError);
});

test('submit, query and list have the declared types in both dialects', async (context) => {
  const service = await start(context);
  for (const path of dialects) {
    const plain = await fits(service, path, envelope(submittedShape), { body });
    assert.ok(!Object.hasOwn(plain.json.data as object, 'task_info'));
    const named = await fits(service, path, envelope(submittedShape), {
      body: { ...body, external_task_id: `mine-${path}` },
    });
    assert.deepEqual((named.json.data as TaskData).task_info, { external_task_id: `mine-${path}` });
    const { id, data } = await finish(service, path, { ...body, n: 3 });
    await fits(service, `${path}/${id}`, envelope(succeededShape));
    assert.deepEqual(
      data.task_result.images.map((image) => image.index),
      [0, 1, 2],
    );
    assert.equal(data.final_unit_deduction, '12');
    const mine = await finish(service, path, { ...body, external_task_id: `also-${path}` });
    await fits(service, `${path}/${mine.id}`, envelope(namedShape));
    await fits(service, `${path}/${encodeURIComponent(`also-${path}`)}`, envelope(namedShape));
    await fits(service, `${path}?pageNum=1&pageSize=1`, envelope([succeededShape]));
    await fits(service, `${path}?pageNum=1000&pageSize=500`, envelope([succeededShape]));
  }
});

test('a task without a result has no task_result: not null, not empty', async (context) => {
  const service = await start(context);
  for (const path of dialects) {
    const submitted = await service.call(path, { body: { ...body, model_name: 'slow' } });
    const { task_id: id } = submitted.json.data as TaskData;
    const waiting = await fits(service, `${path}/${id}`, envelope(unfinishedShape));
    assert.match((waiting.json.data as TaskData).task_status, /^(?:submitted|processing)$/);
    assert.equal((waiting.json.data as TaskData).task_status_msg, '');
    await service.call(`${path}/${id}/cancel`, { method: 'POST' });
    const failed = await fits(service, `${path}/${id}`, envelope(unfinishedShape));
    assert.equal((failed.json.data as TaskData).task_status, 'failed');
    assert.notEqual((failed.json.data as TaskData).task_status_msg, '');
  }
});

test('times are Unix milliseconds and never run backwards', async (context) => {
  const service = await start(context);
  const beforeMs = Date.now();
  const { data } = await finish(service, '/v1/images/generations', body);
  assert.ok(data.created_at >= beforeMs && data.created_at <= Date.now());
  assert.ok(data.updated_at >= data.created_at);
});

test('every error has the same three keys, whatever went wrong', async (context) => {
  const service = await start(context);
  for (const path of dialects) {
    const wrong: [string, object, number][] = [
      [path, { key: null }, 401],
      [path, { key: 'nobody' }, 401],
      [path, { body: '{' }, 400],
      [path, { body: '[]' }, 400],
      [path, { body: { model_name: 'kling-v2' } }, 400],
      [path, { body: { ...body, n: 10 } }, 400],
      [path, { body: { ...body, prompt: 'x'.repeat(2501) } }, 400],
      [path, { body: { ...body, callback_url: 'http://127.0.0.1/' } }, 400],
      [path, { method: 'PUT' }, 404],
      [`${path}/nothing/here`, {}, 404],
      [`${path}?pageSize=501`, {}, 400],
    ];
    for (const [target, options, status] of wrong) {
      const answer = await fits(service, target, errorShape, options);
      assert.equal(answer.status, status, `${target} ${JSON.stringify(options).slice(0, 80)}`);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    }
  }
});

test('a task that is not there: by the code that clients of each dialect look for', async (context) => {
  const service = await start(context);
  const seen = [];
  for (const path of dialects) {
    const { status, json } = await fits(service, `${path}/Cl58rmgHRLsAAAAABFV6lg`, errorShape);
    seen.push([status, json.code, json.message]);
  }
  const message = 'Task not found by id/external id: Cl58rmgHRLsAAAAABFV6lg';
  assert.deepEqual(seen, [
    [404, 1203, message],
    [400, 1201, message],
  ]);
});

test('a body as old and new clients send it is taken: model, null, empty text, fields of other models', async (context) => {
  const service = await start(context);
  const bodies: Record<string, unknown>[] = [
    // Nodes that still send the old `model`, and a fidelity without a picture.
    { model: 'kling-v1', prompt: 'a horse', negative_prompt: 'people', n: 1, image_fidelity: 0.8 },
    // Serialisers that write what was never set.
    {
      model_name: 'kling-v1',
      prompt: 'a horse',
      negative_prompt: '',
      image: null,
      image_reference: null,
      image_fidelity: null,
      human_fidelity: null,
      n: null,
      aspect_ratio: null,
      resolution: null,
      output_format: null,
      callback_url: '',
      external_task_id: null,
      watermark_info: null,
    },
    // Forms and shells, which have only text.
    { model_name: 'kling-v1', prompt: 'a horse', n: '2', image_fidelity: '0.5', resolution: '1K' },
    // Fields of later models.
    { model_name: 'kling-v2', prompt: 'a horse', element_list: [{ element_id: 1 }], cfg_scale: 0.5, mode: 'std' },
  ];
  for (const sent of bodies) await fits(service, '/v1/images/generations', envelope(submittedShape), { body: sent });
});

test('resource packs have floats for quantities and integers for times', async (context) => {
  const pack = { id: 'p1', name: 'trial', quantity: 100, effectiveAt: 1760000000000, expiresAt: 4102444800000 };
  const key = 'sk-prepaid';
  const service = await start(context, {
    ...sleepingModels,
    accounts: [{ id: 'prepaid', billing: 'prepaid', keys: [{ key }], packs: [pack] }],
  });
  const answer = await fits(service, '/account/costs?start_time=0&end_time=4102444800000', envelope(costsShape), {
    key,
  });
  const { resource_pack_subscribe_infos: packs } = answer.json.data as { resource_pack_subscribe_infos: object[] };
  assert.equal(packs.length, 1);
});
