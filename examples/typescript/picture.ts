// A picture with the SDK, and how far it is. Usage (Node 22.18 or newer runs TypeScript as it is):
//   npm install @inkling/client && node picture.ts "a red fox in the snow" 1
// INKLING_URL and INKLING_API_KEY say where and with which key; by default the server of this machine.
import { readFile, writeFile } from 'node:fs/promises';
import { createClient, KlingError } from '@inkling/client';

const [prompt = 'a red fox in the snow at sunset, oil painting', count = '1'] = process.argv.slice(2);
const client = createClient({
  baseUrl: `${process.env.INKLING_URL ?? 'http://127.0.0.1:8790'}/kling/v1`,
  apiKey: process.env.INKLING_API_KEY ?? (await readFile('data/api-key', 'utf8')).trim(),
});

try {
  const { task, images } = await client.images.generate(
    { model_name: 'kling-v1', prompt, n: Number(count) },
    { onState: ({ task_status, progress = 0 }) => console.log(`${task_status} ${Math.round(progress * 100)} %`) },
  );
  for (const { index, bytes } of images) {
    await writeFile(`fox-${index}.png`, bytes);
    console.log(`fox-${index}.png of task ${task.task_id}`);
  }
} catch (error) {
  // The message names the field, the value and what is allowed.
  console.error(error instanceof KlingError ? `${error.reason}: ${error.message}` : error);
  process.exitCode = 1;
}
