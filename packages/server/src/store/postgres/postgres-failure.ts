// What went wrong between us and PostgreSQL: is it worth another try, and what is a caller told?
import { AppError } from '../../core/errors.js';

/** SQLSTATEs of transactions that lost against another one and were rolled back: the same again may succeed. */
const lostRaces: readonly string[] = ['40001', '40P01'];

/**
 * SQLSTATEs of a server that cannot serve now: too many connections, shutting down, starting, crashed, statement or lock
 * timed out, transaction left idle for too long, read-only after a failover, disk full.
 */
const unavailable = /^(?:53|57P0|57014|55P03|25P03|25P04|25006|08)/;

/** What Node and pg say of connections that broke or could not be made. They carry no SQLSTATE. */
const brokenConnection =
  /^(?:ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)|connection terminated|not queryable|timeout exceeded|connection timeout|terminating connection|client has encountered/i;

/** SQLSTATEs of a prepared statement that the server does not know, or knows as another: a pooler changed servers. */
const foreignStatement: readonly string[] = ['26000', '42P05'];

/** Seconds after which a caller may find the database back. */
const retryAfterS = 2;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The driver's own error behind one of ours. */
function originOf(error: unknown): unknown {
  return error instanceof AppError ? error.cause : error;
}

/** A pooler gave our statement to a server that has not prepared it. */
export function isForeignStatement(error: unknown): boolean {
  return foreignStatement.includes(codeOf(originOf(error)));
}

/** A prepared statement gives other columns than when it was prepared: a newer build has changed its table meanwhile. */
export function isOutdatedStatement(error: unknown): boolean {
  const origin = originOf(error);
  return codeOf(origin) === '0A000' && /cached plan/.test((origin as Error).message);
}

/**
 * Rolled back because of others (deadlock, serialization), or prepared elsewhere or for another table: nothing was written
 * for certain.
 */
export function lostRace(error: unknown): boolean {
  return lostRaces.includes(codeOf(originOf(error))) || isForeignStatement(error) || isOutdatedStatement(error);
}

/** The connection is gone or the server is not there: what was under way may or may not have been done. */
export function isUnavailable(error: unknown): boolean {
  const origin = originOf(error);
  if (!(origin instanceof Error)) return false;
  const code = codeOf(origin);
  return (
    unavailable.test(code) || brokenConnection.test(code) || (code === '' && brokenConnection.test(origin.message))
  );
}

/** The error for whoever asked: 5002 where the database did not answer in time, else the error as it is. */
export function toStoreFailure(error: unknown): unknown {
  if (error instanceof AppError || !isUnavailable(error)) return error;
  return new AppError(5002, undefined, { retryAfterS, cause: error });
}
