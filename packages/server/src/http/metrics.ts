// What Prometheus is told: requests with their durations, open streams, unfinished tasks, and how the process feels.
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { nodeState } from '../core/node-state.js';
import type { HttpParts } from './parts.js';
import { createRequestDurations, type RequestLabels } from './request-durations.js';

/** The metrics of one app. */
export interface HttpMetrics {
  /** One answered request. */
  observe(labels: RequestLabels, seconds: number): void;
  /** The text form, and its content type. */
  render(): Promise<{ text: string; contentType: string }>;
  /** Forgets everything. The process's own collectors have no end; they hold nothing open. */
  close(): void;
}

interface MetricsParts {
  tasks: Pick<HttpParts['tasks'], 'counts'>;
  streams: { readonly size: number };
  nodes?: HttpParts['nodes'];
  /** Metrics of other rooms, shown beside these. */
  metrics?: Registry;
}

/**
 * Makes a registry of its own, so that two apps in one process do not mix.
 * Durations of requests are counted beside it, see request-durations.ts.
 */
export function createHttpMetrics(parts: MetricsParts): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = createRequestDurations();
  new Gauge({
    name: 'inkling_http_event_streams',
    help: 'Open event streams.',
    registers: [registry],
    collect() {
      this.set(parts.streams.size);
    },
  });
  new Gauge({
    name: 'inkling_tasks',
    help: 'Unfinished tasks by state.',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      // Asked when Prometheus asks: a count kept up in between would be one more thing that can be wrong.
      const counts = await parts.tasks.counts();
      this.set({ state: 'waiting' }, counts.waiting);
      this.set({ state: 'running' }, counts.running);
    },
  });
  const { nodes } = parts;
  if (nodes) {
    new Gauge({
      name: 'inkling_nodes',
      help: 'Processes of the service by role and state: up, or silent for 30 s.',
      labelNames: ['role', 'state'] as const,
      registers: [registry],
      async collect() {
        this.reset();
        for (const { role, silentMs } of await nodes.list()) this.inc({ role, state: nodeState(silentMs) });
      },
    });
  }
  const shown = parts.metrics === undefined ? registry : Registry.merge([registry, parts.metrics]);
  return {
    observe: durations.observe,
    render: async () => ({
      text: `${await shown.metrics()}\n${durations.render()}\n`,
      contentType: shown.contentType,
    }),
    close: () => registry.clear(),
  };
}
