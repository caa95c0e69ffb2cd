// Everything that watches: metrics always, traces where a collector is named. Main hands each part through its wrapper.
import type { Clock } from '../core/clock.js';
import { createMetrics, type Metrics } from '../core/metrics.js';
import type { Tracer } from '../core/tracing.js';
import { readVersion } from '../core/version.js';
import type { EngineRegistry } from '../engines/engine-registry.js';
import type { GuardedFetch } from '../outbound/guarded-fetch.js';
import type { Storage } from '../storage/storage.js';
import type { Store } from '../store/store.js';
import { measureEngines, measureOutbound, measureStorage } from './measure-parts.js';
import { measureStore } from './measure-store.js';
import { createTraceWrappers } from './trace-parts.js';

export interface TelemetryOptions {
  /** OpenTelemetry collector; null: no traces. */
  otelEndpoint: string | null;
  /** Name of this process among those of the service. */
  instanceId: string;
  clock: Clock;
  /** Key of the engine that serves a model; 'none' for a model that is no longer configured. */
  engineOf: (model: string) => string;
}

export interface Telemetry {
  readonly metrics: Metrics;
  /** Absent while tracing is off. */
  readonly tracer?: Tracer;
  store(store: Store): Store;
  storage(storage: Storage): Storage;
  engines(engines: EngineRegistry): EngineRegistry;
  outbound(outbound: GuardedFetch): GuardedFetch;
  /** `traceparent` for the request that delivers this callback; undefined where it is not traced. */
  traceParentOf(deliveryId: string): string | undefined;
  /** Sends what is left of the traces. */
  close(): Promise<void>;
}

/** Opens it; OpenTelemetry's code is loaded only where it is used. */
export async function openTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { otelEndpoint, instanceId, clock, engineOf } = options;
  const version = readVersion();
  const metrics = createMetrics();
  metrics.read('inkling_build_info', () => [[[version], 1]]);
  let tracer: Tracer | undefined;
  if (otelEndpoint !== null) {
    const { createOtelTracer } = await import('./otel/otel-tracer.js');
    tracer = createOtelTracer({ endpoint: otelEndpoint, version, instanceId });
  }
  const traced = tracer && createTraceWrappers(tracer);
  return {
    metrics,
    ...(tracer === undefined ? {} : { tracer }),
    store(store) {
      const measured = measureStore(store, { metrics, clock, engineOf });
      return traced?.store(measured) ?? measured;
    },
    storage(storage) {
      const measured = measureStorage(storage, metrics);
      return traced?.storage(measured) ?? measured;
    },
    engines(engines) {
      const measured = measureEngines(engines, metrics);
      return traced?.engines(measured) ?? measured;
    },
    outbound: (outbound) => measureOutbound(outbound, metrics),
    traceParentOf: (deliveryId) => traced?.parentOfDelivery(deliveryId),
    close: async () => tracer?.close(),
  };
}
