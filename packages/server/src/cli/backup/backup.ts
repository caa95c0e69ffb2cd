// `inkling backup <folder>`: a copy of the data folder that can be taken beside a running server, and started from. The
// database first, as one moment of it; then the pictures, which never change under their names: those that the copy has
// already are not copied again. What is finished meanwhile lies in the copy without a row, and does no harm.
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { bootstrapKeyFile } from '../../accounts/bootstrap-key.js';
import { type Configuration, readConfiguration } from '../../config/configuration.js';
import { databaseFile, picturesFolder } from '../../config/data-layout.js';
import { describeS3 } from '../../config/storage-url.js';
import { copySqliteDatabase } from '../../store/sqlite/copy-sqlite-database.js';
import { CommandFailure, describeSystemError } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';

/** Copies the data folder of the settings in force into `folder`, which is made when missing. */
export async function backup(folder: string, { world }: { world: CommandWorld }): Promise<ExitCode> {
  const { settings, bucket }: Configuration = readConfiguration(world.env);
  if (settings.databaseUrl !== null)
    throw new CommandFailure('The database is PostgreSQL, which has a tool of its own for this', {
      hint: 'pg_dump --format=custom; see docs/operations.md',
    });
  const [from, to] = [resolve(settings.dataFolder), resolve(folder)];
  const source = databaseFile(from);
  if (!existsSync(source))
    throw new CommandFailure(`There is no database in '${from}'`, { hint: 'look at INKLING_DATA_DIR' });
  if (!relative(from, to).startsWith('..'))
    throw new CommandFailure(`'${to}' lies in the data folder itself`, { hint: 'name a folder on another disk' });
  try {
    await mkdir(to, { recursive: true });
    const partial = `${databaseFile(to)}.partial`;
    await rm(partial, { force: true });
    const tasks = copySqliteDatabase(source, partial);
    // The old copy is replaced only now that the new one is whole and sound.
    await rename(partial, databaseFile(to));
    world.stderr.write(`Database: ${tasks} tasks, ${mebibytes((await stat(databaseFile(to))).size)}.\n`);
    const key = join(from, bootstrapKeyFile);
    if (existsSync(key)) await copyFile(key, join(to, bootstrapKeyFile));
    if (bucket === null) {
      const { files, bytes } = await copyMissing(picturesFolder(from), picturesFolder(to));
      world.stderr.write(`Pictures: ${files} new, ${mebibytes(bytes)}.\n`);
    } else world.stderr.write(`Pictures lie in ${describeS3(bucket)} and are not copied.\n`);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`The backup could not be made: ${describeSystemError(error)}`, { cause: error });
  }
  world.stderr.write(`Start from it with INKLING_DATA_DIR=${to}\n`);
  return exitCodes.done;
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

/** Copies the files below a folder that the copy does not have. Parts of writes under way (`.partial`) are left out. */
async function copyMissing(from: string, to: string): Promise<{ files: number; bytes: number }> {
  const done = { files: 0, bytes: 0 };
  const entries = await readdir(from, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // Removed by the sweeper since it was listed, or never made.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length > 0) await mkdir(to, { recursive: true });
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && !entry.name.startsWith('.')) {
      const below = await copyMissing(source, target);
      done.files += below.files;
      done.bytes += below.bytes;
    } else if (entry.isFile() && !existsSync(target)) {
      const partial = `${target}.partial`;
      try {
        await copyFile(source, partial, constants.COPYFILE_FICLONE);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        throw error;
      }
      await rename(partial, target);
      done.files += 1;
      done.bytes += (await stat(target)).size;
    }
  }
  return done;
}
