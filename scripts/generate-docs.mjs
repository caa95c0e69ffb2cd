// Writes the pages of docs/ that are made from tables in the code. Each generator in scripts/docs/ exports `file` (path
// of its page from the root) and `generate()` (the page as Markdown); it reads the built code in dist/.
// `--check` writes nothing and fails when a page on disk is not what its generator would write.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const generators = join(root, 'scripts', 'docs');
const isCheck = process.argv.includes('--check');

let stale = 0;
for (const name of (await readdir(generators)).filter((entry) => entry.endsWith('.mjs')).sort()) {
  const { file, generate } = await import(pathToFileURL(join(generators, name)).href);
  const target = join(root, file);
  const page = await generate();
  const present = await readFile(target, 'utf8').catch(() => undefined);
  if (page === present) continue;
  if (isCheck) {
    console.log(`${file} is ${present === undefined ? 'missing' : 'not what the code says any more'}`);
    stale += 1;
    continue;
  }
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, page);
  console.log(`wrote ${file}`);
}
process.exitCode = stale === 0 ? 0 : 1;
