// An engine of your own: asks a server that answers a prompt with a PNG. Bind a model to it in the configuration file:
//   "engines": { "mine": { "type": "module", "path": "./custom-engine.ts", "options": { "url": "http://127.0.0.1:9000" } } },
//   "models": { "my-model": { "engine": "mine", "referenceUses": [], "maxN": 4 } }
import type { Engine, EngineJob } from '../packages/server/src/engines/engine.js';

export function createEngine({ url }: { url: string }): Engine {
  async function draw({ request }: EngineJob, index: number, signal: AbortSignal) {
    const { prompt, width, height } = request;
    const body = JSON.stringify({ prompt, width, height, seed: request.seed + index });
    const response = await fetch(url, { method: 'POST', body, signal });
    // A fault of the request is told to the caller; any other error is tried again, with growing pauses.
    if (response.status === 422)
      throw Object.assign(new Error(await response.text()), { name: 'EngineError', fault: 'request' });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, contentType: 'image/png' as const, width, height };
  }

  return {
    name: 'my own',
    concurrency: 2, // jobs at a time in one process
    async start(job, context) {
      const images = [];
      for (let index = 0; index < job.request.n; index += 1) {
        images.push(await draw(job, index, context.signal));
        const done = Array.from({ length: job.request.n }, (_, place) => (place < images.length ? 1 : 0));
        context.reportProgress(images.length / job.request.n, done);
      }
      return { kind: 'done', images };
    },
    async check() {
      await fetch(url, { method: 'HEAD' });
      return `${url} answers`;
    },
    async close() {},
  };
}
