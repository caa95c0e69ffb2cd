// What the studio asks of the whole service beyond the Kling routes: its list, its tasks, references, faces, thumbnails.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { permanentKey, type RunningService, sleepingModels, startTestService } from './running-service.js';

const submitPath = '/kling/v1/images/generations';
const stranger = 'sk-of-a-stranger';
type Fields = Record<string, unknown>;
interface Shown extends Fields {
  task_id: string;
  request: Fields;
  pictures: { url: string; thumbnails: Record<string, string>; width: number; height: number }[];
}

let running: RunningService;
before(async () => {
  const accounts = [{ id: 'stranger', keys: [{ key: stranger }] }];
  running = await startTestService({ ...sleepingModels, accounts });
});
after(() => running.close());

async function paint(body: object, wait = true): Promise<string> {
  const headers = wait ? { prefer: 'wait=30' } : {};
  const answer = await running.call(submitPath, { body: { model_name: 'kling-v1', ...body }, headers });
  assert.equal(answer.status, 200, answer.json.message);
  return String((answer.json.data as Fields).task_id);
}
async function list(query = '', key = permanentKey) {
  const { status, json } = await running.call(`/studio/v1/tasks${query}`, { key });
  return { status, json, ...(json.data as { tasks: Shown[]; next: string | null } | undefined) };
}
async function show(id: string): Promise<Shown> {
  return (await running.call(`/studio/v1/tasks/${id}`)).json.data as Shown;
}
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c04a2b' } })
    .png()
    .toBuffer();

describe('tasks of the studio', () => {
  it('say what was asked for, whoever asked, and where the pictures are', async () => {
    const prompt = 'made by <another> client';
    const id = await paint({
      prompt,
      n: 2,
      seed: 77,
      aspect_ratio: '16:9',
      negative_prompt: 'rain',
      output_format: 'jpg',
    });
    const { tasks = [] } = await list('?limit=1');
    const [task] = tasks;
    assert.equal(task?.task_id, id);
    assert.deepEqual(task?.request, {
      model_name: 'kling-v1',
      prompt,
      negative_prompt: 'rain',
      image_reference: null,
      image_fidelity: 0.5,
      human_fidelity: 0.45,
      n: 2,
      aspect_ratio: '16:9',
      resolution: '1k',
      output_format: 'jpg',
      seed: 77,
      watermark: false,
      callback_url: null,
    });
    assert.deepEqual(
      [task?.task_status, task?.progress, task?.has_reference, task?.width],
      ['succeed', 1, false, 1360],
    );
    assert.deepEqual(
      task?.pictures.map(({ width, height }) => [width, height]),
      [
        [1360, 768],
        [1360, 768],
      ],
    );
    assert.equal((await fetch(task?.pictures[1]?.url ?? '')).status, 200);
    const { history, ...alone } = await show(id);
    assert.deepEqual(alone, task);
    const [started, ...more] = history as Fields[];
    assert.deepEqual([started?.kind, more], ['started', []]);
    assert.match(String(started?.worker), /^[0-9a-f]{8}$/, 'not the name of the host');
    assert.ok(Number(started?.at) >= Number(task?.created_at) && Number(started?.at) <= Number(task?.ended_at));
  });

  it('leave Kling’s list as the contract says', async () => {
    const { json } = await running.call(`${submitPath}?search=nothing-has-this&state=failed`);
    const [task] = json.data as Fields[];
    assert.ok(task && !('request' in task) && !('pictures' in task));
  });

  it('are found by words of the prompt, state and model, page by page', async () => {
    for (const index of [1, 2, 3]) await paint({ prompt: `Seven WHALES ${index}` });
    await paint({ prompt: 'seven whales 4', model_name: 'kling-v2' });
    const slow = await paint({ prompt: 'seven slow whales', model_name: 'slow' }, false);
    const first = await list('?search=seven%20whales&limit=3');
    assert.deepEqual(
      first.tasks?.map(({ request }) => request.prompt),
      ['seven whales 4', 'Seven WHALES 3', 'Seven WHALES 2'],
    );
    const second = await list(`?search=seven%20whales&limit=3&before=${first.next}`);
    assert.deepEqual(
      second.tasks?.map(({ request }) => request.prompt),
      ['Seven WHALES 1'],
    );
    assert.equal(second.next, null);
    assert.deepEqual(
      (await list('?state=running')).tasks?.map((task) => task.task_id),
      [slow],
    );
    assert.equal((await list('?model=kling-v2&search=whales')).tasks?.length, 1);
    await running.call(`${submitPath}/${slow}/cancel`, { method: 'POST' });
    assert.equal((await list('?state=failed')).tasks?.[0]?.task_id, slow);
  });

  const wrong = [
    ['limit=0', /^limit value '0' is invalid, allowed: integers from 1 to 200/],
    ['limit=201', /^limit/],
    ['state=lost', /^state value 'lost' is invalid, allowed values: running, succeed, failed/],
    ['before=yesterday', /^before/],
    [`before=${'1'.repeat(16)}.a`, /^before/],
    [`search=${'x'.repeat(201)}`, /^search/],
  ] as const;
  for (const [query, message] of wrong) {
    it(`refuse ?${query.slice(0, 30)} by name`, async () => {
      const { json } = await list(`?${query}`);
      assert.equal(json.code, 1201);
      assert.match(json.message, message);
    });
  }

  it('are the caller’s own', async () => {
    const id = await paint({ prompt: 'nobody else’s' });
    assert.deepEqual((await list('', stranger)).tasks, []);
    assert.equal((await running.call(`/studio/v1/tasks/${id}`, { key: stranger })).json.code, 1203);
    for (const path of ['tasks', `tasks/${id}`, `tasks/${id}/reference`])
      assert.equal((await running.call(`/studio/v1/${path}`, { key: null })).json.code, 1001, path);
    assert.equal((await running.call('/studio/v1/faces', { key: null, body: {} })).json.code, 1001);
    assert.equal((await running.call('/studio/v1/tasks/%00')).json.code, 1203);
  });
});

