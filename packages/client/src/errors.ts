// What can go wrong, as one family of classes: every error this SDK throws of its own is an InklingError.
import type { ImageTask } from './wire-types.js';

/** Business codes of the Kling API and their names. */
export const errorNames = {
  1000: 'AuthenticationFailed',
  1001: 'AuthorizationEmpty',
  1002: 'AuthorizationInvalid',
  1003: 'AuthorizationNotActiveYet',
  1004: 'AuthorizationExpired',
  1100: 'AccountDisabled',
  1101: 'AccountInArrears',
  1102: 'BalanceNotEnough',
  1103: 'NoPermission',
  1200: 'BodyInvalid',
  1201: 'ParameterInvalid',
  1202: 'MethodInvalid',
  1203: 'NotFound',
  1300: 'PlatformPolicy',
  1301: 'ContentPolicy',
  1302: 'RateLimited',
  1303: 'ConcurrencyLimited',
  1304: 'AddressNotAllowed',
  5000: 'InternalError',
  5001: 'Maintenance',
  5002: 'Busy',
} as const;

export type ErrorCode = keyof typeof errorNames;
export type ErrorName = (typeof errorNames)[ErrorCode];

/** Codes after which the very same request may succeed later. */
export const retryableCodes: readonly number[] = [1302, 1303, 5000, 5001, 5002];

/** Everything that this SDK throws of its own; what it does not is the reason of your AbortSignal. */
export class InklingError extends Error {
  override name = 'InklingError';
  /** May the very same call succeed later? */
  readonly retryable: boolean = false;
}

/** What an answer says about its error. */
export interface ErrorFacts {
  code: number;
  status: number;
  message: string;
  requestId?: string;
  retryAfterMs?: number;
}

/** The service answered with an error. Tell errors apart by `reason`, by `code`, or by the classes below. */
export class KlingError extends InklingError {
  override name = 'KlingError';
  override readonly retryable: boolean;
  /** Business code; 0 when the answer was not in the API's envelope. */
  readonly code: number;
  /** The code's name, `Unknown` for one this SDK does not know. */
  readonly reason: ErrorName | 'Unknown';
  /** HTTP status. */
  readonly status: number;
  /** For support, when there is one. */
  readonly requestId: string | undefined;
  /** When the service said how long to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(facts: ErrorFacts) {
    super(facts.message);
    this.code = facts.code;
    this.reason = errorNames[facts.code as ErrorCode] ?? 'Unknown';
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.retryAfterMs = facts.retryAfterMs;
    // Without an envelope (a proxy's page) the status is all there is.
    this.retryable =
      retryableCodes.includes(facts.code) || (facts.code === 0 && (facts.status === 429 || facts.status >= 500));
  }
}

/** 1000–1004: the key or token is missing, wrong, not active yet or expired. */
export class AuthenticationError extends KlingError {
  override name = 'AuthenticationError';
}
/** 1100–1102: the account is disabled, in arrears, or its packs are used up. */
export class AccountError extends KlingError {
  override name = 'AccountError';
}
/** 1103, 1304: this key may not do that, or not from here. */
export class PermissionError extends KlingError {
  override name = 'PermissionError';
}
/** 1200–1202: the request is wrong; the message names the field, the value and what is allowed. */
export class InvalidRequestError extends KlingError {
  override name = 'InvalidRequestError';
}
/** 1203: no such task, model or route. Kling itself and `/v1` say 1201 of an unknown task. */
export class NotFoundError extends KlingError {
  override name = 'NotFoundError';
}
/** 1300, 1301: a rule of the platform, or of what pictures may show. */
export class PolicyError extends KlingError {
  override name = 'PolicyError';
}
/** 1302, 1303: too many requests per second, or too many tasks at a time. */
export class LimitError extends KlingError {
  override name = 'LimitError';
}
/** 5000–5002: a fault of the service, maintenance, or too much to do. */
export class ServiceError extends KlingError {
  override name = 'ServiceError';
}

/** The class of an answer's error. */
function classOf(code: number): typeof KlingError {
  if (code === 1203) return NotFoundError;
  if (code === 1103 || code === 1304) return PermissionError;
  const group = Math.floor(code / 100);
  if (group === 10) return AuthenticationError;
  if (group === 11) return AccountError;
  if (group === 12) return InvalidRequestError;
  if (group === 13) return code < 1302 ? PolicyError : LimitError;
  return group === 50 ? ServiceError : KlingError;
}

/** The error of an answer, as the class that fits its code. */
export function createKlingError(facts: ErrorFacts): KlingError {
  return new (classOf(facts.code))(facts);
}

/** No answer came: the network failed, or none came in time. */
export class ConnectionError extends InklingError {
  override name = 'ConnectionError';
  override readonly retryable = true;
}

/** The task had not ended when the time given to `wait` or `generate` was up; it goes on at the service. */
export class WaitTimeoutError extends InklingError {
  override name = 'WaitTimeoutError';
  override readonly retryable = true;
  readonly taskId: string;
  constructor(taskId: string, timeoutMs: number) {
    super(`task ${taskId} did not end within ${timeoutMs} ms`);
    this.taskId = taskId;
  }
}

/** The task ended as `failed`; `task` says why. */
export class TaskFailedError extends InklingError {
  override name = 'TaskFailedError';
  readonly task: ImageTask;
  constructor(task: ImageTask) {
    super(`task ${task.task_id} failed: ${task.task_status_msg || 'no reason given'}`);
    this.task = task;
  }
}

/** The callback is not to be trusted; the message says why. */
export class WebhookVerificationError extends InklingError {
  override name = 'WebhookVerificationError';
}
