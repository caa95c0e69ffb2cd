// What ComfyUI servers say over their WebSockets while they work, handed to whoever follows a prompt. Only news: what is
// missed (a broken socket, another process under the same id) is seen by looking at the server.
import type { Clock } from '../../core/clock.js';
import type { SocketOpener } from '../../outbound/socket-opener.js';
import { member } from '../upstream/call-json.js';

export type PromptListener = (type: string, data: unknown) => void;

/** A socket that is kept open. */
export interface HeldSocket {
  /** Resolves once it is open, or could not be opened at the first try. */
  ready: Promise<void>;
  release(): void;
}

export interface ServerEvents {
  /** Opens the socket of a client id and keeps it open until `release`. What is said before it is open is missed. */
  hold(serverUrl: string, clientId: string): HeldSocket;
  /** Listens to one prompt that was queued under a client id. Returns the function that stops it. */
  listen(serverUrl: string, clientId: string, promptId: string, listener: PromptListener): () => void;
  close(): Promise<void>;
}

/** Pauses before a socket is opened again, ms: doubled each time it did not open. */
const reconnectMs = { first: 1000, most: 30_000 };

/** One socket per server and client id, open while somebody listens. */
export function createServerEvents(
  opener: SocketOpener,
  headers: Readonly<Record<string, string>>,
  clock: Clock,
): ServerEvents {
  const channels = new Map<string, ReturnType<typeof openChannel>>();

  function openChannel(url: string) {
    const listeners = new Map<string, PromptListener>();
    const over = new AbortController();
    let settle = () => {};
    const ready = new Promise<void>((resolve) => {
      settle = resolve;
    });
    let closeSocket = () => {};
    let pauseMs = reconnectMs.first;
    function connect(): void {
      closeSocket = opener.open(url, headers, {
        onOpen: () => {
          pauseMs = reconnectMs.first;
          settle();
        },
        onText(text) {
          const message = parse(text);
          const data = member(message, 'data');
          const [type, promptId] = [member(message, 'type'), member(data, 'prompt_id')];
          if (typeof type === 'string' && typeof promptId === 'string') listeners.get(promptId)?.(type, data);
        },
        onClose: () => {
          settle();
          void clock.sleep(pauseMs, over.signal).then(() => over.signal.aborted || connect());
          pauseMs = Math.min(pauseMs * 2, reconnectMs.most);
        },
      });
    }
    connect();
    return {
      listeners,
      ready,
      holders: 0,
      close() {
        over.abort();
        closeSocket();
      },
    };
  }

  /** The open socket of this address, held once more. */
  function take(url: string) {
    const channel = channels.get(url) ?? openChannel(url);
    channels.set(url, channel);
    channel.holders += 1;
    return channel;
  }

  function giveBack(url: string, channel: ReturnType<typeof openChannel>): void {
    channel.holders -= 1;
    if (channel.holders > 0 || channels.get(url) !== channel) return;
    channels.delete(url);
    channel.close();
  }

  return {
    hold(serverUrl, clientId) {
      const url = socketUrl(serverUrl, clientId);
      const channel = take(url);
      return { ready: channel.ready, release: () => giveBack(url, channel) };
    },
    listen(serverUrl, clientId, promptId, listener) {
      const url = socketUrl(serverUrl, clientId);
      const channel = take(url);
      channel.listeners.set(promptId, listener);
      return () => {
        channel.listeners.delete(promptId);
        giveBack(url, channel);
      };
    },
    async close() {
      for (const channel of channels.values()) channel.close();
      channels.clear();
      await opener.close();
    },
  };
}

/** `http://host/base` → `ws://host/base/ws?clientId=…`. */
function socketUrl(serverUrl: string, clientId: string): string {
  return `${serverUrl.replace(/^http/i, 'ws').replace(/\/+$/, '')}/ws?clientId=${encodeURIComponent(clientId)}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