describe('the reference picture of a task', () => {
  it('is handed to its owner, and to nobody else', async () => {
    const image = (await flat(640, 400)).toString('base64');
    const id = await paint({ prompt: 'the same in winter', image });
    assert.equal((await show(id)).has_reference, true);
    const get = (key: string) =>
      fetch(`${running.url}/studio/v1/tasks/${id}/reference`, { headers: { authorization: `Bearer ${key}` } });
    const response = await get(permanentKey);
    assert.equal(response.headers.get('content-type'), 'image/jpeg');
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    assert.deepEqual([width, height], [640, 400]);
    assert.equal((await get(stranger)).status, 404);
  });

  it('is not there where there was none', async () => {
    const id = await paint({ prompt: 'from words' });
    assert.equal((await running.call(`/studio/v1/tasks/${id}/reference`)).json.code, 1203);
  });
});

// What is found: test/images/reference-checker.test.ts, which gives a busy machine the time it takes.
describe('faces', () => {
  const wrong: [unknown, number, RegExp][] = [
    ['{', 1200, /JSON/],
    [{}, 1201, /^image is required/],
    [{ image: 7 }, 1201, /^image is required/],
    [{ image: 'not base64!' }, 1201, /base64/],
    [{ image: 'https://example.com/a.png' }, 1201, /base64/],
  ];
  for (const [body, code, message] of wrong) {
    it(`refuses ${JSON.stringify(body)}`, async () => {
      const { json } = await running.call('/studio/v1/faces', { body });
      assert.equal(json.code, code);
      assert.match(json.message, message);
    });
  }

  it('refuses a body that is too large without reading it', async () => {
    const answer = await running.call('/studio/v1/faces', { body: { image: 'A'.repeat(16 * 1024 * 1024) } });
    assert.equal(answer.status, 413);
  });
});

describe('thumbnails', () => {
  let id: string;
  let url: string;
  before(async () => {
    id = await paint({ prompt: 'to be made small' });
    url = (await show(id)).pictures[0]?.thumbnails['320'] ?? assert.fail('no thumbnail');
  });

  it('are small WebP pictures that caches keep as long as the picture lives', async () => {
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'image/webp');
    assert.match(response.headers.get('cache-control') ?? '', /^private, max-age=\d{5,}, immutable$/);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal((await sharp(bytes).metadata()).width, 320);
    const again = await fetch(url, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    assert.equal(again.status, 304);
    const head = await fetch(url, { method: 'HEAD' });
    assert.equal(head.headers.get('content-length'), String(bytes.byteLength));
  });

  it('come in fixed widths of pictures that exist, and in nothing else', async () => {
    const token = /\/([\w-]{22})\.webp$/.exec(url)?.[1];
    const paths = [
      `319/${token}.webp`,
      `0320/${token}.webp`,
      `320/${token}.png`,
      `320/${'x'.repeat(22)}.webp`,
      '320/..',
    ];
    for (const path of paths) {
      const response = await fetch(`${running.url}/thumbnails/${path}`);
      assert.equal(response.status, 404, path);
      assert.equal(response.headers.get('etag'), null);
    }
  });

  it('are gone with the task', async () => {
    assert.equal((await running.call(`${submitPath}/${id}`, { method: 'DELETE' })).status, 200);
    assert.equal((await fetch(url)).status, 404);
  });
});
