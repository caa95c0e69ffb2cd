// Everything that happens to an account's tasks, a line for each change, until Ctrl-C.
import type { Clock } from '../../core/clock.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { GatewayUnreachable } from '../generate/gateway-failure.js';
import type { KlingGateway } from '../generate/kling-gateway.js';
import { hasEnded, type TaskView } from '../generate/task-answer.js';
import { plainText, textStyleFor } from '../text-style.js';
import { taskJson } from './task-line.js';

export interface WatchAllParts {
  gateway: Pick<KlingGateway, 'list'>;
  world: CommandWorld;
  clock: Clock;
  signal: AbortSignal;
  json: boolean;
}

/** Between two looks, ms. */
const lookMs = 2000;
/** Tasks in one look: more than a busy account has running at a time. */
const pageSize = 100;
/** Ended tasks that are shown at the beginning. */
const shownBefore = 5;

/** Resolves at Ctrl-C; a server that goes away is waited for. */
export async function watchAll({ gateway, world, clock, signal, json }: WatchAllParts): Promise<ExitCode> {
  const statusById = new Map<string, string>();
  let first = true;
  let away = false;
  while (!signal.aborted) {
    try {
      const tasks = await gateway.list(pageSize);
      if (away) world.stderr.write('The server is back.\n');
      away = false;
      for (const [index, task] of [...tasks.entries()].reverse()) {
        const isNews = first ? !hasEnded(task) || index < shownBefore : statusById.get(task.id) !== task.status;
        statusById.set(task.id, task.status);
        if (isNews) world.stdout.write(json ? taskJson(task) : describeChange(task, world, clock));
      }
      first = false;
    } catch (error) {
      // A first look that fails is a wrong address; later ones are a restart.
      if (first || !(error instanceof GatewayUnreachable)) throw error;
      if (!away) world.stderr.write(`${error.message}. Waiting for it.\n`);
      away = true;
    }
    await clock.sleep(lookMs, signal).catch(() => undefined);
  }
  return exitCodes.interrupted;
}

/** `12:03:01  task-id  succeed  https://…` */
function describeChange(task: TaskView, world: CommandWorld, clock: Clock): string {
  const style = textStyleFor(world.stdout, world.env);
  const paint = task.status === 'succeed' ? style.good : task.status === 'failed' ? style.bad : style.accent;
  const time = new Date(clock.now()).toTimeString().slice(0, 8);
  const more = task.status === 'failed' ? task.statusMessage : task.imageUrls.join(' ');
  const line = `${style.dim(time)}  ${plainText(task.id)}  ${paint(plainText(task.status).padEnd(10))}  ${plainText(more)}`;
  return `${line.trimEnd()}\n`;
}
