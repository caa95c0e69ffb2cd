// What goes into `Authorization`: an API key as it is, or a token that an access key signs and that is renewed in time.
import { SignJWT } from 'jose';
import type { Clock } from '../../core/clock.js';

/** One upstream key: either an API key, or an access key with its secret. */
export type KlingSecret = { apiKey: string } | { accessKey: string; secretKey: string };

/** How long a token lives, s: the vendor's samples use half an hour. */
const lifetimeS = 1800;
/** A token with less than this left is replaced, s: longer than any call takes. */
const renewBeforeS = 300;
/** `nbf` lies this far back, s, for clocks that differ a little. */
const leewayS = 5;
/** A clock that differs by more than this is not believed, s: a day. */
const maxSkewS = 86_400;

export interface KeyCredential {
  /** The header's value. */
  authorization(): Promise<string>;
  /**
   * The upstream says that a token is not valid yet or no longer: mint another, by the upstream's own clock where its
   * answer tells it. False when there is nothing to renew: an API key.
   */
  renew(upstreamNowMs: number | undefined): boolean;
}

export function createKeyCredential(secret: KlingSecret, clock: Pick<Clock, 'now'>): KeyCredential {
  if ('apiKey' in secret) return { authorization: async () => `Bearer ${secret.apiKey}`, renew: () => false };
  const { accessKey } = secret;
  const signingKey = new TextEncoder().encode(secret.secretKey);
  let skewS = 0;
  let minted: { header: Promise<string>; expiresAtS: number } | undefined;
  const nowS = () => Math.floor(clock.now() / 1000) + skewS;

  async function mint(issuedAtS: number): Promise<string> {
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(accessKey)
      .setNotBefore(issuedAtS - leewayS)
      .setExpirationTime(issuedAtS + lifetimeS)
      .sign(signingKey);
    return `Bearer ${token}`;
  }

  return {
    authorization() {
      const issuedAtS = nowS();
      if (!minted || minted.expiresAtS - issuedAtS < renewBeforeS)
        minted = { header: mint(issuedAtS), expiresAtS: issuedAtS + lifetimeS };
      return minted.header;
    },
    renew(upstreamNowMs) {
      minted = undefined;
      const differsS = upstreamNowMs === undefined ? 0 : Math.round((upstreamNowMs - clock.now()) / 1000);
      skewS = Math.abs(differsS) <= maxSkewS ? differsS : 0;
      return true;
    },
  };
}
