// `inkling keys` on a real database, beside another process's connection.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { hashKey } from '../../src/accounts/account-service.js';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { addKey, type KeyOptions, listKeys, revokeKey } from '../../src/cli/keys/keys.js';
import { databaseFile } from '../../src/config/data-layout.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import { createManualClock } from '../support/manual-clock.js';
import { createFakeWorld } from './support/fake-world.js';

const root = mkdtempSync(join(tmpdir(), 'inkling-keys-'));
after(() => rmSync(root, { recursive: true, force: true }));

const clock = createManualClock(Date.parse('2026-11-22T12:00:00Z'));

/** A data folder of its own, and the commands on it. */
function openFolder() {
  const dataFolder = mkdtempSync(join(root, 'data-'));
  const run = async (command: typeof addKey, options: KeyOptions = {}) => {
    const world = createFakeWorld({ env: { INKLING_DATA_DIR: dataFolder } });
    assert.equal(await command(options, { world, clock }), 0);
    return world;
  };
  return {
    dataFolder,
    add: (options?: KeyOptions) => run(addKey, options),
    revoke: (which: string) => run(revokeKey, { which }),
    list: async (options: KeyOptions = {}) => JSON.parse((await run(listKeys, { ...options, json: true })).output()),
    table: async () => run(listKeys),
  };
}

describe('inkling keys add', () => {
  it('prints the key alone on standard output', async () => {
    const { add } = openFolder();
    const world = await add();
    assert.match(world.output(), /^sk-[\w-]{32}\n$/);
    assert.match(world.errors(), /it is not shown again/);
    assert.equal(world.errors().includes(world.output().trim()), false);
  });

  it('makes a key that a server with the database already open knows', async () => {
    const { dataFolder, add } = openFolder();
    const store = await openSqliteStore(databaseFile(dataFolder), clock);
    try {
      const key = (await add({ label: 'laptop', expires: '30d' })).output().trim();
      const found = await store.keys.findByHash(hashKey(key));
      assert.equal(found?.accountId, 'default');
      assert.equal(found?.label, 'laptop');
      assert.equal(found?.expiresAtMs, Date.parse('2026-12-22T12:00:00Z'));
    } finally {
      await store.close();
    }
  });

  it('prints JSON with the key and no more than there is to know', async () => {
    const { add } = openFolder();
    const printed = JSON.parse((await add({ json: true, label: 'ci' })).output());
    assert.match(printed.key, /^sk-/);
    assert.equal(printed.label, 'ci');
    assert.equal(printed.state, 'active');
    assert.equal(printed.expires_at, null);
    assert.equal(printed.created_at, '2026-11-22T12:00:00.000Z');
  });

  it('refuses an account that is not there and names those that are', async () => {
    const { add } = openFolder();
    await add();
    await assert.rejects(add({ account: 'acme' }), (error: unknown) => {
      assert.ok(error instanceof CommandFailure);
      assert.equal(error.message, "There is no account 'acme'");
      assert.equal(error.hint, 'accounts are: default');
      return true;
    });
  });

  it('refuses a time that has passed, before anything is opened', async () => {
    const { add } = openFolder();
    await assert.rejects(add({ expires: '2020-01-01' }), /lies in the past/);
  });
});

describe('inkling keys list', () => {
  it('shows every key without its secret', async () => {
    const { add, list } = openFolder();
    const keys = [
      (await add({ label: 'one' })).output().trim(),
      (await add({ label: 'two', expires: '1h' })).output().trim(),
    ];
    const shown = await list();
    assert.deepEqual(shown.map((key: { label: string }) => key.label).sort(), ['one', 'two']);
    for (const key of keys) assert.equal(JSON.stringify(shown).includes(key), false);
  });

  it('tells active, expired and revoked ones apart', async () => {
    const { add, revoke, list } = openFolder();
    await add({ label: 'a' });
    await add({ label: 'e', expires: '1m' });
    await revoke((await add({ label: 'r' })).output().trim());
    await clock.advance(120_000);
    const states = (await list()).map((key: { label: string; state: string }) => `${key.label} ${key.state}`).sort();
    assert.deepEqual(states, ['a active', 'e expired', 'r revoked']);
  });

  it('is a table for people', async () => {
    const { add, table } = openFolder();
    await add({ label: 'my laptop' });
    const [head, row] = (await table()).output().split('\n');
    assert.match(head ?? '', /^ID +KEY +ACCOUNT +STATE +CREATED +EXPIRES +LABEL$/);
    assert.match(row ?? '', /^[\da-f-]{36} {2}sk-\S{4}… +default +active +2026-11-22 +never +my laptop$/);
  });

  it('says so when there are none', async () => {
    const world = await openFolder().table();
    assert.equal(world.output(), '');
    assert.match(world.errors(), /inkling keys add/);
  });

  it('can be asked for one account', async () => {
    const { add, list } = openFolder();
    await add();
    assert.equal((await list({ account: 'default' })).length, 1);
    await assert.rejects(list({ account: 'nobody' }), /There is no account 'nobody'/);
  });
});

describe('inkling keys revoke', () => {
  it('finds a key by itself, its id, the beginning of its id, and its hint', async () => {
    const { add, revoke, list } = openFolder();
    for (const name of [
      (key: string) => key,
      (_: string, id: string) => id,
      (_: string, id: string) => id.slice(0, 8),
      (key: string) => `${key.slice(0, 7)}…`,
      (key: string) => key.slice(0, 7),
    ]) {
      const { key, id } = JSON.parse((await add({ json: true })).output());
      assert.match((await revoke(name(key, id))).errors(), /is revoked now/);
      const state = (await list()).find((entry: { id: string }) => entry.id === id).state;
      assert.equal(state, 'revoked');
    }
  });

  it('does no harm twice', async () => {
    const { add, revoke } = openFolder();
    const key = (await add()).output().trim();
    await revoke(key);
    assert.match((await revoke(key)).errors(), /was revoked already/);
  });

  for (const which of ['', 'sk-', 'nothing', '%', '0']) {
    it(`takes '${which}' for no key`, async () => {
      const { add, revoke, list } = openFolder();
      await add();
      await assert.rejects(revoke(which), CommandFailure);
      assert.equal((await list())[0].state, 'active');
    });
  }

  it('does not repeat what it was given: it may be a key of somewhere else', async () => {
    await assert.rejects(
      openFolder().revoke('sk-secret-of-another-service'),
      (error: Error) => !error.message.includes('secret'),
    );
  });
});

describe('the database', () => {
  it('that cannot be opened is told in a sentence', async () => {
    const { dataFolder, add } = openFolder();
    mkdirSync(databaseFile(dataFolder));
    await assert.rejects(add(), (error: unknown) => {
      assert.ok(error instanceof CommandFailure);
      assert.match(error.message, /^The database '.*' cannot be opened: /);
      return true;
    });
  });

  it('that is none is told in a sentence', async () => {
    const { dataFolder, add } = openFolder();
    writeFileSync(databaseFile(dataFolder), 'this is a letter, not a database. '.repeat(100));
    await assert.rejects(add(), CommandFailure);
  });
});
