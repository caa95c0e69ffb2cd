// `inkling nodes`: the processes that work on the database of the settings in force.
import type { Clock } from '../../core/clock.js';
import { nodeState } from '../../core/node-state.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { withStore } from '../keys/open-store.js';
import { formatTable } from '../text-table.js';

/** Seconds, minutes, hours or days, whichever is shortest to say. */
function formatAge(ms: number): string {
  const units: [string, number][] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
  ];
  for (const [unit, unitMs] of units) if (ms >= unitMs) return `${Math.floor(ms / unitMs)} ${unit}`;
  return `${Math.floor(ms / 1000)} s`;
}

/** Shows every process: `up`, or `silent` when it has not been heard of for 30 s. */
export async function listNodes(
  options: { json?: boolean },
  parts: { world: CommandWorld; clock: Clock },
): Promise<ExitCode> {
  const { world } = parts;
  const { nodes, now } = await withStore(parts, async (store) => ({
    nodes: await store.nodes.list(),
    now: await store.now(),
  }));
  if (options.json === true) {
    const shown = nodes.map((node) => ({
      id: node.id,
      role: node.role,
      state: nodeState(node.silentMs),
      host: node.host,
      pid: node.pid,
      version: node.version,
      running: node.running,
      started_at: new Date(node.startedAtMs).toISOString(),
      silent_ms: node.silentMs,
    }));
    world.stdout.write(`${JSON.stringify(shown)}\n`);
  } else if (nodes.length === 0) world.stderr.write('No process of the service is running on this database.\n');
  else {
    const rows = nodes.map((node) => [
      node.id,
      node.role,
      nodeState(node.silentMs),
      node.version,
      String(node.running),
      formatAge(Math.max(0, now - node.startedAtMs)),
      formatAge(node.silentMs),
    ]);
    world.stdout.write(formatTable(['ID', 'ROLE', 'STATE', 'VERSION', 'IN HAND', 'UP FOR', 'LAST HEARD'], rows));
  }
  return exitCodes.done;
}
