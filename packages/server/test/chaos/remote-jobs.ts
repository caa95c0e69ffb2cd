// Somebody else's server that sells pictures, and the engine that buys there: intent first, then the job, then its id.
import type { IncomingMessage, ServerResponse } from 'node:http';
import sharp from 'sharp';
import type { Engine, EngineImage } from '../../src/engines/engine.js';
import { startReceiver } from '../support/http-receiver.js';

export interface RemoteServer {
  readonly origin: string;
  /** Jobs bought under each name. */
  readonly bought: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Takes `POST /NAME` as a job and answers `GET /NAME` with its number, 404 when there is none. */
export async function startRemoteServer(): Promise<RemoteServer> {
  const bought = new Map<string, number>();
  const receiver = await startReceiver(({ method, path }, response: ServerResponse<IncomingMessage>) => {
    const name = path.slice(1);
    if (method === 'POST') bought.set(name, (bought.get(name) ?? 0) + 1);
    response.statusCode = bought.has(name) ? 200 : 404;
    response.end(`job-of-${name}`);
  });
  return { origin: receiver.origin, bought, close: () => receiver.close() };
}

/** `atPoint` is called between the purchase and the saving of its id. */
export function createRemoteEngine(origin: string, atPoint: () => void): Engine {
  async function paint(width: number, height: number): Promise<EngineImage> {
    const bytes = await sharp({ create: { width, height, channels: 3, background: '#456' } })
      .png()
      .toBuffer();
    return { bytes, contentType: 'image/png', width, height };
  }

  return {
    name: 'remote',
    concurrency: 4,
    async start(job, context) {
      await context.saveOperation({ intent: job.taskId });
      const answer = await fetch(`${origin}/${job.taskId}`, { method: 'POST', signal: context.signal });
      const id = await answer.text();
      atPoint();
      await context.saveOperation({ intent: job.taskId, id });
      return { kind: 'done', images: [await paint(job.request.width, job.request.height)] };
    },
    async resume(operation, job, context) {
      const { intent } = operation as { intent: string };
      // Bought already? The server knows it by our name for it.
      const known = await fetch(`${origin}/${intent}`, { signal: context.signal });
      await known.arrayBuffer();
      if (known.status === 404) return this.start(job, context);
      return { kind: 'done', images: [await paint(job.request.width, job.request.height)] };
    },
    check: async () => 'remote',
    close: async () => undefined,
  };
}
