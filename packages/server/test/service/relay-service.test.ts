// The whole service with a relay: what callers, operators and Prometheus see of it, and what nobody ever sees: secrets.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { diagnose } from '../../src/cli/doctor/doctor.js';
import { readConfiguration } from '../../src/config/configuration.js';
import { systemClock } from '../../src/core/clock.js';
import { openEngines } from '../../src/engines/engine-factories.js';
import { createFakeWorld } from '../cli/support/fake-world.js';
import { type FakeKling, refuse, startFakeKling } from '../engines/kling/fake-kling.js';
import { createQuietLog } from '../support/quiet-log.js';
import { permanentKey, type RunningService, startTestService } from './running-service.js';

const adminKey = 'admin-key-for-tests-only';
const tasksPath = '/kling/v1/images/generations';
const secrets = {
  KLING_AK: 'AKupstreamAccess0123456789',
  KLING_SK: 'SKupstreamSecret0123456789',
  GATEWAY_KEY: 'gateway+key/of=the~relay.0123456789',
};

let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

async function start(prepare: (fake: FakeKling) => void = () => undefined, env: Record<string, string> = {}) {
  const fake = await startFakeKling();
  closing.push(() => fake.close());
  prepare(fake);
  const configuration = {
    engines: {
      far: {
        type: 'kling',
        baseUrl: fake.origin,
        accessKey: 'env:KLING_AK',
        secretKey: 'env:KLING_SK',
        keys: [{ apiKey: 'env:GATEWAY_KEY' }],
      },
    },
    models: {
      'kling-v1': { engine: 'far' },
      mine: { engine: 'far', upstreamModel: 'theirs', referenceUses: [], maxN: 2, aspectRatios: ['1:1'] },
    },
  };
  const running = await startTestService(configuration, { INKLING_ADMIN_KEY: adminKey, ...secrets, ...env });
  closing.push(() => running.close());
  return { fake, running };
}
/** A port that is free right now, for an address that must be known before the start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
const submit = (running: RunningService, body: object = {}) =>
  running.call(`${tasksPath}`, {
    body: { model_name: 'kling-v1', prompt: 'a red fox', ...body },
    headers: { prefer: 'wait=30' },
  });
const shown = (answer: { json: { data?: unknown } }) =>
  answer.json.data as {
    task_id: string;
    task_status: string;
    task_status_msg: string;
    task_result?: { images: { url: string }[] };
  };
const engines = async (running: RunningService) =>
  (await running.call('/admin/v1/engines', { key: adminKey })).json.data as Record<string, unknown>[];

describe('a service with a relay', () => {
  it('makes pictures elsewhere and keeps them itself', async () => {
    const { fake, running } = await start();
    const answer = shown(await submit(running, { model_name: 'mine', n: 2 }));
    assert.equal(answer.task_status, 'succeed');
    assert.equal(answer.task_result?.images.length, 2);
    for (const { url } of answer.task_result?.images ?? []) {
      assert.ok(url.startsWith(running.url), url);
      assert.equal((await fetch(url)).headers.get('content-type'), 'image/png');
    }
    assert.equal(JSON.parse(fake.calls[0]?.body ?? '').model_name, 'theirs');
  });

  it('holds callers to what the configured model can do', async () => {
    const { fake, running } = await start();
    for (const [body, field] of [
      [{ n: 3 }, 'n'],
      [{ aspect_ratio: '16:9' }, 'aspect_ratio'],
      [{ resolution: '2k' }, 'resolution'],
      [{ image: 'x' }, 'image'],
    ] as const) {
      const { json } = await submit(running, { model_name: 'mine', ...body });
      assert.equal(json.code, 1201, field);
      assert.ok(json.message.startsWith(field), json.message);
    }
    assert.equal(fake.calls.length, 0);
    const models = (await running.call('/v1/models')).json.data as Record<string, unknown>[];
    const mine = models.find((model) => model.model_name === 'mine');
    assert.deepEqual([mine?.max_n, mine?.aspect_ratios, mine?.image_to_image, mine?.available], [2, ['1:1'], [], true]);
  });

  it('tells the caller in the same words why a request was refused', async () => {
    const { running } = await start((fake) =>
      fake.always('submit', refuse(400, 1301, 'Failure to pass the risk control system: violence')),
    );
    const answer = shown(await submit(running));
    assert.deepEqual(
      [answer.task_status, answer.task_status_msg],
      ['failed', 'Failure to pass the risk control system: violence'],
    );
  });

  it('shows engines to operators, and to Prometheus, and models whose engine is down', async () => {
    const { running } = await start((fake) => fake.always('submit', refuse(401, 1002, 'no')));
    assert.deepEqual(
      (await engines(running)).map((engine) => engine.name),
      ['illustrator', 'far'],
    );
    await submit(running);
    const far = (await engines(running)).find((engine) => engine.name === 'far');
    assert.equal(far?.state, 'down');
    assert.match(String(far?.last_error), /1002/);
    assert.deepEqual([far?.in_flight, far?.watched], [0, 0]);
    const models = (await running.call('/kling/v1/models')).json.data as { model_name: string; available: boolean }[];
    assert.equal(models.find((model) => model.model_name === 'mine')?.available, false);
    assert.equal(models.find((model) => model.model_name === 'kling-v2')?.available, true);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    assert.match(metrics, /^inkling_engine_state\{engine="far",state="down"\} 1$/m);
    assert.match(metrics, /^inkling_engine_jobs\{engine="far",where="watched"\} 0$/m);
    assert.match(metrics, /^inkling_engine_jobs_ended_total\{engine="far",outcome="refused"\} 1$/m);
    // Its fault is nobody else's.
    assert.equal((await fetch(`${running.url}/readyz`)).status, 200);
  });

  it('takes the callback of its upstream, and no other', async () => {
    const port = await freePort();
    const { fake, running } = await start((made) => (made.looksUntilDone = Number.POSITIVE_INFINITY), {
      INKLING_PUBLIC_URL: `http://images.example.com:${port}`,
      PORT: String(port),
    });
    const local = { ...running, url: `http://127.0.0.1:${port}` };
    const pending = fetch(`${local.url}${tasksPath}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${permanentKey}`, prefer: 'wait=30' },
      body: JSON.stringify({ model_name: 'kling-v1', prompt: 'x' }),
    }).then(async (response) => ({ json: (await response.json()) as { data?: unknown } }));
    await fake.called('find');
    const token = String(JSON.parse(fake.calls[0]?.body ?? '').callback_url)
      .split('/')
      .at(-1);
    const post = (name: string, body = '{}') =>
      fetch(`${local.url}/callbacks/upstream/${name}`, { method: 'POST', body });
    assert.equal((await post('guess')).status, 404);
    assert.equal(((await (await post('guess')).json()) as { code: number }).code, 1203);
    // A lie about the end, with a real token: nothing comes of it.
    const [task] = fake.tasks.values();
    assert.equal((await post(String(token), JSON.stringify({ task_id: task?.id, task_status: 'failed' }))).status, 200);
    assert.deepEqual(
      (await running.service.store.tasks.list('default', 0, 9)).map((one) => one.status),
      ['processing'],
    );
    if (task) fake.finish(task);
    await post(String(token));
    assert.equal(shown(await pending).task_status, 'succeed');
  });
});

describe('the secrets of a relay', () => {
  /** Every text that leaves the service or stays behind. */
  async function everything(running: RunningService): Promise<string> {
    const texts = [JSON.stringify(running.lines), JSON.stringify(await engines(running))];
    for (const path of [`${tasksPath}?pageSize=500`, '/kling/v1/models', '/openapi.json', '/readyz'])
      texts.push(JSON.stringify((await running.call(path)).json));
    texts.push(await (await fetch(`${running.url}/metrics`)).text());
    const [task] = (await running.call(tasksPath)).json.data as { task_id: string }[];
    texts.push(
      await (
        await fetch(`${running.url}${tasksPath}/${task?.task_id}/events`, {
          headers: { authorization: `Bearer ${permanentKey}` },
        })
      ).text(),
    );
    texts.push(JSON.stringify((await running.call('/admin/v1/tasks', { key: adminKey })).json));
    texts.push(JSON.stringify((await running.call('/admin/v1/audit', { key: adminKey })).json));
    const data = join(running.folder, 'data');
    for (const entry of await readdir(data, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) texts.push(await readFile(join(entry.parentPath ?? entry.path, entry.name), 'latin1'));
    return texts.join('\n');
  }

  for (const [title, trick] of [
    ['all goes well', undefined],
    ['keys are refused and said back', refuse(401, 1002, `unknown ${Object.values(secrets).join(' and ')}`)],
    ['the upstream fails and says them back', refuse(400, 1201, `prompt: ${Object.values(secrets).join(' and ')}`)],
  ] as const) {
    it(`are nowhere when ${title}`, async () => {
      const { fake, running } = await start((made) => made.always('submit', trick));
      await submit(running);
      assert.ok(fake.calls.length > 0);
      const text = await everything(running);
      assert.ok(text.length > 1000);
      const token = String(
        fake.calls.find((call) => !String(call.headers.authorization).includes(secrets.GATEWAY_KEY))?.headers
          .authorization,
      );
      for (const secret of [...Object.values(secrets), token.replace('Bearer ', '')])
        assert.ok(!text.includes(secret), `${secret.slice(0, 4)}… is in it`);
    });
  }
});

