// What happens on a socket outside of routes: bytes that are no HTTP, requests that are too slow or too large in their
// head, bodies that nobody will read, and `Expect`.
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import { newToken } from '../core/ids.js';
import type { Log } from '../core/log.js';
import { failureBody, HttpRefusal, toFailure } from './failure.js';

/** How long the rest of a refused body is read and dropped, so that the sender gets to see the answer, ms. */
const lingerMs = 10_000;
/** How long the rest of what is no HTTP is read and dropped, ms. */
const refusedLingerMs = 2000;

/** Request line and headers together, bytes. */
export const maxHeaderBytes = 16 * 1024;

/** What the HTTP parser's error is called when it reaches a caller. */
function refusalOf(error: NodeJS.ErrnoException): HttpRefusal {
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return new HttpRefusal(431, 1201, `Request headers are too large: at most ${maxHeaderBytes} bytes are accepted`);
  if (error.code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return new HttpRefusal(413, 1201, 'Chunk extensions of the request body are too large');
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return new HttpRefusal(408, 1200, 'Request was not received in time');
  return new HttpRefusal(400, 1200, 'Request is not valid HTTP');
}

/** Sockets on which a request was answered before all of it came; a second answer would only confuse. */
const answeredEarly = new WeakSet<Socket>();

/** Has an answer already begun on this socket? Node keeps the response there; its own handler looks at it too. */
function answerBegan(socket: Socket): boolean {
  if (answeredEarly.has(socket)) return true;
  return (socket as Socket & { _httpMessage?: ServerResponse })._httpMessage?.headersSent === true;
}

/** Answers what never became a request with the usual envelope, then closes the socket. */
export function createClientErrorHandler(log: Log) {
  const refused = new WeakSet<Socket>();
  return function onClientError(error: NodeJS.ErrnoException, socket: Socket): void {
    // Whatever else it sends is no HTTP either; it is dropped until the socket is closed.
    if (refused.has(socket)) return;
    if (!socket.writable || error.code === 'ECONNRESET' || answerBegan(socket)) {
      socket.destroy();
      return;
    }
    refused.add(socket);
    const requestId = newToken();
    const failure = toFailure(refusalOf(error));
    const body = JSON.stringify(failureBody(failure, requestId));
    log.info({ request_id: requestId, status: failure.status, code: failure.code }, 'request refused by the parser');
    socket.end(
      `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}\r\nconnection: close\r\n` +
        `content-type: application/json; charset=utf-8\r\nx-request-id: ${requestId}\r\n` +
        `x-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    // Closing at once would reset the connection of a peer that is still sending, and the answer would be lost.
    const timer = setTimeout(() => socket.destroy(), refusedLingerMs).unref();
    socket.once('close', () => clearTimeout(timer));
  };
}

/**
 * Call it before an answer goes out: where the body is not all read, the rest is dropped for a while and then the socket.
 * Closing at once would reset the connection, and a sender in the middle of its upload would never see why.
 */
export function lingerOverBody(request: IncomingMessage): void {
  const { headers, socket } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody || request.complete || request.destroyed) return;
  answeredEarly.add(socket);
  // Node calls this when the answer is out and the connection is not to be kept: only our half is closed then.
  socket.destroySoon = () => void socket.end();
  const timer = setTimeout(() => socket.destroy(), lingerMs).unref();
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => {
    answeredEarly.delete(socket);
    socket.destroySoon = Socket.prototype.destroySoon;
    if (socket.writableEnded) socket.destroySoon();
  });
  request.resume();
}

/**
 * Hands requests with `Expect` to the router as they are. Without these listeners Node would invite every body before
 * its sender is known, and answer other expectations with a page of its own.
 */
export function routeExpectations(server: Server): void {
  const route = (request: IncomingMessage, response: ServerResponse) => server.emit('request', request, response);
  server.on('checkContinue', route);
  server.on('checkExpectation', route);
}
