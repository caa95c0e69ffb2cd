// The API key of this browser: from the address's fragment on a first visit, from then on in localStorage.
import { readLocal, writeLocal } from '../storage/local-json.js';

const storageName = 'inkling.key';

/**
 * The key in `#key=…`, if there is one, kept from now on. The fragment is removed at once: neither the history nor a
 * copied address keeps it, and fragments are never sent to the server.
 */
export function takeFromFragment(): string | undefined {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')?.trim();
  if (!key) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  keepKey(key);
  return key;
}

/** The key to begin with. */
export function firstKey(): string | undefined {
  const kept = takeFromFragment() ?? readLocal(storageName);
  return typeof kept === 'string' && kept !== '' ? kept : undefined;
}

/** Remembers a key that works; undefined forgets it. */
export function keepKey(key: string | undefined): void {
  writeLocal(storageName, key);
}
