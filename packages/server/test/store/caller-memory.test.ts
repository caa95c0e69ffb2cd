// What is remembered of keys and accounts is true, whoever changes them.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newAccount } from '../../src/core/account.js';
import { systemClock } from '../../src/core/clock.js';
import { createCallerMemory } from '../../src/store/sql/caller-memory.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';

const key = {
  id: 'k1',
  accountId: 'default',
  hint: 'sk-abc…',
  label: '',
  createdAtMs: 0,
  expiresAtMs: null,
  revokedAtMs: null,
  models: null,
  allowIps: null,
};

/** Rows that count how often they are asked. */
function countingRows(found: () => unknown) {
  let asked = 0;
  const find = async () => {
    asked += 1;
    return found();
  };
  return { rows: { find, findByAccessKey: find, put: async () => undefined } as never, asked: () => asked };
}

describe('caller memory', () => {
  it('asks once until something changes, here or elsewhere', async () => {
    let elsewhere = 0;
    let told = 0;
    const tell = () => {
      told += 1;
    };
    const memory = createCallerMemory({ callersVersion: () => elsewhere, callersChanged: () => tell() });
    const counting = countingRows(() => newAccount('a'));
    const accounts = memory.accounts(counting.rows);
    for (let at = 0; at < 3; at += 1) assert.equal((await accounts.find('a'))?.id, 'a');
    assert.equal(counting.asked(), 1);
    elsewhere += 1;
    await accounts.find('a');
    assert.equal(counting.asked(), 2);
    await accounts.put(newAccount('b'));
    assert.equal(told, 1, 'other processes are told');
    await accounts.find('a');
    assert.equal(counting.asked(), 3);
  });

  it('forgets after a write that failed too: its commit may stand', async () => {
    const memory = createCallerMemory({ callersVersion: () => 0 });
    const counting = countingRows(() => newAccount('a'));
    const put = async () => {
      throw new Error('the answer was lost');
    };
    const accounts = memory.accounts({ ...(counting.rows as object), put } as never);
    await accounts.find('a');
    await assert.rejects(accounts.put(newAccount('a')), /lost/);
    await accounts.find('a');
    assert.equal(counting.asked(), 2);
  });

  it('keeps nothing that was read while it changed, and nothing that is not there', async () => {
    let elsewhere = 0;
    const memory = createCallerMemory({ callersVersion: () => elsewhere });
    let found: unknown;
    const counting = countingRows(() => {
      elsewhere += 1;
      return found;
    });
    const accounts = memory.accounts(counting.rows);
    await accounts.find('a');
    found = newAccount('a');
    assert.equal((await accounts.find('a'))?.id, 'a', 'a new account is found at once');
    await accounts.find('a');
    assert.equal(counting.asked(), 3, 'it changed during every read');
  });
});

describe('caller memory of two processes on one SQLite file', () => {
  let folder = '';
  let here: Store;
  let beside: Store;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkling-memory-'));
    here = await openSqliteStore(join(folder, 'a.db'), systemClock);
    beside = await openSqliteStore(join(folder, 'a.db'), systemClock);
    await here.accounts.put(newAccount('default'));
    await here.keys.add(key, 'hash');
  });
  after(async () => {
    await here.close();
    await beside.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('sees a key revoked by the other one, and an account switched off, at the next request', async () => {
    assert.equal((await here.keys.findByHash('hash'))?.revokedAtMs, null);
    assert.equal((await here.accounts.find('default'))?.enabled, true);
    await beside.keys.revoke('k1');
    await beside.accounts.put(newAccount('default', { enabled: false }));
    await nextTurn();
    assert.equal(typeof (await here.keys.findByHash('hash'))?.revokedAtMs, 'number');
    assert.equal((await here.accounts.find('default'))?.enabled, false);
  });

  it('sees an account that was removed here', async () => {
    assert.notEqual(await here.accounts.find('default'), undefined);
    assert.equal(await here.admin.deleteAccount('default'), true);
    assert.equal(await here.accounts.find('default'), undefined);
    assert.equal(await here.keys.findByHash('hash'), undefined);
  });
});
