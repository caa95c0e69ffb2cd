// WebSockets to servers that the operator named, through the same guard on addresses as every other call.
import { WebSocket } from 'undici';
import { createAddressPolicy } from './address-policy.js';
import { createGuardedAgent } from './guarded-agent.js';

export interface SocketHandlers {
  onOpen?(): void;
  /** Every text message; binary ones (previews) are dropped. */
  onText(text: string): void;
  /** Once, when it is over: closed by either side, broken, or never connected. */
  onClose(): void;
}

export interface SocketOpener {
  /** Opens one (`ws:` or `wss:`); the function returned closes it. */
  open(url: string, headers: Readonly<Record<string, string>>, handlers: SocketHandlers): () => void;
  /** Closes all of them. Twice is harmless. */
  close(): Promise<void>;
}

/** Longest wait for TCP and TLS, ms. */
const connectTimeoutMs = 5000;

/** `allowPrivate`: as in GuardedFetchOptions. */
export function createSocketOpener(allowPrivate: readonly string[]): SocketOpener {
  const agent = createGuardedAgent({ policy: createAddressPolicy(allowPrivate), connectTimeoutMs });
  const closes = new Set<() => void>();
  let closing: Promise<void> | undefined;
  return {
    open(url, headers, handlers) {
      const socket = new WebSocket(url, { dispatcher: agent.dispatcher, headers: { ...headers } });
      const close = () => {
        closes.delete(close);
        socket.close();
      };
      closes.add(close);
      let over = false;
      const end = () => {
        closes.delete(close);
        if (over) return;
        over = true;
        handlers.onClose();
      };
      socket.addEventListener('open', () => handlers.onOpen?.());
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && !over) handlers.onText(data);
      });
      socket.addEventListener('error', end);
      socket.addEventListener('close', end);
      return close;
    },
    close() {
      closing ??= (async () => {
        for (const close of closes) close();
        await agent.destroy();
      })();
      return closing;
    },
  };
}
