// Is a caller's address on a key's list? Addresses and CIDR ranges, IPv4 and IPv6.
import ipaddr from 'ipaddr.js';

/** An IPv4 address that came over an IPv6 socket (`::ffff:203.0.113.9`) counts as the IPv4 address it is. */
export function isAllowedIp(callerIp: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(callerIp)) return false;
  const address = ipaddr.process(callerIp);
  return allowed.some((entry) => {
    const [range, bits] = entry.includes('/') ? ipaddr.parseCIDR(entry) : [ipaddr.process(entry), undefined];
    if (range.kind() !== address.kind()) return false;
    return bits === undefined
      ? range.toNormalizedString() === address.toNormalizedString()
      : address.match(range, bits);
  });
}
