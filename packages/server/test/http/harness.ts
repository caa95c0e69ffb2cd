// A real server on a port of the system's choice, over the fakes, and what tests need to talk to it.
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../src/core/clock.js';
import { createLog } from '../../src/core/log.js';
import { builtInModels } from '../../src/core/model.js';
import { createApp } from '../../src/http/app.js';
import { defaultHttpSettings, type HttpParts, type HttpSettings } from '../../src/http/parts.js';
import {
  type FakeReferences,
  type FakeStorage,
  type FakeTasks,
  fakeAccounts,
  fakePolicy,
  fakeReferences,
  fakeStorage,
  fakeTasks,
  keys,
} from './fakes.js';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
  /** Parsed body; undefined where it is no JSON. */
  json: Record<string, unknown> & { data?: Record<string, unknown> };
}

export interface CallOptions {
  method?: string;
  headers?: Record<string, string | string[]>;
  /** An object is sent as JSON; text and bytes as they are. */
  body?: unknown;
  /** Null: no Authorization header. */
  key?: string | null;
}

export interface TestServer {
  app: FastifyInstance;
  port: number;
  origin: string;
  tasks: FakeTasks;
  storage: FakeStorage;
  references: FakeReferences;
  /** Every log line, parsed. */
  logLines: Record<string, unknown>[];
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** POST of a body to the gateway dialect. */
  submit(body: unknown, options?: CallOptions): Promise<Answer>;
  /** Sends bytes as they are and resolves to everything that came back until the server closed the socket. */
  raw(...chunks: (string | Buffer)[]): Promise<string>;
}

/** A submit that is right in both dialects. */
export const goodBody = { model_name: 'kling-v1', prompt: 'a red fox' };

/** Starts a server that stops with the test. */
export async function startServer(
  context: Pick<TestContext, 'after'>,
  settings: Partial<HttpSettings> = {},
  parts: Partial<HttpParts> = {},
): Promise<TestServer> {
  const logLines: Record<string, unknown>[] = [];
  const log = await createLog({
    level: 'debug',
    format: 'json',
    stream: { write: (line) => void logLines.push(JSON.parse(line)) },
  });
  const tasks = fakeTasks();
  const storage = fakeStorage();
  const references = fakeReferences();
  const app = createApp({
    tasks,
    accounts: fakeAccounts,
    policy: fakePolicy,
    references,
    storage,
    store: { check: async () => undefined },
    packs: { listPacks: async () => [] },
    thumbnails: { get: async () => Buffer.from('a thumbnail') },
    gallery: { page: async () => ({ tasks: [], next: undefined }), marks: async () => [] },
    // Closed: the routes are there to be described; test/service/admin.test.ts opens them.
    admin: { administration: {} as never, taskAdministration: {} as never, store: {} as never, adminKey: null },
    models: builtInModels,
    clock: systemClock,
    log,
    settings: { ...defaultHttpSettings, closeTimeoutMs: 200, ...settings },
    ...parts,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  context.after(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  const call = (path: string, options?: CallOptions) => callPort(port, path, options);
  return {
    app,
    port,
    origin: `http://127.0.0.1:${port}`,
    tasks,
    storage,
    references,
    logLines,
    call,
    submit: (body, options) => call('/kling/v1/images/generations', { method: 'POST', body, ...options }),
    raw: (...chunks) => exchange(port, chunks),
  };
}

/** One request; the path goes out exactly as it is written. */
async function callPort(port: number, path: string, options: CallOptions = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, key = keys.alice } = options;
  const bytes = body === undefined ? undefined : toBytes(body);
  const requestOptions: RequestOptions = {
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(bytes && !headers['transfer-encoding'] ? { 'content-length': String(bytes.length) } : {}),
      ...headers,
    },
  };
  const request = httpRequest(requestOptions);
  // Once the answer is there, a body that nobody reads any more may break off.
  request.on('error', () => undefined);
  request.end(bytes);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return { status: response.statusCode ?? 0, headers: response.headers, text, json: parseOrEmpty(text) };
}

function toBytes(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function parseOrEmpty(text: string): Answer['json'] {
  try {
    return JSON.parse(text) as Answer['json'];
  } catch {
    return {};
  }
}

async function exchange(port: number, chunks: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk));
  for (const chunk of chunks) socket.write(chunk);
  await once(socket, 'close');
  return Buffer.concat(received).toString('utf8');
}
