// A far-away Kling for tests: a real HTTP server that keeps tasks, counts what was bought, and fails as it is told to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { pixelSize } from '../../../src/core/model.js';

export interface FakeTask {
  id: string;
  externalId: string;
  body: Record<string, unknown>;
  status: 'submitted' | 'processing' | 'succeed' | 'failed';
  message: string;
  looks: number;
  createdMs: number;
}

export interface FakeCall {
  kind: 'submit' | 'find' | 'list' | 'cancel' | 'picture' | 'other';
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What happens to one call instead of the usual; `usual` does what would have been done. */
export type Trick = (response: ServerResponse, usual: () => void) => void;

export interface FakeKling {
  readonly origin: string;
  readonly calls: FakeCall[];
  readonly tasks: Map<string, FakeTask>;
  /** How often each external id was bought. */
  bought(): Map<string, number>;
  /** Tricks for the next calls of a kind, one each; `always` for all of them. */
  next(kind: FakeCall['kind'], ...tricks: Trick[]): void;
  always(kind: FakeCall['kind'], trick: Trick | undefined): void;
  /** Resolves once `count` calls of a kind have come in. */
  called(kind: FakeCall['kind'], count?: number): Promise<void>;
  /** Looks at a task after which it has succeeded; Infinity: only when told. */
  looksUntilDone: number;
  finish(task: FakeTask, status?: 'succeed' | 'failed', message?: string): void;
  close(): Promise<void>;
}

/** Refuses as the API does. */
export const refuse =
  (status: number, code: number, message: string, headers: Record<string, string> = {}): Trick =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ code, message, request_id: 'r' }));
  };
/** Answers with something that is no envelope. */
export const answerText =
  (status: number, text: string, headers: Record<string, string> = {}): Trick =>
  (response) => {
    response.writeHead(status, headers).end(text);
  };
/** The connection breaks before anything is done. */
export const hangUp: Trick = (response) => response.destroy();
/** It is done, and the connection breaks before the answer. */
export const doAndHangUp: Trick = (response, usual) => {
  // The usual answer goes nowhere.
  response.end = (() => response) as typeof response.end;
  response.writeHead = (() => response) as typeof response.writeHead;
  usual();
  response.destroy();
};
export interface FakeKlingOptions {
  /** How an unknown task is refused. */
  dialect?: 'vendor' | 'gateway';
  prefix?: string;
  /** Keys that are let in; absent: everybody. */
  keys?: readonly string[];
  /** Set false: the same external id may be used twice. */
  uniqueExternalIds?: boolean;
  /** Content of pictures, instead of those asked for. */
  picture?: (task: FakeTask) => Promise<{ bytes: Uint8Array }>;
  /** Origin in the links to pictures. */
  linkOrigin?: string;
}

