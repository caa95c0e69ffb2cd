// Is a caller's address on a key's list? Addresses and CIDR ranges, IPv4 and IPv6.
import ipaddr from 'ipaddr.js';
import { remember } from '../core/remember.js';

/** Answers by list: reading addresses takes 40 µs, a tenth of a submit, and a key is used from few of them. */
const lists = new WeakMap<readonly string[], (callerIp: string) => boolean>();
/** Addresses remembered of each list at most. */
const maxAddresses = 1000;

/**
 * An IPv4 address that came over an IPv6 socket (`::ffff:203.0.113.9`) counts as the IPv4 address it is. `allowed` must
 * not change: what was said of it is remembered.
 */
export function isAllowedIp(callerIp: string, allowed: readonly string[]): boolean {
  let ask = lists.get(allowed);
  if (ask === undefined) {
    ask = remember(maxAddresses, (address) => isOnList(address, allowed));
    lists.set(allowed, ask);
  }
  return ask(callerIp);
}

function isOnList(callerIp: string, allowed: readonly string[]): boolean {
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
