// Who may have a database alone: nobody while a server lives, anybody once it is dead, however it died.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { shareDatabase, takeDatabase } from '../../src/store/sqlite/database-lock.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-lock-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('the lock beside a database', () => {
  it('is shared by any number of servers, and keeps others out', () => {
    const file = join(folder, 'made', 'one.db');
    const servers = [shareDatabase(file), shareDatabase(file)];
    assert.ok(servers.every((lock) => lock !== undefined));
    assert.equal(takeDatabase(file), undefined);
    servers[0]?.release();
    servers[0]?.release();
    assert.equal(takeDatabase(file), undefined);
    servers[1]?.release();
    const alone = takeDatabase(file);
    assert.ok(alone);
    assert.equal(shareDatabase(file), undefined);
    assert.equal(takeDatabase(file), undefined);
    alone.release();
    shareDatabase(file)?.release();
  });

  it('is given back by a process that is killed', async () => {
    const file = join(folder, 'killed.db');
    const child = fork(new URL('./lock-process.js', import.meta.url), [file]);
    assert.deepEqual(await once(child, 'message').then(([message]) => message), { held: true });
    assert.equal(takeDatabase(file), undefined);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const alone = takeDatabase(file);
    assert.ok(alone);
    alone.release();
  });
});
