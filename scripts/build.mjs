// Builds every package: strips the types of each .ts file into dist/ beside it, then bundles the studio page.
// Plain type stripping (no bundling, no down-levelling) keeps line numbers true and takes well under a second, so
// that `npm start` after a bare `npm ci --omit=dev` needs no compiler. Types are checked by `npm run check`.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from 'oxc-transform';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every file below `folder`, as absolute paths; a missing folder is an empty one. */
async function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Strips one package into its dist/; only what changed is written, and what lost its source is removed. */
async function stripPackage(packageFolder) {
  const dist = join(packageFolder, 'dist');
  const wanted = new Set();
  let written = 0;
  for (const part of ['src', 'test']) {
    for (const source of await filesBelow(join(packageFolder, part))) {
      if (!source.endsWith('.ts') || source.endsWith('.d.ts')) continue;
      const target = join(dist, relative(packageFolder, source)).replace(/\.ts$/, '.js');
      wanted.add(target);
      const [from, to] = await Promise.all([stat(source), stat(target).catch(() => undefined)]);
      if (to && to.mtimeMs >= from.mtimeMs) continue;
      const { code, errors } = transformSync(source, await readFile(source, 'utf8'), {
        typescript: { onlyRemoveTypeImports: true },
        target: 'es2022',
      });
      if (errors.length > 0)
        throw new Error(`${relative(root, source)}: ${errors.map((error) => error.message).join('; ')}`);
      await mkdir(dirname(target), { recursive: true });
      // Written whole, then moved into place: another build or a running server never sees half a file.
      const partial = `${target}.${process.pid}.partial`;
      await writeFile(partial, code);
      await rename(partial, target);
      written += 1;
    }
  }
  for (const folder of ['src', 'test']) {
    for (const file of await filesBelow(join(dist, folder)))
      if (file.endsWith('.js') && !wanted.has(file)) await rm(file, { force: true });
  }
  return written;
}

/** Runs every step; returns the number of files written. */
export async function build() {
  let written = 0;
  for (const name of ['client', 'illustrator', 'server']) written += await stripPackage(join(root, 'packages', name));
  const studioBuild = join(root, 'packages', 'studio', 'build.mjs');
  if (existsSync(studioBuild)) {
    const { buildStudio } = await import(pathToFileURL(studioBuild).href);
    await buildStudio();
  }
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const startedMs = performance.now();
  const written = await build();
  console.log(`built: ${written} files in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}
