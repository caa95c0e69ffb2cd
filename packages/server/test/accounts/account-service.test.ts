// Who is calling: every row of codes 1000–1004 and 1100, on a real store, with tokens signed by an independent library.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type AccountService, createAccountService } from '../../src/accounts/account-service.js';
import { addKey, bootstrapKeyFile, ensureBootstrapKey } from '../../src/accounts/bootstrap-key.js';
import { newAccount } from '../../src/core/account.js';
import { AppError } from '../../src/core/errors.js';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createManualClock } from '../support/manual-clock.js';

const clock = createManualClock();
const nowS = Math.floor(clock.now() / 1000);
let folder: string;
let store: Store;
let accounts: AccountService;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-accounts-'));
  store = await openSqliteStore(join(folder, 'inkling.db'), clock);
  await store.accounts.put(newAccount('default'));
  await store.accounts.put(newAccount('acme', { accessKey: 'ak-acme', secretKey: 'very secret' }));
  await store.accounts.put(newAccount('closed', { enabled: false, accessKey: 'ak-closed', secretKey: 's' }));
  const keys = { label: 'test', accountId: 'acme', expiresAtMs: null };
  await addKey(store, clock, { ...keys, key: 'sk-good' });
  await addKey(store, clock, { ...keys, key: 'sk-expired', expiresAtMs: clock.now() });
  await addKey(store, clock, { ...keys, key: 'sk-fresh', expiresAtMs: clock.now() + 1 });
  await addKey(store, clock, { ...keys, key: 'sk-closed', accountId: 'closed' });
  const revoked = await addKey(store, clock, { ...keys, key: 'sk-revoked' });
  await store.keys.revoke(revoked.id);
  accounts = createAccountService({ store, clock, permanentKey: 'permanent-key' });
});
after(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A JWT made by hand, so that wrong ones can be made too. */
function token(claims: object, options: { secret?: string; header?: object; algorithm?: string } = {}): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${encode(options.header ?? { alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  const hmac = createHmac(options.algorithm ?? 'sha256', options.secret ?? 'very secret');
  return `${head}.${hmac.update(head).digest('base64url')}`;
}
const claims = { iss: 'ak-acme', exp: nowS + 1800, nbf: nowS - 5 };

/** The code that authentication ends with; 0 when it succeeds. */
async function codeOf(authorization: string | undefined): Promise<number> {
  try {
    await accounts.authenticate(authorization, '127.0.0.1');
    return 0;
  } catch (error) {
    assert.ok(error instanceof AppError, String(error));
    return error.code;
  }
}

describe('authentication', () => {
  const cases: [string, string | undefined, number][] = [
    ['no header', undefined, 1001],
    ['an empty header', '', 1001],
    ['spaces only', '   ', 1001],
    ['a good key', 'Bearer sk-good', 0],
    ['lower case bearer', 'bearer sk-good', 0],
    ['upper case bearer and more spaces', 'BEARER   sk-good ', 0],
    ['the permanent key', 'Bearer permanent-key', 0],
    ['the bare key', 'sk-good', 1002],
    ['bearer without a key', 'Bearer', 1002],
    ['two words', 'Bearer sk-good sk-good', 1002],
    ['another scheme', 'Basic c2s6', 1002],
    ['an unknown key', 'Bearer sk-unknown', 1002],
    ['a revoked key', 'Bearer sk-revoked', 1002],
    ['an expired key', 'Bearer sk-expired', 1004],
    ['a key that expires in 1 ms', 'Bearer sk-fresh', 0],
    ['a key of a disabled account', 'Bearer sk-closed', 1100],
    ['an endless key', `Bearer ${'x'.repeat(10_000)}`, 1002],
    ['a good token', `Bearer ${token(claims)}`, 0],
    ['a token for a day', `Bearer ${token({ ...claims, exp: nowS + 86_400 })}`, 0],
    ['a token without nbf', `Bearer ${token({ iss: 'ak-acme', exp: nowS + 10 })}`, 0],
    ['a token with other claims', `Bearer ${token({ ...claims, aud: 'x', sub: 'y', iat: nowS + 99 })}`, 0],
    ['a token just past its exp, within the leeway', `Bearer ${token({ ...claims, exp: nowS - 4 })}`, 0],
    ['a token past its exp', `Bearer ${token({ ...claims, exp: nowS - 6 })}`, 1004],
    ['a token without exp', `Bearer ${token({ iss: 'ak-acme' })}`, 1002],
    ['a token with exp as text', `Bearer ${token({ ...claims, exp: 'soon' })}`, 1002],
    ['nbf within the leeway', `Bearer ${token({ ...claims, nbf: nowS + 4 })}`, 0],
    ['nbf in the future', `Bearer ${token({ ...claims, nbf: nowS + 6 })}`, 1003],
    ['another secret', `Bearer ${token(claims, { secret: 'guess' })}`, 1000],
    ['an unknown access key', `Bearer ${token({ ...claims, iss: 'ak-none' })}`, 1002],
    ['no access key', `Bearer ${token({ exp: claims.exp })}`, 1002],
    ['a disabled account', `Bearer ${token({ ...claims, iss: 'ak-closed' }, { secret: 's' })}`, 1100],
    ['HS512', `Bearer ${token(claims, { header: { alg: 'HS512' }, algorithm: 'sha512' })}`, 1002],
    ['alg none', `Bearer ${token(claims, { header: { alg: 'none' } })}`, 1002],
    [
      'alg none without signature',
      `Bearer ${token(claims, { header: { alg: 'none' } }).replace(/\.[^.]*$/, '.')}`,
      1002,
    ],
    ['a token cut short', `Bearer ${token(claims).slice(0, -3)}`, 1000],
    ['claims that are no JSON', `Bearer ${token(claims).split('.')[0]}.e30x.abc`, 1002],
  ];
  for (const [name, header, code] of cases) {
    it(`${name}: ${code}`, async () => assert.equal(await codeOf(header), code));
  }

  it('names the account and the key', async () => {
    assert.equal((await accounts.authenticate('Bearer sk-good', '::1')).accountId, 'acme');
    assert.equal((await accounts.authenticate('Bearer permanent-key', '::1')).accountId, 'default');
    assert.deepEqual(await accounts.authenticate(`Bearer ${token(claims)}`, '::1'), {
      accountId: 'acme',
      keyId: null,
      models: null,
    });
  });

  it('holds a key to its list of addresses', async () => {
    const entry = { accountId: 'acme', label: 'l', expiresAtMs: null, key: 'sk-listed' };
    await addKey(store, clock, { ...entry, allowIps: ['203.0.113.0/24', '2001:db8::7', '10.0.0.1'] });
    const code = (ip: string) =>
      accounts.authenticate('Bearer sk-listed', ip).then(
        () => 0,
        (error: unknown) => (error instanceof AppError ? error.code : error),
      );
    for (const ip of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:0::7', '10.0.0.1'])
      assert.equal(await code(ip), 0);
    for (const ip of ['203.0.114.9', '2001:db8::8', '::ffff:10.0.0.2', '', 'nonsense']) {
      assert.equal(await code(ip), 1304, ip);
    }
  });

  it('holds a key to its rate, and says when to come back', async () => {
    await store.accounts.put(newAccount('fast', { requestsPerSecond: 2, burst: 3 }));
    await addKey(store, clock, { accountId: 'fast', label: 'l', expiresAtMs: null, key: 'sk-fast-1' });
    await addKey(store, clock, { accountId: 'fast', label: 'l', expiresAtMs: null, key: 'sk-fast-2' });
    const code = async (key: string) => codeOf(`Bearer ${key}`);
    for (let index = 0; index < 3; index += 1) assert.equal(await code('sk-fast-1'), 0);
    await assert.rejects(accounts.authenticate('Bearer sk-fast-1', ''), { code: 1302, retryAfterS: 1 });
    assert.equal(await code('sk-fast-2'), 0);
    await clock.advance(500);
    assert.equal(await code('sk-fast-1'), 0);
    assert.equal(await code('sk-fast-1'), 1302);
    await clock.advance(60_000);
    for (let index = 0; index < 3; index += 1) assert.equal(await code('sk-fast-1'), 0);
    assert.equal(await code('sk-fast-1'), 1302);
  });

  it('answers any text with a code of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
        assert.ok([1001, 1002].includes(await codeOf(text)));
        assert.ok([1002, 1000].includes(await codeOf(`Bearer ey${text.replaceAll(/\s/g, '')}J.a.b`)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no key in the database', async () => {
    const file = await readFile(join(folder, 'inkling.db-wal'), 'latin1');
    assert.ok(file.length > 0);
    assert.ok(!file.includes('sk-expired'));
  });
});

describe('the bootstrap key', () => {
  it('is made once, for its owner only, and stays revoked once revoked', async () => {
    const first = await ensureBootstrapKey(store, clock, folder);
    assert.match(first, /^sk-[\w-]{32}$/);
    assert.equal((await stat(join(folder, bootstrapKeyFile))).mode & 0o777, 0o600);
    assert.equal(await ensureBootstrapKey(store, clock, folder), first);
    assert.equal(await codeOf(`Bearer ${first}`), 0);
    const kept = (await store.keys.list('default')).filter((key) => key.label === 'made at first start');
    assert.equal(kept.length, 1);
    await store.keys.revoke(kept[0]?.id ?? '');
    await ensureBootstrapKey(store, clock, folder);
    assert.equal(await codeOf(`Bearer ${first}`), 1002);
  });
});
