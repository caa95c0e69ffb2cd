// The proof, made at every start, that the guard is on: a listener on loopback that nobody may reach.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GuardedFetch, GuardedFetchOptions } from './guarded-fetch.js';
import { ForbiddenAddressError } from './outbound-error.js';

/** The name that the self-test's own lookup resolves to loopback; `.invalid` never exists (RFC 2606). */
const rebindingName = 'self-test.invalid';

const timeoutMs = 3_000;

/**
 * Opens a listener on 127.0.0.1 and tries to reach it through a guard that allows nothing private: by literal, decimal,
 * hex and mapped address, by `localhost`, by a name that resolves to loopback, and by a redirect. All must be refused
 * without one connection arriving. To show that the attempts mean something, a guard that allows loopback must get
 * through first. Rejects with a sentence that says what went wrong. The guards are made by `create`, so it proves the
 * code in use; that a start's own allow-list opens loopback does not matter.
 */
export async function proveGuard(create: (options: GuardedFetchOptions) => GuardedFetch): Promise<void> {
  let connections = 0;
  const listener = createServer((request, response) => {
    if (request.url === '/redirect') response.writeHead(302, { location: `http://127.0.0.1:${port}/` });
    response.end('reached');
  });
  listener.on('connection', () => {
    connections += 1;
  });
  const port = await listenOnLoopback(listener);
  const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
  const open = create({ allowPrivate: ['127.0.0.1'], lookup });
  // Opens the first hop alone, so that the second, the redirect's target, must be what is refused.
  const openByName = create({ allowPrivate: [rebindingName], lookup });
  const shut = create({ allowPrivate: [], lookup });
  try {
    const control = await open.fetch(`http://127.0.0.1:${port}/`, { timeoutMs });
    if (new TextDecoder().decode(await control.bytes()) !== 'reached') throw new Error('the listener answered wrongly');

    const hosts = ['127.0.0.1', '2130706433', '0x7f000001', '[::ffff:127.0.0.1]', 'localhost', rebindingName];
    connections = 0;
    for (const host of hosts) await mustRefuse(shut, `http://${host}:${port}/`);
    if (connections > 0) throw new Error('an attempt was refused only after it had connected');

    await mustRefuse(openByName, `http://${rebindingName}:${port}/redirect`);
    if (connections !== 1) throw new Error('a redirect to a private address was followed');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The guard against private addresses failed its self-test: ${why}`, { cause: error });
  } finally {
    await Promise.all([open.close(), openByName.close(), shut.close()]);
    listener.closeAllConnections();
    await new Promise((resolve) => listener.close(resolve));
  }
}

/** Starts the listener on a port of the system's choice. */
async function listenOnLoopback(listener: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });
  return (listener.address() as AddressInfo).port;
}

/** Throws unless the call is refused for its address. */
async function mustRefuse(guard: GuardedFetch, url: string): Promise<void> {
  try {
    const response = await guard.fetch(url, { timeoutMs });
    response.discard();
  } catch (error) {
    if (error instanceof ForbiddenAddressError) return;
    throw error;
  }
  throw new Error(`${url} was reached`);
}
