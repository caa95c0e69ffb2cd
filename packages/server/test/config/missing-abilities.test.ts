// What can be written down but not done yet is refused, never ignored.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkConfiguration } from '../../src/config/file-check.js';
import { formatPath, parseConfiguration } from '../../src/config/file-reader.js';
import { findMissingInFile } from '../../src/config/missing-abilities.js';

/** Where a file asks for what cannot be done. */
function missingIn(value: unknown): string[] {
  const { file, faults } = checkConfiguration(parseConfiguration(JSON.stringify(value), 'c.jsonc', {}));
  assert.deepEqual(faults, []);
  const found = findMissingInFile(file, formatPath);
  for (const fault of found) assert.match(fault.message, /^this build cannot [a-z].*[^.]$/);
  return found.map((fault) => fault.where);
}

describe('what this build cannot do', () => {
  it('is not asked for by accounts, a policy, an illustrator, a sleeper and their models', () => {
    assert.deepEqual(
      missingIn({
        accounts: [
          {
            id: 'default',
            enabled: false,
            weight: 2,
            keys: [{ key: 'sk-1', expiresAt: 1_790_000_000_000, models: ['kling-v1'], allowIps: ['::1'] }],
            limits: { concurrency: 1 },
            whenBusy: 'queue',
            billing: 'postpaid',
            creditLimit: 3,
          },
        ],
        policy: { blockedTerms: ['x'], moderation: { url: 'http://a' } },
        engines: { sleeper: { type: 'sleep' }, artist: { type: 'illustrator' } },
        models: { slow: { engine: 'sleeper' }, 'kling-v2': { unitsPerImage: 4 } },
        queue: { maxWaiting: 3 },
      }),
      [],
    );
  });

  for (const engine of [
    { type: 'comfyui', servers: ['http://a'] },
    { type: 'openai', baseUrl: 'http://a' },
    { type: 'a1111', baseUrl: 'http://a' },
  ]) {
    it(`includes engines of type ${engine.type}`, () =>
      assert.deepEqual(missingIn({ engines: { e: engine } }), ['engines.e.type']));
  }
});
