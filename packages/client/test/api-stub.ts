// A real HTTP server for tests of the SDK: it answers from a list and remembers what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}
export type Answer = (request: Seen, response: ServerResponse) => void;

export interface ApiStub {
  origin: string;
  seen: Seen[];
  /** Answers still to be given, first one first. */
  answers: Answer[];
  /** Answers whatever the list has no answer for. */
  always?: Answer;
  close(): Promise<void>;
}

/** Starts the server on a port of the system's choice. */
export async function startApiStub(): Promise<ApiStub> {
  const seen: Seen[] = [];
  const stub: ApiStub = { origin: '', seen, answers: [], close: async () => undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const entry = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(entry);
      const answer = stub.answers.shift() ?? stub.always;
      if (answer) answer(entry, response);
      else response.writeHead(599).end('unexpected');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  stub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stub.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return stub;
}

/** A success with this data. */
export const ok =
  (data: unknown): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: 0, message: 'SUCCEED', request_id: 'r1', data }));
  };

/** An error in the API's envelope. */
export const fail =
  (status: number, code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(JSON.stringify({ code, message: `error ${code}`, request_id: 'r2' }));
  };

/** The connection breaks. */
export const reset: Answer = (_request, response) => void response.socket?.resetAndDestroy();

/** A task in this state. */
export const task = (status: string, more = {}) => ({
  task_id: 't1',
  task_status: status,
  created_at: 1,
  updated_at: 2,
  ...more,
});
