// `inkling watch`: follows one task to its end, or everything that happens to the account's tasks.
import type { Clock } from '../../core/clock.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { findGateway } from '../generate/find-gateway.js';
import { followTask } from '../generate/follow-task.js';
import { createKlingGateway, type KlingGateway } from '../generate/kling-gateway.js';
import { createProgressLine, showTask } from '../generate/progress-line.js';
import type { TaskView } from '../generate/task-answer.js';
import { listenForInterruption } from '../interruption.js';
import { settingsInForce } from '../settings-in-force.js';
import { plainText, textStyleFor } from '../text-style.js';
import { readTimeout } from '../timeout.js';
import { describeState, taskJson } from './task-line.js';
import { watchAll } from './watch-all.js';

export interface WatchOptions {
  all?: boolean;
  baseUrl?: string;
  key?: string;
  timeout?: string;
  json?: boolean;
}

export interface WatchParts {
  world: CommandWorld;
  clock: Clock;
}

/** Runs the command. Exit code 1 when the task failed. */
export async function watch(id: string | undefined, options: WatchOptions, parts: WatchParts): Promise<ExitCode> {
  const { world, clock } = parts;
  if ((id === undefined) === (options.all !== true)) {
    throw new CommandFailure('name a task, or ask for --all of them', { exitCode: exitCodes.usage });
  }
  const timeoutMs = readTimeout(options.timeout);
  const choice = await findGateway(options, settingsInForce(world));
  const gateway = createKlingGateway(choice.address, choice.key ?? '');
  const interruption = listenForInterruption(world);
  try {
    const { signal } = interruption;
    if (id === undefined) return await watchAll({ gateway, world, clock, signal, json: options.json === true });
    return await watchOne(id, gateway, { world, clock, signal, timeoutMs, json: options.json === true });
  } finally {
    interruption.release();
    await gateway.close();
  }
}

interface WatchOneParts extends WatchParts {
  signal: AbortSignal;
  timeoutMs: number;
  json: boolean;
}

/** A bar on a terminal; elsewhere a line for each state that differs; addresses of the pictures at the end. */
async function watchOne(id: string, gateway: KlingGateway, parts: WatchOneParts): Promise<ExitCode> {
  const { world, clock, signal, timeoutMs, json } = parts;
  const task = await gateway.query(id);
  const progress = createProgressLine(world.stderr, textStyleFor(world.stderr, world.env), () => clock.now());
  let lastLine = '';
  const onState = (state: TaskView): void => {
    const line = json ? taskJson(state) : describeState(state);
    if (!json && world.stderr.isTTY === true) showTask(progress, state);
    else if (line !== lastLine) world.stdout.write(line);
    lastLine = line;
  };
  try {
    const ended = await followTask(gateway, task, { clock, signal, timeoutMs, onState });
    progress.clear();
    if (ended.status !== 'succeed') {
      throw new CommandFailure(`The task failed: ${plainText(ended.statusMessage) || 'no reason was given'}`);
    }
    if (!json) for (const url of ended.imageUrls) world.stdout.write(`${plainText(url)}\n`);
    return exitCodes.done;
  } finally {
    progress.clear();
  }
}
