// Loads a module of the studio that imports nothing but types, so that its arithmetic can be tested without a browser.
import { readFile } from 'node:fs/promises';
import { transformSync } from 'oxc-transform';

/** `path`: below the studio's `src/`, seen from this file in dist/test/studio/. */
export async function loadStudioModule<Module>(path: string): Promise<Module> {
  const file = new URL(`../../../../studio/src/${path}`, import.meta.url);
  const { code, errors } = transformSync(path, await readFile(file, 'utf8'));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as Module;
}
