// From a key to a working connection: the list of models is what proves it.
import { createClient, type Images, KlingError, type ModelInfo } from '@inkling/client';
import { useCallback, useEffect, useState } from 'react';
import { type Caller, createCaller } from '../api/caller.js';
import { pause } from '../tasks/pause.js';
import { firstKey, keepKey, takeFromFragment } from './key.js';

/** The API's prefix on this server; the page and the API share their origin. */
export const apiPath = '/kling/v1';
/** Between two tries to reach a server that is away, ms. */
const retryMs = 3000;

/** What a connected page works with. */
export interface Connection {
  /** The key itself, to be shown to who holds it. */
  key: string;
  /** Kling's routes. */
  images: Images;
  /** Every other route of this server. */
  call: Caller;
  models: readonly ModelInfo[];
}

/** Where the page stands between a key and the studio. */
interface ConnectionState {
  connection: Connection | undefined;
  /** There is a key, and no answer yet that it works. */
  connecting: boolean;
  /** What the last try threw; undefined while all is well. */
  error: unknown;
  /** Tries another key. */
  connect(key: string): void;
  /** Forgets the key. */
  disconnect(): void;
}

/** Calls are not repeated behind the visitor's back: a refusal is shown, with what to do. */
function openImages(key: string): Images {
  return createClient({ baseUrl: location.origin + apiPath, apiKey: key, maxRetries: 0 }).images;
}

/** Connects with the key at hand, again and again while the server is away, and keeps a key that works. */
export function useConnection(): ConnectionState {
  const [key, setKey] = useState(firstKey);
  const [connection, setConnection] = useState<Connection>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (key === undefined) return;
    const stopping = new AbortController();
    const images = openImages(key);
    const tryOnce = async () => {
      try {
        const models = await images.models({ signal: stopping.signal });
        if (stopping.signal.aborted) return true;
        keepKey(key);
        setError(undefined);
        setConnection({ key, images, call: createCaller(key), models });
        return true;
      } catch (failure) {
        if (stopping.signal.aborted) return true;
        setError(failure);
        if (!(failure instanceof KlingError && (failure.status === 401 || failure.status === 403))) return false;
        keepKey(undefined);
        setKey(undefined);
        return true;
      }
    };
    const keepTrying = async () => {
      while (!(await tryOnce())) await pause(retryMs, stopping.signal);
    };
    void keepTrying();
    return () => stopping.abort();
  }, [key]);
  useEffect(() => {
    // An address with a key that is opened in this very tab changes the fragment alone: the page is not loaded anew.
    const take = () => {
      const taken = takeFromFragment();
      if (taken === undefined) return;
      setConnection(undefined);
      setError(undefined);
      setKey(taken);
    };
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  const disconnect = useCallback(() => {
    keepKey(undefined);
    setKey(undefined);
    setConnection(undefined);
    setError(undefined);
  }, []);
  return { connection, connecting: key !== undefined && connection === undefined, error, connect: setKey, disconnect };
}
