// Who is calling, asked before a byte of the body is read.
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Caller } from '../core/account.js';
import type { Authenticator } from './parts.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication hook; null on routes without it. */
    caller: Caller | null;
  }
}

/** An `onRequest` hook that lets only authenticated callers on. */
export type AuthenticationHook = (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => void;

/** Makes the hook. */
export function createAuthentication(accounts: Authenticator): AuthenticationHook {
  return function authenticate(request, _reply, done) {
    accounts.authenticate(request.headers.authorization, request.ip).then((caller) => {
      request.caller = caller;
      done();
    }, done);
  };
}

/** The caller of an authenticated route. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('this route is missing the authentication hook');
  return request.caller;
}
