// Strings that stand for a secret kept elsewhere: `env:NAME` is an environment variable, `file:PATH` the text of a file.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from './environment.js';

/** What a plain error says for a person: `ENOENT` becomes words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this user';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}

/**
 * What a string stands for: itself, an environment variable, or the text of a file (relative to `folder`) without its
 * last line break; or what is wrong, as a clause without the secret.
 */
export function readSecretReference(
  text: string,
  folder: string,
  env: Environment,
): { value: string } | { wrong: string } {
  const [, kind, name = ''] = /^(env|file):(.*)$/s.exec(text) ?? [];
  if (kind === 'env') {
    const value = env[name];
    return value ? { value } : { wrong: `the environment variable ${name} is not set` };
  }
  if (kind !== 'file') return { value: text };
  try {
    return { value: readFileSync(resolve(folder, name), 'utf8').replace(/\r?\n$/, '') };
  } catch (error) {
    return { wrong: `'${name}' cannot be read: ${reasonOf(error)}` };
  }
}
