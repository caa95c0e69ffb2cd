// What can be written down but not done yet is refused, never ignored.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkConfiguration } from '../../src/config/file-check.js';
import { formatPath, parseConfiguration } from '../../src/config/file-reader.js';
import { findMissingInFile, findMissingInSettings } from '../../src/config/missing-abilities.js';
import { readSettings } from '../../src/config/settings.js';

/** Where a file asks for what cannot be done. */
function missingIn(value: unknown): string[] {
  const { file, faults } = checkConfiguration(parseConfiguration(JSON.stringify(value), 'c.jsonc', {}));
  assert.deepEqual(faults, []);
  const found = findMissingInFile(file, formatPath);
  for (const fault of found) assert.match(fault.message, /^this build cannot [a-z].*[^.]$/);
  return found.map((fault) => fault.where);
}

describe('what this build cannot do', () => {
  it('is not asked for by an account with keys, an illustrator, a sleeper and their models', () => {
    assert.deepEqual(
      missingIn({
        accounts: [{ id: 'default', keys: [{ key: 'sk-1', expiresAt: 1_790_000_000_000 }] }],
        engines: { sleeper: { type: 'sleep' }, artist: { type: 'illustrator' } },
        models: { slow: { engine: 'sleeper' }, 'kling-v2': { unitsPerImage: 4 } },
        queue: { maxWaiting: 3 },
      }),
      [],
    );
  });

  for (const engine of [
    { type: 'kling', baseUrl: 'http://a', apiKey: 'x' },
    { type: 'comfyui', servers: ['http://a'] },
    { type: 'openai', baseUrl: 'http://a' },
    { type: 'a1111', baseUrl: 'http://a' },
  ]) {
    it(`includes engines of type ${engine.type}`, () =>
      assert.deepEqual(missingIn({ engines: { e: engine } }), ['engines.e.type']));
  }

  const times = { effectiveAt: 1_760_000_000_000, expiresAt: 1_790_000_000_000 };
  const accountParts: [part: Record<string, unknown>, ...places: string[]][] = [
    [{ enabled: false }, 'accounts[0].enabled'],
    [{ weight: 2 }, 'accounts[0].weight'],
    [{ retentionDays: 3 }, 'accounts[0].retentionDays'],
    [{ policy: false }, 'accounts[0].policy'],
    [{ accessKey: 'a', secretKey: 'b' }, 'accounts[0].accessKey'],
    [{ limits: { concurrency: 1 } }, 'accounts[0].limits'],
    [{ whenBusy: 'queue' }, 'accounts[0].whenBusy'],
    [{ billing: 'postpaid', creditLimit: 3 }, 'accounts[0].billing'],
    [{ packs: [{ id: 'p', name: 'n', quantity: 1, ...times }] }, 'accounts[0].packs'],
    [{ webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }, 'accounts[0].webhookSecret'],
    [{ keys: [{ key: 'k', models: ['kling-v1'] }] }, 'accounts[0].keys[0].models'],
    [{ keys: [{ key: 'k', allowIps: ['::1'] }] }, 'accounts[0].keys[0].allowIps'],
  ];
  for (const [part, ...places] of accountParts) {
    it(`includes accounts with ${JSON.stringify(part).slice(0, 60)}`, () => {
      assert.deepEqual(missingIn({ accounts: [{ id: 'a', ...part }] }), places);
    });
  }

  it('includes the content policy', () => {
    assert.deepEqual(missingIn({ policy: { blockedTerms: ['x'] } }), ['policy.blockedTerms']);
    assert.deepEqual(missingIn({ policy: { moderation: { url: 'http://a' } } }), ['policy.moderation']);
  });

  for (const [name, value] of [
    ['INKLING_DATABASE_URL', 'postgres://db/inkling'],
    ['INKLING_STORAGE_URL', 's3://bucket'],
    ['INKLING_ROLE', 'worker'],
  ] as const) {
    it(`includes ${name}`, () => {
      const found = findMissingInSettings(readSettings({ [name]: value }, []));
      assert.deepEqual(
        found.map((fault) => fault.where),
        [name],
      );
    });
  }

  it('is not asked for by the default settings', () => {
    assert.deepEqual(findMissingInSettings(readSettings({}, [])), []);
  });
});
