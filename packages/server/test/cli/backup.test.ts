// Backups are taken beside a running, busy server, and worth something only if a service starts from them.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.js';
import { type RunningService, startTestService } from '../service/running-service.js';
import { createFakeWorld } from './support/fake-world.js';

const submitPath = '/kling/v1/images/generations';
const models = { engines: { sleeper: { type: 'sleep', sleepMs: 0 } }, models: { 'kling-v1': { engine: 'sleeper' } } };

let folder: string;
let service: RunningService;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-backup-'));
  service = await startTestService(models, {}, await mkdtemp(join(folder, 'home-')));
});
after(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

interface TaskData {
  task_id: string;
  task_status: string;
  task_result?: { images: { url: string }[] };
}

async function paint(running: RunningService): Promise<TaskData> {
  const body = { model_name: 'kling-v1', prompt: 'a red fox' };
  return (await running.call(submitPath, { body, headers: { prefer: 'wait=60' } })).json.data as TaskData;
}

/** Runs `inkling backup` on the service's data folder. */
async function backUp(target: string, env: Record<string, string> = {}) {
  const world = createFakeWorld({ env: { INKLING_DATA_DIR: join(service.folder, 'data'), ...env } });
  const code = await runCommandLine(['backup', target], world);
  return { code, errors: world.errors() };
}

describe('inkling backup', () => {
  it('copies a data folder under load, and a service started from it knows and shows everything', async () => {
    const target = join(folder, 'copy');
    const finished = [await paint(service), await paint(service)];
    let busy = true;
    const load = (async () => {
      while (busy) await paint(service);
    })();
    const { code, errors } = await backUp(target);
    busy = false;
    await load;
    assert.equal(code, 0, errors);
    assert.match(errors, /Database: \d+ tasks, [\d.]+ MiB\.\nPictures: \d+ new, [\d.]+ MiB\.\nStart from it with/);
    assert.equal((await readdir(target)).includes('inkling.db.partial'), false);

    const home = await mkdtemp(join(folder, 'restored-'));
    const restored = await startTestService(models, { INKLING_DATA_DIR: target }, home);
    try {
      for (const { task_id: id } of finished) {
        const task = (await restored.call(`${submitPath}/${id}`)).json.data as TaskData;
        assert.equal(task.task_status, 'succeed');
        const url = new URL(task.task_result?.images[0]?.url ?? '');
        const picture = await fetch(restored.url + url.pathname);
        assert.equal(picture.status, 200);
        assert.equal(
          Buffer.from(await picture.arrayBuffer())
            .subarray(1, 4)
            .toString(),
          'PNG',
        );
      }
      assert.equal((await paint(restored)).task_status, 'succeed');
    } finally {
      await restored.close();
    }
  });

  it('copies only what is new the second time', async () => {
    const target = join(folder, 'again');
    await paint(service);
    await backUp(target);
    const { task_id: id } = await paint(service);
    const { code, errors } = await backUp(target);
    assert.equal(code, 0);
    assert.match(errors, /Pictures: 1 new/);
    assert.equal((await readdir(join(target, 'pictures', 'tasks', id))).length, 1);
  });

  it('copies the key of the first start, for its owner alone', async () => {
    const first = createFakeWorld({ env: { INKLING_DATA_DIR: join(folder, 'first') } });
    // Makes the data folder with its database.
    assert.equal(await runCommandLine(['keys', 'list'], first), 0);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder, 'first', 'api-key'), 'sk-secret\n', { mode: 0o600 });
    const target = join(folder, 'first-copy');
    const { code } = await backUp(target, { INKLING_DATA_DIR: join(folder, 'first') });
    assert.equal(code, 0);
    assert.equal(await readFile(join(target, 'api-key'), 'utf8'), 'sk-secret\n');
    if (process.platform !== 'win32') assert.equal((await stat(join(target, 'api-key'))).mode & 0o077, 0);
  });

  it('refuses what cannot work, and says what would', async () => {
    const data = join(service.folder, 'data');
    for (const [target, env, message] of [
      [join(data, 'inside'), {}, /lies in the data folder itself/],
      [join(folder, 'x'), { INKLING_DATA_DIR: join(folder, 'nothing') }, /There is no database in/],
    ] as const) {
      const { code, errors } = await backUp(target, env);
      assert.equal(code, 1);
      assert.match(errors, message);
    }
  });
});
