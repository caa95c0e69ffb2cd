// The command line as a whole: commands, help, exit codes, and how failures are told.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.js';
import { createFakeWorld } from './support/fake-world.js';

const root = mkdtempSync(join(tmpdir(), 'inkling-command-line-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** Runs `inkling <args>`. */
async function run(args: string[], options: { env?: Record<string, string>; stdin?: string } = {}) {
  const env = { INKLING_DATA_DIR: mkdtempSync(join(root, 'data-')), ...options.env };
  const world = createFakeWorld({ env, ...(options.stdin === undefined ? {} : { stdin: options.stdin }) });
  const code = await runCommandLine(args, world);
  return { code, output: world.output(), errors: world.errors() };
}

describe('inkling', () => {
  for (const args of [['--help'], ['help'], ['-h']]) {
    it(`${args.join(' ')} explains every command`, async () => {
      const { code, output } = await run(args);
      assert.equal(code, 0);
      for (const command of 'serve generate watch models plan keys doctor completion version'.split(' ')) {
        assert.match(output, new RegExp(`^ {2}${command}\\b`, 'm'));
      }
      assert.match(output, /Exit codes: 0 done/);
    });
  }

  for (const command of 'serve generate watch models plan keys doctor completion version'.split(' ')) {
    it(`${command} --help explains it`, async () => {
      const { code, output } = await run([command, '--help']);
      assert.equal(code, 0);
      assert.match(output, new RegExp(`^Usage: inkling ${command}`));
    });
  }

  for (const args of [['version'], ['--version'], ['-V']]) {
    it(`${args.join(' ')} names version, Node and platform`, async () => {
      const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
      const { code, output } = await run(args);
      assert.equal(code, 0);
      assert.equal(output, `inkling ${version} (Node ${process.versions.node}, ${process.platform} ${process.arch})\n`);
    });
  }

  it('version --json names them for programs', async () => {
    const { output } = await run(['version', '--json']);
    assert.deepEqual(Object.keys(JSON.parse(output)), ['version', 'node', 'platform', 'arch']);
  });

  const wrong: [args: string[], said: RegExp][] = [
    [['serv'], /unknown command 'serv'[\s\S]*Did you mean serve\?/],
    [['generate'], /missing required argument 'prompt'/],
    [['generate', 'x', '--ration', '1:1'], /unknown option '--ration'[\s\S]*Did you mean --ratio\?/],
    [['generate', 'x', 'y'], /too many arguments/],
    [['keys', 'revoke'], /missing required argument 'key'/],
    [['keys', 'drop'], /unknown command 'drop'/],
    [['watch'], /name a task, or ask for --all of them/],
    [['completion', 'tcsh'], /Allowed choices are bash, zsh, fish/],
    [['generate', 'x', '-n', 'many'], /--number takes a number/],
    [['plan', 'x', '--ratio', '5:4'], /--ratio takes a ratio/],
    [['generate', 'x', '--base-url', 'https://example.com'], /--base-url needs a key/],
  ];
  for (const [args, said] of wrong) {
    it(`${args.join(' ')} is asked wrongly: exit code 2`, async () => {
      const { code, output, errors } = await run(args);
      assert.equal(code, 2);
      assert.match(errors, said);
      assert.equal(output, '');
    });
  }

  it('alone explains itself and is asked wrongly', async () => {
    const { code, errors } = await run([]);
    assert.equal(code, 2);
    assert.match(errors, /^Usage: inkling/);
  });

  it('tells a broken configuration in plain words: exit code 1, no stack', async () => {
    const { code, errors } = await run(['serve'], { env: { PORT: 'x' } });
    assert.equal(code, 1);
    assert.equal(errors, "inkling: The configuration is wrong: PORT: 'x' is not a whole number from 0 to 65535.\n");
  });

  it('tells what it cannot do in a sentence, and the next step', async () => {
    const { code, errors } = await run(['serve'], { env: { INKLING_DATA_DIR: '/proc/nowhere' } });
    assert.equal(code, 1);
    assert.match(
      errors,
      /^inkling: The data folder '\/proc\/nowhere' cannot be used: .*\.\nNext: choose another with INKLING_DATA_DIR.*\.\n$/,
    );
  });

  it('keeps the stack of a fault of ours for those who ask for it', async () => {
    const file = join(root, 'broken-input');
    writeFileSync(file, '');
    async function* failing() {
      yield 'a red fox\n';
      throw new TypeError('the pipe broke');
    }
    const runFailing = async (env: Record<string, string>) => {
      const world = { ...createFakeWorld({ env }), stdin: failing() };
      return { code: await runCommandLine(['plan', '--json', '-'], world), errors: world.errors() };
    };
    const plain = await runFailing({});
    assert.equal(plain.code, 1);
    assert.match(plain.errors, /^inkling: the pipe broke\nNext: INKLING_LOG_LEVEL=debug/);
    assert.match((await runFailing({ INKLING_LOG_LEVEL: 'debug' })).errors, /TypeError: the pipe broke\n +at /);
  });

  it('adds, lists and revokes a key', async () => {
    const env = { INKLING_DATA_DIR: join(root, 'keys') };
    const added = await run(['keys', 'add', '--label', 'ci', '--json'], { env });
    const { id } = JSON.parse(added.output);
    const revoked = await run(['keys', 'revoke', id, '--json'], { env });
    assert.deepEqual([revoked.code, JSON.parse(revoked.output).state, revoked.errors], [0, 'revoked', '']);
    const [key] = JSON.parse((await run(['keys', 'list', '--json'], { env })).output);
    assert.deepEqual([key.id, key.label, key.state], [id, 'ci', 'revoked']);
  });

  it('plans what comes on standard input', async () => {
    const { code, output } = await run(['plan', '--json', '-'], { stdin: 'two cats\n一只狗\n' });
    assert.equal(code, 0);
    const plans = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      plans.map((found) => found.subjects.map((subject: { concept: string }) => subject.concept)),
      [['cat', 'cat'], ['dog']],
    );
  });

  it('finds the whole house in order', async () => {
    const { code, output } = await run(['doctor', '--json'], { env: { PORT: '0' } });
    const findings: { name: string; state: string; detail: string }[] = JSON.parse(output);
    assert.equal(code, 0, output);
    assert.match(findings.find((finding) => finding.name === 'engine illustrator')?.detail ?? '', /models kling-v1, /);
  });
});
