// Reads what the documents promise: their fenced code, and which of it is to be run as pasted.
//
// A fence is run when its info says so: ```sh run```, ```ts run```, ```python run```; `expect=TEXT` behind it names what
// must appear on standard output. `run=receiver` marks a program that listens for callbacks on $PORT.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../../../', import.meta.url));

export interface Fence {
  /** From the root of the repository. */
  file: string;
  /** Of its first line of code, 1-based. */
  line: number;
  language: string;
  run: 'no' | 'once' | 'receiver';
  /** What it must print; empty: anything. */
  expect: string;
  code: string;
}

/** Documents for people, from the root of the repository. Decisions are history: what they show need not run today. */
function listDocuments(): string[] {
  const below = (folder: string) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => name.endsWith('.md') && !/node_modules|\bdist\b|decisions/.test(name));
  const top = readdirSync(repository).filter((name) => name.endsWith('.md'));
  return [...top, ...below('docs'), ...below('examples'), 'packages/client/README.md'].sort();
}

/** Every fence of a document, in order. */
function readFences(file: string): Fence[] {
  const text = readFileSync(join(repository, file), 'utf8');
  return [...text.matchAll(/^( *)```(\w+)([^\n`]*)\n([\s\S]*?)^\1```$/gm)].map((match) => {
    const [, indent = '', language = '', info = '', code = ''] = match;
    const [, mode] = /\brun(=receiver)?\b/.exec(info) ?? [undefined, null];
    return {
      file,
      line: text.slice(0, match.index).split('\n').length + 1,
      language,
      run: mode === null ? 'no' : mode === undefined ? 'once' : 'receiver',
      expect: /\bexpect=(.+)$/.exec(info)?.[1]?.trim() ?? '',
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

export const listFences = (): Fence[] => listDocuments().flatMap(readFences);
