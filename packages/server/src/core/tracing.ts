// Traces as the rest of the house sees them: spans with explicit parents, as W3C `traceparent` texts, because a trace goes
// through rows and processes and not along a call stack. Off unless the operator names a collector (telemetry/otel).

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanStart {
  /** `traceparent` of the span it belongs under; undefined begins a trace. One that is malformed counts as none. */
  parent?: string | undefined;
  kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  attributes?: SpanAttributes;
  /** When it began, Unix ms, where that was before now. */
  startMs?: number;
}

export interface Span {
  /** `00-<trace id>-<span id>-<flags>`: what children and other processes name as their parent. */
  readonly traceparent: string;
  set(attributes: SpanAttributes): void;
  /** Ends it, as failed where there is an error. Twice is harmless. */
  end(error?: unknown): void;
}

export interface Tracer {
  start(name: string, options?: SpanStart): Span;
  /** Sends what is left, and gives up after a few seconds. */
  close(): Promise<void>;
}

/** Runs `work` inside a span that ends with it. */
export async function inSpan<Result>(
  tracer: Pick<Tracer, 'start'>,
  name: string,
  options: SpanStart,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = tracer.start(name, options);
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}

/** A `traceparent` of version 00 by W3C Trace Context §3.2.2; the ids are not all zeros. */
export function isTraceparent(text: string | undefined): text is string {
  return text !== undefined && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(text);
}
