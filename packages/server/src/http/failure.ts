// From any error to the answer it becomes: HTTP status, business code, message and `Retry-After`. What is not known to
// be fit for a caller becomes 5000 with nothing of the original in it.
import { AppError, businessCodes, type ErrorCode } from '../core/errors.js';

/** An error whose HTTP status is not its code's usual one: 408, 410, 413, 416, 431. */
export class HttpRefusal extends AppError {
  override readonly status: number;

  constructor(status: number, code: ErrorCode, message: string) {
    super(code, message);
    this.name = 'HttpRefusal';
    this.status = status;
  }
}

/** An error on the wire. Its keys are written in this order. */
export interface FailureBody {
  code: ErrorCode;
  message: string;
  request_id: string;
}

/** An error before it is put into the envelope. */
export interface Failure {
  status: number;
  code: ErrorCode;
  message: string;
  /** Seconds; undefined where waiting does not help. */
  retryAfterS: number | undefined;
}

/** Seconds to wait where the thrower named none. */
const defaultRetryAfterS = 5;
/** Statuses that say "later". */
const waitingStatuses: readonly number[] = [429, 503, 504];

/** What a caller is told of an error. */
export function toFailure(error: unknown): Failure {
  const known = error instanceof AppError ? error : fromFramework(error);
  const mayWait = businessCodes[known.code].retryable && waitingStatuses.includes(known.status);
  const usual = mayWait ? defaultRetryAfterS : undefined;
  return {
    status: known.status,
    code: known.code,
    message: known.message,
    retryAfterS: known.retryAfterS === null ? undefined : (known.retryAfterS ?? usual),
  };
}

/** Fastify's own errors that are the caller's doing; everything else is a fault of ours. */
function fromFramework(error: unknown): AppError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_BAD_URL') return new AppError(1203, 'The path of the URL is not valid', { cause: error });
  return new AppError(5000, undefined, { cause: error });
}

/** The envelope of an error (contract §3): no `data` key, ever. */
export function failureBody(failure: Failure, requestId: string): FailureBody {
  return { code: failure.code, message: failure.message, request_id: requestId };
}
