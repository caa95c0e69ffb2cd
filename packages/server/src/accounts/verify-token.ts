// Tokens that callers sign themselves: JWT, HS256, issuer = access key, signed with the secret key (contract §5).
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Caller } from '../core/account.js';
import type { Clock } from '../core/clock.js';
import { AppError } from '../core/errors.js';
import type { AccountRows } from '../store/store.js';

/** Clocks of callers may be this far off, s. */
const leewayS = 5;

/** Three dot-separated base64url parts, the first a JSON object: what no API key of ours looks like. */
export function looksLikeToken(credential: string): boolean {
  return /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(credential);
}

/** Who signed the token. AppError 1000 (signature), 1002 (malformed, algorithm, issuer), 1003 (nbf), 1004 (exp). */
export async function verifyToken(
  token: string,
  accounts: Pick<AccountRows, 'findByAccessKey'>,
  clock: Clock,
): Promise<Caller> {
  const issuer = readIssuer(token);
  const account = await accounts.findByAccessKey(issuer);
  if (!account?.secretKey) throw new AppError(1002, 'Authorization is invalid: unknown access key (iss)');
  try {
    await jwtVerify(token, new TextEncoder().encode(account.secretKey), {
      algorithms: ['HS256'],
      clockTolerance: leewayS,
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp'],
    });
  } catch (error) {
    throw toAppError(error);
  }
  return { accountId: account.id, keyId: null, models: null };
}

/** The issuer as claimed, before anything is proven: it says whose secret to verify with. */
function readIssuer(token: string): string {
  try {
    const { alg } = decodeProtectedHeader(token);
    if (alg !== 'HS256') throw new AppError(1002, 'Authorization is invalid: the token must be signed with HS256');
    const { iss } = decodeJwt(token);
    if (typeof iss === 'string' && iss !== '') return iss;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(1002, 'Authorization is invalid: the token is malformed', { cause: error });
  }
  throw new AppError(1002, 'Authorization is invalid: the token names no access key (iss)');
}

/** What jose found wrong, in the words of the contract. */
function toAppError(error: unknown): AppError {
  if (error instanceof errors.JWTExpired) return new AppError(1004, undefined, { cause: error });
  if (error instanceof errors.JWSSignatureVerificationFailed) return new AppError(1000, undefined, { cause: error });
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf' && error.reason === 'check_failed')
      return new AppError(1003, undefined, { cause: error });
    return new AppError(1002, `Authorization is invalid: claim ${error.claim} is missing or wrong`, { cause: error });
  }
  return new AppError(1002, 'Authorization is invalid: the token is malformed', { cause: error });
}
