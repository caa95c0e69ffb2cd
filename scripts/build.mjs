// Builds every package: strips the types of each .ts file into dist/ beside it, then bundles the studio page.
// Plain type stripping (no bundling, no down-levelling) keeps line numbers true and takes well under a second, so
// that `npm start` after a bare `npm ci --omit=dev` needs no compiler. Types are checked by `npm run check`.
// Where everything is newer than its source, nothing is loaded and nothing written: a start pays some milliseconds.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every file below `folder` with the time of its last change, by absolute path; a missing folder is an empty one. */
function filesBelow(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(files.map((file) => [file, statSync(file).mtimeMs]));
}

/** Where the types of a built file are. */
const declarationOf = (target) => target.replace(/\.js$/, '.d.ts');

/** Parts whose built files go out with their types: what `npm pack` takes of the SDK. */
const isPublished = (target) => target.startsWith(join(root, 'packages', 'client', 'dist', 'src'));

/** What one part (`src` or `test`) of a package needs: sources to strip, and built files that lost their source. */
function findStale(packageFolder, part) {
  const built = filesBelow(join(packageFolder, 'dist', part));
  const lost = new Set([...built.keys()].filter((file) => /\.(?:js|d\.ts)$/.test(file)));
  const stale = [];
  for (const [source, changedMs] of filesBelow(join(packageFolder, part))) {
    if (!source.endsWith('.ts') || source.endsWith('.d.ts')) continue;
    const target = join(packageFolder, 'dist', relative(packageFolder, source)).replace(/\.ts$/, '.js');
    lost.delete(target);
    lost.delete(declarationOf(target));
    const isTyped = !isPublished(target) || built.has(declarationOf(target));
    if (!((built.get(target) ?? 0) >= changedMs && isTyped)) stale.push({ source, target });
  }
  return { stale, lost: [...lost] };
}

/** Written whole, then moved into place: another build or a running server never sees half a file. */
async function writeWhole(target, text) {
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  await writeFile(partial, text);
  await rename(partial, target);
}

/** Strips the types of one file; of a published one they are written beside it. */
async function strip({ source, target }, { transformSync, isolatedDeclarationSync }) {
  const text = await readFile(source, 'utf8');
  const write = async (file, { code, errors }) => {
    if (errors.length === 0) return writeWhole(file, code);
    throw new Error(`${relative(root, source)}: ${errors.map((error) => error.message).join('; ')}`);
  };
  if (isPublished(target)) await write(declarationOf(target), isolatedDeclarationSync(source, text));
  await write(target, transformSync(source, text, { typescript: { onlyRemoveTypeImports: true }, target: 'es2022' }));
}

/** Brings one part of every package up to date; returns how many files were written. */
async function stripPart(part) {
  const work = ['client', 'illustrator', 'server'].map((name) => findStale(join(root, 'packages', name), part));
  const stale = work.flatMap((found) => found.stale);
  for (const file of work.flatMap((found) => found.lost)) await rm(file, { force: true });
  if (stale.length === 0) return 0;
  const transform = await import('oxc-transform');
  for (const file of stale) await strip(file, transform);
  return stale.length;
}

/** Runs every step but those that are not wanted; returns how many files were stripped of their types. */
export async function build({ tests = true, studio = true } = {}) {
  const written = (await stripPart('src')) + (tests ? await stripPart('test') : 0);
  const studioBuild = join(root, 'packages', 'studio', 'build.mjs');
  if (studio && existsSync(studioBuild)) {
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
