// `inkling generate`: one request, followed to its end, its pictures written to files.
import type { Clock } from '../../core/clock.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { listenForInterruption } from '../interruption.js';
import { showPictures } from '../preview/show-pictures.js';
import { settingsInForce } from '../settings-in-force.js';
import { plainText, textStyleFor } from '../text-style.js';
import { readTimeout } from '../timeout.js';
import { findGateway } from './find-gateway.js';
import { followTask } from './follow-task.js';
import { GatewayUnreachable } from './gateway-failure.js';
import { createKlingGateway, type KlingGateway } from './kling-gateway.js';
import { nameOutputFiles, pictureExtension, writePicture } from './output-files.js';
import { createProgressLine, showTask } from './progress-line.js';
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

/** Runs the command. Throws CommandFailure and ConfigurationError. */
export async function generate(prompt: string, options: GenerateOptions, parts: GenerateParts): Promise<ExitCode> {
  const { world, clock } = parts;
  const settings = settingsInForce(world);
  const timeoutMs = readTimeout(options.timeout);
  const body = await buildRequestBody(prompt, options);
  const choice = await findGateway(options, settings);
  const progress = createProgressLine(world.stderr, textStyleFor(world.stderr, world.env), () => clock.now());
  const interruption = listenForInterruption(world);
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
    const onState = (state: TaskView): void => showTask(progress, state);
    const ended = await followTask(gateway, task, { clock, signal, timeoutMs, onState });
    if (ended.status !== 'succeed')
      throw new CommandFailure(`The task failed: ${plainText(ended.statusMessage) || 'no reason was given'}`);
    progress.show('saving', 1);
    const { files, pictures } = await savePictures(gateway, ended, options.output);
    progress.clear();
    report(world, options, ended, files);
    if (options.json !== true) await showPictures(pictures, options.preview ?? 'auto', world);
    return exitCodes.done;
  } finally {
    progress.clear();
    interruption.release();
    for (const part of open.reverse()) await part.close();
  }
}

/** Downloads every picture and writes it; in order. */
async function savePictures(gateway: KlingGateway, task: TaskView, output: string | undefined) {
  const pictures = await Promise.all(task.imageUrls.map((url) => gateway.download(url)));
  const extensions = pictures.map(pictureExtension);
  if (pictures.length === 0 || extensions.includes(undefined)) {
    throw new CommandFailure('The task succeeded, but what it links to is no PNG or JPEG picture', {
      hint: task.imageUrls[0],
    });
  }
  const files = nameOutputFiles(output, task.id, pictures.length, extensions[0] ?? '.png');
  for (const [index, file] of files.entries()) await writePicture(file, pictures[index] ?? new Uint8Array());
  return { files, pictures };
}

/** The files' names on standard output, to be piped on; for `--json` one object. */
function report(world: CommandWorld, options: GenerateOptions, task: TaskView, files: readonly string[]): void {
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify({ task_id: task.id, files, urls: task.imageUrls })}\n`);
    return;
  }
  for (const file of files) world.stdout.write(`${file}\n`);
}
