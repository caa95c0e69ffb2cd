// Accounts, keys and resource packs as the rest of the service sees them.

/** The account that a single user never has to know about. */
export const defaultAccountId = 'default';

export interface Account {
  id: string;
  enabled: boolean;
  /** Share of the workers relative to other accounts, > 0. */
  weight: number;
  /** Days its pictures are kept; null: the service's setting. */
  retentionDays: number | null;
  /** Does the content policy apply to it? */
  policy: boolean;
  /** Issuer of the account's JWTs, null when it has none. */
  accessKey: string | null;
  /** Signs the account's JWTs; kept readable, because HMAC needs it. */
  secretKey: string | null;
  /** Requests per second and key; null: no limit. */
  requestsPerSecond: number | null;
  /** Requests that may come at once; null: as many as come in a second. */
  burst: number | null;
  /** Pictures in work at a time, a task holds `n`; null: no limit. */
  concurrency: number | null;
  /** What happens to a submit beyond `concurrency`. */
  whenBusy: 'refuse' | 'queue';
  billing: 'unlimited' | 'prepaid' | 'postpaid';
  /** Units a post-paid account may owe. */
  creditLimit: number;
  /** `whsec_…`, newest first; two while rotating, none: callbacks are signed with the service's own. */
  webhookSecrets: readonly string[];
}

/** An account without limits, as the default account is. */
export function newAccount(id: string, overrides: Partial<Omit<Account, 'id'>> = {}): Account {
  return {
    id,
    enabled: true,
    weight: 1,
    retentionDays: null,
    policy: true,
    accessKey: null,
    secretKey: null,
    requestsPerSecond: null,
    burst: null,
    concurrency: null,
    whenBusy: 'refuse',
    billing: 'unlimited',
    creditLimit: 0,
    webhookSecrets: [],
    ...overrides,
  };
}

/** What an account has in use at the moment. */
export interface AccountUsage {
  /** Concurrency slots of its unfinished tasks. */
  slotsHeld: number;
  /** Units of successful tasks that a post-paid account has not paid for. */
  owedUnits: number;
  /** Units set aside for unfinished tasks. */
  reservedUnits: number;
}

/** One bearer key, without its secret: only the hash is kept. */
export interface ApiKey {
  id: string;
  accountId: string;
  /** First characters of the key, enough to tell keys apart: `sk-3fK…`. */
  hint: string;
  label: string;
  createdAtMs: number;
  expiresAtMs: number | null;
  revokedAtMs: number | null;
  /** The only models it may use; null: all. */
  models: readonly string[] | null;
  /** The only addresses or CIDR ranges it may call from; null: any. */
  allowIps: readonly string[] | null;
}

/** A prepaid quantity of units. */
export interface ResourcePack {
  id: string;
  accountId: string;
  name: string;
  /** Units it began with. */
  quantity: number;
  /** Units not yet deducted, those set aside for unfinished tasks included. */
  remaining: number;
  /** Of `remaining`, units set aside for unfinished tasks. */
  reserved: number;
  /** Unix ms. */
  purchasedAtMs: number;
  effectiveAtMs: number;
  expiresAtMs: number;
}

/** Who is calling: the outcome of a successful authentication. */
export interface Caller {
  accountId: string;
  /** Null when a token signed with the account's secret key was used. */
  keyId: string | null;
  /** The only models the key may use; null: all. */
  models: readonly string[] | null;
}
