// What Prometheus is told: requests with their durations, open streams, unfinished tasks, and how the process feels.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { HttpParts } from './parts.js';

/** The metrics of one app. */
export interface HttpMetrics {
  /** One answered request. `seconds`: undefined for streams, whose duration says nothing. */
  observe(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** The text form, and its content type. */
  render(): Promise<{ text: string; contentType: string }>;
  /** Forgets everything. The process's own collectors have no end; they hold nothing open. */
  close(): void;
}

interface MetricsParts {
  tasks: Pick<HttpParts['tasks'], 'counts'>;
  streams: { readonly size: number };
  /** Metrics of other rooms, shown beside these. */
  metrics?: Registry;
}

/** Upper bounds in seconds: a submit is expected around 2 ms, `Prefer: wait` may take 60 s. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * Makes a registry of its own, so that two apps in one process do not mix. Routes are labelled by their pattern, never
 * by a URL: the number of series is bounded by the number of routes, methods and statuses.
 */
export function createHttpMetrics(parts: MetricsParts): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'inkling_http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durationBuckets,
    registers: [registry],
  });
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
  const shown = parts.metrics === undefined ? registry : Registry.merge([registry, parts.metrics]);
  return {
    observe: (labels, seconds) => durations.observe(labels, seconds),
    render: async () => ({ text: await shown.metrics(), contentType: shown.contentType }),
    close: () => registry.clear(),
  };
}
