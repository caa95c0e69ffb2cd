// bin/inkling.mjs in a process of its own, with real signals, ports and pipes.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../../../../bin/inkling.mjs', import.meta.url));

export interface InklingProcess {
  child: ChildProcess;
  output(): string;
  errors(): string;
  /** Resolves once standard error holds the text. */
  said(text: string): Promise<void>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts `inkling <args>` in `folder`, with nothing of this process's environment but what it needs to run. */
export function startInkling(folder: string, args: string[], env: Record<string, string> = {}): InklingProcess {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      TEST_RUN_ID: process.env.TEST_RUN_ID,
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.stderr += chunk.toString();
  });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    child,
    output: () => written.stdout,
    errors: () => written.stderr,
    async said(text) {
      while (!written.stderr.includes(text)) {
        const more = once(child.stderr, 'data');
        const over = await Promise.race([more.then(() => false), ended.then(() => true)]);
        if (over && !written.stderr.includes(text))
          assert.fail(`it ended without saying '${text}':\n${written.stderr}`);
      }
    },
    ended,
  };
}

/** The service, listening; where, in which folder and with which key. */
export async function startInklingService(root: string, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(root, 'serve-'));
  const started = startInkling(folder, ['serve'], env);
  await started.said('first picture:');
  const [, url = ''] = /listens on (\S+)/.exec(started.errors()) ?? [];
  const [, key = ''] = /^key: (\S+)/m.exec(started.errors()) ?? [];
  return { ...started, folder, url, key };
}
