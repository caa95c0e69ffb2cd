// Error responses of the API description: business codes gathered by the HTTP status they travel with.
import { type BusinessCode, businessCodes, type ErrorCode } from '../../core/errors.js';
import { errorExample } from './examples.js';
import { componentRef, type Json } from './schemas.js';

/** An error whose status is not its code's usual one. */
export interface SpecialError {
  status: number;
  code: ErrorCode;
  message: string;
  when: string;
}

/** Codes that any route may answer. */
const anywhere: readonly ErrorCode[] = [5000];
/** Codes of routes that ask who is calling. */
export const authenticationCodes: readonly ErrorCode[] = [1000, 1001, 1002, 1003, 1004, 1100, 1304];

/** Descriptions of error responses by status, with an example for each code. */
export function errorResponses(codes: readonly ErrorCode[], special: readonly SpecialError[] = []): Json {
  const usual = [...codes, ...anywhere].map((code): SpecialError => {
    // Status, words and reason are the table's.
    const { status, message, when }: BusinessCode = businessCodes[code];
    return { status, code, message, when };
  });
  const byStatus = new Map<number, SpecialError[]>();
  for (const error of [...usual, ...special])
    byStatus.set(error.status, [...(byStatus.get(error.status) ?? []), error]);
  const responses = [...byStatus].map(([status, errors]) => [String(status), errorResponse(errors)]);
  return Object.fromEntries(responses);
}

/** Errors that no route names because they come before any: the method, the path or the request itself is at fault. */
export function commonResponses(): Json {
  const { status, message, when }: BusinessCode = businessCodes[1202];
  const late = 'the request was not received in time';
  const head = 'the headers are larger than 16 KiB';
  return {
    WrongMethod: errorResponse([{ status, code: 1202, message, when }]),
    TooSlow: errorResponse([{ status: 408, code: 1200, message: 'Request was not received in time', when: late }]),
    HeadersTooLarge: errorResponse([{ status: 431, code: 1201, message: 'Request headers are too large', when: head }]),
  };
}

/** One response: what may be meant, whether waiting helps, and an example for each code. */
function errorResponse(errors: readonly SpecialError[]): Json {
  const waits = errors.some(({ code }) => businessCodes[code].retryable);
  return {
    description: errors.map(({ code, when }) => `${code}: ${when}.`).join('\n\n'),
    headers: {
      'x-request-id': { $ref: '#/components/headers/RequestId' },
      ...(waits ? { 'retry-after': { $ref: '#/components/headers/RetryAfter' } } : {}),
    },
    content: {
      'application/json': {
        schema: componentRef('Error'),
        examples: Object.fromEntries(
          errors.map(({ code, message, when }) => [
            String(code),
            { summary: when, value: errorExample(code, message) },
          ]),
        ),
      },
    },
  };
}
