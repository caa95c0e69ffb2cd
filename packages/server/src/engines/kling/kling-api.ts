// The upstream's API, one call a method: authorised, held to the configured origin, bounded in time and bytes. Every
// answer comes back as what it means; only the end of the job's own signal is thrown.
import { z } from 'zod';
import type { Clock } from '../../core/clock.js';
import type { GuardedRequest, GuardedResponse } from '../../outbound/guarded-fetch.js';
import { OutboundError } from '../../outbound/outbound-error.js';
import type { CircuitBreaker } from '../upstream/circuit-breaker.js';
import type { UpstreamFetch } from '../upstream/upstream-fetch.js';
import type { KeyCredential } from './key-credential.js';
import { envelopeSchema, judge, type Verdict } from './verdict.js';

/** A task as the upstream shows it: only what is read of it. */
const upstreamTaskSchema = z.object({
  task_id: z.coerce.string().min(1),
  task_status: z.enum(['submitted', 'processing', 'succeed', 'failed']),
  task_status_msg: z.string().nullish(),
  task_result: z
    .object({ images: z.array(z.object({ url: z.string(), watermark_url: z.string().nullish() })) })
    .nullish(),
});
export type UpstreamTask = z.infer<typeof upstreamTaskSchema>;
const submittedSchema = upstreamTaskSchema.pick({ task_id: true });

/** What came of a call. `retryAfterMs`: when the upstream would rather be asked again. */
export type CallOutcome<Value> = { kind: 'ok'; value: Value; retryAfterMs: number | undefined } | Verdict;

export interface KlingApi {
  submit(keyId: string, body: string, signal?: AbortSignal): Promise<CallOutcome<{ upstreamTaskId: string }>>;
  /** By the upstream's id or by our external id. */
  find(keyId: string, id: string, signal?: AbortSignal): Promise<CallOutcome<UpstreamTask>>;
  /** Newest first; `page` from 1. Tasks that cannot be read are left out. */
  list(keyId: string, page: number, pageSize: number): Promise<CallOutcome<{ tasks: UpstreamTask[]; count: number }>>;
  /** Another Inkling can cancel; by either id. */
  cancel(keyId: string, id: string): Promise<CallOutcome<unknown>>;
}

export interface KlingApiParts {
  /** Origin and prefix: `https://api-singapore.klingai.com/v1`. */
  base: string;
  upstream: UpstreamFetch;
  credentials: ReadonlyMap<string, KeyCredential>;
  breaker: CircuitBreaker;
  clock: Pick<Clock, 'now'>;
  /** Cleans what the upstream said. */
  scrub(text: string): string;
  /** Whole time of a call, ms. */
  timeouts: { submitMs: number; queryMs: number };
}

/** Largest answer that is read: a page of 500 tasks with nine pictures each is below 4 MB. */
const maxAnswerBytes = 16 * 1024 * 1024;

export function createKlingApi(parts: KlingApiParts): KlingApi {
  const { breaker } = parts;
  const route = `${parts.base}/images/generations`;

  async function call(
    keyId: string,
    url: string,
    request: GuardedRequest,
    mayRenew = true,
  ): Promise<CallOutcome<unknown>> {
    const credential = parts.credentials.get(keyId);
    if (!credential) return { kind: 'configuration', reason: 'the key is no longer configured' };
    let response: GuardedResponse;
    let text: string;
    try {
      const headers = { authorization: await credential.authorization(), 'content-type': 'application/json' };
      response = await parts.upstream.fetch(url, { ...request, headers, maxBytes: maxAnswerBytes });
      text = Buffer.from(await response.bytes()).toString('utf8');
    } catch (error) {
      if (request.signal?.aborted) throw error;
      return failedCall(error);
    }
    const retryAfterMs = readRetryAfter(response.headers['retry-after'], parts.clock);
    const envelope = envelopeSchema.safeParse(parseJson(text));
    if (response.status === 200 && envelope.success && envelope.data.code === 0) {
      breaker.succeeded();
      return { kind: 'ok', value: envelope.data.data, retryAfterMs };
    }
    const verdict = judge({
      status: response.status,
      code: envelope.success ? envelope.data.code : undefined,
      message: envelope.success ? parts.scrub(envelope.data.message ?? '') : '',
      retryAfterMs,
    });
    if (verdict.kind === 'doubt') breaker.failed();
    else breaker.succeeded();
    if (verdict.kind === 'key' && verdict.stale && mayRenew) {
      const dated = Date.parse(response.headers.date ?? '');
      // A token that was refused for its time did nothing: the same call again, once.
      if (credential.renew(Number.isNaN(dated) ? undefined : dated)) return call(keyId, url, request, false);
    }
    return verdict;
  }

  /** No answer, or none that could be read. */
  function failedCall(error: unknown): Verdict {
    const reason = parts.scrub(error instanceof Error ? error.message : String(error));
    if (error instanceof OutboundError && ['forbidden', 'redirect', 'bad-url'].includes(error.reason))
      return { kind: 'configuration', reason };
    if (error instanceof OutboundError && error.reason === 'closed')
      return { kind: 'doubt', reason, retryAfterMs: undefined };
    breaker.failed();
    return { kind: 'doubt', reason, retryAfterMs: undefined };
  }

  /** An answer of 200 that is not what the API promises leaves everybody in doubt. */
  function read<Schema extends z.ZodType>(
    outcome: CallOutcome<unknown>,
    schema: Schema,
  ): CallOutcome<z.output<Schema>> {
    if (outcome.kind !== 'ok') return outcome;
    const parsed = schema.safeParse(outcome.value);
    if (parsed.success) return { ...outcome, value: parsed.data };
    return { kind: 'doubt', reason: 'the answer is not that of a Kling API', retryAfterMs: undefined };
  }

  const queryOptions = (signal?: AbortSignal): GuardedRequest => ({
    timeoutMs: parts.timeouts.queryMs,
    ...(signal ? { signal } : {}),
  });
  return {
    async submit(keyId, body, signal) {
      const request = {
        method: 'POST' as const,
        body,
        timeoutMs: parts.timeouts.submitMs,
        ...(signal ? { signal } : {}),
      };
      const outcome = read(await call(keyId, route, request), submittedSchema);
      return outcome.kind === 'ok' ? { ...outcome, value: { upstreamTaskId: outcome.value.task_id } } : outcome;
    },
    async find(keyId, id, signal) {
      return read(await call(keyId, `${route}/${encodeURIComponent(id)}`, queryOptions(signal)), upstreamTaskSchema);
    },
    async list(keyId, page, pageSize) {
      const url = `${route}?pageNum=${page}&pageSize=${pageSize}`;
      const outcome = read(await call(keyId, url, queryOptions()), z.array(z.unknown()));
      if (outcome.kind !== 'ok') return outcome;
      const tasks = outcome.value.flatMap((item) => upstreamTaskSchema.safeParse(item).data ?? []);
      return { ...outcome, value: { tasks, count: outcome.value.length } };
    },
    cancel: (keyId, id) =>
      call(keyId, `${route}/${encodeURIComponent(id)}/cancel`, { ...queryOptions(), method: 'POST' }),
  };
}

/** Undefined for what is not JSON; an envelope it is not then. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Longest wait that is believed, ms: an hour. */
const maxRetryAfterMs = 3_600_000;

/** `Retry-After` in either form (RFC 9110, 10.2.3), ms from now; undefined for none or nonsense. */
export function readRetryAfter(value: string | undefined, clock: Pick<Clock, 'now'>): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - clock.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), maxRetryAfterMs);
}
