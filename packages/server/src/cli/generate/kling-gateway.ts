// Speaks the Kling Images API to any gateway: Inkling itself, Kling, or whatever is compatible.
import { Agent, interceptors, request } from 'undici';
import { readEvents } from './event-lines.js';
import { GatewayRefusal, toUnreachable } from './gateway-failure.js';
import { readTask, type TaskView } from './task-answer.js';

export interface KlingGateway {
  /** Hands in a request. GatewayRefusal, GatewayUnreachable. */
  submit(body: Record<string, unknown>): Promise<TaskView>;
  query(taskId: string): Promise<TaskView>;
  /** The task's states as they come; ends with the stream. A gateway without streams refuses. */
  follow(taskId: string, signal: AbortSignal): AsyncIterable<TaskView>;
  cancel(taskId: string): Promise<void>;
  /** A picture's bytes. */
  download(url: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Largest JSON answer, bytes. */
const maxJsonBytes = 4 * 1024 * 1024;
/** Largest picture, bytes: 2k as PNG stays below 30 MB. */
const maxPictureBytes = 100 * 1024 * 1024;
const connectTimeoutMs = 10_000;
/** Longest silence within an answer, ms. A submit may wait for the gateway to fetch a reference picture. */
const silenceTimeoutMs = 30_000;
const maxRedirects = 5;

/** The whole of a body; stops at `maxBytes`. */
async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) {
      throw Object.assign(new Error('answer too large'), { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The value of a JSON text, or undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The refusal an answer stands for; undefined when it is a success. */
function refusalOf(status: number, answer: unknown, retryAfter: string | undefined): GatewayRefusal | undefined {
  const { code, message } = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  // Gateways have been seen to send the code as a string.
  const known =
    code === undefined || code === null || code === '' || Number.isNaN(Number(code)) ? undefined : Number(code);
  if (status < 400 && known === 0) return undefined;
  const seconds = Number(retryAfter);
  return new GatewayRefusal({
    code: known,
    status,
    message: typeof message === 'string' ? message : known === undefined ? 'The answer is not that of a Kling API' : '',
    retryAfterS: retryAfter !== undefined && seconds >= 0 ? seconds : undefined,
  });
}

/** `address` is that of resolveKlingAddress; `key` is sent as the bearer of every call but downloads. */
export function createKlingGateway(address: string, key: string): KlingGateway {
  const dispatcher = new Agent({
    connect: { timeout: connectTimeoutMs },
    headersTimeout: silenceTimeoutMs,
    bodyTimeout: silenceTimeoutMs,
  });
  const downloads = dispatcher.compose(interceptors.redirect({ maxRedirections: maxRedirects }));
  const { origin } = new URL(address);
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' };

  async function call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    try {
      const answer = await request(`${address}/images/generations${path}`, {
        method,
        dispatcher,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const value = parseJson((await readBody(answer.body, maxJsonBytes)).toString('utf8'));
      const refusal = refusalOf(answer.statusCode, value, String(answer.headers['retry-after'] ?? '') || undefined);
      if (refusal) throw refusal;
      return (value as { data?: unknown }).data;
    } catch (error) {
      throw error instanceof GatewayRefusal ? error : toUnreachable(error, origin);
    }
  }

  /** The task of an answer, or a refusal when there is none in it. */
  function toTask(data: unknown): TaskView {
    const task = readTask(data);
    if (task) return task;
    throw new GatewayRefusal({
      code: undefined,
      status: 200,
      message: 'The answer holds no task',
      retryAfterS: undefined,
    });
  }

  return {
    submit: async (body) => toTask(await call('POST', '', body)),
    query: async (taskId) => toTask(await call('GET', `/${encodeURIComponent(taskId)}`)),
    async *follow(taskId, signal) {
      const answer = await request(`${address}/images/generations/${encodeURIComponent(taskId)}/events`, {
        dispatcher,
        headers: { ...headers, accept: 'text/event-stream' },
        signal,
      });
      const stream = String(answer.headers['content-type'] ?? '').startsWith('text/event-stream');
      if (answer.statusCode !== 200 || !stream) {
        await answer.body.dump();
        throw new Error('this gateway has no event streams');
      }
      for await (const data of readEvents(answer.body)) {
        const task = readTask(parseJson(data));
        if (task) yield task;
      }
    },
    async cancel(taskId) {
      await call('POST', `/${encodeURIComponent(taskId)}/cancel`, {});
    },
    async download(url) {
      try {
        const answer = await request(url, { dispatcher: downloads });
        const bytes = await readBody(answer.body, maxPictureBytes);
        if (answer.statusCode === 200) return bytes;
        const message = `The picture could not be downloaded from ${new URL(url).origin}`;
        throw new GatewayRefusal({ code: undefined, status: answer.statusCode, message, retryAfterS: undefined });
      } catch (error) {
        throw error instanceof GatewayRefusal
          ? error
          : toUnreachable(error, URL.canParse(url) ? new URL(url).origin : url);
      }
    },
    close: () => dispatcher.destroy(),
  };
}
