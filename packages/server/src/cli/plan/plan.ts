// `inkling plan`: how the illustrator understands a prompt, without painting it.
import type { Plan, PlanPromptOptions } from '@inkling/illustrator';
import { pixelSize } from '../../core/model.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { type TextStyle, textStyleFor } from '../text-style.js';
import { readLines } from './read-lines.js';

export interface PlanOptions {
  negative?: string;
  ratio?: string;
  seed?: string;
  json?: boolean;
}

export interface PlanParts {
  world: CommandWorld;
  planPrompt(prompt: string, options: PlanPromptOptions): Promise<Plan>;
}

/**
 * Plans one prompt, or with `-` each line of standard input. JSON is one object a line, in the order of the lines; a
 * line that cannot be planned gives `{"error": …}` in its place, and the exit code 1.
 */
export async function plan(prompt: string, options: PlanOptions, parts: PlanParts): Promise<ExitCode> {
  const { world, planPrompt } = parts;
  const settings = readPlanOptions(options);
  const json = options.json === true;
  const show = (found: Plan): string =>
    json ? `${JSON.stringify(found)}\n` : formatPlan(found, textStyleFor(world.stdout, world.env));
  if (prompt !== '-') {
    world.stdout.write(show(await guarded(() => planPrompt(prompt, settings))));
    return exitCodes.done;
  }
  let failed = false;
  for await (const line of readLines(world.stdin)) {
    try {
      world.stdout.write(show(await planPrompt(line, settings)));
    } catch (error) {
      failed = true;
      const message = error instanceof Error ? error.message : String(error);
      world.stdout.write(json ? `${JSON.stringify({ error: message })}\n` : `${message}\n\n`);
    }
  }
  return failed ? exitCodes.failed : exitCodes.done;
}

/** What the illustrator refuses is the person's to mend. */
async function guarded(job: () => Promise<Plan>): Promise<Plan> {
  try {
    return await job();
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function readPlanOptions(options: PlanOptions): PlanPromptOptions {
  const size = pixelSize(options.ratio ?? '1:1', '1k');
  if (size === undefined) {
    throw new CommandFailure(`--ratio takes a ratio such as 16:9, not '${options.ratio}'`, {
      exitCode: exitCodes.usage,
    });
  }
  const seed = options.seed === undefined ? 0 : Number(options.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new CommandFailure(`--seed takes a whole number below 2^32, not '${options.seed}'`, {
      exitCode: exitCodes.usage,
    });
  }
  return { ...size, seed, ...(options.negative === undefined ? {} : { negativePrompt: options.negative }) };
}

/** `left 12–40 %, top 30–85 %` */
function formatBox([left, top, right, bottom]: Plan['lettering'][number]['box']): string {
  const span = (from: number, to: number): string => `${Math.round(from * 100)}–${Math.round(to * 100)} %`;
  return `across ${span(left, right)}, down ${span(top, bottom)}`;
}

/** The plan for people: the scene, then a line for each thing in it. */
function formatPlan(found: Plan, style: TextStyle): string {
  const line = (label: string, text: string): string => `${style.dim(label.padEnd(10))}${text}\n`;
  const subjects = found.subjects.map(({ noun, concept, colour, box }) => {
    const what = colour === null ? concept : `${colour} ${concept}`;
    return line('subject', `${style.bold(noun)}  ${what}  ${style.dim(formatBox(box))}`);
  });
  const lettering = found.lettering.map(({ text, box }) =>
    line('lettering', `${style.bold(text)}  ${style.dim(formatBox(box))}`),
  );
  const unplaced = found.unplaced.length === 0 ? [] : [line('unplaced', style.warn(found.unplaced.join(', ')))];
  return [
    line('scene', `${found.setting}, ${found.time}, ${found.weather}`),
    line('style', found.style),
    ...subjects,
    ...lettering,
    ...unplaced,
    '\n',
  ].join('');
}
