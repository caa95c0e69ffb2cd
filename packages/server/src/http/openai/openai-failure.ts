// Errors as OpenAI's clients read them: `{"error": {message, type, param, code}}`, a status by which they choose a class,
// and `x-should-retry` where their own rule (429, 409 and every 5xx are tried again) would be wrong.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, businessCodes, type ErrorCode } from '../../core/errors.js';
import { type Failure, HttpRefusal } from '../failure.js';

/** Where this front lives. */
export const openAiPrefix = '/openai/v1';

/** Is this a request to the front, known route or not? */
export function speaksOpenAi(request: FastifyRequest): boolean {
  return request.url.startsWith(`${openAiPrefix}/`) || request.url === openAiPrefix;
}

/** How a business code looks from here. */
interface OpenAiShape {
  status: number;
  type: string;
  code: string | null;
}

const invalid = (status: number, code: string | null): OpenAiShape => ({ status, type: 'invalid_request_error', code });
const ours = (status: number, code: string): OpenAiShape => ({ status, type: 'server_error', code });

/** Every business code. Kling says 429 to much that will not pass by waiting; OpenAI's clients would try again. */
export const openAiShapes: Readonly<Record<ErrorCode, OpenAiShape>> = {
  1000: invalid(401, 'invalid_api_key'),
  1001: invalid(401, 'invalid_api_key'),
  1002: invalid(401, 'invalid_api_key'),
  1003: invalid(401, 'invalid_api_key'),
  1004: invalid(401, 'invalid_api_key'),
  1100: { status: 403, type: 'permission_error', code: 'account_deactivated' },
  1101: { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  1102: { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  1103: { status: 403, type: 'permission_error', code: 'model_not_allowed' },
  1200: invalid(400, 'invalid_body'),
  1201: invalid(400, 'invalid_value'),
  1202: invalid(405, 'method_not_allowed'),
  1203: invalid(404, 'not_found'),
  1300: invalid(400, 'forbidden_address'),
  1301: invalid(400, 'content_policy_violation'),
  1302: { status: 429, type: 'requests', code: 'rate_limit_exceeded' },
  1303: { status: 429, type: 'requests', code: 'concurrency_limit_exceeded' },
  1304: { status: 403, type: 'permission_error', code: 'ip_not_allowed' },
  5000: ours(500, 'internal_error'),
  5001: ours(503, 'unavailable'),
  5002: ours(503, 'overloaded'),
};

/** A failed task as an error: what became of it, and that trying the same again is up to a person. */
export class TaskFailure extends HttpRefusal {
  readonly openAiCode: string;

  constructor(status: number, code: ErrorCode, openAiCode: string, message: string) {
    super(status, code, message);
    this.name = 'TaskFailure';
    this.openAiCode = openAiCode;
  }
}

/** The body and status of an error. */
export function toOpenAiError(error: unknown, failure: Failure) {
  const shape = openAiShapes[failure.code];
  const field = error instanceof AppError ? error.field : undefined;
  const unknownModel = failure.code === 1203 && field === 'model';
  const code = error instanceof TaskFailure ? error.openAiCode : unknownModel ? 'model_not_found' : shape.code;
  // What has a status of its own (413, 408, a failed task's) keeps it.
  const status = error instanceof HttpRefusal ? failure.status : shape.status;
  return { status, body: { error: { message: failure.message, type: shape.type, param: field ?? null, code } } };
}

/** Sends it; whatever was being sent before is dropped. */
export function sendOpenAiFailure(reply: FastifyReply, error: unknown, failure: Failure): void {
  const { status, body } = toOpenAiError(error, failure);
  reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8');
  const mayRetry = businessCodes[failure.code].retryable && !(error instanceof TaskFailure);
  if (failure.retryAfterS !== undefined && mayRetry)
    reply.header('retry-after', String(Math.max(1, Math.ceil(failure.retryAfterS))));
  if (!mayRetry) reply.header('x-should-retry', 'false');
  void reply.send(body);
}
