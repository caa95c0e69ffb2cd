// What Prometheus is told about engines: how each is, what it has in hand, how its jobs ended.
import { Counter, Gauge, Registry } from 'prom-client';
import type { EngineHealth } from './supervise-engine.js';

const states: readonly EngineHealth['state'][] = ['unused', 'ok', 'degraded', 'down'];

/** A registry whose values are read when they are asked for. */
export function createEngineMetrics(health: () => EngineHealth[]): Registry {
  const registry = new Registry();
  new Gauge({
    name: 'inkling_engine_state',
    help: '1 for the state that an engine is in, 0 for the others.',
    labelNames: ['engine', 'state'] as const,
    registers: [registry],
    collect() {
      for (const engine of health())
        for (const state of states) this.set({ engine: engine.key, state }, engine.state === state ? 1 : 0);
    },
  });
  new Gauge({
    name: 'inkling_engine_jobs',
    help: 'Jobs of an engine: in hand here, or watched while they wait for something remote.',
    labelNames: ['engine', 'where'] as const,
    registers: [registry],
    collect() {
      for (const { key, inFlight, watched } of health()) {
        this.set({ engine: key, where: 'in_hand' }, inFlight);
        this.set({ engine: key, where: 'watched' }, watched);
      }
    },
  });
  new Counter({
    name: 'inkling_engine_jobs_ended_total',
    help: 'Jobs by how they ended: done, refused because of the request, faulty because of the engine.',
    labelNames: ['engine', 'outcome'] as const,
    registers: [registry],
    collect() {
      // The supervisor counts; this only shows.
      this.reset();
      for (const { key, ended } of health())
        for (const [outcome, count] of Object.entries(ended)) this.inc({ engine: key, outcome }, count);
    },
  });
  return registry;
}
