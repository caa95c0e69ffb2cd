// Who is calling, asked before a byte of the body is read.
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../core/account.js';
import type { Authenticator } from './parts.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication hook; null on routes without it. */
    caller: Caller | null;
  }
}

/** An `onRequest` hook that lets only authenticated callers on. */
export function createAuthentication(accounts: Authenticator) {
  return async function authenticate(request: FastifyRequest): Promise<void> {
    request.caller = await accounts.authenticate(request.headers.authorization, request.ip);
  };
}

/** The caller of an authenticated route. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('this route is missing the authentication hook');
  return request.caller;
}
