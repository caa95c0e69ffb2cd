// The whole of `inkling generate`, against a gateway on loopback.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { findGateway } from '../../src/cli/generate/find-gateway.js';
import { GatewayRefusal, GatewayUnreachable } from '../../src/cli/generate/gateway-failure.js';
import { generate, type LocalService } from '../../src/cli/generate/generate.js';
import type { GenerateOptions } from '../../src/cli/generate/request-body.js';
import { readSettings } from '../../src/config/settings.js';
import { systemClock } from '../../src/core/clock.js';
import { createFakeWorld, type FakeWorld } from './support/fake-world.js';
import { type KlingPeer, type SeenRequest, sendJson, startKlingPeer, success } from './support/kling-peer.js';

const folder = mkdtempSync(join(tmpdir(), 'inkling-generate-'));
const peers: KlingPeer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});
after(() => rmSync(folder, { recursive: true, force: true }));

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]);

interface PeerOptions {
  /** Pictures in the result; the n-th is a PNG whose last byte is n. */
  pictures?: number;
  /** How the task ends. */
  ending?: Record<string, unknown>;
  /** Bytes of every picture instead of a PNG. */
  bytes?: Buffer;
  submit?: (request: SeenRequest) => { status: number; body: unknown } | undefined;
  /** Streams of events: open and silent. */
  silent?: boolean;
}

/** A gateway that accepts a task and ends it at the first question. */
async function startPeer(options: PeerOptions = {}): Promise<KlingPeer> {
  const peer = await startKlingPeer((request, response) => {
    const [, picture] = /^\/files\/(\d)$/.exec(request.path) ?? [];
    if (picture !== undefined)
      return void response.end(options.bytes ?? Buffer.concat([png, Buffer.from([Number(picture)])]));
    if (request.method === 'POST') {
      const refusal = options.submit?.(request);
      if (refusal) return sendJson(response, refusal.status, refusal.body);
      return sendJson(response, 200, success({ task_id: 'task-1', task_status: 'submitted' }));
    }
    if (request.path.endsWith('/events')) {
      if (options.silent !== true) return sendJson(response, 404, { code: 1203, message: 'no' });
      return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hi\n\n');
    }
    const images = Array.from({ length: options.pictures ?? 1 }, (_, index) => ({
      index,
      url: `${peer.origin}/files/${index}`,
    }));
    sendJson(
      response,
      200,
      success({ task_id: 'task-1', task_status: 'succeed', task_result: { images }, ...options.ending }),
    );
  });
  peers.push(peer);
  return peer;
}

const noLocalService = (): Promise<LocalService> => assert.fail('nothing should be painted here');

/** Runs the command in a world of its own. */
async function run(
  options: GenerateOptions,
  {
    env = {},
    startLocalService = noLocalService,
    world = createFakeWorld({ env }),
  }: {
    env?: Record<string, string>;
    startLocalService?: () => Promise<LocalService>;
    world?: FakeWorld;
  } = {},
): Promise<{ code: number; world: FakeWorld }> {
  const code = await generate('a red fox', options, { world, clock: systemClock, startLocalService });
  return { code, world };
}

