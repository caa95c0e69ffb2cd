// Accounts and keys as the rest of the service sees them.

/** The account that a single user never has to know about. */
export const defaultAccountId = 'default';

export interface Account {
  id: string;
  enabled: boolean;
  /** Share of the workers relative to other accounts, > 0. */
  weight: number;
  /** Issuer of the account's JWTs, null when it has none. */
  accessKey: string | null;
  /** Signs the account's JWTs; kept readable, because HMAC needs it. */
  secretKey: string | null;
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
}

/** Who is calling: the outcome of a successful authentication. */
export interface Caller {
  accountId: string;
  /** Null when a token signed with the account's secret key was used. */
  keyId: string | null;
}
