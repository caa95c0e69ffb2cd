// Where pictures are written.
import { writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { CommandFailure, describeSystemError } from '../command-failure.js';
import { makeFolder } from '../make-folder.js';

/**
 * The file of each of `count` pictures: `out.png` itself for one, `out-0.png`, `out-1.png`, … for several. Without a
 * name it is made from the task's id and `extension` (`.png`, `.jpg`).
 */
export function nameOutputFiles(
  output: string | undefined,
  taskId: string,
  count: number,
  extension: string,
): string[] {
  const whole = output ?? `inkling-${taskId.replace(/[^\w-]/g, '').slice(0, 32)}${extension}`;
  if (count === 1) return [whole];
  const end = extname(whole);
  const stem = end === '' ? whole : whole.slice(0, -end.length);
  return Array.from({ length: count }, (_, index) => `${stem}-${index}${end}`);
}

/** Writes a picture, making its folder where needed; what was there is replaced. */
export async function writePicture(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, bytes);
  } catch (error) {
    throw new CommandFailure(`'${file}' cannot be written: ${describeSystemError(error)}`, { cause: error });
  }
}

/** `.png` or `.jpg` by the first bytes; what is neither is no picture of this API. */
export function pictureExtension(bytes: Uint8Array): '.png' | '.jpg' | undefined {
  const starts = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return '.png';
  return starts(0xff, 0xd8, 0xff) ? '.jpg' : undefined;
}
