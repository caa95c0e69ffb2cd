// One call to an engine's server: JSON, a form or nothing goes out, JSON comes back, and whatever goes wrong on the way is
// an EngineError that says which server and never a key.
import { OutboundError } from '../../outbound/outbound-error.js';
import { EngineError } from '../engine.js';
import type { UpstreamFetch } from './upstream-fetch.js';

export interface JsonCall {
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, with the headers' content type. */
  body?: Uint8Array;
  signal: AbortSignal;
  /** Cap on the whole call, ms. */
  timeoutMs: number;
  /** Most bytes of the answer; default 1 MiB. */
  maxBytes?: number;
}

export interface JsonAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Undefined when the body is no JSON. */
  json: unknown;
}

const mebibyte = 1024 * 1024;

/**
 * The answer, whatever its status. Rejects with an EngineError (`ours`) when none came, or the reason of `signal`: what
 * the server did with the request is then unknown.
 */
export async function callJson(
  upstream: Pick<UpstreamFetch, 'fetch'>,
  url: string,
  call: JsonCall,
): Promise<JsonAnswer> {
  const { json, signal, timeoutMs } = call;
  const body = json === undefined ? call.body : JSON.stringify(json);
  try {
    const response = await upstream.fetch(url, {
      method: call.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(body === undefined ? {} : { body }),
      signal,
      timeoutMs,
      // A server that paints is silent until it has.
      idleTimeoutMs: timeoutMs,
      maxBytes: call.maxBytes ?? mebibyte,
    });
    const bytes = await response.bytes();
    return { status: response.status, headers: response.headers, json: parse(bytes) };
  } catch (error) {
    if (error instanceof OutboundError) throw new EngineError('ours', error.message, { cause: error });
    throw error;
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A member of what should be an object; undefined when it is not there. Own members only. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Another server's words as they may be shown: one line of at most 200 characters, without `secrets`. */
export function quoteServer(words: unknown, secrets: readonly (string | undefined)[] = []): string {
  let text = typeof words === 'string' ? words : (JSON.stringify(words) ?? '');
  for (const secret of secrets) if (secret) text = text.replaceAll(secret, '***');
  return text.slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** Milliseconds that `Retry-After` names (seconds or a date), at most an hour; undefined without it. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  const ms = /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : undefined;
}
