// The origin that absolute URLs in answers start with. The Host header is the caller's word and goes into our answers,
// so it must look like a host; else the address of the socket is used.
import type { FastifyRequest } from 'fastify';
import { remember } from '../core/remember.js';

/** A DNS name, an IPv4 address or a bracketed IPv6 address, with or without a port (RFC 3986 §3.2.2, less the exotic). */
const hostPattern = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252}[a-z0-9_])?\.?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Hosts remembered at most: callers use a handful, and each asks for thousands of answers. */
const maxHosts = 100;

/**
 * May this text stand between `//` and the first slash of a URL? What only looks like a host, such as `a.0` (a number at
 * the end makes it a broken IPv4 address), may not either.
 */
export const isHost = remember(maxHosts, (text) => hostPattern.test(text) && URL.canParse(`http://${text}`));

/** The configured public URL, else the origin the caller used: `http://127.0.0.1:8790`. Never ends in a slash. */
export function publicOrigin(request: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, '');
  const host = request.host ?? '';
  const protocol = request.protocol === 'https' ? 'https' : 'http';
  return `${protocol}://${isHost(host) ? host : socketHost(request)}`;
}

/** Address and port of our end of the socket. */
function socketHost(request: FastifyRequest): string {
  const { localAddress = '127.0.0.1', localPort = 80 } = request.socket;
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  return `${address.includes(':') ? `[${address}]` : address}:${localPort}`;
}
