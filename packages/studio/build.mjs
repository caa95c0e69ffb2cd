// Builds the page into dist/ with Vite, only when a source is newer than the built page. Vite is a development
// dependency: where it is not installed the server runs without a page, and one line says so.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const folder = fileURLToPath(new URL('.', import.meta.url));
const dist = join(folder, 'dist');
const page = join(dist, 'index.html');
/** What the page is made of: the SDK is bundled into it. */
const sources = ['src', 'public', 'index.html', 'build.mjs', 'package.json', '../client/src'];
/** Files that shrink when compressed; pictures do not. */
const compressible = /\.(?:html|js|css|svg)$/;

/** Time of the last change below a file or folder, ms; 0 when it is missing. */
function changedMs(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedMs(join(path, name))));
}

/** Vite, or undefined where only production dependencies are installed. */
async function loadVite() {
  try {
    return await import('vite');
  } catch (error) {
    if (error?.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Writes whole files only: a server that starts meanwhile never sees half of one. */
async function writeWhole(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, path);
}

/** Writes one built file and its compressed twins, which the server sends to browsers that take them. */
async function writeAsset(name, content) {
  const bytes = Buffer.from(content);
  const path = join(dist, name);
  if (compressible.test(name)) {
    await writeWhole(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    await writeWhole(`${path}.br`, await promisify(brotliCompress)(bytes));
  }
  await writeWhole(path, bytes);
}

/** Brings the built page up to date; returns whether anything was written. */
export async function buildStudio() {
  if (changedMs(page) > Math.max(...sources.map((name) => changedMs(join(folder, name))))) return false;
  const vite = await loadVite();
  if (vite === undefined) {
    if (!existsSync(page)) console.log('the studio page is not built: vite is not installed (npm ci brings it)');
    return false;
  }
  const { output } = await vite.build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // The content security policy allows no inlined scripts, and files are cached better.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash:8].js' } },
    },
  });
  for (const name of await readdir(join(folder, 'public'))) {
    await writeAsset(name, await readFile(join(folder, 'public', name)));
  }
  // The page last: it names the others.
  const files = output.toSorted(
    (one, other) => Number(one.fileName === 'index.html') - Number(other.fileName === 'index.html'),
  );
  for (const file of files) await writeAsset(file.fileName, file.type === 'chunk' ? file.code : file.source);
  await removeOld(new Set(files.map((file) => file.fileName)));
  return true;
}

/** Assets of earlier builds, once the page no longer names them. */
async function removeOld(kept) {
  const assets = join(dist, 'assets');
  for (const name of await readdir(assets)) {
    if (!kept.has(`assets/${name.replace(/\.(?:gz|br)$/, '')}`)) await rm(join(assets, name), { force: true });
  }
}
