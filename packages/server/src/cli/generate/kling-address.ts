// Where a Kling-compatible API lives, from what people type as its base URL.
import { parseHttpUrl } from '../../config/network-name.js';
import { CommandFailure } from '../command-failure.js';

/**
 * The address that `/images/generations` is appended to. `https://host`, `https://host/kling/v1` and `https://host/v1`
 * all do, with or without a trailing slash, and so does a whole submit address. A bare host gets the gateway's prefix
 * `/kling/v1`, Kling's own hosts get `/v1`.
 */
export function resolveKlingAddress(baseUrl: string): string {
  const typed = baseUrl.includes('://') || !baseUrl.includes('.') ? baseUrl : `https://${baseUrl}`;
  const url = parseHttpUrl(typed);
  if (url === undefined || url.search !== '') {
    throw new CommandFailure(`'${baseUrl}' is not a base URL`, { hint: 'give something like https://host/kling/v1' });
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/images\/generations$/, '');
  const vendor = /(?:^|\.)klingai\.com$/.test(url.hostname);
  return `${url.origin}${path === '' ? (vendor ? '/v1' : '/kling/v1') : path}`;
}
