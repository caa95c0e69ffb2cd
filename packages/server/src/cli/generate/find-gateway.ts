// Which gateway `inkling generate` talks to, and with which key.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrapKeyFile } from '../../accounts/bootstrap-key.js';
import type { Settings } from '../../config/settings.js';
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';
import { resolveKlingAddress } from './kling-address.js';

export interface GatewayChoice {
  /** What `/images/generations` is appended to. */
  address: string;
  /** Undefined when none was given or found. */
  key: string | undefined;
  /** May this machine paint the picture itself when nobody answers? Not when a gateway was asked for by name. */
  mayPaintHere: boolean;
}

/** The base URL under which a server with these settings is reached from this machine. */
export function localBaseUrl(settings: Settings): string {
  const anyAddress = settings.host === '0.0.0.0' || settings.host === '::';
  const host = anyAddress ? '127.0.0.1' : settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return `${settings.tlsKeyFile === null ? 'http' : 'https'}://${host}:${settings.port}`;
}

/** The key that the first start left in the data folder; undefined when there is none this user may read. */
export async function readBootstrapKey(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(join(dataFolder, bootstrapKeyFile), 'utf8').catch(() => '');
  return text.trim() || undefined;
}

/** Is it a host of this machine by its very name? */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

/** Options win over settings; without either it is the server of this machine and the key of its first start. */
export async function findGateway(
  options: { baseUrl?: string; key?: string },
  settings: Settings,
): Promise<GatewayChoice> {
  const given = options.key ?? settings.apiKey ?? undefined;
  if (options.baseUrl !== undefined) {
    const address = resolveKlingAddress(options.baseUrl);
    if (given !== undefined) return { address, key: given, mayPaintHere: false };
    throw new CommandFailure('--base-url needs a key', {
      hint: 'give it with --key, or set INKLING_API_KEY',
      exitCode: exitCodes.usage,
    });
  }
  const address = resolveKlingAddress(settings.serverUrl ?? localBaseUrl(settings));
  // The key of the first start opens the server of this machine; another machine has no business seeing it.
  const here = settings.serverUrl === null || isLoopback(new URL(address).hostname);
  const key = given ?? (here ? await readBootstrapKey(settings.dataFolder) : undefined);
  return { address, key, mayPaintHere: true };
}
