// Settings and configuration file together: all of it, or one message that lists what is wrong.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readConfiguration } from '../../src/config/configuration.js';
import { ConfigurationError } from '../../src/config/fault.js';

const folder = mkdtempSync(join(tmpdir(), 'inkling-configuration-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a configuration file and gives its path. */
function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The error an environment leads to. */
function errorOf(env: Record<string, string>): ConfigurationError {
  try {
    readConfiguration(env);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error;
  }
  return assert.fail('nothing was refused');
}

describe('readConfiguration', () => {
  it('splits roles only over PostgreSQL', () => {
    for (const role of ['api', 'worker']) {
      const faults = errorOf({ INKLING_ROLE: role }).faults;
      assert.deepEqual(faults, [
        { where: 'INKLING_ROLE', message: `'${role}' needs INKLING_DATABASE_URL: SQLite serves one process` },
      ]);
      const { settings } = readConfiguration({ INKLING_ROLE: role, INKLING_DATABASE_URL: 'postgres://db/inkling' });
      assert.equal(settings.role, role);
    }
  });

  it('needs neither variables nor a file', () => {
    const { settings, models, engines, accounts, policy, queue } = readConfiguration({});
    assert.equal(settings.port, 8790);
    assert.equal(models.names.length, 6);
    assert.deepEqual([...engines], [['illustrator', { type: 'illustrator' }]]);
    assert.deepEqual(accounts, []);
    assert.deepEqual(policy, { blockedTerms: [], defaultTerms: true });
    assert.deepEqual(queue, { maxWaiting: 10_000 });
  });

  it('reads the file that INKLING_CONFIG names', () => {
    const file = write(
      'good.jsonc',
      `{ "engines": { "sleeper": { "type": "sleep", "sleepMs": 5 } }, // for tests
         "models": { "load-test": { "engine": "sleeper" } },
         "accounts": [{ "id": "acme", "keys": [{ "key": "env:ACME_KEY" }] }],
         "queue": { "maxWaiting": 3 } }`,
    );
    const { models, engines, accounts, queue } = readConfiguration({ INKLING_CONFIG: file, ACME_KEY: 'sk-acme' });
    assert.deepEqual(engines.get('sleeper'), { type: 'sleep', sleepMs: 5 });
    assert.deepEqual(engines.get('illustrator'), { type: 'illustrator' });
    assert.equal(models.find('load-test')?.engine, 'sleeper');
    assert.equal(accounts[0]?.keys[0]?.key, 'sk-acme');
    assert.equal(queue.maxWaiting, 3);
  });

  it('tells the faults of both in one message', () => {
    const file = write('bad.jsonc', '{\n"queue": { "maxWaitng": 3 },\n"models": { "m": { "maxN": 0 } } }');
    const error = errorOf({ PORT: 'x', INKLING_CONFIG: file });
    assert.equal(
      error.message,
      [
        '3 things in the configuration are wrong:',
        "  PORT: 'x' is not a whole number from 0 to 65535",
        `  ${file}:3: models.m.maxN: expected at least 1, not 0`,
        `  ${file}:2: queue.maxWaitng: unknown key (did you mean 'maxWaiting'?)`,
      ].join('\n'),
    );
    assert.equal(error.faults.length, 3);
  });

  it('tells a single fault as one plain sentence', () => {
    assert.equal(
      errorOf({ INKLING_ROLE: 'api' }).message,
      "The configuration is wrong: INKLING_ROLE: 'api' needs INKLING_DATABASE_URL: SQLite serves one process.",
    );
  });

  it('checks names across sections', () => {
    const file = write('names.jsonc', '{ "models": { "m": { "engine": "nobody" } } }');
    assert.deepEqual(errorOf({ INKLING_CONFIG: file }).faults, [
      { where: `${file}:1: models.m.engine`, message: 'there is no such engine' },
    ]);
  });

  it('does not blame names for a section that is broken', () => {
    const file = write(
      'half.jsonc',
      '{ "engines": { "s": { "type": "slep" } }, "models": { "m": { "engine": "s" } } }',
    );
    assert.deepEqual(
      errorOf({ INKLING_CONFIG: file }).faults.map((fault) => fault.where),
      [`${file}:1: engines.s.type`],
    );
  });

  it('wants the files of TLS to be there', () => {
    const certificate = write('cert.pem', 'x');
    const missing = join(folder, 'key.pem');
    assert.deepEqual(errorOf({ INKLING_TLS_CERT: certificate, INKLING_TLS_KEY: missing }).faults, [
      { where: 'INKLING_TLS_KEY', message: `'${missing}' is not a file this user can read` },
    ]);
    const { settings } = readConfiguration({ INKLING_TLS_CERT: certificate, INKLING_TLS_KEY: certificate });
    assert.equal(settings.tlsCertificateFile, certificate);
  });

  it('says that a missing file is missing', () => {
    assert.match(
      errorOf({ INKLING_CONFIG: join(folder, 'gone') }).message,
      /INKLING_CONFIG: '.*gone' cannot be read: there is no such file\.$/,
    );
  });
});
