// Which addresses may be called: public ones, and what the operator opened by name or by range.
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface AddressPolicy {
  /** May a call to `hostname` (no brackets, no trailing dot) connect to `address`, an IPv4 or IPv6 literal? */
  permits(hostname: string, address: string): boolean;
}

/**
 * Makes the policy. `allowPrivate`: what is opened beyond the public internet; each entry an exact host name, an
 * address, or a CIDR range (`10.0.0.0/8`, `fd00::/8`). A host name opens whatever that name resolves to.
 * Throws a plain Error that lists every entry it cannot read.
 */
export function createAddressPolicy(allowPrivate: readonly string[]): AddressPolicy {
  const hosts = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  const unreadable: string[] = [];
  for (const entry of allowPrivate.map((item) => item.trim()).filter((item) => item !== '')) {
    const range = parseRange(entry);
    const host = range ? undefined : parseHostName(entry);
    if (range) ranges.push(range);
    else if (host) hosts.add(host);
    else unreadable.push(entry);
  }
  if (unreadable.length > 0) {
    const listed = unreadable.map((entry) => `'${entry}'`).join(', ');
    throw new Error(`Not a host name, an address or a CIDR range such as 10.0.0.0/8: ${listed}`);
  }
  return {
    permits(hostname, address) {
      if (hosts.has(hostname.toLowerCase())) return true;
      const parsed = parseAddress(address);
      if (!parsed) return false;
      return (
        isPublic(parsed) || ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits))
      );
    },
  };
}

/** An address literal; an IPv4 address inside `::ffff:0:0/96` becomes that IPv4 address. Undefined for anything else. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // isIP first: ipaddr.js also reads short and octal forms that resolvers read differently.
  if (isIP(text) === 0) return undefined;
  return ipaddr.process(text);
}

/** An address as a range of one, or a CIDR range; undefined when it is neither. */
function parseRange(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  const [base = '', bits, ...rest] = entry.replace(/^\[(.*)\]$/, '$1').split('/');
  const address = parseAddress(base);
  if (!address || rest.length > 0) return undefined;
  const width = address.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [address, width];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= width ? [address, Number(bits)] : undefined;
}

/** A bare host name in the form in which URLs carry it (lower case, punycode, no trailing dot); undefined for all else. */
function parseHostName(entry: string): string | undefined {
  if (/[\s/:@?#\\*]/.test(entry) || !URL.canParse(`http://${entry}/`)) return undefined;
  const { hostname } = new URL(`http://${entry}/`);
  // `127.1` and `0x7f000001` are addresses to a URL parser; an operator who means an address writes it out.
  return isIP(hostname) === 0 ? withoutTrailingDot(hostname) : undefined;
}

/** `example.com.` and `example.com` are one host. */
export function withoutTrailingDot(hostname: string): string {
  return hostname.replace(/\.$/, '');
}

/** NAT64's well-known prefix (RFC 6052): the IPv4 address is in the last 32 bits. */
const nat64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];
/** The only block of IPv6 that IANA has opened for global unicast (RFC 4291, IANA ipv6-address-space). */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Is it an address of the public internet? By IANA's registries of special-purpose addresses, as ipaddr.js holds them;
 * in IPv6 all outside 2000::/3 is refused, whatever it may become. Tunnels that carry an IPv4 address (6to4, Teredo)
 * are refused; behind NAT64, which IPv6-only networks put in front of every IPv4 host, the inner address decides.
 */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  if (address.match(nat64)) return isPublic(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(globalUnicast) && address.range() === 'unicast';
}
