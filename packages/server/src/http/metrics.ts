// What Prometheus is told: what all rooms have counted, requests and open streams, and how the process feels.
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createMetrics, type Metrics, metricsContentType } from '../core/metrics.js';
import { nodeState } from '../core/node-state.js';
import type { HttpParts } from './parts.js';

/** What a request is counted under. All three come from small sets of ours or of Node's, so series are bounded. */
interface RequestLabels {
  method: string;
  /** Pattern of the route, never a URL. */
  route: string;
  status: number;
}

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
  streams: { readonly size: number };
  nodes?: HttpParts['nodes'];
  /** Where the other rooms count. */
  metrics?: Metrics | undefined;
}

/** Makes a registry of its own for the process's metrics, so that two apps in one process do not mix. */
export function createHttpMetrics(parts: MetricsParts): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = parts.metrics ?? createMetrics();
  metrics.read('inkling_http_event_streams', () => parts.streams.size);
  const { nodes } = parts;
  if (nodes) metrics.read('inkling_nodes', async () => countNodes(await nodes.list()));
  return {
    observe({ method, route, status }, seconds) {
      metrics.observe('inkling_http_request_duration_seconds', [method, route, String(status)], seconds);
    },
    render: async () => ({
      text: `${await metrics.render()}${await registry.metrics()}`,
      contentType: metricsContentType,
    }),
    close: () => registry.clear(),
  };
}

/** How many processes there are of each role and state. */
function countNodes(list: readonly { role: string; silentMs: number }[]): [[string, string], number][] {
  const counts = new Map<string, number>();
  for (const { role, silentMs } of list) {
    const key = `${role} ${nodeState(silentMs)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => [key.split(' ') as [string, string], count]);
}
