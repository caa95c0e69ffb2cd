// What can go wrong between the command line and a gateway, told with the next step.
import { ConnectionError, KlingError } from '@inkling/client';
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
  if (code === 1203) return '`inkling models` shows the models there are, `inkling watch --all` the tasks';
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
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is self-signed; NODE_EXTRA_CA_CERTS names a file of further ones to trust',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is self-signed; NODE_EXTRA_CA_CERTS names a file of further ones to trust',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another host',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

/** The first code among an error, its causes and, where several addresses were tried, the first of their errors. */
function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return systemCode(error instanceof AggregateError ? error.errors[0] : error.cause);
}

/** The innermost message: the outer ones only say that something failed. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  return error.cause instanceof Error ? innermostMessage(error.cause) : plainText(error.message);
}

const noEnvelope = 'The answer is not that of a Kling API';

/** What the SDK throws, as a failure of the command. `origin` is where the call went. */
export function toCommandFailure(error: unknown, origin: string): unknown {
  if (error instanceof KlingError) {
    const { status, retryAfterMs } = error;
    // Gateways have been seen to send codes as text, and 0 with an error's status.
    const code = Number(error.code) || undefined;
    // Without an envelope there is no message either, or the SDK's own in its place.
    const message = !error.message || error.message === `HTTP ${status}` ? noEnvelope : error.message;
    const retryAfterS = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000);
    return new GatewayRefusal({ code, status, message, retryAfterS });
  }
  if (!(error instanceof ConnectionError)) return error;
  if (error.cause instanceof SyntaxError) {
    return new GatewayRefusal({ code: undefined, status: 200, message: noEnvelope, retryAfterS: undefined });
  }
  return new GatewayUnreachable(
    `${origin} cannot be reached: ${reasons[systemCode(error)] ?? innermostMessage(error)}`,
    {
      cause: error,
      hint: 'start a server with `inkling serve`, or check --base-url',
    },
  );
}
