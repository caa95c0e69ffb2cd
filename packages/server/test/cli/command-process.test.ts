// The command line as people start it: bin/inkling.mjs in a process of its own, with real signals, ports and pipes.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { startInkling, startInklingService } from './support/inkling-process.js';

const root = mkdtempSync(join(tmpdir(), 'inkling-process-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** `inkling <args>` in a folder of its own. */
const start = (args: string[], env: Record<string, string> = {}, folder = mkdtempSync(join(root, 'run-'))) =>
  startInkling(folder, args, env);
const startService = (env?: Record<string, string>) => startInklingService(root, env);

describe('inkling serve, as a process', () => {
  it('paints for inkling generate, keeps its standard output for the log, and stops at SIGTERM', async () => {
    const service = await startService();
    const picture = join(root, 'fox.jpg');
    const client = start(['generate', 'a red fox', '-o', picture, '--ratio', '16:9'], {
      INKLING_URL: service.url,
      INKLING_API_KEY: service.key,
    });
    assert.equal(await client.ended, 0, client.errors());
    assert.equal(client.output(), `${picture}\n`);
    assert.equal(client.errors(), '', 'the server painted it');
    const { format, width, height } = await sharp(picture).metadata();
    assert.deepEqual([format, width, height], ['jpeg', 1360, 768]);
    service.child.kill('SIGTERM');
    assert.equal(await service.ended, 0);
    const lines = service
      .output()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.ok(lines.length > 0);
    assert.equal(service.output().includes(service.key), false);
  });

  it('knows keys made beside it at once, and revoked ones no more', async () => {
    const service = await startService();
    const env = { INKLING_URL: service.url };
    const keys = async (...args: string[]) => {
      const command = start(['keys', ...args], {}, service.folder);
      assert.equal(await command.ended, 0, command.errors());
      return command.output().trim();
    };
    const key = await keys('add', '--label', 'beside');
    const generate = async () => {
      const command = start(['generate', 'a cat', '-o', join(root, 'cat.png'), '--key', key], env);
      return { code: await command.ended, errors: command.errors() };
    };
    assert.deepEqual(await generate(), { code: 0, errors: '' });
    await keys('revoke', key);
    const refused = await generate();
    assert.equal(refused.code, 1);
    assert.match(refused.errors, /Authorization is invalid.*code 1002/);
    service.child.kill('SIGINT');
    assert.equal(await service.ended, 0);
  });

  it('says in one sentence that its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    assert.ok(typeof address === 'object' && address);
    const service = start(['serve'], { PORT: String(address.port) });
    assert.equal(await service.ended, 1);
    await new Promise((resolve) => other.close(resolve));
    assert.equal(
      service.errors(),
      `inkling: Port ${address.port} is in use: another program listens on 127.0.0.1:${address.port}.\nNext: stop it, or choose another port with PORT=….\n`,
    );
    assert.equal(service.output(), '');
  });

  it('says in one sentence that its data folder cannot be written', async () => {
    const file = join(root, 'occupied');
    writeFileSync(file, '');
    const service = start(['serve'], { INKLING_DATA_DIR: file });
    assert.equal(await service.ended, 1);
    assert.match(
      service.errors(),
      /^inkling: The data folder '.*occupied' cannot be used: there is a file where a folder should be\.\nNext: /,
    );
  });

  it('lists everything that is wrong with its configuration', async () => {
    const file = join(root, 'wrong.jsonc');
    writeFileSync(file, '{ "queu": {}, "models": { "m": { "maxN": 0 } } }');
    const service = start(['serve'], { INKLING_CONFIG: file, PORT: 'x' });
    assert.equal(await service.ended, 1);
    assert.match(
      service.errors(),
      /^inkling: 3 things in the configuration are wrong:\n {2}PORT: .*\n {2}.*queu.*\n {2}.*maxN.*\n$/,
    );
  });
});

describe('inkling generate, as a process', () => {
  it('paints without a server and leaves nothing but the picture', async () => {
    const folder = mkdtempSync(join(root, 'alone-'));
    const temporary = mkdtempSync(join(root, 'tmp-'));
    const command = start(
      ['generate', "a robot holding a sign that says 'HI'", '-o', 'robot.png', '--seed', '7', '--json'],
      // Nothing listens on port 9 (discard) of any machine these tests have met.
      { INKLING_URL: 'http://127.0.0.1:9', TMPDIR: temporary },
      folder,
    );
    assert.equal(await command.ended, 0, command.errors());
    assert.equal(command.errors(), 'No server answers at http://127.0.0.1:9: painting here.\n');
    assert.deepEqual(JSON.parse(command.output()).files, ['robot.png']);
    assert.deepEqual(readdirSync(folder), ['robot.png']);
    assert.deepEqual(
      readdirSync(temporary).filter((name) => name.startsWith('inkling-')),
      [],
    );
    const { format, width, height } = await sharp(readFileSync(join(folder, 'robot.png'))).metadata();
    assert.deepEqual([format, width, height], ['png', 1024, 1024]);
  });

  it('does not mind a reader that has seen enough', async () => {
    const command = start(['--help']);
    command.child.stdout?.destroy();
    assert.equal(await command.ended, 0);
    assert.equal(command.errors(), '');
  });
});
