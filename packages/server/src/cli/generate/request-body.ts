// From the options of `inkling generate` to the body of a submit.
import { readFile } from 'node:fs/promises';
import { parseHttpUrl } from '../../config/network-name.js';
import { CommandFailure, describeSystemError } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';

/** The options as the command line gives them: texts, checked by the service, which knows each model's rules. */
export interface GenerateOptions {
  output?: string;
  model?: string;
  negative?: string;
  image?: string;
  imageReference?: string;
  imageFidelity?: string;
  humanFidelity?: string;
  ratio?: string;
  resolution?: string;
  format?: string;
  number?: string;
  seed?: string;
  watermark?: boolean;
  baseUrl?: string;
  key?: string;
  timeout?: string;
  json?: boolean;
  /** Where the picture is shown: `auto`, `kitty`, `iterm2`, `off`. */
  preview?: string;
}

/** A file that is read whole into memory as a reference picture: the contract's 10 MB and some room to let the service refuse. */
const maxImageBytes = 16 * 1024 * 1024;

/** The model that takes `image_reference`, and the one for everything else. */
const defaultModels = { withReferenceKind: 'kling-v1-5', otherwise: 'kling-v1' };

/** `png` or `jpg` by the name of the output file, where it says so. */
function formatOf(output: string | undefined): string | undefined {
  const extension = /\.(png|jpe?g)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  return extension === 'jpeg' ? 'jpg' : extension;
}

/** A number as a JSON number; what is none is refused here, because the service would name a field nobody typed. */
function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new CommandFailure(`${option} takes a number, not '${text}'`, { exitCode: exitCodes.usage });
}

/** A reference picture: URLs go as they are, files as base64. */
async function readImage(image: string): Promise<string> {
  if (/^https?:\/\//i.test(image) && parseHttpUrl(image)) return image;
  try {
    const bytes = await readFile(image);
    if (bytes.length <= maxImageBytes) return bytes.toString('base64');
  } catch (error) {
    throw new CommandFailure(`The picture '${image}' cannot be read: ${describeSystemError(error)}`, { cause: error });
  }
  throw new CommandFailure(`The picture '${image}' is too large`, {
    hint: 'at most 10 MB are accepted: make it smaller',
  });
}

/** The body of the submit; only what was asked for is in it, so that the service's defaults hold. */
export async function buildRequestBody(prompt: string, options: GenerateOptions): Promise<Record<string, unknown>> {
  const { withReferenceKind, otherwise } = defaultModels;
  const body = {
    model_name: options.model ?? (options.imageReference === undefined ? otherwise : withReferenceKind),
    prompt,
    negative_prompt: options.negative,
    image: options.image === undefined ? undefined : await readImage(options.image),
    image_reference: options.imageReference,
    image_fidelity: readNumber('--image-fidelity', options.imageFidelity),
    human_fidelity: readNumber('--human-fidelity', options.humanFidelity),
    output_format: options.format ?? formatOf(options.output),
    n: readNumber('--number', options.number),
    aspect_ratio: options.ratio,
    resolution: options.resolution,
    seed: readNumber('--seed', options.seed),
    watermark_info: options.watermark === true ? { enabled: true } : undefined,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
