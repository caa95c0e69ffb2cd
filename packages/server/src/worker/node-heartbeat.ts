// Says now and then that this process is there, so that `inkling nodes`, the admin API and metrics can show it.
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import type { NodeRows, ServiceNode } from '../store/store.js';

export interface NodeHeartbeatParts {
  nodes: NodeRows;
  clock: Clock;
  log: Log;
  node: Omit<ServiceNode, 'running' | 'startedAtMs'>;
  /** Tasks in hand now. */
  running: () => number;
}

export interface NodeHeartbeat {
  start(): void;
  /** Takes the process off the list. */
  stop(): Promise<void>;
}

/** Time between two beats, ms: a third of what makes a process count as silent (core/node-state.ts). */
const beatMs = 10_000;

export function createNodeHeartbeat({ nodes, clock, log, node, running }: NodeHeartbeatParts): NodeHeartbeat {
  const stopping = new AbortController();
  const startedAtMs = clock.now();
  let loop: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await nodes.beat({ ...node, startedAtMs, running: running() });
      } catch (error) {
        log.warn({ err: error }, 'this process could not say that it is there');
      }
      await clock.sleep(beatMs, stopping.signal);
    }
    await nodes
      .leave(node.id)
      .catch((error: unknown) => log.debug({ err: error }, 'could not leave the list of nodes'));
  }

  return {
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
