// The one table of business codes (contract §4) and the one error class. Everything that answers a caller with an error
// throws an AppError; http/ turns it into the envelope. A test holds this table, docs/errors.md and the client equal.

export interface BusinessCode {
  /** HTTP status it travels with. */
  status: number;
  /** May the same request succeed later without being changed? */
  retryable: boolean;
  /** What is said when the thrower has nothing better. */
  message: string;
  /** When it happens, for the docs. */
  when: string;
}

const row = (status: number, retryable: boolean, message: string, when: string): BusinessCode => ({
  status,
  retryable,
  message,
  when,
});

export const businessCodes = {
  0: row(200, false, 'SUCCEED', 'the request was accepted'),
  1000: row(
    401,
    false,
    'Authentication failed',
    "a token's signature does not verify, or authentication fails otherwise",
  ),
  1001: row(401, false, 'Authorization is empty', 'there is no Authorization header'),
  1002: row(401, false, 'Authorization is invalid', 'the header is malformed, or the key or access key is unknown'),
  1003: row(401, true, 'Authorization is not active yet', "the token's nbf lies in the future, beyond 5 s of leeway"),
  1004: row(401, false, 'Authorization has expired', "the token's exp has passed, or the key expired"),
  1100: row(429, false, 'Account is disabled', 'the account is disabled'),
  1101: row(429, false, 'Account is in arrears', 'a post-paid account owes more than its credit limit'),
  1102: row(429, false, 'Account balance not enough', 'the resource packs are used up or expired'),
  1103: row(403, false, 'No permission for this resource', 'the key may not use this model or route'),
  1200: row(400, false, 'Request body is not a JSON object', 'the body is not JSON, or not an object'),
  1201: row(400, false, 'A parameter is invalid', 'a parameter is wrong; the message names it'),
  1202: row(404, false, 'The method is not available on this route', 'a known route is called with another method'),
  1203: row(404, false, 'The resource does not exist', 'no such route, model or task'),
  1300: row(
    400,
    false,
    'The request breaks a rule of this platform',
    'platform policy: for example an image or callback URL that points into a private network',
  ),
  1301: row(
    400,
    false,
    'Failure to pass the risk control system',
    'content policy; the message gives the public reason',
  ),
  1302: row(429, true, 'API request too fast', "requests per second exceed the key's limit"),
  1303: row(
    429,
    true,
    'parallel task over resource pack limit',
    "the account's concurrency is used up: a task holds n slots from submit to end",
  ),
  1304: row(
    429,
    false,
    'The address of the caller is not on the allow-list of the key',
    "the caller's address is not on the key's list",
  ),
  5000: row(500, true, 'Internal error', 'a fault of the service'),
  5001: row(
    503,
    true,
    'Service is under maintenance, try again later',
    'maintenance mode, or the server is draining before it stops',
  ),
  5002: row(
    504,
    true,
    'Service is too busy, try again later',
    'the queue is over its bound, or the store did not answer in time',
  ),
} as const satisfies Record<number, BusinessCode>;

export type ErrorCode = Exclude<keyof typeof businessCodes, 0>;

export interface AppErrorOptions extends ErrorOptions {
  /** The request field at fault, where there is one. */
  field?: string;
  /** Seconds after which trying again makes sense, sent as `Retry-After`; null: waiting never helps this request. */
  retryAfterS?: number | null;
}

/** An error that may be shown to the caller: its message never holds a path, a stack, SQL or a secret. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly field: string | undefined;
  readonly retryAfterS: number | null | undefined;

  constructor(code: ErrorCode, message?: string, options: AppErrorOptions = {}) {
    super(message ?? businessCodes[code].message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = businessCodes[code].status;
    this.field = options.field;
    this.retryAfterS = options.retryAfterS;
  }
}

/** The 1201 of one field; the message starts with the field's name. */
export function invalidField(field: string, message: string): AppError {
  return new AppError(1201, message.startsWith(field) ? message : `${field}: ${message}`, { field });
}

/** Longest piece of a caller's value that is quoted back, in characters. */
const maxQuotedLength = 80;

/** A caller's value as it may be quoted in a message: one line, cut to 80 characters. */
export function quoteValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  // One unit pair more than is kept: enough to know that something was cut, even where every character takes two.
  const start = text.slice(0, maxQuotedLength * 2 + 2);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
  const line = start.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ');
  const characters = [...line];
  return characters.length > maxQuotedLength ? `${characters.slice(0, maxQuotedLength).join('')}…` : line;
}
