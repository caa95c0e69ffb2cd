// An engine whose jobs do what their prompts say, as a module that the service loads by its path.
//
// `progress 0.5 1 0`: tells how far each picture is, then goes on until it is cancelled. `stumble`: fails at its first
// try, succeeds at the next. Anything else is done at once, with a twin where a watermark is wanted.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = `
import sharp from ${JSON.stringify(import.meta.resolve('sharp'))};

export function createEngine() {
  const tried = new Set();
  return {
    name: 'scripted',
    concurrency: 8,
    async start({ taskId, request }, context) {
      const [word, ...numbers] = request.prompt.split(' ');
      if (word === 'progress') {
        const each = numbers.map(Number);
        context.reportProgress(each.reduce((sum, one) => sum + one, 0) / each.length, each);
        await new Promise((_, reject) => {
          context.signal.addEventListener('abort', () => reject(context.signal.reason), { once: true });
        });
      }
      if (word === 'stumble' && !tried.has(taskId)) {
        tried.add(taskId);
        throw new Error('as it was told');
      }
      const { width, height } = request;
      const bytes = await sharp({ create: { width, height, channels: 3, background: '#446688' } }).png().toBuffer();
      const image = { bytes, contentType: 'image/png', width, height, ...(request.watermark && { watermarked: bytes }) };
      return { kind: 'done', images: Array.from({ length: request.n }, () => image) };
    },
    check: async () => 'does what it is told',
    close: async () => undefined,
  };
}
`;

/** Writes the module into a folder; returns its path. */
export async function writeScriptedEngine(folder: string): Promise<string> {
  const path = join(folder, 'scripted-engine.mjs');
  await writeFile(path, source);
  return path;
}