describe('inkling doctor', () => {
  /** What it says of the engine `far`. */
  async function say(
    fake: FakeKling,
    far: object,
  ): Promise<{ state: string; detail: string; advice?: string } | undefined> {
    const { running } = await start();
    const file = join(running.folder, 'doctor.json');
    await writeFile(
      file,
      JSON.stringify({
        engines: { far: { type: 'kling', baseUrl: fake.origin, ...far } },
        models: { m: { engine: 'far' } },
      }),
    );
    const world = createFakeWorld({
      env: { INKLING_CONFIG: file, INKLING_DATA_DIR: join(running.folder, 'doctor'), PORT: '0' },
    });
    const { log } = await createQuietLog();
    await diagnose(
      { json: true },
      {
        world,
        clock: systemClock,
        openEngines: () => {
          const { engines: all, settings } = readConfiguration(world.env);
          const relays = new Map([...all].filter(([key]) => key === 'far'));
          return openEngines({ engines: relays, settings }, { clock: systemClock, log });
        },
      },
    );
    const findings = JSON.parse(world.output()) as { name: string; state: string; detail: string; advice?: string }[];
    return findings.find((finding) => finding.name === 'engine far');
  }

  it('tries every key of a relay and says what to do', async () => {
    const fake = await startFakeKling({ keys: ['good-key'] });
    closing.push(() => fake.close());
    assert.deepEqual(await say(fake, { apiKey: 'good-key' }), {
      name: 'engine far',
      state: 'ok',
      detail: `${fake.origin}/v1 lets its key in; models m`,
    });
    const bad = await say(fake, { apiKey: 'good-key', keys: [{ apiKey: 'bad-key-0123' }] });
    assert.equal(bad?.state, 'broken');
    assert.match(bad?.detail ?? '', /refuses key 2 of 2 \(code 1002/);
    assert.match(bad?.advice ?? '', /apiKey of engines\.far/);
    assert.ok(!JSON.stringify(bad).includes('bad-key-0123'));
    assert.match((await say(fake, { apiKey: 'good-key', prefix: '/wrong' }))?.advice ?? '', /baseUrl and prefix/);
    const down = await say({ ...fake, origin: 'http://127.0.0.1:9' }, { apiKey: 'good-key' });
    assert.match(down?.detail ?? '', /connection was refused/);
  });
});
