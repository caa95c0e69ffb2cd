// Is a caller's address on a key's list? Addresses and CIDR ranges, IPv4 and IPv6.
import ipaddr from 'ipaddr.js';

/** Answers given, by list: reading addresses takes 40 µs, a tenth of a submit, and a key is used from few of them. */
const answers = new WeakMap<readonly string[], Map<string, boolean>>();
/** Addresses remembered of each list at most. */
const maxAnswers = 1000;

/**
 * An IPv4 address that came over an IPv6 socket (`::ffff:203.0.113.9`) counts as the IPv4 address it is. `allowed` must
 * not change: what was said of it is remembered.
 */
export function isAllowedIp(callerIp: string, allowed: readonly string[]): boolean {
  let known = answers.get(allowed);
  if (known === undefined) {
    known = new Map();
    answers.set(allowed, known);
  }
  let answer = known.get(callerIp);
  if (answer === undefined) {
    answer = isOnList(callerIp, allowed);
    if (known.size >= maxAnswers) known.clear();
    known.set(callerIp, answer);
  }
  return answer;
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
