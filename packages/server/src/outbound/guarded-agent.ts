// The connections: an undici Agent that asks the address policy about every address at the moment it connects to it.
//
// A name is resolved once, all its addresses are judged, and the socket gets exactly those: a second answer of the
// resolver (DNS rebinding) has nobody to ask. A literal address never reaches the lookup hook, so it is judged before.
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { AddressPolicy } from './address-policy.js';
import { ForbiddenAddressError } from './outbound-error.js';

/** One address of a host. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Resolves a host name to all its addresses; rejects with a `code` such as ENOTFOUND. */
export type Lookup = (hostname: string) => Promise<ResolvedAddress[]>;

export interface GuardedAgentOptions {
  policy: AddressPolicy;
  lookup?: Lookup;
  /** Longest wait for TCP and TLS, ms. */
  connectTimeoutMs: number;
  /** Certificates of authorities to trust instead of Node's own, PEM. */
  trustedAuthorities?: string;
}

/**
 * Lookups at once. The resolver of the operating system (the only one that knows the hosts file and search domains)
 * takes one of Node's four shared threads for as long as it likes; files must never wait for a stranger's name server.
 */
const maxLookups = 2;

/** Most connections to one origin; further calls wait, within their own time cap. */
const maxConnectionsPerOrigin = 32;

/** Most bytes of response headers. */
const maxHeaderBytes = 16 * 1024;

export interface GuardedAgent {
  dispatcher: Agent;
  /** Ends every connection and every wait for a name. */
  destroy(): Promise<void>;
}

/** Makes the Agent. It takes no proxy from the environment, speaks HTTP/1.1 and keeps idle connections for 4 s. */
export function createGuardedAgent(options: GuardedAgentOptions): GuardedAgent {
  const { policy, lookup, connectTimeoutMs, trustedAuthorities } = options;
  const resolve = limitLookups(lookup ?? ((hostname) => systemLookup(hostname, { all: true })), maxLookups);
  /** How to end the lookups under way: the resolver itself cannot be interrupted. */
  const pending = new Set<(error: Error) => void>();
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    lookup: createGuardedLookup(policy, resolve, pending),
    ...(trustedAuthorities === undefined ? {} : { ca: trustedAuthorities }),
  });
  const dispatcher = new Agent({
    connect(target, callback) {
      const { hostname } = target;
      if (isIP(hostname) !== 0 && !policy.permits(hostname, hostname))
        return process.nextTick(callback, new ForbiddenAddressError(`http://${target.host ?? hostname}/`), null);
      return connect(target, callback);
    },
    connections: maxConnectionsPerOrigin,
    pipelining: 1,
    maxHeaderSize: maxHeaderBytes,
  });
  return {
    dispatcher,
    async destroy() {
      const destroyed = dispatcher.destroy();
      for (const giveUp of pending) giveUp(new Error('the agent was destroyed'));
      await destroyed;
    },
  };
}

/** A lookup in Node's form that fails when any address of the name is forbidden: a mixed answer is an attack or a mistake. */
function createGuardedLookup(
  policy: AddressPolicy,
  resolve: Lookup,
  pending: Set<(error: Error) => void>,
): LookupFunction {
  return (hostname, options, callback) => {
    /** Answers once: whichever comes first, the resolver or the end. */
    const settle = (error: NodeJS.ErrnoException | null, addresses: ResolvedAddress[]) => {
      if (!pending.delete(giveUp)) return;
      const [first] = addresses;
      if (error || !first) callback(error, '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    };
    const giveUp = (error: Error) => settle(error, []);
    pending.add(giveUp);
    resolve(hostname).then((addresses) => {
      if (addresses.length === 0) giveUp(Object.assign(new Error('no address'), { code: 'ENODATA' }));
      else if (addresses.every(({ address }) => policy.permits(hostname, address))) settle(null, addresses);
      else giveUp(new ForbiddenAddressError(`http://${hostname}/`));
    }, giveUp);
  };
}

/** The same lookup, at most `limit` at once; the others wait in order. */
function limitLookups(lookup: Lookup, limit: number): Lookup {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (hostname) => {
    if (running >= limit) await new Promise<void>((resume) => waiting.push(resume));
    else running += 1;
    try {
      return await lookup(hostname);
    } finally {
      // The place is handed on, not given back, so that nobody can slip in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
