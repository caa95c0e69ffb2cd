// Faults of the machine around a process: a disk that is full, a clock that jumps.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readConfiguration } from '../../src/config/configuration.js';
import { type Clock, systemClock } from '../../src/core/clock.js';
import { createService } from '../../src/main.js';
import { permanentKey, sleepingModels, startTestService } from '../service/running-service.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { createQuietLog } from '../support/quiet-log.js';

describe('one process', () => {
  const images = '/kling/v1/images/generations';
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.close());

  /** A small disk of its own, where we may make one; undefined elsewhere. */
  function mountSmallDisk(): string | undefined {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'inkling-small-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder]);
    if (mounted.status === 0) return folder;
    rmSync(folder, { recursive: true });
    return undefined;
  }

  describe('a full disk', () => {
    const disk = mountSmallDisk();
    after(() => {
      if (disk === undefined) return;
      spawnSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    });

    it('delays pictures, and loses none', {
      skip: disk === undefined && 'only root can mount a small disk',
    }, async () => {
      const env = { INKLING_DATABASE_URL: await server.createDatabase() };
      const service = await startTestService(sleepingModels, env, disk);
      const filler = join(disk ?? '', 'filler');
      // Whatever fits: the write ends with the disk.
      await writeFile(filler, Buffer.alloc(100 * 1024 * 1024)).catch(() => undefined);
      const submitted = await service.call(images, { body: { model_name: 'kling-v1', prompt: 'x' } });
      const { task_id: id } = submitted.json.data as { task_id: string };
      const failed = () => service.lines.find((line) => line.msg === 'attempt failed, will be tried again');
      while (!failed()) await turn();
      assert.match(JSON.stringify(failed()), /ENOSPC|full/);
      await rm(filler);
      const ended = await service.call(`${images}/${id}`, { headers: { prefer: 'wait=60' } });
      const { task_status: status, task_result: result } = ended.json.data as {
        task_status: string;
        task_result: { images: { url: string }[] };
      };
      assert.equal(status, 'succeed');
      const picture = await fetch(result.images[0]?.url ?? '');
      assert.equal(picture.status, 200);
      assert.ok((await picture.arrayBuffer()).byteLength > 100);
      await service.close();
    });
  });

  describe('a clock that jumps', () => {
    it('ahead and back by hours, in one process of several: every task ends once, none twice', async () => {
      let offsetMs = 0;
      const jumping: Clock = { now: () => Date.now() + offsetMs, sleep: systemClock.sleep };
      const folder = await mkdtemp(join(tmpdir(), 'inkling-clock-'));
      const settings = { INKLING_DATABASE_URL: await server.createDatabase() };
      const steady = await startTestService(sleepingModels, settings, folder);
      const { log, lines } = await createQuietLog();
      const configuration = readConfiguration({
        ...settings,
        PORT: '0',
        INKLING_API_KEY: permanentKey,
        INKLING_DATA_DIR: join(folder, 'data'),
        INKLING_CONFIG: join(folder, 'inkling.json'),
      });
      const strange = await createService(configuration, { clock: jumping, log, stopGraceMs: 0 });
      const { url } = await strange.start();
      const ids: string[] = [];
      for (const hours of [0, 3, -5, 48, 0]) {
        offsetMs = hours * 3_600_000;
        for (const origin of [url, steady.url]) {
          const response = await fetch(origin + images, {
            method: 'POST',
            headers: { authorization: `Bearer ${permanentKey}`, prefer: 'wait=60' },
            body: JSON.stringify({ model_name: 'kling-v1', prompt: 'x' }),
          });
          const { data } = (await response.json()) as { data: { task_id: string; task_status: string } };
          assert.equal(data.task_status, 'succeed', `${hours} h at ${origin}`);
          ids.push(data.task_id);
        }
      }
      const [row] = await server.query(
        'select sum(faults)::int as faults, count(*)::int as tasks from tasks',
        settings.INKLING_DATABASE_URL,
      );
      assert.deepEqual(row, { faults: 0, tasks: ids.length });
      const ended = [...steady.lines, ...lines].filter((line) => line.end === 'succeeded');
      assert.equal(ended.length, ids.length);
      await strange.close();
      await steady.close();
      await rm(folder, { recursive: true, force: true });
    });
  });
});
