// `inkling serve` around a service that does nothing: what is said, how it stops, why it does not start.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { firstRequest, formatGreeting, studioLink } from '../../src/cli/serve/greeting.js';
import { type Service, serve } from '../../src/cli/serve/serve.js';
import { explainStartFailure, prepareDataFolder } from '../../src/cli/serve/start-failure.js';
import { textStyleFor } from '../../src/cli/text-style.js';
import { ConfigurationError } from '../../src/config/fault.js';
import { readSettings } from '../../src/config/settings.js';
import { createManualClock } from '../support/manual-clock.js';
import { createFakeWorld, type FakeWorld } from './support/fake-world.js';

const root = mkdtempSync(join(tmpdir(), 'inkling-serve-'));
after(() => rmSync(root, { recursive: true, force: true }));

interface Stage {
  world: FakeWorld;
  clock: ReturnType<typeof createManualClock>;
  /** What happened to the service, in order. */
  events: string[];
  running: Promise<number>;
  /** Resolves once the greeting is out. */
  greeted(): Promise<void>;
}

/** Runs the command around a service whose methods may be replaced. */
function stage(
  replaced: Partial<Service> = {},
  options: { env?: Record<string, string>; columns?: number } = {},
): Stage {
  const dataFolder = mkdtempSync(join(root, 'data-'));
  writeFileSync(join(dataFolder, 'api-key'), 'sk-first\n');
  const { columns } = options;
  const world = createFakeWorld({
    env: { INKLING_DATA_DIR: dataFolder, NO_COLOR: '1', ...options.env },
    ...(columns === undefined ? {} : { columns }),
  });
  const clock = createManualClock();
  const events: string[] = [];
  const service: Service = {
    start: async () => {
      events.push('start');
      return { url: 'http://127.0.0.1:8790' };
    },
    close: async () => {
      events.push('close');
    },
    ...replaced,
  };
  const running = serve({ world, clock, createService: async () => service });
  // Looked at by every test; this keeps Node from calling it unhandled before that.
  running.catch(() => undefined);
  return {
    world,
    clock,
    events,
    running,
    async greeted() {
      while (!(world.output() + world.errors()).includes('8790')) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('inkling serve', () => {
  it('serves until it is told to stop, then closes', async () => {
    const { world, events, running, greeted } = stage();
    await greeted();
    assert.deepEqual(events, ['start']);
    world.send('SIGTERM');
    assert.equal(await running, 0);
    assert.deepEqual(events, ['start', 'close']);
    assert.equal(world.send('SIGTERM'), 0, 'signals are nobody’s business any more');
    assert.deepEqual(world.exits, []);
  });

  it('ends at once at the second signal', async () => {
    let finish = (): void => undefined;
    const closing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { world, running, greeted } = stage({ close: () => closing });
    await greeted();
    world.send('SIGINT');
    assert.deepEqual(world.exits, []);
    world.send('SIGINT');
    world.send('SIGTERM');
    assert.deepEqual(world.exits, [130, 143]);
    finish();
    assert.equal(await running, 0);
  });

  it('does not wait for ever for what will not end', async () => {
    const { world, clock, running, greeted } = stage({ close: () => new Promise(() => undefined) });
    await greeted();
    world.send('SIGTERM');
    while (clock.sleepers === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(10_000);
    await assert.rejects(running, /did not stop in time/);
  });

  it('closes what a failed start left open', async () => {
    const fault = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
    const { events, running } = stage({ start: () => Promise.reject(fault) });
    await assert.rejects(running, /Port 8790 is in use/);
    assert.deepEqual(events, ['close']);
  });

  it('starts nothing with a broken configuration', async () => {
    const { events, running } = stage({}, { env: { INKLING_ROLE: 'boss' } });
    await assert.rejects(running, ConfigurationError);
    assert.deepEqual(events, []);
  });

  it('starts nothing where it cannot write', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    const { events, running } = stage({}, { env: { INKLING_DATA_DIR: file } });
    await assert.rejects(
      running,
      /The data folder '.*a-file' cannot be used: there is a file where a folder should be/,
    );
    assert.deepEqual(events, []);
  });

  it('greets on a terminal, with the key in the link', async () => {
    const { world, running, greeted } = stage({}, { columns: 100 });
    await greeted();
    world.send('SIGINT');
    await running;
    assert.ok(world.output().includes('http://127.0.0.1:8790/#key=sk-first'));
    assert.ok(world.output().includes('curl '));
    assert.match(world.errors(), /Stopping/);
  });

  it('keeps standard output for the log where there is no terminal', async () => {
    const { world, running, greeted } = stage();
    await greeted();
    world.send('SIGTERM');
    await running;
    assert.equal(world.output(), '');
    assert.deepEqual(world.errors().split('\n').slice(0, 3), [
      'Inkling listens on http://127.0.0.1:8790',
      'key: sk-first',
      'studio: http://127.0.0.1:8790/#key=sk-first',
    ]);
  });

  it('writes no key that somebody chose where there is no terminal', async () => {
    const { world, running, greeted } = stage({}, { env: { INKLING_API_KEY: 'sk-chosen-one' } });
    await greeted();
    world.send('SIGTERM');
    await running;
    assert.equal(world.errors().includes('sk-chosen-one'), false);
    assert.ok(world.errors().includes('key: the one in INKLING_API_KEY'));
  });

  it('shows it on a terminal, where only its owner looks', async () => {
    const { world, running, greeted } = stage({}, { env: { INKLING_API_KEY: 'sk-chosen-one' }, columns: 100 });
    await greeted();
    world.send('SIGTERM');
    await running;
    assert.ok(world.output().includes('/#key=sk-chosen-one'));
  });
});

describe('the greeting', () => {
  const plain = textStyleFor({ write: () => undefined }, {});

  it('escapes the key for the link', () => {
    assert.equal(studioLink('http://h', 'a&b#c'), 'http://h/#key=a%26b%23c');
    assert.equal(studioLink('http://h', undefined), 'http://h/');
  });

  it('holds a curl with a JSON body that can be pasted', () => {
    const [, body] = /-d '([^']+)'$/.exec(firstRequest('http://h', 'k')) ?? [];
    assert.equal(JSON.parse(body ?? '').model_name, 'kling-v1');
  });

  it('is one fact a line without a terminal', () => {
    const lines = formatGreeting({ url: 'http://h', key: 'k', startedInS: 1 }, plain, false).trimEnd().split('\n');
    assert.equal(lines.length, 4);
    for (const line of lines.slice(1)) assert.match(line, /^[a-z ]+: \S/);
  });
});

describe('why it does not start', () => {
  const settings = readSettings({ HOST: '::1', PORT: '80' }, []);
  for (const [code, sentence] of [
    ['EADDRINUSE', 'Port 80 is in use: another program listens on [::1]:80'],
    ['EACCES', 'Listening on [::1]:80 is not allowed'],
    ['EADDRNOTAVAIL', "'::1' is not an address of this machine"],
    ['ENOTFOUND', "'::1' is not an address of this machine"],
  ] as const) {
    it(`is a sentence for ${code}`, () => {
      const explained = explainStartFailure(Object.assign(new Error('x'), { code }), settings);
      assert.ok(explained instanceof CommandFailure);
      assert.equal(explained.message, sentence);
      assert.ok(explained.hint);
    });
  }

  it('is left as it is when it is something else', () => {
    const error = new Error('a fault of ours');
    assert.equal(explainStartFailure(error, settings), error);
  });

  it('is what Node really throws for a port in use', async () => {
    const first = createServer();
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
    const address = first.address();
    assert.ok(typeof address === 'object' && address);
    const second = createServer();
    const error = await new Promise((resolve) => second.once('error', resolve).listen(address.port, '127.0.0.1'));
    await new Promise((resolve) => first.close(resolve));
    const explained = explainStartFailure(error, readSettings({ PORT: String(address.port) }, []));
    assert.match(String(explained), /is in use/);
  });
});

describe('prepareDataFolder', () => {
  it('makes the folder and those above it', async () => {
    await prepareDataFolder(join(root, 'deep', 'deeper'));
    await prepareDataFolder(join(root, 'deep', 'deeper'));
  });

  it('refuses what is below a file', async () => {
    writeFileSync(join(root, 'plain-file'), '');
    await assert.rejects(
      prepareDataFolder(join(root, 'plain-file', 'data')),
      /there is a file where a folder should be/,
    );
  });

  for (const folder of ['/proc', '/proc/inkling', '/proc/inkling/data']) {
    it(`refuses ${folder}, even to root`, { skip: process.platform !== 'linux' }, async () => {
      await assert.rejects(prepareDataFolder(folder), (error: unknown) => {
        assert.ok(error instanceof CommandFailure);
        assert.match(error.message, /cannot be used: (?:no folder can be made there|permission is denied)$/);
        return true;
      });
    });
  }

  it('leaves nothing behind', async () => {
    const folder = join(root, 'clean');
    await prepareDataFolder(folder);
    assert.deepEqual(readdirSync(folder), []);
  });
});
