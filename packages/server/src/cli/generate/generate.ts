// `inkling generate`: one request, followed to its end, its pictures written to files.
import { ConfigurationError, type Fault } from '../../config/fault.js';
import { readSettings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { plainText, textStyleFor } from '../text-style.js';
import { findGateway } from './find-gateway.js';
import { followTask } from './follow-task.js';
import { GatewayUnreachable } from './gateway-failure.js';
import { createKlingGateway, type KlingGateway } from './kling-gateway.js';
import { nameOutputFiles, pictureExtension, writePicture } from './output-files.js';
import { createProgressLine, type ProgressLine } from './progress-line.js';
import { buildRequestBody, type GenerateOptions } from './request-body.js';
import type { TaskView } from './task-answer.js';

/** The service of this machine, started for one request. */
export interface LocalService {
  /** Base URL of the Kling routes. */
  address: string;
  key: string;
  close(): Promise<void>;
}

export interface GenerateParts {
  world: CommandWorld;
  clock: Clock;
  /** Starts the service in this process. */
  startLocalService(): Promise<LocalService>;
}

/** Longest wait for a task unless `--timeout` says otherwise, s. */
const defaultTimeoutS = 600;

/** Runs the command. Throws CommandFailure and ConfigurationError. */
export async function generate(prompt: string, options: GenerateOptions, parts: GenerateParts): Promise<ExitCode> {
  const { world, clock } = parts;
  const faults: Fault[] = [];
  const settings = readSettings(world.env, faults);
  if (faults.length > 0) throw new ConfigurationError(faults);
  const timeoutMs = readTimeout(options.timeout);
  const body = await buildRequestBody(prompt, options);
  const choice = await findGateway(options, settings);
  const progress = createProgressLine(world.stderr, textStyleFor(world.stderr, world.env), () => clock.now());
  const interruption = new AbortController();
  const stopListening = world.onSignal(() =>
    interruption.abort(new CommandFailure('Interrupted', { exitCode: exitCodes.interrupted })),
  );
  const open: { close(): Promise<void> }[] = [];
  try {
    let gateway = createKlingGateway(choice.address, choice.key ?? '');
    open.push(gateway);
    progress.show('sending', undefined);
    const task = await gateway.submit(body).catch(async (error: unknown) => {
      if (!(choice.mayPaintHere && error instanceof GatewayUnreachable)) throw error;
      progress.clear();
      world.stderr.write(`No server answers at ${new URL(choice.address).origin}: painting here.\n`);
      progress.show('starting', undefined);
      const local = await parts.startLocalService();
      open.push(local);
      gateway = createKlingGateway(local.address, local.key);
      open.push(gateway);
      return gateway.submit(body);
    });
    const { signal } = interruption;
    const onState = (state: TaskView): void => showState(progress, state);
    const ended = await followTask(gateway, task, { clock, signal, timeoutMs, onState });
    if (ended.status !== 'succeed')
      throw new CommandFailure(`The task failed: ${plainText(ended.statusMessage) || 'no reason was given'}`);
    progress.show('saving', 1);
    const files = await savePictures(gateway, ended, options.output);
    progress.clear();
    report(world, options, ended, files);
    return exitCodes.done;
  } finally {
    progress.clear();
    stopListening();
    for (const part of open.reverse()) await part.close();
  }
}

/** `--timeout` in ms. */
function readTimeout(text: string | undefined): number {
  const seconds = text === undefined ? defaultTimeoutS : Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new CommandFailure(`--timeout takes seconds up to 86400, not '${text}'`, { exitCode: exitCodes.usage });
}

function showState(progress: ProgressLine, state: TaskView): void {
  if (state.status === 'submitted')
    progress.show(state.queuePosition ? `${state.queuePosition} before` : 'waiting', undefined);
  else progress.show('painting', state.progress);
}

/** Downloads every picture and writes it; the names of the files in order. */
async function savePictures(gateway: KlingGateway, task: TaskView, output: string | undefined): Promise<string[]> {
  const pictures = await Promise.all(task.imageUrls.map((url) => gateway.download(url)));
  const extensions = pictures.map(pictureExtension);
  if (pictures.length === 0 || extensions.includes(undefined)) {
    throw new CommandFailure('The task succeeded, but what it links to is no PNG or JPEG picture', {
      hint: task.imageUrls[0],
    });
  }
  const files = nameOutputFiles(output, task.id, pictures.length, extensions[0] ?? '.png');
  for (const [index, file] of files.entries()) await writePicture(file, pictures[index] ?? new Uint8Array());
  return files;
}

/** The files' names on standard output, to be piped on; for `--json` one object. */
function report(world: CommandWorld, options: GenerateOptions, task: TaskView, files: readonly string[]): void {
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify({ task_id: task.id, files, urls: task.imageUrls })}\n`);
    return;
  }
  for (const file of files) world.stdout.write(`${file}\n`);
}
