// Completion scripts: bash's in a real bash, the others by what they hold and, where the shell is there, by its parser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.js';
import { createFakeWorld } from './support/fake-world.js';

const folder = mkdtempSync(join(tmpdir(), 'inkling-completion-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function scriptOf(shell: string): Promise<string> {
  const world = createFakeWorld();
  assert.equal(await runCommandLine(['completion', shell], world), 0);
  return world.output();
}
const missing = (shell: string) => (spawnSync(shell, ['--version']).status === 0 ? false : `there is no ${shell} here`);

describe('completion for bash', { skip: missing('bash') }, () => {
  const script = join(folder, 'inkling.bash');
  before(async () => writeFileSync(script, await scriptOf('bash')));

  /** What bash offers when Tab is pressed after these words; the last one is begun. */
  function complete(...words: string[]): string[] {
    const quoted = ['inkling', ...words].map((word) => `'${word}'`).join(' ');
    const program = `source ${script}; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _inkling; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const printed = execFileSync('bash', ['--norc', '-c', program], { cwd: folder, encoding: 'utf8' });
    return printed.split('\n').filter(Boolean);
  }

  const offers: [words: string[], offered: string[]][] = [
    [['ge'], ['generate']],
    [['do'], ['doctor']],
    [
      ['keys', ''],
      ['add', 'list', 'revoke', 'help', '-h', '--help'],
    ],
    [['keys', 're'], ['revoke']],
    [['keys', 'add', '--exp'], ['--expires']],
    [
      ['generate', 'a fox', '--image-'],
      ['--image-reference', '--image-fidelity'],
    ],
    [
      ['generate', '--format', ''],
      ['png', 'jpg'],
    ],
    [['generate', 'keys', '--resolution', '2'], ['2k']],
    [['generate', '--seed', ''], []],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', '-h', '--help'],
    ],
    [['completion', 'f'], ['fish']],
  ];
  for (const [words, offered] of offers) {
    it(`inkling ${words.join(' ')}⇥`, () => assert.deepEqual(complete(...words), offered));
  }

  it('offers every command at first', () => {
    const offered = complete('');
    for (const command of ['serve', 'generate', 'watch', 'models', 'plan', 'keys', 'doctor', 'completion', 'version']) {
      assert.ok(offered.includes(command), command);
    }
  });

  it('offers files where one is wanted', () => {
    assert.ok(complete('generate', '-o', 'inkling.b').includes('inkling.bash'));
  });
});

describe('completion for zsh and fish', () => {
  it('zsh is offered commands, options and words with what they mean', async () => {
    const script = await scriptOf('zsh');
    assert.match(script, /^#compdef inkling\n/);
    assert.match(script, /'generate:make pictures: at a running server/);
    assert.match(script, /'inkling generate --format'\) compadd -- png jpg; return/);
    assert.match(script, /'inkling generate -o' \| 'inkling generate --output'\) _files/);
  });

  it('fish has a line for each', async () => {
    const lines = (await scriptOf('fish')).split('\n');
    const has = (...parts: string[]) => lines.some((line) => parts.every((part) => line.includes(part)));
    assert.ok(has("-a 'generate'", 'not __fish_seen_subcommand_from'));
    assert.ok(has('__fish_seen_subcommand_from generate', '-s o -l output -r -F'));
    assert.ok(has('-l format -x', "-a 'png jpg'"));
    assert.ok(has('__fish_seen_subcommand_from keys; and __fish_seen_subcommand_from revoke'));
  });

  for (const [shell, option] of [
    ['zsh', '-n'],
    ['fish', '-n'],
  ] as const) {
    it(`${shell} can read its script`, { skip: missing(shell) }, async () => {
      const file = join(folder, `inkling.${shell}`);
      writeFileSync(file, await scriptOf(shell));
      execFileSync(shell, [option, file]);
    });
  }

  it('descriptions cannot break out of their quotes', async () => {
    const fish = await scriptOf('fish');
    for (const line of fish.split('\n')) {
      assert.equal(line.replaceAll(/'(?:[^'\\]|\\.)*'/g, '').includes("'"), false, line);
    }
  });

  it('knows no other shell', async () => {
    const world = createFakeWorld();
    assert.equal(await runCommandLine(['completion', 'tcsh'], world), 2);
    assert.match(world.errors(), /Allowed choices are bash, zsh, fish/);
  });
});
