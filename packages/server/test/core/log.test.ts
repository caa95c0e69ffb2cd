// What the log does not say: secrets are masked wherever they stand, pictures are cut.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog, maskText } from '../../src/core/log.js';

/** The one line that `write` makes. */
async function lineOf(write: (log: Awaited<ReturnType<typeof createLog>>) => void): Promise<string> {
  const lines: string[] = [];
  write(await createLog({ level: 'info', format: 'json', stream: { write: (line) => void lines.push(line) } }));
  assert.equal(lines.length, 1);
  return lines[0] ?? '';
}

const secrets = {
  'a key': 'sk-abcdefghijklmnop',
  'an admin key': 'ak-abcdefghijklmnop',
  'a webhook secret': 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXQ=',
  'a token': 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhayJ9.c2lnbmF0dXJlc2lnbmF0dXJl',
  'a header': 'Bearer whatever-it-is',
};

describe('the log', () => {
  for (const [kind, secret] of Object.entries(secrets)) {
    const end = secret.slice(-8);
    it(`masks ${kind} in a message, a field, a list, an error and its cause`, async () => {
      const cause = new Error(`because of ${secret}`);
      const error = new Error(`refused ${secret}`, { cause });
      for (const write of [
        (log) => log.info(`called with ${secret}`),
        (log) => log.info({ headers: { authorization: secret } }, 'call'),
        (log) => log.info({ list: [[secret]] }, 'list'),
        (log) => log.error({ err: error }, 'failed'),
        (log) => log.info({ a: { b: { c: { d: { e: { f: { g: secret } } } } } } }, 'deep'),
      ] as ((log: Awaited<ReturnType<typeof createLog>>) => void)[]) {
        const line = await lineOf(write);
        assert.equal(line.includes(end), false, line);
      }
    });
  }

  it('cuts what is long, and says how long it was', () => {
    const text = maskText('A'.repeat(10_000));
    assert.ok(text.length < 600);
    assert.match(text, /… \(10000 characters\)$/);
  });

  it('leaves the rest as it is', async () => {
    const line = JSON.parse(
      await lineOf((log) => log.info({ count: 3, ok: true, none: null, task_id: 'abc' }, 'made')),
    );
    const { count, ok, none, task_id, msg } = line;
    assert.deepEqual(
      { count, ok, none, task_id, msg },
      { count: 3, ok: true, none: null, task_id: 'abc', msg: 'made' },
    );
  });
});
