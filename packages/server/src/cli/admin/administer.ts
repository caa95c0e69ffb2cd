// The house as administrative commands use it: the database of the settings in force, every change audited under the
// name of whoever is at the keyboard. A running server notices within a second; none needs to run.
import { userInfo } from 'node:os';
import { type Administration, createAdministration } from '../../accounts/administration.js';
import { readBucket } from '../../config/configuration.js';
import { picturesFolder } from '../../config/data-layout.js';
import { ConfigurationError, type Fault } from '../../config/fault.js';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { AppError } from '../../core/errors.js';
import { openStorage } from '../../storage/open-storage.js';
import type { Storage } from '../../storage/storage.js';
import type { KeyRows } from '../../store/store.js';
import { createTaskAdministration, type TaskAdministration } from '../../tasks/task-administration.js';
import { createTaskService } from '../../tasks/task-service.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { exitCodes } from '../exit-code.js';
import { withStore } from '../keys/open-store.js';

export interface AdminParts {
  world: CommandWorld;
  clock: Clock;
}

export interface Administrator {
  administration: Administration;
  tasks: TaskAdministration;
  /** For looking keys up by themselves, which the API has no way to ask for. */
  keys: Pick<KeyRows, 'findByHash'>;
  /** INKLING_PUBLIC_URL, for the pictures' URLs; null: what each submitter used. */
  publicUrl: string | null;
}

/** The actor in the audit log: `cli:<user>`. A container may run as a number that no user has. */
export function auditActor(env: CommandWorld['env']): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return `cli:${env.USER ?? process.getuid?.() ?? 'unknown'}`;
  }
}

/** Storage that is opened when something is to be removed from it: most commands never do, and S3's client is slow to load. */
function lazyStorage(env: CommandWorld['env'], settings: Settings): Pick<Storage, 'removeBelow' | 'close'> {
  let opened: Promise<Storage> | undefined;
  function open(): Promise<Storage> {
    const faults: Fault[] = [];
    const bucket = readBucket(settings, env, faults);
    if (faults.length > 0) throw new ConfigurationError(faults);
    opened ??= openStorage(bucket, picturesFolder(settings.dataFolder));
    return opened;
  }
  return {
    removeBelow: async (prefix) => (await open()).removeBelow(prefix),
    close: async () => (await opened)?.close(),
  };
}

/** Opens everything, does the job and closes it again. What the house refuses becomes a CommandFailure. */
export async function administer<Result>(
  parts: AdminParts,
  job: (administrator: Administrator) => Promise<Result>,
): Promise<Result> {
  return withStore(parts, async (store, settings) => {
    const storage = lazyStorage(parts.world.env, settings);
    const administration = createAdministration(store, parts.clock, auditActor(parts.world.env));
    // Nothing is submitted from here: the bounds on submits say nothing.
    const tasks = createTaskService({ store, storage, clock: parts.clock, maxWaiting: 0, unitsPerImage: () => 0 });
    try {
      const taskAdministration = createTaskAdministration({ administration, tasks, store });
      return await job({ administration, tasks: taskAdministration, keys: store.keys, publicUrl: settings.publicUrl });
    } catch (error) {
      throw explain(error);
    } finally {
      await storage.close();
    }
  });
}

/** A refusal in the words of the API as a failure of the command; everything else stays what it is. */
export function explain(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code === 5000) return error;
  const exitCode = error.code === 1201 ? exitCodes.usage : exitCodes.failed;
  return new CommandFailure(error.message, { cause: error, exitCode });
}
