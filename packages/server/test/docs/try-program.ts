// Runs what a reader would paste, in a folder like theirs: a key in data/api-key, a photo.jpg, the SDK installed, and
// `npx inkling` on the path. The only changes: the address, and the key where a text says `sk-…`.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformSync } from 'oxc-transform';
import sharp from 'sharp';
import { permanentKey } from '../service/running-service.js';
import { repository } from './markdown.js';

/** How each language is run, and the file it is put into. */
const runners: Record<string, { program: string; args: string[]; file: string } | undefined> = {
  sh: { program: 'bash', args: ['-euo', 'pipefail'], file: 'pasted.sh' },
  ts: { program: process.execPath, args: [], file: 'pasted.mjs' },
  js: { program: process.execPath, args: [], file: 'pasted.mjs' },
  python: { program: 'python3', args: ['-u'], file: 'pasted.py' },
  go: { program: 'go', args: ['run'], file: 'pasted.go' },
};

/** For a test's `skip`: the program that is not on this machine, or false. */
export function missingProgram(language: string): string | false {
  if (language === 'go' && !process.env.INKLING_TEST_GO) {
    return 'INKLING_TEST_GO=1 runs it: compiling the HTTP server of Go takes minutes on a small machine';
  }
  const { program } = runners[language] ?? {};
  if (program === undefined) return `nothing runs ${language}`;
  const there = spawnSync(program, [program === 'go' ? 'version' : '--version']).status === 0;
  return there ? false : `${program} is not on this machine`;
}

/** A reader's folder. */
export interface ReaderFolder {
  path: string;
  /** Writes the code as a reader's file, ready to run. */
  paste(language: string, code: string, url: string): Promise<{ program: string; args: string[] }>;
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** Makes the folder for a service at `url`. */
export async function makeReaderFolder(url: string): Promise<ReaderFolder> {
  const path = await mkdtemp(join(tmpdir(), 'inkling-reader-'));
  const tools = join(path, '.tools');
  for (const folder of ['data', '.tools', 'node_modules/@inkling'])
    await mkdir(join(path, folder), { recursive: true });
  await symlink(join(repository, 'packages/client'), join(path, 'node_modules/@inkling/client'));
  await writeFile(join(path, 'data/api-key'), `${permanentKey}\n`);
  const photo = { create: { width: 400, height: 300, channels: 3, background: '#8899aa' } } as const;
  await writeFile(join(path, 'photo.jpg'), await sharp(photo).jpeg().toBuffer());
  // npx would look the package up in a registry where it is not installed.
  const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(repository, 'bin/inkling.mjs')}" "$@"\n`;
  await writeFile(join(tools, 'npx'), npx, { mode: 0o755 });
  return {
    path,
    env: {
      PATH: `${tools}:${process.env.PATH}`,
      HOME: path,
      TEST_RUN_ID: process.env.TEST_RUN_ID ?? '',
      INKLING_URL: url,
      INKLING_API_KEY: permanentKey,
      GOCACHE: join(tmpdir(), 'inkling-go-cache'),
      NO_COLOR: '1',
    },
    async paste(language, code, address) {
      const runner = runners[language];
      if (runner === undefined) throw new Error(`nothing runs ${language}`);
      const adapted = code.replaceAll('http://127.0.0.1:8790', address).replaceAll('sk-…', permanentKey);
      const text = language === 'ts' ? transformSync('pasted.ts', adapted).code : adapted;
      await writeFile(join(path, runner.file), text);
      return { program: runner.program, args: [...runner.args, runner.file] };
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Runs the code to its end; what it printed. Rejects with its errors when it fails. */
export async function runPasted(language: string, code: string, url: string): Promise<string> {
  const folder = await makeReaderFolder(url);
  try {
    const { program, args } = await folder.paste(language, code, url);
    const { stdout } = await promisify(execFile)(program, args, { cwd: folder.path, env: folder.env });
    return stdout;
  } finally {
    await folder.remove();
  }
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A program that listens for callbacks. */
export interface Receiver {
  address: string;
  /** Resolves once it has printed the text. */
  said(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts one; it must print `listening` once it does. `code` is pasted in, or `script` is run where it lies. */
export async function startReceiver(
  what: { language: string; code: string },
  url: string,
  env: Record<string, string>,
): Promise<Receiver> {
  const folder = await makeReaderFolder(url);
  const port = await freePort();
  const { program, args } = await folder.paste(what.language, what.code, url);
  const child: ChildProcess = spawn(program, args, {
    cwd: folder.path,
    env: { ...folder.env, PORT: String(port), ...env },
    // `go run` starts a program of its own: both are ended by their group.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let wake: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      wake();
    });
  }
  const closed = once(child, 'close').then(() => wake());
  const receiver: Receiver = {
    address: `http://127.0.0.1:${port}/`,
    async said(text) {
      // Long enough for any machine: only a program that never says it gets there.
      const tooLong = AbortSignal.timeout(120_000);
      tooLong.addEventListener('abort', () => wake());
      while (!printed.includes(text)) {
        if (child.exitCode !== null || tooLong.aborted) throw new Error(`it did not say '${text}':\n${printed}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async close() {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await closed;
      await folder.remove();
    },
  };
  try {
    await receiver.said('listening');
  } catch (error) {
    await receiver.close();
    throw error;
  }
  return receiver;
}
