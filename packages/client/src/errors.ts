// What can go wrong, typed by business code.

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

/** The service answered with an error. Tell errors apart by `reason` or `code`. */
export class KlingError extends Error {
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

  constructor(facts: { code: number; status: number; message: string; requestId?: string; retryAfterMs?: number }) {
    super(facts.message);
    this.name = 'KlingError';
    this.code = facts.code;
    this.reason = errorNames[facts.code as ErrorCode] ?? 'Unknown';
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** No answer came: the network failed, or time was up. */
export class ConnectionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConnectionError';
  }
}

/** The task ended as `failed`; `task` says why. */
export class TaskFailedError extends Error {
  readonly task: { task_id: string; task_status_msg?: string };
  constructor(task: { task_id: string; task_status_msg?: string }) {
    super(`task ${task.task_id} failed: ${task.task_status_msg ?? 'no reason given'}`);
    this.name = 'TaskFailedError';
    this.task = task;
  }
}
