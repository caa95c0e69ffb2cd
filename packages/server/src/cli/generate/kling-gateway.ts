// Speaks the Kling Images API to any gateway: Inkling itself, Kling, or whatever is compatible. The SDK does the talking;
// what is added here is what a command line needs: bounds against gateways that never stop, and failures told with the
// next step.
import { type ClientOptions, createClient } from '@inkling/client';
import { Agent, type Response, fetch as undiciFetch } from 'undici';
import { GatewayRefusal, toCommandFailure } from './gateway-failure.js';
import { readTask, type TaskView } from './task-answer.js';

export interface KlingGateway {
  /** Hands in a request. GatewayRefusal, GatewayUnreachable. */
  submit(body: Record<string, unknown>): Promise<TaskView>;
  query(taskId: string): Promise<TaskView>;
  /** The newest tasks, newest first. */
  list(count: number): Promise<TaskView[]>;
  /** The models as the gateway describes them, unchecked. */
  models(): Promise<readonly unknown[]>;
  /** The task's states as they come. A gateway without streams of events refuses. */
  follow(taskId: string, signal: AbortSignal): AsyncIterable<TaskView>;
  /** A picture's bytes; the key is not sent. */
  download(url: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const noModels = 'The answer holds no list of models';

type SdkFetch = NonNullable<ClientOptions['fetch']>;

/** Largest answer, bytes: pictures at 2k as PNG stay below 30 MB. */
const maxAnswerBytes = 100 * 1024 * 1024;
const connectTimeoutMs = 10_000;
/** Longest silence within an answer, ms. A submit may wait for the gateway to fetch a reference picture. */
const silenceTimeoutMs = 30_000;

/** The same answer, cut off with an error at `maxAnswerBytes`. */
function bounded(answer: Response): globalThis.Response {
  let length = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > maxAnswerBytes) controller.error(new Error('the answer is too large'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText } = answer;
  const headers = [...answer.headers] as [string, string][];
  return new globalThis.Response(answer.body?.pipeThrough(limit) ?? null, { status, statusText, headers });
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

/** `address` is that of resolveKlingAddress; `key` is sent as the bearer of every call but downloads. */
export function createKlingGateway(address: string, key: string): KlingGateway {
  const dispatcher = new Agent({
    connect: { timeout: connectTimeoutMs },
    headersTimeout: silenceTimeoutMs,
    bodyTimeout: silenceTimeoutMs,
  });
  const send = async (url: unknown, init: unknown): Promise<globalThis.Response> =>
    bounded(await undiciFetch(url as string, { ...(init as object), dispatcher }));
  // Retries are the follower's business: whoever waits for a first answer wants to know at once that nobody is there.
  const client = createClient({ baseUrl: address, apiKey: key, maxRetries: 0, fetch: send as SdkFetch });
  const { origin } = new URL(address);
  const { images } = client;

  /** Runs a call; what goes wrong is told in the command line's words. */
  async function told<Result>(call: () => Promise<Result>, place = origin): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      throw toCommandFailure(error, place);
    }
  }

  return {
    // The SDK's type of a request is narrower: what a gateway allows is for the gateway to say.
    submit: (body) => told(async () => toTask(await images.create(body as { prompt: string }))),
    query: (taskId) => told(async () => toTask(await images.get(taskId))),
    list: (pageSize) => told(async () => (await images.list({ pageSize })).map(toTask)),
    async models() {
      const models: unknown = await told(() => images.models());
      if (Array.isArray(models)) return models;
      throw new GatewayRefusal({ code: undefined, status: 404, message: noModels, retryAfterS: undefined });
    },
    async *follow(taskId, signal) {
      for await (const state of images.events(taskId, { signal, poll: false })) {
        const task = readTask(state);
        if (task) yield task;
      }
    },
    async download(url) {
      const place = URL.canParse(url) ? new URL(url).origin : url;
      const bytes = await told(() => images.download({ url }), place).catch((error: unknown) => {
        if (!(error instanceof GatewayRefusal)) throw error;
        const message = `The picture could not be downloaded from ${place}`;
        throw new GatewayRefusal({ code: undefined, status: error.status, message, retryAfterS: undefined });
      });
      return bytes;
    },
    close: () => dispatcher.destroy(),
  };
}
