// Receives callbacks: believes only signed ones, answers at once, and does the work once however often it is told.
// Usage: npm install @inkling/client && WEBHOOK_SECRET=whsec_… node receiver.ts
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type ImageTask, verifyWebhook } from '@inkling/client';

/** Both secrets while they rotate: `WEBHOOK_SECRET=whsec_new,whsec_old`. */
const secrets = (process.env.WEBHOOK_SECRET ?? '').split(',');
const port = Number(process.env.PORT ?? 3000);
/** A database's unique column in real life: the same callback may come more than once. */
const seen = new Set<string>();

async function work(task: ImageTask): Promise<void> {
  console.log(
    task.task_id,
    task.task_status,
    task.task_result?.images.map((image) => image.url) ?? task.task_status_msg,
  );
}

createServer(async (request, response) => {
  let task: ImageTask;
  try {
    // The raw bytes: parsing and printing them again would change what was signed.
    task = await verifyWebhook(secrets, { headers: request.headers, body: await buffer(request) });
  } catch (error) {
    console.error(String(error));
    response.writeHead(400).end();
    return;
  }
  // Answered before the work: a receiver that takes longer than 15 s is told again.
  response.writeHead(204).end();
  const id = String(request.headers['webhook-id']);
  if (seen.has(id)) return;
  seen.add(id);
  await work(task);
}).listen(port, () => console.log(`listening on http://127.0.0.1:${port}/`));
