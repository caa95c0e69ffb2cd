// An OpenTelemetry collector as far as traces need one: takes OTLP over HTTP in JSON and keeps the spans.
import { startReceiver } from './http-receiver.js';

export interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  /** Empty for the first of a trace that nobody began before. */
  parentSpanId: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  isError: boolean;
  attributes: Record<string, unknown>;
  /** `service.instance.id` of the process. */
  instance: string;
  startMs: number;
  endMs: number;
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

interface OtlpBody {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        kind: number;
        status?: { code?: number };
        attributes: Attribute[];
        startTimeUnixNano: string;
        endTimeUnixNano: string;
      }[];
    }[];
  }[];
}

export interface OtlpReceiver {
  readonly origin: string;
  /** Every span so far. */
  spans(): ReceivedSpan[];
  /** Paths and content types of what came. */
  readonly posts: readonly { path: string; type: string }[];
  /** Resolves with all spans once there are some for which `enough` holds. */
  until(enough: (spans: ReceivedSpan[]) => boolean): Promise<ReceivedSpan[]>;
  close(): Promise<void>;
}

const values = (attributes: Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const posts: { path: string; type: string }[] = [];
  const receiver = await startReceiver((request, response) => {
    posts.push({ path: request.path, type: String(request.headers['content-type']) });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const spans = (): ReceivedSpan[] =>
    receiver.requests.flatMap(({ body }) =>
      (JSON.parse(body) as OtlpBody).resourceSpans.flatMap(({ resource, scopeSpans }) =>
        scopeSpans.flatMap((scope) =>
          scope.spans.map((span) => ({
            name: span.name,
            traceId: span.traceId,
            spanId: span.spanId,
            parentSpanId: span.parentSpanId ?? '',
            kind: span.kind,
            isError: span.status?.code === 2,
            attributes: values(span.attributes),
            instance: String(values(resource.attributes)['service.instance.id']),
            startMs: Number(BigInt(span.startTimeUnixNano) / 1_000_000n),
            endMs: Number(BigInt(span.endTimeUnixNano) / 1_000_000n),
          })),
        ),
      ),
    );
  return {
    origin: receiver.origin,
    spans,
    posts,
    async until(enough) {
      for (;;) {
        const all = spans();
        if (enough(all)) return all;
        await receiver.received(receiver.requests.length + 1);
      }
    },
    close: () => receiver.close(),
  };
}
