// Tokens for services that hand out an access key and a secret key, Kling itself among them.
import { hmacSha256, toBase64Url, utf8 } from './encoding.js';

/**
 * A JWT (HS256) that is valid from 5 s ago for `lifetimeS` seconds (default half an hour). The client signs its own;
 * this is for calls that are made some other way. Web Crypto needs HTTPS or localhost in browsers, and secret keys have
 * no business in a page anyway.
 * @example
 * ```ts
 * const token = await signToken({ accessKey: 'ak-…', secretKey: 'sk-…' }, { lifetimeS: 60 });
 * console.log(`Authorization: Bearer ${token}`);
 * ```
 */
export async function signToken(
  keys: { accessKey: string; secretKey: string },
  options: { lifetimeS?: number; nowMs?: number } = {},
): Promise<string> {
  const nowS = Math.floor((options.nowMs ?? Date.now()) / 1000);
  const claims = { iss: keys.accessKey, exp: nowS + (options.lifetimeS ?? 1800), nbf: nowS - 5 };
  const part = (value: object) => toBase64Url(utf8(JSON.stringify(value)));
  const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${head}.${toBase64Url(await hmacSha256(utf8(keys.secretKey), head))}`;
}
