// Which server gets the next job: of those that answer, the one with the least to do.
import type { Clock } from '../../core/clock.js';
import type { ComfyUiServer } from './comfyui-server.js';

export interface ServerPool {
  readonly servers: readonly ComfyUiServer[];
  find(url: string): ComfyUiServer | undefined;
  /** The least busy server, counted as busier by one until `release`; undefined when none answers. */
  take(signal: AbortSignal): Promise<{ server: ComfyUiServer; release(): void } | undefined>;
  /** It did not answer: left out for a while. */
  markDown(server: ComfyUiServer, reason: unknown): void;
  /** The last reason why a server was left out. */
  readonly lastReason: unknown;
}

/** How long a server that did not answer is not asked again, ms. */
const restMs = 10_000;

export function createServerPool(servers: readonly ComfyUiServer[], clock: Clock): ServerPool {
  const downUntilMs = new Map<ComfyUiServer, number>();
  /** Jobs on their way: not all of them are in the server's queue yet. */
  const taken = new Map<ComfyUiServer, number>();
  let lastReason: unknown;
  const markDown = (server: ComfyUiServer, reason: unknown) => {
    downUntilMs.set(server, clock.now() + restMs);
    lastReason = reason;
  };

  /** Its load, or undefined when it does not answer. */
  async function weigh(server: ComfyUiServer, signal: AbortSignal): Promise<number | undefined> {
    if ((downUntilMs.get(server) ?? 0) > clock.now()) return undefined;
    try {
      // Whoever else uses it counts too. Ours may be counted twice: once here, once there; for all servers alike.
      return (await server.queueLength(signal)) + (taken.get(server) ?? 0);
    } catch (error) {
      signal.throwIfAborted();
      markDown(server, error);
      return undefined;
    }
  }

  return {
    servers,
    find: (url) => servers.find((server) => server.url === url),
    async take(signal) {
      const weighed = await Promise.all(servers.map(async (server) => ({ server, load: await weigh(server, signal) })));
      const [best] = weighed
        .flatMap(({ server, load }) => (load === undefined ? [] : [{ server, load }]))
        // `taken` once more: several jobs may have been weighed at the same moment.
        .sort((one, other) => one.load - other.load || (taken.get(one.server) ?? 0) - (taken.get(other.server) ?? 0));
      if (!best) return undefined;
      const { server } = best;
      taken.set(server, (taken.get(server) ?? 0) + 1);
      let held = true;
      const release = () => {
        if (held) taken.set(server, (taken.get(server) ?? 1) - 1);
        held = false;
      };
      return { server, release };
    },
    markDown,
    get lastReason() {
      return lastReason;
    },
  };
}
