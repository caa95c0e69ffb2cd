// /healthz: the process answers. /readyz: it can take work: the database answers, pictures can be stored, and it is not
// about to stop.
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors.js';
import type { HttpParts } from '../parts.js';

type HealthParts = Pick<HttpParts, 'store' | 'storage' | 'tasks' | 'clock' | 'log'>;

/** Longest a part may take to answer, ms. */
const patienceMs = 2000;
/** How long an answer counts: anybody may ask, and asking writes to the disk, ms. */
const freshMs = 1000;

/** Adds both routes. */
export function addHealthRoutes(app: FastifyInstance, parts: HealthParts): void {
  app.get('/healthz', async () => ({ status: 'ok' }));

  let latest: { atMs: number; failing: Promise<string[]> } | undefined;

  /** Names of the parts that do not answer; asked at most once per second. */
  function failingParts(): Promise<string[]> {
    const nowMs = parts.clock.now();
    if (latest === undefined || nowMs - latest.atMs >= freshMs) latest = { atMs: nowMs, failing: askParts() };
    return latest.failing;
  }

  /** Asks all parts at the same time. */
  async function askParts(): Promise<string[]> {
    const names = ['store', 'storage'] as const;
    const works = await Promise.all(names.map((name) => answers(name)));
    return names.filter((_, index) => !works[index]);
  }

  /** Does the part answer in time? Why not is for the log alone. */
  async function answers(name: 'store' | 'storage'): Promise<boolean> {
    const stop = new AbortController();
    try {
      const late = parts.clock.sleep(patienceMs, stop.signal).then(() => {
        if (!stop.signal.aborted) throw new Error(`${name} did not answer within ${patienceMs} ms`);
      });
      await Promise.race([parts[name].check(), late]);
      return true;
    } catch (error) {
      parts.log.warn({ err: error }, 'a part is not ready');
      return false;
    } finally {
      stop.abort();
    }
  }

  app.get('/readyz', async () => {
    if (parts.tasks.draining) throw new AppError(5001);
    const failing = await failingParts();
    if (failing.length > 0) throw new AppError(5001, `Not ready: ${failing.join(', ')}`);
    return { status: 'ready' };
  });
}