describe('inkling generate', () => {
  it('hands in the request, waits, and writes the picture', async () => {
    const peer = await startPeer();
    const output = join(folder, 'fox.png');
    const { code, world } = await run({ output, baseUrl: peer.origin, key: 'sk-1', ratio: '16:9' });
    assert.equal(code, 0);
    assert.deepEqual([...readFileSync(output)], [...png, 0]);
    assert.equal(world.output(), `${output}\n`);
    assert.equal(world.errors(), '');
    const [submit] = peer.requests;
    assert.equal(submit?.path, '/kling/v1/images/generations');
    assert.equal(submit?.headers.authorization, 'Bearer sk-1');
    assert.deepEqual(submit?.body, {
      model_name: 'kling-v1',
      prompt: 'a red fox',
      output_format: 'png',
      aspect_ratio: '16:9',
    });
  });

  it('numbers several pictures in their order', async () => {
    const peer = await startPeer({ pictures: 3 });
    const { world } = await run({
      output: join(folder, 'many.png'),
      number: '3',
      baseUrl: `${peer.origin}/v1`,
      key: 'k',
    });
    const files = [0, 1, 2].map((index) => join(folder, `many-${index}.png`));
    assert.equal(world.output(), files.map((file) => `${file}\n`).join(''));
    assert.deepEqual(
      files.map((file) => readFileSync(file).at(-1)),
      [0, 1, 2],
    );
    assert.ok(peer.requests[0]?.path.startsWith('/v1/'));
  });

  it('prints one JSON object if asked to', async () => {
    const peer = await startPeer();
    const output = join(folder, 'json.png');
    const { world } = await run({ output, json: true, baseUrl: peer.origin, key: 'k' });
    assert.deepEqual(JSON.parse(world.output()), {
      task_id: 'task-1',
      files: [output],
      urls: [`${peer.origin}/files/0`],
    });
  });

  it('shows a bar on a terminal and takes it away at the end', async () => {
    const peer = await startPeer();
    const world = createFakeWorld({ columns: 100, env: { NO_COLOR: '1' } });
    await run({ output: join(folder, 'bar.png'), baseUrl: peer.origin, key: 'k' }, { world });
    for (const label of ['sending', 'waiting', 'painting', 'saving']) assert.ok(world.errors().includes(label), label);
    assert.ok(world.errors().endsWith('\r\u001b[2K'));
  });

  it('shows the picture in a terminal that can, after the names of the files', async () => {
    const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#456' } })
      .png()
      .toBuffer();
    const peer = await startPeer({ bytes });
    const world = createFakeWorld({ columns: 100, env: { TERM: 'xterm-kitty' } });
    const output = join(folder, 'shown.png');
    await run({ output, baseUrl: peer.origin, key: 'k' }, { world });
    assert.equal(world.output(), `${output}\n`);
    assert.ok(world.errors().includes('\r\u001b[2K\u001b_Ga=T,f=100,'), 'the bar is gone before the picture comes');
    const other = createFakeWorld({ columns: 100, env: { TERM: 'xterm-kitty' } });
    await run({ output, baseUrl: peer.origin, key: 'k', preview: 'off' }, { world: other });
    assert.equal(other.errors().includes('\u001b_G'), false);
  });

  it('says why a task failed', async () => {
    const peer = await startPeer({
      ending: { task_status: 'failed', task_status_msg: 'Failure to pass the risk control system' },
    });
    await assert.rejects(
      run({ baseUrl: peer.origin, key: 'k' }),
      /The task failed: Failure to pass the risk control system/,
    );
  });

  it('passes on what the gateway refuses', async () => {
    const peer = await startPeer({
      submit: () => ({ status: 400, body: { code: 1201, message: 'n value 99 is invalid' } }),
    });
    await assert.rejects(run({ number: '99', baseUrl: peer.origin, key: 'k' }), (error: unknown) => {
      assert.ok(error instanceof GatewayRefusal);
      assert.equal(error.message, 'n value 99 is invalid (code 1201)');
      return true;
    });
  });

  it('writes no page of a login form as a picture', async () => {
    const peer = await startPeer({ bytes: Buffer.from('<html>') });
    await assert.rejects(
      run({ output: join(folder, 'html.png'), baseUrl: peer.origin, key: 'k' }),
      /no PNG or JPEG picture/,
    );
    assert.throws(() => readFileSync(join(folder, 'html.png')), /ENOENT/);
  });

  it('takes a success without pictures for a failure', async () => {
    const peer = await startPeer({ pictures: 0 });
    await assert.rejects(run({ baseUrl: peer.origin, key: 'k' }), CommandFailure);
  });

  it('stops at Ctrl-C', async () => {
    const peer = await startPeer({ silent: true });
    const world = createFakeWorld({});
    const running = run({ baseUrl: peer.origin, key: 'k' }, { world });
    // The stream is open, so the command does nothing but wait.
    while (!peer.requests.some((request) => request.path.endsWith('/events')))
      await new Promise((resolve) => setImmediate(resolve));
    assert.equal(world.send('SIGINT'), 1);
    await assert.rejects(running, (error: unknown) => error instanceof CommandFailure && error.exitCode === 130);
    assert.equal(world.send('SIGINT'), 0, 'nobody listens any more');
  });

  for (const timeout of ['0', '-1', 'long', '100000']) {
    it(`refuses --timeout ${timeout}`, async () => {
      await assert.rejects(run({ timeout, baseUrl: 'http://127.0.0.1:9', key: 'k' }), /--timeout takes seconds/);
    });
  }

  it('refuses settings that are wrong', async () => {
    await assert.rejects(run({}, { env: { PORT: 'x' } }), /PORT: 'x' is not a whole number/);
  });
});

