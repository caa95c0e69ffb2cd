// The account's resource packs (contract §8): what was bought, what is left, until when.
import { useEffect, useState } from 'react';
import type { Caller } from '../api/caller.js';
import type { ResourcePack } from '../api/studio-task.js';
import { useSpeech } from '../text/language.js';

/** An account without packs pays nothing, or is billed later: that is said too. */
export function PackList({ call }: { call: Caller }) {
  const { words, language } = useSpeech();
  const [packs, setPacks] = useState<ResourcePack[]>();
  useEffect(() => {
    const leaving = new AbortController();
    call<{ resource_pack_subscribe_infos: ResourcePack[] }>('GET', '/account/costs', { signal: leaving.signal }).then(
      (found) => setPacks(found.resource_pack_subscribe_infos),
      () => undefined,
    );
    return () => leaving.abort();
  }, [call]);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const number = new Intl.NumberFormat(language);
  return (
    <section className="card" aria-labelledby="packs">
      <h2 id="packs">{words.packs}</h2>
      {packs?.length === 0 && <p className="muted">{words.packsNone}</p>}
      {packs?.map((pack) => (
        <div key={pack.resource_pack_id} className="pack">
          <span>{pack.resource_pack_name}</span>
          <span className="muted fine">
            {words.packLeft(number.format(pack.remaining_quantity), number.format(pack.total_quantity))}
          </span>
          <meter
            min={0}
            max={pack.total_quantity}
            value={pack.remaining_quantity}
            aria-label={pack.resource_pack_name}
          />
          <span className="muted fine">
            {words.packStates[pack.status]} · {words.until(date.format(pack.invalid_time))}
          </span>
        </div>
      ))}
    </section>
  );
}
