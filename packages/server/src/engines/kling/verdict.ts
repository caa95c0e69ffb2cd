// What an upstream's refusal means for a task: whose fault it is, whether anything may have been bought, who goes on.
import { z } from 'zod';

/**
 * `request`: the request is at fault, say so in the upstream's words. `busy`: wait and go on, nothing is wrong (`parallel`: 1303).
 * `key`: this key cannot do it, another may (`stale`: its token's time was wrong; `onlyThisModel`: 1103). `taken`: our external id is there already, so the job is. `absent`: no
 * such task, for sure. `configuration`: no key and no waiting will help. `doubt`: nobody knows whether it was done.
 * In every other case than `doubt` and `taken`, nothing was bought.
 */
export type Verdict =
  | { kind: 'request'; message: string }
  | { kind: 'busy'; retryAfterMs: number | undefined; parallel: boolean }
  | { kind: 'key'; reason: string; stale: boolean; onlyThisModel: boolean }
  | { kind: 'taken' }
  | { kind: 'absent' }
  | { kind: 'configuration'; reason: string }
  | { kind: 'doubt'; reason: string; retryAfterMs: number | undefined };

/** An answer that was not HTTP 200 with code 0. */
export interface RefusedAnswer {
  status: number;
  /** The business code, where the body was an envelope. */
  code: number | undefined;
  /** The upstream's words, already scrubbed; empty where there were none. */
  message: string;
  retryAfterMs: number | undefined;
}

/** The envelope that every answer has; numbers as text are taken, as gateways in front of others send them. */
export const envelopeSchema = z.object({
  code: z.coerce.number().int(),
  message: z.string().nullish(),
  data: z.unknown().optional(),
});

/** Authentication (1000–1004), the account (1100–1103), its address list (1304): all about the key. */
const keyCodes = new Set([1000, 1001, 1002, 1003, 1004, 1100, 1101, 1102, 1103, 1304]);
const busyCodes = new Set([1302, 1303]);

/** Judges the answer to a call. */
export function judge(answer: RefusedAnswer): Verdict {
  const { status, code, message, retryAfterMs } = answer;
  const said = message === '' ? `HTTP ${status}` : message;
  const reason = code === undefined ? `HTTP ${status}` : `code ${code}: ${said}`;
  // A server that fails says nothing about whether it did what it was asked, whatever code its body carries.
  if (status >= 500 || status === 408 || status === 425) return { kind: 'doubt', reason, retryAfterMs };
  if (code !== undefined) {
    if (busyCodes.has(code)) return { kind: 'busy', retryAfterMs, parallel: code === 1303 };
    if (keyCodes.has(code))
      return { kind: 'key', reason, stale: code === 1003 || code === 1004, onlyThisModel: code === 1103 };
    if (code === 1201) return judgeParameter(said, reason);
    if (code === 1203) {
      // The same code stands for routes and models that are not there: those are no tasks that are not there.
      return /\b(?:route|path|url|model)\b/i.test(message) ? { kind: 'configuration', reason } : { kind: 'absent' };
    }
    if (code === 1300 || code === 1301) return { kind: 'request', message: said };
    if (code >= 5000) return { kind: 'doubt', reason, retryAfterMs };
  }
  if (status === 429) return { kind: 'busy', retryAfterMs, parallel: false };
  if (status === 401 || status === 403) return { kind: 'key', reason, stale: false, onlyThisModel: false };
  // A success in words that nobody understands: it may have been done.
  if (status < 300) return { kind: 'doubt', reason, retryAfterMs };
  if (status === 413) return { kind: 'request', message: 'image: File size is invalid: too large for the engine' };
  return { kind: 'configuration', reason };
}

/** 1201 is the caller's parameter, but for those that are ours: the external id and the model's name. */
function judgeParameter(message: string, reason: string): Verdict {
  if (/external_?task_?id\b.*\bexist/i.test(message)) return { kind: 'taken' };
  if (/task\b.*\bnot (?:found|exist)/i.test(message)) return { kind: 'absent' };
  if (/^(?:model(?:_name)?\b|no such model)/i.test(message)) return { kind: 'configuration', reason };
  return { kind: 'request', message };
}
