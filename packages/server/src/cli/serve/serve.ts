// `inkling serve`: starts the service, says where it is, and stops it gently when asked.

import type { Configuration } from '../../config/configuration.js';
import { readConfiguration } from '../../config/configuration.js';
import type { Clock } from '../../core/clock.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { readBootstrapKey } from '../generate/find-gateway.js';
import { textStyleFor } from '../text-style.js';
import { formatGreeting } from './greeting.js';
import { explainStartFailure, prepareDataFolder } from './start-failure.js';
import { listenForStop } from './stop-signals.js';

/** What is started: main.ts makes one. */
export interface Service {
  /** Resolves once it listens, with the origin under which it is reached. */
  start(): Promise<{ url: string }>;
  /** Lets what is being painted finish, as far as its time allows. Twice is harmless. */
  close(): Promise<void>;
}

export interface ServeParts {
  world: CommandWorld;
  clock: Clock;
  createService(configuration: Configuration): Promise<Service>;
}

/** Everything must have ended this long after the first signal, ms; what has not is picked up at the next start. */
const stopTimeoutMs = 10_000;

/** Runs until it is told to stop. Throws CommandFailure or ConfigurationError when it cannot start. */
export async function serve(parts: ServeParts): Promise<ExitCode> {
  const { world } = parts;
  const stop = listenForStop(world);
  try {
    const configuration = readConfiguration(world.env);
    await prepareDataFolder(configuration.settings.dataFolder);
    const service = await parts.createService(configuration);
    const started = await startOrClose(service, configuration);
    await greet(started.url, configuration, parts);
    await stop.asked;
    if (world.stderr.isTTY)
      world.stderr.write('\nStopping: what is being painted is finished first. Again: stop at once.\n');
    return await closeInTime(service, parts);
  } finally {
    stop.release();
  }
}

/** Starts it; a start that fails half-way leaves nothing open. */
async function startOrClose(service: Service, { settings }: Configuration): Promise<{ url: string }> {
  try {
    return await service.start();
  } catch (error) {
    await service.close();
    throw explainStartFailure(error, settings);
  }
}

/**
 * On a terminal the greeting is what one sees; elsewhere standard output belongs to the log, one JSON object a line, and
 * the greeting goes to standard error. A key that somebody chose is not written into files that collect such lines.
 */
async function greet(url: string, { settings }: Configuration, { world }: ServeParts): Promise<void> {
  const terminal = world.stdout.isTTY === true;
  const output = terminal ? world.stdout : world.stderr;
  const bootstrapKey = await readBootstrapKey(settings.dataFolder);
  const key = settings.apiKey === null ? bootstrapKey : terminal ? settings.apiKey : undefined;
  const facts = { url, key, startedInS: process.uptime() };
  output.write(formatGreeting(facts, textStyleFor(output, world.env), terminal));
}

async function closeInTime(service: Service, { clock }: ServeParts): Promise<ExitCode> {
  const closed = new AbortController();
  const late = clock.sleep(stopTimeoutMs, closed.signal).then(() => 'late' as const);
  const outcome = await Promise.race([service.close().then(() => 'closed' as const), late]);
  closed.abort();
  if (outcome === 'closed') return exitCodes.done;
  throw new CommandFailure('The service did not stop in time', { hint: 'unfinished tasks go on at the next start' });
}
