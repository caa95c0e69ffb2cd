// Checks a request before anything is painted, so that every later room may trust it.
import { type IllustrateRequest, IllustratorError } from './request.js';

const maxPromptCodePoints = 2500;
const leastSide = 64;
const mostSide = 4096;
/** Above this many pixels a painting would need more memory than a thread may have. */
const mostPixels = 4096 * 4096;

function fail(field: string, message: string): never {
  throw new IllustratorError('invalid', field, message);
}

function checkText(field: string, text: unknown, least: number): void {
  if (typeof text !== 'string') fail(field, `${field} must be text`);
  const length = [...text].length;
  if (length > maxPromptCodePoints) fail(field, `${field} has ${length} characters, at most ${maxPromptCodePoints}`);
  if (text.trim().length < least) fail(field, `${field} must not be empty`);
}

function checkWhole(field: string, value: unknown, least: number, most: number): void {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
    fail(field, `${field} value ${String(value)} is invalid, allowed: whole numbers from ${least} to ${most}`);
  }
}

function checkShare(field: string, value: unknown): void {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    fail(field, `${field} value ${String(value)} is invalid, allowed: 0 to 1`);
}

/** Throws an IllustratorError that names the first field at fault; returns nothing when the request is sound. */
export function checkRequest(request: IllustrateRequest): void {
  // With a reference picture the prompt may be short, but it is never empty on the wire either.
  checkText('prompt', request.prompt, 1);
  if (request.negativePrompt !== undefined) checkText('negativePrompt', request.negativePrompt, 0);
  checkWhole('width', request.width, leastSide, mostSide);
  checkWhole('height', request.height, leastSide, mostSide);
  if (request.width * request.height > mostPixels) fail('width', `${request.width}x${request.height} is too large`);
  checkWhole('seed', request.seed, 0, 2 ** 32 - 1);
  if (request.index !== undefined) checkWhole('index', request.index, 0, 9999);
  if (request.format !== 'png' && request.format !== 'jpg')
    fail('format', `format value '${String(request.format)}' is invalid, allowed values: png, jpg`);
  const { reference } = request;
  if (!reference) return;
  if (!(reference.bytes instanceof Uint8Array) || reference.bytes.length === 0)
    fail('reference', 'reference must hold the bytes of a PNG or JPEG');
  checkShare('imageFidelity', reference.imageFidelity);
  checkShare('humanFidelity', reference.humanFidelity);
}