describe('inkling generate without a server', () => {
  /** A port on which nothing listens. */
  async function deadOrigin(): Promise<string> {
    const peer = await startKlingPeer(() => undefined);
    await peer.close();
    return peer.origin;
  }

  it('paints here, and closes what it started', async () => {
    const peer = await startPeer();
    let closed = 0;
    const startLocalService = async (): Promise<LocalService> => ({
      address: `${peer.origin}/kling/v1`,
      key: 'sk-local',
      close: async () => {
        closed += 1;
      },
    });
    const origin = await deadOrigin();
    const { world } = await run(
      { output: join(folder, 'here.png') },
      { env: { INKLING_URL: origin }, startLocalService },
    );
    assert.equal(world.output(), `${join(folder, 'here.png')}\n`);
    assert.equal(world.errors(), `No server answers at ${origin}: painting here.\n`);
    assert.equal(peer.requests[0]?.headers.authorization, 'Bearer sk-local');
    assert.equal(closed, 1);
  });

  it('closes what it started when the picture fails, too', async () => {
    const peer = await startPeer({ ending: { task_status: 'failed' } });
    let closed = 0;
    const startLocalService = async (): Promise<LocalService> => ({
      address: `${peer.origin}/v1`,
      key: 'k',
      close: async () => {
        closed += 1;
      },
    });
    await assert.rejects(
      run({}, { env: { INKLING_URL: await deadOrigin() }, startLocalService }),
      /no reason was given/,
    );
    assert.equal(closed, 1);
  });

  it('does not paint here when a gateway was named', async () => {
    await assert.rejects(run({ baseUrl: await deadOrigin(), key: 'k' }), GatewayUnreachable);
  });

  it('does not paint here when a server answers and refuses', async () => {
    const peer = await startPeer({
      submit: () => ({ status: 401, body: { code: 1002, message: 'Authorization is invalid' } }),
    });
    await assert.rejects(run({}, { env: { INKLING_URL: peer.origin } }), GatewayRefusal);
  });
});

describe('findGateway', () => {
  const settings = (env: Record<string, string>) =>
    readSettings({ INKLING_DATA_DIR: join(folder, 'none'), ...env }, []);

  for (const [env, address] of [
    [{}, 'http://127.0.0.1:8790/kling/v1'],
    [{ PORT: '9000', HOST: '0.0.0.0' }, 'http://127.0.0.1:9000/kling/v1'],
    [{ HOST: '::' }, 'http://127.0.0.1:8790/kling/v1'],
    [{ HOST: '::1' }, 'http://[::1]:8790/kling/v1'],
    [{ INKLING_TLS_CERT: 'c', INKLING_TLS_KEY: 'k', HOST: 'pictures.local' }, 'https://pictures.local:8790/kling/v1'],
    [{ INKLING_URL: 'https://pictures.example.com/v1' }, 'https://pictures.example.com/v1'],
  ] as const) {
    it(`finds ${address} by ${JSON.stringify(env)}`, async () => {
      const choice = await findGateway({}, settings(env));
      assert.deepEqual(choice, { address, key: undefined, mayPaintHere: true });
    });
  }

  it('takes the key of the option, then of the setting, then of the first start', async () => {
    const dataFolder = mkdtempSync(join(folder, 'data-'));
    writeFileSync(join(dataFolder, 'api-key'), 'sk-first\n');
    const env = { INKLING_DATA_DIR: dataFolder };
    const keyOf = async (options: { key?: string }, more: Record<string, string>) =>
      (await findGateway(options, settings({ ...env, ...more }))).key;
    assert.equal(await keyOf({ key: 'sk-option' }, { INKLING_API_KEY: 'sk-set' }), 'sk-option');
    assert.equal(await keyOf({}, { INKLING_API_KEY: 'sk-set' }), 'sk-set');
    assert.equal(await keyOf({}, {}), 'sk-first');
  });

  it('gives the key of the first start to no other machine', async () => {
    const dataFolder = mkdtempSync(join(folder, 'data-'));
    writeFileSync(join(dataFolder, 'api-key'), 'sk-first\n');
    const keyFor = async (url: string) =>
      (await findGateway({}, settings({ INKLING_DATA_DIR: dataFolder, INKLING_URL: url }))).key;
    assert.equal(await keyFor('https://elsewhere.example'), undefined);
    assert.equal(await keyFor('http://192.168.1.7:8790'), undefined);
    for (const here of ['http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9'])
      assert.equal(await keyFor(here), 'sk-first');
  });

  it('never gives the key of the first start to a gateway that was named', async () => {
    const dataFolder = mkdtempSync(join(folder, 'data-'));
    writeFileSync(join(dataFolder, 'api-key'), 'sk-first\n');
    await assert.rejects(
      findGateway({ baseUrl: 'https://elsewhere.example' }, settings({ INKLING_DATA_DIR: dataFolder })),
      (error: unknown) => error instanceof CommandFailure && error.exitCode === 2,
    );
  });
});
