// What went wrong in the visitor's language, and what to do about it.
import { KlingError } from '@inkling/client';
import type { Words } from '../text/english.js';

/** A failure ready to be shown. */
export interface Problem {
  title: string;
  advice: string;
  /** The server's own words, where they add something. */
  detail?: string;
  requestId?: string;
  /** Another key may help. */
  keyTrouble: boolean;
}

/** Business codes (contract §4) by what a visitor can do about them. */
const kinds: Record<number, keyof Words['errors']> = {
  1000: 'key',
  1001: 'key',
  1002: 'key',
  1003: 'key',
  1004: 'expiredKey',
  1100: 'disabled',
  1101: 'balance',
  1102: 'balance',
  1103: 'permission',
  1200: 'parameter',
  1201: 'parameter',
  1202: 'missing',
  1203: 'missing',
  1300: 'platform',
  1301: 'content',
  1302: 'tooFast',
  1303: 'parallel',
  1304: 'address',
  5000: 'internal',
  5001: 'maintenance',
  5002: 'busy',
};

/** Explains whatever a call threw. */
export function explainError(error: unknown, words: Words): Problem {
  const kind = error instanceof KlingError ? (kinds[error.code] ?? 'unknown') : 'network';
  const [title = '', advice = ''] = words.errors[kind];
  if (!(error instanceof KlingError)) return { title, advice, keyTrouble: false };
  const waitS = error.retryAfterMs === undefined ? undefined : Math.ceil(error.retryAfterMs / 1000);
  return {
    title,
    advice: waitS === undefined ? advice : `${advice} ${words.waitSeconds(waitS)}`,
    detail: error.message,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
    keyTrouble: error.status === 401 || error.code === 1103,
  };
}
