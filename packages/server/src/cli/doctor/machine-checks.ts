// Checks of the machine: Node's version, cores and memory.
import { availableParallelism, totalmem } from 'node:os';
import type { Check } from './finding.js';

/** Oldest Node that the service promises to run on. */
const oldestNode = [20, 19] as const;
/** Below this a painting thread and the service hardly fit, bytes. */
const smallMemoryBytes = 1024 ** 3;

/** Node `version` (`20.19.1`) against the floor. */
export function nodeCheck(version: string): Check {
  return {
    name: 'Node',
    look: async () => {
      const [major = 0, minor = 0] = version.split('.').map(Number);
      const [oldMajor, oldMinor] = oldestNode;
      if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return { state: 'ok', detail: version };
      return {
        state: 'broken',
        detail: `${version} is too old`,
        advice: `install Node ${oldMajor}.${oldMinor} or newer`,
      };
    },
  };
}

/** Cores for painting, and whether their memory is there. */
export function machineCheck(paintThreads: number | null): Check {
  return {
    name: 'machine',
    look: async () => {
      const cores = availableParallelism();
      const memory = `${(totalmem() / 1024 ** 3).toFixed(1)} GiB of memory`;
      const threads = paintThreads ?? cores;
      const detail = `${cores} cores, ${memory}, ${threads} painting threads`;
      if (threads > 2 * cores) {
        return {
          state: 'warning',
          detail,
          advice: 'more threads than cores only get in each other’s way: lower INKLING_PAINT_THREADS',
        };
      }
      return totalmem() < smallMemoryBytes
        ? { state: 'warning', detail, advice: 'give it at least 1 GiB' }
        : { state: 'ok', detail };
    },
  };
}
