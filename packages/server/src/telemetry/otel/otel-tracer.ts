// Traces for OpenTelemetry: spans are batched and posted to a collector by OTLP over HTTP. Loaded only where a collector is
// named. Whoever runs it can set the SDK's own variables too: OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS and so on.
import { type Context, type Span as OtelSpan, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { isTraceparent, type Span, type SpanStart, type Tracer } from '../../core/tracing.js';

export interface OtelTracerOptions {
  /** Base URL of the collector, without `/v1/traces`. */
  endpoint: string;
  version: string;
  /** Tells processes of one service apart. */
  instanceId: string;
}

/** Time between two posts of finished spans, ms: short, so that little is lost with a process that dies. */
const exportEveryMs = 1000;
/** Longest `close` waits for the collector, ms. */
const closeTimeoutMs = 2000;

const kinds = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/** Makes the tracer; a collector that does not answer costs spans, never work. */
export function createOtelTracer(options: OtelTracerOptions): Tracer {
  const exporter = new OTLPTraceExporter({ url: `${options.endpoint}/v1/traces`, timeoutMillis: 5000 });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'inkling',
      'service.version': options.version,
      'service.instance.id': options.instanceId,
    }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: exportEveryMs })],
  });
  const tracer = provider.getTracer('inkling', options.version);
  return {
    start(name: string, { parent, kind = 'internal', attributes, startMs }: SpanStart = {}): Span {
      const span = tracer.startSpan(
        name,
        {
          kind: kinds[kind],
          ...(attributes === undefined ? {} : { attributes }),
          ...(startMs === undefined ? {} : { startTime: startMs }),
        },
        contextOf(parent),
      );
      return wrapSpan(span);
    },
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closeTimeoutMs);
      });
      // A collector that is away must not keep a stop waiting, nor fail it.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}

/** The context below which a span begins. */
function contextOf(parent: string | undefined): Context {
  if (!isTraceparent(parent)) return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = '00'] = parent.split('-');
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
}

function wrapSpan(span: OtelSpan): Span {
  const { traceId, spanId, traceFlags } = span.spanContext();
  let isOpen = true;
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    set(attributes) {
      span.setAttributes(attributes);
    },
    end(error) {
      if (!isOpen) return;
      isOpen = false;
      // The name alone: messages may quote what callers sent.
      if (error !== undefined)
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      span.end();
    },
  };
}
