// Conditional requests (RFC 9110 §13): is what the caller has still good?
import type { IncomingHttpHeaders } from 'node:http';

/** What identifies the present bytes. */
export interface Validators {
  /** Strong, with its quotes. */
  etag: string;
  /** Whole seconds count. */
  modifiedMs: number;
}

/** Does a list of entity tags name this one? Weak comparison, as `If-None-Match` wants it. */
function names(list: string, etag: string): boolean {
  return list.trim() === '*' || list.split(',').some((item) => item.trim().replace(/^W\//, '') === etag);
}

const wholeSeconds = (ms: number) => Math.floor(ms / 1000) * 1000;

/** May the answer be 304? `If-None-Match` wins over `If-Modified-Since`. */
export function isUnchanged(headers: IncomingHttpHeaders, { etag, modifiedMs }: Validators): boolean {
  const match = headers['if-none-match'];
  if (match !== undefined) return names(match, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isFinite(since) && wholeSeconds(modifiedMs) <= since;
}

/** May a range be sent? `If-Range` must name these very bytes: the strong tag, or the exact date. */
export function rangeHolds(headers: IncomingHttpHeaders, { etag, modifiedMs }: Validators): boolean {
  const condition = headers['if-range'];
  if (condition === undefined) return true;
  return String(condition).trim() === etag || Date.parse(String(condition)) === wholeSeconds(modifiedMs);
}
