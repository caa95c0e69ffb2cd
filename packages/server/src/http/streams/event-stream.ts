// One open stream of server-sent events (WHATWG HTML §9.2). Events are states of the task, so a reader that is too slow
// for some of them misses nothing: it gets the latest one when its socket has room again.
import type { ServerResponse } from 'node:http';

/** One event before it is written. */
export interface StreamEvent {
  /** `Last-Event-ID` of a client that has seen it. */
  id: string;
  /** Its type, as a listener asks for it. */
  name: string;
  /** Written as JSON on one line. */
  data: unknown;
}

/** A stream that has been opened. Its methods do nothing once it has ended. */
export interface EventStream {
  /** Sends the event, unless it is the one sent last. */
  send(event: StreamEvent): void;
  /** A comment that keeps proxies from closing a silent connection. */
  beat(): void;
  /** Sends what is held back and ends the answer. */
  end(): void;
}

/** How long a client waits before it connects again, ms. */
const reconnectMs = 1000;

/** Starts a stream on a response whose head is not sent yet; `lastEventId`: the event the client has seen already. */
export function openEventStream(
  response: ServerResponse,
  headers: Record<string, number | string | string[] | undefined>,
  lastEventId: string | undefined,
): EventStream {
  // What the client has seen, as far as we know; what waits for room; whether there is none.
  let lastId = lastEventId;
  let heldBack: StreamEvent | undefined;
  let blocked = false;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Asks nginx not to collect events before passing them on.
    'x-accel-buffering': 'no',
  });
  response.on('drain', () => {
    blocked = false;
    const next = heldBack;
    heldBack = undefined;
    if (next !== undefined) write(next);
  });
  response.write(`retry: ${reconnectMs}\n\n`);

  /** Writes now. `write` returns false when the socket's buffer is full: `drain` will tell. */
  function write(event: StreamEvent): void {
    lastId = event.id;
    blocked = !response.write(`id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
  }

  return {
    send(event) {
      if (response.writableEnded || event.id === lastId) return;
      if (blocked) heldBack = event;
      else write(event);
    },
    beat() {
      if (!response.writableEnded && !blocked) blocked = !response.write(': still here\n\n');
    },
    end() {
      if (response.writableEnded) return;
      if (heldBack !== undefined) write(heldBack);
      response.end();
    },
  };
}
