// Who is calling, and may they? Bearer keys by their hash; JWTs signed with an account's secret key (contract §5);
// address lists and request rates of the key.
import { hash, timingSafeEqual } from 'node:crypto';
import { type Account, type Caller, defaultAccountId } from '../core/account.js';
import type { Clock } from '../core/clock.js';
import { AppError } from '../core/errors.js';
import type { Store } from '../store/store.js';
import { isAllowedIp } from './ip-allow-list.js';
import { createRateLimiter, type RateLimiter } from './rate-limiter.js';
import { createSharedRateLimiter } from './shared-rate-limiter.js';
import { looksLikeToken, verifyToken } from './verify-token.js';

export interface AccountService {
  /** AppError 1000–1004, 1100, 1302 and 1304, by the table of contract §4. */
  authenticate(authorization: string | undefined, callerIp: string): Promise<Caller>;
}

export interface AccountServiceParts {
  store: Pick<Store, 'keys' | 'accounts' | 'rates'>;
  clock: Clock;
  /** INKLING_API_KEY: a key that always works, for the default account. */
  permanentKey: string | null;
}

/** SHA-256 of a key, hex: the form in which keys are kept. */
export function hashKey(key: string): string {
  return hash('sha256', key, 'hex');
}

/** Longest credential that is looked at, in characters. */
const maxCredentialLength = 4096;

/** The credential behind `Bearer`, in whatever case; undefined when the header has another form. */
function readBearer(authorization: string): string | undefined {
  const match = /^bearer[ \t]+(\S+)[ \t]*$/i.exec(authorization);
  return match?.[1];
}

export function createAccountService(parts: AccountServiceParts): AccountService {
  const { store, clock } = parts;
  const permanentHash = parts.permanentKey === null ? undefined : Buffer.from(hashKey(parts.permanentKey));
  const limiter: RateLimiter = store.rates ? createSharedRateLimiter(store.rates, clock) : createRateLimiter(clock);

  async function authenticateKey(key: string, callerIp: string): Promise<Caller> {
    const digest = hashKey(key);
    if (permanentHash && timingSafeEqual(permanentHash, Buffer.from(digest))) {
      return { accountId: defaultAccountId, keyId: 'permanent', models: null };
    }
    const found = await store.keys.findByHash(digest);
    if (!found) throw new AppError(1002, 'Authorization is invalid: unknown API key');
    if (found.revokedAtMs !== null) throw new AppError(1002, 'Authorization is invalid: this API key was revoked');
    if (found.expiresAtMs !== null && found.expiresAtMs <= clock.now()) {
      throw new AppError(1004, 'Authorization has expired: this API key is past its expiry date');
    }
    if (found.allowIps !== null && !isAllowedIp(callerIp, found.allowIps)) throw new AppError(1304);
    return { accountId: found.accountId, keyId: found.id, models: found.models };
  }

  /** Takes the request out of the bucket of the caller's key; a token counts for its account. */
  async function checkRate(account: Account, caller: Caller): Promise<void> {
    if (account.requestsPerSecond === null) return;
    const bucket = `${account.id} ${caller.keyId ?? 'token'}`;
    const waitMs = await limiter.take(bucket, account.requestsPerSecond, account.burst);
    if (waitMs > 0) throw new AppError(1302, undefined, { retryAfterS: Math.ceil(waitMs / 1000) });
  }

  return {
    async authenticate(authorization, callerIp) {
      const header = authorization?.trim() ?? '';
      if (header === '') throw new AppError(1001);
      if (header.length > maxCredentialLength) throw new AppError(1002, 'Authorization is invalid: it is too long');
      const credential = readBearer(header);
      if (credential === undefined) {
        throw new AppError(1002, "Authorization is invalid: it must have the form 'Bearer <API key or token>'");
      }
      const caller = looksLikeToken(credential)
        ? await verifyToken(credential, store.accounts, clock)
        : await authenticateKey(credential, callerIp);
      const account = await store.accounts.find(caller.accountId);
      if (!account?.enabled) throw new AppError(1100);
      await checkRate(account, caller);
      return caller;
    },
  };
}
