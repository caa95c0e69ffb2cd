// The faces of the reference picture, as the server's detector finds them.
import { useEffect, useState } from 'react';
import type { Caller } from '../api/caller.js';
import type { FoundFace } from '../api/studio-task.js';
import { type Reference, readBase64 } from './reference.js';

/** `looking` until the server has said; `unknown` when it could not. */
export type Faces = { state: 'looking' } | { state: 'unknown' } | { state: 'found'; faces: readonly FoundFace[] };

/** Asks once for each picture; undefined while there is none, or while nobody wants to know. */
export function useFaces(call: Caller, reference: Reference | undefined, wanted: boolean): Faces | undefined {
  const [known, setKnown] = useState<{ reference: Reference; faces: Faces }>();
  useEffect(() => {
    if (reference === undefined || !wanted) return;
    const leaving = new AbortController();
    const keep = (faces: Faces) => !leaving.signal.aborted && setKnown({ reference, faces });
    const look = async () => {
      try {
        const body = { image: await readBase64(reference.file) };
        const { faces } = await call<{ faces: FoundFace[] }>('POST', '/studio/v1/faces', {
          body,
          signal: leaving.signal,
        });
        keep({ state: 'found', faces });
      } catch {
        // Nobody is kept from painting by it: the server has the last word at the submit.
        keep({ state: 'unknown' });
      }
    };
    void look();
    return () => leaving.abort();
  }, [call, reference, wanted]);
  if (reference === undefined || !wanted) return undefined;
  return known?.reference === reference ? known.faces : { state: 'looking' };
}
