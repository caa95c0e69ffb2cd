// An engine of one's own, loaded by the path of its module: the shipped example, and modules that are no engines.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { systemClock } from '../../src/core/clock.js';
import { loadModuleEngine } from '../../src/engines/module/load-module-engine.js';
import { startTestService } from '../service/running-service.js';
import { createQuietLog } from '../support/quiet-log.js';

const example = fileURLToPath(new URL('../../../../../examples/custom-engine.ts', import.meta.url));
let folder: string;
let painter: ReturnType<typeof createServer>;
let url: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-module-'));
  await copyFile(example, join(folder, 'custom-engine.ts'));
  painter = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', async () => {
      if (request.method === 'HEAD') return response.end();
      const { prompt, width, height } = JSON.parse(body);
      if (prompt === 'no') return response.writeHead(422).end('prompt: not this one');
      response.end(
        await sharp({ create: { width, height, channels: 3, background: '#abc' } })
          .png()
          .toBuffer(),
      );
    });
  });
  await new Promise<void>((resolve) => painter.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(painter.address() as AddressInfo).port}/draw`;
});
after(async () => {
  painter.closeAllConnections();
  await new Promise((resolve) => painter.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const load = async (file: string, options = {}) => {
  const { log } = await createQuietLog();
  return loadModuleEngine(join(folder, file), options, { key: 'mine', clock: systemClock, log });
};

describe('the example of an engine of your own', () => {
  it('is at most forty lines', async () => {
    assert.ok((await readFile(example, 'utf8')).trimEnd().split('\n').length <= 40);
  });

  it('loads by its path, says that it works, and leaves nothing behind', async () => {
    const engine = await load('custom-engine.ts', { url });
    assert.equal(await engine.check(), `${url} answers`);
    await engine.close();
    assert.deepEqual(await readdir(folder), ['custom-engine.ts']);
  });

  it('paints for a service that names it in its configuration', async () => {
    const configuration = {
      engines: { mine: { type: 'module', path: join(folder, 'custom-engine.ts'), options: { url } } },
      models: { 'my-model': { engine: 'mine', referenceUses: [], maxN: 4 } },
    };
    const running = await startTestService(configuration);
    try {
      const submit = async (prompt: string) => {
        const answer = await running.call('/v1/images/generations', {
          body: { model_name: 'my-model', prompt, n: 2 },
          headers: { prefer: 'wait=30' },
        });
        return answer.json.data as {
          task_status: string;
          task_status_msg: string;
          task_result?: { images: unknown[] };
        };
      };
      assert.equal((await submit('a fox')).task_result?.images.length, 2);
      const refused = await submit('no');
      assert.deepEqual([refused.task_status, refused.task_status_msg], ['failed', 'prompt: not this one']);
    } finally {
      await running.close();
    }
  });
});

describe('a module that is no engine', () => {
  for (const [title, text, words] of [
    ['exports nothing', 'export const x = 1;', /exports no function createEngine/],
    [
      'makes nothing',
      'export const createEngine = () => undefined;',
      /lacks name, concurrency \(at least 1\), start\(\), check\(\), close\(\)/,
    ],
    [
      'makes half of one',
      "export const createEngine = () => ({ name: 'x', concurrency: 0, start() {}, check() {} });",
      /lacks concurrency \(at least 1\), close\(\)/,
    ],
    ['does not parse', 'export const = ;', /bad\.mjs cannot be loaded/],
    ['throws', "throw new Error('no model there');", /no model there/],
  ] as const) {
    it(`is refused with a sentence: it ${title}`, async () => {
      const file = `${title.replaceAll(' ', '-')}-bad.mjs`;
      await writeFile(join(folder, file), text);
      await assert.rejects(load(file), words);
    });
  }

  it('is refused when it is not there', () => assert.rejects(load('nowhere.js'), /nowhere\.js cannot be loaded/));
});
