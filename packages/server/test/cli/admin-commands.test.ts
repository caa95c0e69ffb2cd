// Administrative commands: what they take, what they refuse, and what they say where there is nothing.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { auditActor } from '../../src/cli/admin/administer.js';
import { runCommandLine } from '../../src/cli/run-command-line.js';
import { createFakeWorld } from './support/fake-world.js';

const root = mkdtempSync(join(tmpdir(), 'inkling-admin-commands-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A data folder of its own, and commands on it. */
function openFolder() {
  const env = { INKLING_DATA_DIR: mkdtempSync(join(root, 'data-')) };
  return async (...args: string[]) => {
    const world = createFakeWorld({ env });
    const code = await runCommandLine(args, world);
    return { code, output: world.output(), errors: world.errors() };
  };
}

describe('administrative commands', () => {
  for (const command of ['accounts', 'packs', 'tasks', 'callbacks', 'maintenance', 'audit']) {
    it(`${command} --help explains it`, async () => {
      const { code, output } = await openFolder()(command, '--help');
      assert.equal(code, 0);
      assert.match(output, new RegExp(`^Usage: inkling ${command}`));
    });
  }

  const empty: [string[], RegExp][] = [
    [['accounts', 'list'], /There are no accounts/],
    [['tasks', 'list'], /There are no such tasks/],
    [['callbacks', 'list'], /There are no such callbacks/],
    [['audit'], /Nothing has been changed yet/],
  ];
  for (const [args, said] of empty) {
    it(`${args.join(' ')} says so where there is nothing; as JSON it is an empty list`, async () => {
      const run = openFolder();
      const told = await run(...args);
      assert.deepEqual([told.code, told.output], [0, '']);
      assert.match(told.errors, said);
      assert.equal((await run(...args, '--json')).output, '[]\n');
    });
  }

  const wrong: [string[], RegExp][] = [
    [['accounts', 'add', 'a b'], /invalid/],
    [['accounts', 'add', 'a', '--weight', '0'], /--weight takes <number>: share of the workers.*not '0'/],
    [['accounts', 'add', 'a', '--weight', 'heavy'], /--weight takes <number>/],
    [['accounts', 'add', 'a', '--concurrency', '1.5'], /--concurrency takes <number\|none>/],
    [['accounts', 'add', 'a', '--enabled', 'maybe'], /--enabled takes <on\|off>/],
    [['accounts', 'add', 'a', '--enabled', 'none'], /--enabled takes <on\|off>/],
    [
      ['accounts', 'add', 'a', '--billing', 'free'],
      /--billing takes <kind>: unlimited, prepaid or postpaid, not 'free'/,
    ],
    [['accounts', 'add', 'a', '--when-busy', ''], /--when-busy takes <refuse\|queue>/],
    [['accounts', 'add', 'a', '--colour', 'red'], /unknown option '--colour'/],
    [['tasks', 'list', '--status', 'lost'], /--status takes submitted, processing, succeed, failed, not 'lost'/],
    [['tasks', 'list', '--limit', '0'], /--limit takes a number from 1 to 500/],
    [['callbacks', 'list', '--state', 'lost'], /--state takes pending, delivered, dead/],
    [['callbacks', 'redeliver'], /missing required argument/],
    [['maintenance', 'perhaps'], /Allowed choices are on, off/],
    [['keys', 'add', '--allow-ips', 'everywhere'], /allow_ips/],
    [['keys', 'add', '--models', ''], /models/],
  ];
  for (const [args, said] of wrong) {
    it(`${args.join(' ')} is asked wrongly`, async () => {
      const refused = await openFolder()(...args);
      assert.equal(refused.code, 2, refused.errors);
      assert.match(refused.errors, said);
      assert.equal(refused.output, '');
    });
  }

  it('packs take times as people write them, and refuse an end before the beginning', async () => {
    const run = openFolder();
    await run('accounts', 'add', 'a');
    const put = (...args: string[]) => run('packs', 'put', 'a', 'p', '--json', ...args);
    assert.match((await put('--quantity', '5', '--expires', 'soon')).errors, /--expires takes 30d/);
    assert.match((await put('--quantity', '5', '--expires', '1d', '--from', '2d')).errors, /^inkling: expires_at/);
    assert.match((await put('--quantity', 'five', '--expires', '1d')).errors, /quantity/);
    const pack = JSON.parse(
      (await put('--quantity', '5', '--expires', '2d', '--from', '1d', '--name', 'Trial')).output,
    );
    assert.deepEqual([pack.name, pack.expires_at - pack.effective_at], ['Trial', 86_400_000]);
    const renamed = JSON.parse((await put('--name', 'Gift')).output);
    assert.deepEqual({ ...renamed, name: '' }, { ...pack, name: '' });
    assert.equal(renamed.name, 'Gift');
    assert.match((await run('packs', 'list', 'a')).output, /^p +Gift +5 +5 +0 +\d{4}-/m);
    assert.match((await run('packs', 'list', 'nobody')).errors, /There is no account 'nobody'/);
  });

  it('names who is at the keyboard, even where the user has no name', () => {
    assert.match(auditActor({}), /^cli:\S+$/);
  });
});
