// `inkling doctor`: what it looks at, what it says, and that it changes nothing.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { diagnose } from '../../src/cli/doctor/doctor.js';
import { type Finding, runChecks } from '../../src/cli/doctor/finding.js';
import { machineCheck, nodeCheck } from '../../src/cli/doctor/machine-checks.js';
import { databaseFile, picturesFolder } from '../../src/config/data-layout.js';
import { systemClock } from '../../src/core/clock.js';
import type { Engine } from '../../src/engines/engine.js';
import { createEngineRegistry } from '../../src/engines/engine-registry.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { createFakeWorld } from './support/fake-world.js';

const root = mkdtempSync(join(tmpdir(), 'inkling-doctor-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** An engine whose check says so, or fails so. */
function engine(check: () => Promise<string>, closed?: () => void): Engine {
  return { name: 'fake', concurrency: 1, start: () => assert.fail(), check, close: async () => closed?.() };
}

interface Options {
  env?: Record<string, string>;
  engines?: Record<string, () => Promise<Engine>>;
  json?: boolean;
}

/** Runs the command on a data folder of its own and on any free port. */
async function run(options: Options = {}) {
  const world = createFakeWorld({ env: { INKLING_DATA_DIR: join(root, 'none'), PORT: '0', ...options.env } });
  const engines = options.engines ?? { illustrator: async () => engine(async () => 'artwork and fonts are there') };
  const parts = { world, clock: systemClock, openEngines: () => createEngineRegistry(engines) };
  const code = await diagnose({ json: options.json ?? true }, parts);
  const findings: Finding[] = options.json === false ? [] : JSON.parse(world.output());
  const find = (name: string): Finding =>
    findings.find((finding) => finding.name === name) ?? assert.fail(`nothing on ${name}`);
  return { code, findings, find, text: world.output() };
}

describe('inkling doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, findings, find } = await run();
    assert.deepEqual(
      findings.filter((finding) => finding.state !== 'ok' && finding.name !== 'machine'),
      [],
    );
    assert.equal(code, 0);
    assert.equal(find('engine illustrator').detail.startsWith('artwork and fonts are there; models kling-v1,'), true);
    assert.match(find('address guard').detail, /cannot reach private addresses$/);
    assert.match(find('configuration').detail, /^PORT, INKLING_DATA_DIR set, 6 models$/);
  });

  it('makes nothing by looking', async () => {
    const dataFolder = join(root, 'untouched');
    const { find } = await run({ env: { INKLING_DATA_DIR: dataFolder } });
    assert.equal(existsSync(dataFolder), false);
    assert.match(find('data folder').detail, /untouched, will be made, .* GiB free/);
    assert.equal(find('database').detail, 'will be made at the first start');
    mkdirSync(dataFolder);
    await run({ env: { INKLING_DATA_DIR: dataFolder } });
    assert.deepEqual(readdirSync(dataFolder), []);
  });

  it('looks into the database and the pictures that are there', async () => {
    const dataFolder = mkdtempSync(join(root, 'data-'));
    await (await openSqliteStore(databaseFile(dataFolder), systemClock)).close();
    mkdirSync(picturesFolder(dataFolder));
    const { find } = await run({ env: { INKLING_DATA_DIR: dataFolder } });
    assert.match(find('database').detail, /^SQLite, [\d.]+ MiB, 0 tasks waiting, 0 in work$/);
    assert.match(find('pictures').detail, /^files in /);
  });

  it('says what is wrong with a database', async () => {
    const dataFolder = mkdtempSync(join(root, 'data-'));
    writeFileSync(databaseFile(dataFolder), 'no database '.repeat(1000));
    const { code, find } = await run({ env: { INKLING_DATA_DIR: dataFolder } });
    assert.equal(find('database').state, 'broken');
    assert.equal(code, 1);
  });

  it('says that the data folder cannot be made', async () => {
    writeFileSync(join(root, 'file'), '');
    const { code, find } = await run({ env: { INKLING_DATA_DIR: join(root, 'file', 'data') } });
    assert.equal(find('data folder').state, 'broken');
    assert.match(find('data folder').advice ?? '', /INKLING_DATA_DIR/);
    assert.equal(code, 1);
  });

  it('lists every fault of the configuration and leaves the rest alone', async () => {
    const { code, findings } = await run({ env: { PORT: 'x', INKLING_ROLE: 'y' } });
    assert.deepEqual(
      findings.slice(1).map((finding) => `${finding.state} ${finding.name}: ${finding.detail}`),
      [
        "broken configuration: PORT: 'x' is not a whole number from 0 to 65535",
        "broken configuration: INKLING_ROLE: 'y' is none of: all, api, worker",
        'skipped everything else: it depends on the configuration',
      ],
    );
    assert.equal(code, 1);
  });

  it('tries every engine and closes it', async () => {
    let closed = 0;
    const { code, find } = await run({
      engines: {
        illustrator: async () =>
          engine(
            async () => 'fine',
            () => {
              closed += 1;
            },
          ),
        broken: async () => engine(() => Promise.reject(new Error('http://10.0.0.5 does not answer'))),
        missing: () => Promise.reject(new Error('the module is not there')),
      },
      env: {
        INKLING_CONFIG: writeConfiguration({
          engines: { broken: { type: 'sleep' }, missing: { type: 'sleep' } },
          models: { a: { engine: 'broken' }, b: { engine: 'missing' } },
        }),
      },
    });
    assert.equal(find('engine illustrator').state, 'ok');
    assert.equal(find('engine broken').detail, 'http://10.0.0.5 does not answer');
    assert.equal(find('engine missing').detail, 'the module is not there');
    assert.equal(closed, 1);
    assert.equal(code, 1);
  });

  it('names an engine that no model uses, without starting it', async () => {
    const { code, find } = await run({ engines: { idle: () => assert.fail('nobody needs it') } });
    assert.equal(find('engine idle').state, 'warning');
    assert.equal(code, 0);
  });

  it('knows its own server on the port', async () => {
    const server = createHttpServer((_, response) => response.end('{"status":"ok"}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { find } = await run({ env: { PORT: String(port) } });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    assert.equal(find('port').detail, `a server answers at http://127.0.0.1:${port}`);
  });

  it('knows a stranger on the port', async () => {
    const server = createServer((socket) => void socket.resume().end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, find } = await run({ env: { PORT: String(port) } });
    await new Promise((resolve) => server.close(resolve));
    assert.equal(find('port').state, 'broken');
    assert.match(find('port').detail, /is in use/);
    assert.equal(code, 1);
  });

  it('warns of a service that is open to the network without encryption', async () => {
    assert.equal((await run({ env: { HOST: '0.0.0.0' } })).find('exposure').state, 'warning');
    const proxied = await run({ env: { HOST: '0.0.0.0', INKLING_TRUSTED_PROXIES: '10.0.0.1' } });
    assert.equal(proxied.find('exposure').state, 'ok');
  });

  it('warns of a key that can be guessed and shows none', async () => {
    const short = await run({ env: { INKLING_API_KEY: 'sk-1' } });
    assert.equal(short.find('key').state, 'warning');
    const long = await run({ env: { INKLING_API_KEY: 'sk-0123456789abcdef' } });
    assert.equal(long.find('key').state, 'ok');
    assert.equal(long.text.includes('0123456789abcdef'), false);
  });

  it('says which private addresses are open', async () => {
    const { find } = await run({ env: { INKLING_ALLOW_PRIVATE_URLS: '10.0.0.0/8' } });
    assert.match(find('address guard').detail, /but 10\.0\.0\.0\/8 is open$/);
  });

  it('says that a certificate cannot be read', async () => {
    const file = join(root, 'cert.pem');
    writeFileSync(file, 'no certificate');
    const { find } = await run({ env: { INKLING_TLS_CERT: file, INKLING_TLS_KEY: file } });
    assert.equal(find('certificate').state, 'broken');
  });

  it('prints a line a finding for people, and a summary', async () => {
    const { text } = await run({ json: false, env: { INKLING_API_KEY: 'short' } });
    assert.match(text, /^ok +Node +\d+\.\d+\.\d+$/m);
    assert.match(text, /^warning +key +INKLING_API_KEY is short.*\n +→ take at least 16/m);
    assert.match(text, /\n\nIt works; see the warnings\.\n$/);
  });
});

/** Writes a configuration file of its own. */
function writeConfiguration(value: unknown): string {
  const file = join(mkdtempSync(join(root, 'config-')), 'inkling.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

describe('single checks', () => {
  for (const [version, state] of [
    ['20.19.0', 'ok'],
    ['22.0.0', 'ok'],
    ['24.21.0', 'ok'],
    ['20.18.3', 'broken'],
    ['18.20.0', 'broken'],
  ] as const) {
    it(`call Node ${version} ${state}`, async () => assert.equal((await nodeCheck(version).look()).state, state));
  }

  it('warn of far more threads than cores', async () => {
    assert.equal((await machineCheck(10_000).look()).state, 'warning');
  });

  it('turn what is thrown into findings and go on', async () => {
    const findings = await runChecks([
      { name: 'a', look: () => Promise.reject(new Error('no')) },
      { name: 'b', look: async () => ({ state: 'ok', detail: 'yes' }) },
    ]);
    assert.deepEqual(findings, [
      { name: 'a', state: 'broken', detail: 'no' },
      { name: 'b', state: 'ok', detail: 'yes' },
    ]);
  });
});
