// The build of the previous commit, in a folder of its own, with this checkout's installed packages.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PreviousBuild {
  /** The program of its tests that serves until it is killed. */
  serve: URL;
  remove(): void;
}

/** Seen from packages/server/dist/test/chaos. */
const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** Builds `revision`; a sentence where that cannot be done. */
export function buildPrevious(revision = 'HEAD~1'): PreviousBuild | string {
  const known = spawnSync('git', ['cat-file', '-e', `${revision}^{commit}`], { cwd: root });
  if (known.status !== 0) return 'there is no git history to take the previous commit from';
  const folder = mkdtempSync(join(tmpdir(), 'inkling-previous-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const parts = ['packages', 'scripts', 'package.json', 'tsconfig.json'];
    const archive = execFileSync('git', ['archive', revision, ...parts], { cwd: root, maxBuffer: 1024 ** 3 });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    mkdirSync(join(folder, 'node_modules', '@inkling'), { recursive: true });
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (name !== '@inkling') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    for (const name of readdirSync(join(folder, 'packages'))) {
      symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules', '@inkling', name));
    }
    const strip = "const { build } = await import('./scripts/build.mjs'); await build({ studio: false });";
    execFileSync(process.execPath, ['--input-type=module', '-e', strip], { cwd: folder });
  } catch (error) {
    remove();
    throw error;
  }
  return { serve: new URL(`file://${join(folder, 'packages/server/dist/test/service/serve-process.js')}`), remove };
}
