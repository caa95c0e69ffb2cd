// What Prometheus is told about engines: how each is, what it has in hand, how its jobs ended.
import type { Metrics } from '../core/metrics.js';
import type { EngineHealth } from './supervise-engine.js';

const states: readonly EngineHealth['state'][] = ['unused', 'ok', 'degraded', 'down'];

/** Shows what the supervisor knows, whenever it is asked for. */
export function showEngineMetrics(metrics: Pick<Metrics, 'read'>, health: () => EngineHealth[]): void {
  metrics.read('inkling_engine_state', () =>
    health().flatMap(({ key, state: own }) => states.map((state) => [[key, state], own === state ? 1 : 0] as const)),
  );
  metrics.read('inkling_engine_jobs', () =>
    health().flatMap(({ key, inFlight, watched }) => [
      [[key, 'in_hand'], inFlight] as const,
      [[key, 'watched'], watched] as const,
    ]),
  );
  // The supervisor counts; this only shows.
  metrics.read('inkling_engine_jobs_ended_total', () =>
    health().flatMap(({ key, ended }) =>
      Object.entries(ended).map(([outcome, count]) => [[key, outcome], count] as const),
    ),
  );
}
