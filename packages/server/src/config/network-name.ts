// The shapes of addresses that settings and the configuration file accept. Only shapes: whether an address may be
// reached is decided by outbound/, whether a caller may come in by accounts/.
import { isIP } from 'node:net';

/** `10.0.0.1`, `fd00::/8`: an IPv4 or IPv6 address, with or without a prefix length. */
export function isAddressOrRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** A host name by the letters, digits and hyphens of RFC 1123, at most 253 characters; a single label will do. */
export function isHostName(text: string): boolean {
  const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;
  // All digits and dots would be a broken IPv4 address, which some resolvers read as a number.
  return text.length <= 253 && !/^[\d.]+$/.test(text) && text.split('.').every((part) => label.test(part));
}

/** The URL if `text` is an absolute http or https URL without user name, password or fragment; else undefined. */
export function parseHttpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return url.username === '' && url.password === '' && url.hash === '' ? url : undefined;
}
