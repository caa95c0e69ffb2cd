// `inkling migrate --to postgres://… [--storage s3://…]`: moves everything from the data folder to PostgreSQL, and the
// pictures to a bucket. Stopped or killed at any point, the same command goes on where it was. Nothing is taken away from
// the data folder: until the new place serves, the old one can.
import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { databaseFile, picturesFolder } from '../../config/data-layout.js';
import { ConfigurationError, type Fault } from '../../config/fault.js';
import { readSettings } from '../../config/settings.js';
import { readStorageUrl, type S3Declaration } from '../../config/storage-url.js';
import { describeStorage, openStorage } from '../../storage/open-storage.js';
import { countRows, findDifferences, fingerprint, summarise } from '../../store/copy/compare-databases.js';
import { type CopyOptions, copyDatabase } from '../../store/copy/copy-database.js';
import { beginMove, endMove, findMove } from '../../store/copy/copy-progress.js';
import { tableNames } from '../../store/copy/table-plan.js';
import { openPostgresDatabase } from '../../store/postgres/open-postgres-database.js';
import type { Schema } from '../../store/sql/schema.js';
import { takeDatabase } from '../../store/sqlite/database-lock.js';
import { openSqliteDatabase } from '../../store/sqlite/open-sqlite-store.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { formatTable } from '../text-table.js';
import { copyPictures } from './copy-pictures.js';
import { createReporter } from './reporter.js';

export interface MigrateOptions {
  /** postgres://… */
  to: string;
  /** s3://…; without it pictures stay where they are. */
  storage?: string;
  dryRun?: boolean;
}

export interface MigrateParts {
  world: CommandWorld;
  /** Rows per transaction, and what is called after each; for tests. */
  batchSize?: number;
  onBatch?: () => void;
}

/** Where things come from and where they go. */
interface Move {
  source: Kysely<Schema>;
  target: Kysely<Schema>;
  pictures: string;
  bucket: S3Declaration | null;
}

/** Runs the move, or with `dryRun` says what it would do. */
export async function migrate(options: MigrateOptions, parts: MigrateParts): Promise<ExitCode> {
  const { world } = parts;
  const faults: Fault[] = [];
  const settings = readSettings(world.env, faults);
  if (!/^postgres(?:ql)?:\/\/./.test(options.to))
    faults.push({ where: '--to', message: 'does not start with postgres://' });
  const bucket =
    options.storage === undefined ? null : (readStorageUrl(options.storage, '--storage', world.env, faults) ?? null);
  if (faults.length > 0) throw new ConfigurationError(faults);
  const file = databaseFile(settings.dataFolder);
  if (!existsSync(file))
    throw new CommandFailure(`There is no database in '${settings.dataFolder}'`, {
      hint: 'name the data folder of the old service with INKLING_DATA_DIR',
    });
  const lock = takeDatabase(file);
  if (lock === undefined)
    throw new CommandFailure(`A server is running on '${settings.dataFolder}'`, {
      hint: 'stop it first: what it wrote during the move would be lost',
    });
  try {
    const source = await openSqliteDatabase(file);
    try {
      const target = await openTarget(options.to, options.dryRun === true);
      try {
        const pictures = picturesFolder(settings.dataFolder);
        return await move({ source, target, pictures, bucket }, options, parts);
      } finally {
        await target.destroy();
      }
    } finally {
      await source.destroy();
    }
  } finally {
    lock.release();
  }
}

/** The target, its tables made unless nothing may be written. */
async function openTarget(url: string, isDryRun: boolean): Promise<Kysely<Schema>> {
  try {
    return await openPostgresDatabase(url, { makeTables: !isDryRun });
  } catch (error) {
    // The driver's own words name host and database, never the password.
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`PostgreSQL cannot be used: ${reason}`, { cause: error, hint: 'look at --to' });
  }
}

async function move(places: Move, options: MigrateOptions, parts: MigrateParts): Promise<ExitCode> {
  const { source, target, bucket } = places;
  const { world } = parts;
  const there = await summarise(source);
  const identity = fingerprint(there);
  const underWay = await findMove(target);
  if (underWay !== undefined && underWay.source !== identity) {
    throw new CommandFailure(
      'An unfinished move of another source, or of this one before it changed, is in the target',
      {
        hint: 'drop and create that database, then run the same command again',
      },
    );
  }
  if (underWay === undefined && (await hasRows(target))) {
    throw new CommandFailure('The target is not empty', {
      hint: 'create a database of its own for Inkling and name that',
    });
  }
  if (options.dryRun === true) {
    world.stdout.write(
      formatTable(
        ['table', 'rows'],
        tableNames.map((name) => [name, String(there[name].rows)]),
      ),
    );
    const bytes = there.pictures.sums.byte_length ?? 0;
    const where = bucket === null ? 'stay where they are' : `go to ${describeStorage(bucket, '')}`;
    world.stdout.write(`${there.pictures.rows} pictures, ${(bytes / 1024 ** 2).toFixed(1)} MiB, ${where}\n`);
    world.stderr.write(`${underWay ? 'A move that was interrupted would go on. ' : ''}Nothing was written.\n`);
    return exitCodes.done;
  }
  if (underWay === undefined) await beginMove(target, identity);
  else world.stderr.write('Going on with a move that was interrupted.\n');

  const stop = new AbortController();
  const release = world.onSignal(() => stop.abort());
  const reporter = createReporter(world.stderr);
  const copy: CopyOptions = {
    source,
    target,
    signal: stop.signal,
    onProgress(step, done, total) {
      reporter.show(step, done, total);
      parts.onBatch?.();
    },
  };
  if (parts.batchSize !== undefined) copy.batchSize = parts.batchSize;
  try {
    if (bucket !== null) await movePictures(places, bucket, copy, world);
    await copyDatabase(copy);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    throw new CommandFailure('The move was interrupted', {
      hint: 'run the same command again to go on',
      exitCode: exitCodes.interrupted,
    });
  } finally {
    reporter.end();
    release();
  }
  const arrived = await summarise(target);
  const differences = findDifferences(there, arrived);
  if (differences.length > 0)
    throw new CommandFailure(`What arrived is not what was sent: ${differences.join('; ')}`, {
      hint: 'drop and create the target database, then run the same command again',
    });
  await endMove(target);
  world.stdout.write(
    formatTable(
      ['table', 'rows'],
      tableNames.map((name) => [name, String(arrived[name].rows)]),
    ),
  );
  const next = bucket === null ? '' : ', INKLING_STORAGE_URL to what --storage named';
  world.stderr.write(
    `All counts and sums are equal. Next: set INKLING_DATABASE_URL to what --to named${next}, and start the service.\n`,
  );
  return exitCodes.done;
}

/** Has it rows of ours? A database without our tables has none. */
async function hasRows(target: Kysely<Schema>): Promise<boolean> {
  const tables = await target.introspection.getTables();
  return tables.some((table) => table.name === 'tasks') && countRows(await summarise(target)) > 0;
}

async function movePictures(
  { pictures }: Move,
  bucket: S3Declaration,
  copy: CopyOptions,
  world: CommandWorld,
): Promise<void> {
  const from = await openStorage(null, pictures);
  const to = await openStorage(bucket, pictures);
  try {
    await to.check();
    // Lost before this move: the old service cannot show them either.
    await copyPictures(copy, from, to, (key) => world.stderr.write(`Not there, and not copied: ${key}\n`));
  } finally {
    await to.close();
    await from.close();
  }
}