export async function startFakeKling(options: FakeKlingOptions = {}): Promise<FakeKling> {
  const { dialect = 'vendor', prefix = '/v1', uniqueExternalIds = true } = options;
  const route = `${prefix}/images/generations`;
  const tasks = new Map<string, FakeTask>();
  const calls: FakeCall[] = [];
  const tricks = new Map<FakeCall['kind'], Trick[]>();
  const steady = new Map<FakeCall['kind'], Trick>();
  const waiting: { kind: FakeCall['kind']; count: number; resolve: () => void }[] = [];
  const buys: string[] = [];

  const fake: FakeKling = {
    origin: '',
    calls,
    tasks,
    looksUntilDone: 2,
    bought() {
      const counts = new Map<string, number>();
      for (const id of buys) counts.set(id, (counts.get(id) ?? 0) + 1);
      return counts;
    },
    next: (kind, ...list) => void tricks.set(kind, [...(tricks.get(kind) ?? []), ...list]),
    always(kind, trick) {
      if (trick) steady.set(kind, trick);
      else steady.delete(kind);
    },
    called(kind, count = 1) {
      return new Promise((resolve) => {
        waiting.push({ kind, count, resolve });
        tell();
      });
    },
    finish(task, status = 'succeed', message = '') {
      task.status = status;
      task.message = message;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function tell(): void {
    for (const entry of [...waiting]) {
      if (calls.filter((call) => call.kind === entry.kind).length < entry.count) continue;
      waiting.splice(waiting.indexOf(entry), 1);
      entry.resolve();
    }
  }
  const succeed = (response: ServerResponse, data: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: 0, message: 'SUCCEED', request_id: 'r', data }));
  };
  const unknown = (response: ServerResponse, id: string) =>
    dialect === 'vendor'
      ? refuse(400, 1201, `Task not found by id/external id: ${id}`)(response, () => undefined)
      : refuse(404, 1203, `Task not found by id/external id: ${id}`)(response, () => undefined);

  function show(task: FakeTask) {
    const n = Number(task.body.n ?? 1);
    const file = (index: number, twin = '') =>
      `${options.linkOrigin ?? fake.origin}/pictures/${task.id}/${index}${twin}?signature=secret`;
    const marked = (task.body.watermark_info as { enabled?: boolean } | undefined)?.enabled === true;
    return {
      task_id: task.id,
      task_status: task.status,
      task_status_msg: task.message,
      task_info: { external_task_id: task.externalId },
      created_at: task.createdMs,
      updated_at: task.createdMs,
      ...(task.status === 'succeed'
        ? {
            task_result: {
              images: Array.from({ length: n }, (_, index) => ({
                index,
                url: file(index),
                ...(marked ? { watermark_url: file(index, 'w') } : {}),
              })),
            },
          }
        : {}),
    };
  }
  function look(task: FakeTask): void {
    task.looks += 1;
    if (task.status === 'submitted' || task.status === 'processing')
      task.status = task.looks >= fake.looksUntilDone ? 'succeed' : 'processing';
  }
  function submit(body: string, response: ServerResponse): void {
    const fields = JSON.parse(body) as Record<string, unknown>;
    const externalId = String(fields.external_task_id ?? '');
    if (uniqueExternalIds && [...tasks.values()].some((task) => task.externalId === externalId))
      refuse(400, 1201, `External_task_id ${externalId} already exists`)(response, () => undefined);
    else accept(fields, externalId, response);
  }
  function accept(fields: Record<string, unknown>, externalId: string, response: ServerResponse): void {
    const id = `up-${tasks.size + 1}`;
    const createdMs = tasks.size + 1;
    tasks.set(id, { id, externalId, body: fields, status: 'submitted', message: '', looks: 0, createdMs });
    buys.push(externalId);
    succeed(response, { task_id: id, task_status: 'submitted', created_at: createdMs, updated_at: createdMs });
  }
  const findTask = (id: string) => tasks.get(id) ?? [...tasks.values()].find((task) => task.externalId === id);

  async function sendPicture(path: string, response: ServerResponse): Promise<void> {
    const task = tasks.get(path.split('/')[2] ?? '');
    if (!task) return void response.writeHead(404).end();
    const size = pixelSize(String(task.body.aspect_ratio), (task.body.resolution as '1k' | undefined) ?? '1k');
    const flat = sharp({ create: { width: 1, height: 1, ...size, channels: 3, background: '#456' } });
    const made = options.picture
      ? (await options.picture(task)).bytes
      : await (task.body.output_format === 'jpg' ? flat.jpeg() : flat.png()).toBuffer();
    response.writeHead(200).end(made);
  }

  function kindOf(method: string, path: string): FakeCall['kind'] {
    if (path.startsWith('/pictures/')) return 'picture';
    if (method === 'POST' && path === route) return 'submit';
    if (method === 'POST' && path.endsWith('/cancel')) return 'cancel';
    if (method === 'GET' && path === route) return 'list';
    return method === 'GET' && path.startsWith(`${route}/`) ? 'find' : 'other';
  }
  function usual(
    kind: FakeCall['kind'],
    url: URL,
    headers: IncomingMessage['headers'],
    body: string,
    response: ServerResponse,
  ) {
    if (kind === 'picture') return void sendPicture(url.pathname, response);
    if (options.keys && !options.keys.some((key) => headers.authorization === `Bearer ${key}`))
      return refuse(401, 1002, `Authorization is invalid: ${headers.authorization}`)(response, () => undefined);
    if (kind === 'submit') return submit(body, response);
    if (kind === 'list') {
      const size = Number(url.searchParams.get('pageSize'));
      const start = (Number(url.searchParams.get('pageNum')) - 1) * size;
      const page = [...tasks.values()].reverse().slice(start, start + size);
      for (const task of page) look(task);
      return succeed(response, page.map(show));
    }
    const id = decodeURIComponent(url.pathname.slice(route.length + 1).replace(/\/cancel$/, ''));
    const task = findTask(id);
    if (!task || kind === 'other') return unknown(response, id);
    if (kind === 'find') look(task);
    else fake.finish(task, 'failed', 'Cancelled by the caller');
    succeed(response, show(task));
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://fake');
      const kind = kindOf(request.method ?? '', url.pathname);
      const body = Buffer.concat(chunks).toString();
      calls.push({ kind, url: request.url ?? '', headers: request.headers, body });
      const trick = tricks.get(kind)?.shift() ?? steady.get(kind);
      const go = () => usual(kind, url, request.headers, body, response);
      if (trick) trick(response, go);
      else go();
      tell();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(fake, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  return fake;
}
