// What can go wrong between the command line and a gateway, told with the next step.
import { businessCodes } from '../../core/errors.js';
import { CommandFailure } from '../command-failure.js';
import { plainText } from '../text-style.js';

/** Nobody answers at the address: refused, unknown host, unreachable, no answer in time. */
export class GatewayUnreachable extends CommandFailure {}

/** The gateway answered and said no. */
export class GatewayRefusal extends CommandFailure {
  /** Business code (contract §4); undefined when the answer was none of Kling's. */
  readonly code: number | undefined;
  /** HTTP status. */
  readonly status: number;
  /** Seconds after which another try makes sense, where the gateway says so. */
  readonly retryAfterS: number | undefined;
  constructor(facts: { code: number | undefined; status: number; message: string; retryAfterS: number | undefined }) {
    const { code, status, message, retryAfterS } = facts;
    const label = code === undefined ? `HTTP ${status}` : `code ${code}`;
    super(`${plainText(message).slice(0, 500) || 'The gateway refused'} (${label})`, {
      hint: adviseOn(code, status, retryAfterS),
    });
    this.code = code;
    this.status = status;
    this.retryAfterS = retryAfterS;
  }

  /** May the same request succeed later without being changed? */
  get retryable(): boolean {
    if (this.code === undefined) return this.status >= 500 || this.status === 429;
    return Object.hasOwn(businessCodes, this.code) && businessCodes[this.code as keyof typeof businessCodes].retryable;
  }
}

/** The next step after a refusal. */
function adviseOn(code: number | undefined, status: number, retryAfterS: number | undefined): string | undefined {
  const later = retryAfterS === undefined ? 'try again later' : `try again in ${retryAfterS} s`;
  if (code === undefined) {
    if (status === 404 || status === 405) return 'check --base-url: it ends with /kling/v1 or /v1';
    if (status === 401 || status === 403) return 'check --key or INKLING_API_KEY';
    return status >= 500 || status === 429 ? later : undefined;
  }
  if (code >= 1000 && code <= 1004) return 'check --key or INKLING_API_KEY; `inkling keys add` makes a new key';
  if (code === 1103) return 'use a key that may use this model, or another --model';
  if (code === 1301) return 'change the prompt';
  return [1302, 1303, 5000, 5001, 5002].includes(code) ? later : undefined;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name cannot be looked up',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'the host is unreachable',
  ENETUNREACH: 'the network is unreachable',
  ETIMEDOUT: 'there was no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'there was no answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'there was no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'the answer is too large',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is self-signed; NODE_EXTRA_CA_CERTS names a file of further ones to trust',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is self-signed; NODE_EXTRA_CA_CERTS names a file of further ones to trust',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another host',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

/** A failed connection as a sentence. Several addresses tried (AggregateError) count as the first of them. */
export function toUnreachable(error: unknown, origin: string): GatewayUnreachable {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  const reason = reasons[code] ?? (inner instanceof Error ? plainText(inner.message) : 'the connection failed');
  return new GatewayUnreachable(`${origin} cannot be reached: ${reason}`, {
    cause: error,
    hint: 'start a server with `inkling serve`, or check --base-url',
  });
}
