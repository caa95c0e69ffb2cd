// What the administration's pages share: words, a way to call, and reading something with its failure shown.
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { type Caller, createCaller } from '../api/caller.js';
import { adminChinese } from '../text/admin-chinese.js';
import { type AdminWords, adminEnglish } from '../text/admin-english.js';
import { type Language, useSpeech } from '../text/language.js';

const wordsByLanguage: Record<Language, AdminWords> = { en: adminEnglish, 'zh-CN': adminChinese };

/** The words of administration in the page's language. */
export function useAdminWords(): AdminWords {
  return wordsByLanguage[useSpeech().language];
}

/** Calls with the admin key; set by the page once the key is known to work. */
export const AdminContext = createContext<Caller>(createCaller(''));

/** Reads below `/admin/v1`. `again` reads anew; what was read before stays until then. */
export function useAdminData<Data>(path: string) {
  const call = useContext(AdminContext);
  const [read, setRead] = useState<{ path: string; data?: Data; failure?: unknown }>({ path });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a wish to read again
  useEffect(() => {
    const leaving = new AbortController();
    call<Data>('GET', `/admin/v1${path}`, { signal: leaving.signal }).then(
      (data) => setRead({ path, data }),
      (failure: unknown) => {
        if (!leaving.signal.aborted) setRead({ path, failure });
      },
    );
    return () => leaving.abort();
  }, [call, path, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const current = read.path === path ? read : { path };
  return { data: current.data, failure: current.failure, again };
}

/** Sends a change; what it throws is kept to be shown, and `changed` is called after a success. */
export function useAdminChange(changed: () => void) {
  const call = useContext(AdminContext);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function send<Data>(method: string, path: string, body?: unknown): Promise<Data | undefined> {
    setBusy(true);
    setFailure(undefined);
    try {
      const data = await call<Data>(method, `/admin/v1${path}`, body === undefined ? {} : { body });
      changed();
      return data;
    } catch (error) {
      setFailure(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  return { send, failure, busy, dismiss: () => setFailure(undefined) };
}
