// An account's resource packs, and a form for a new one.
import { type FormEvent, useState } from 'react';
import { Icon } from '../look/icons.js';
import { useSpeech } from '../text/language.js';
import { Labelled } from './account-form.js';
import type { AdminPack } from './account-types.js';
import { DataTable } from './data-table.js';
import { FailureNote } from './failure-note.js';
import { useAdminChange, useAdminData, useAdminWords } from './use-admin.js';

const dayMs = 24 * 60 * 60 * 1000;
/** A moment as a date field writes it: `2026-11-27`, in the reader's own time. */
const toDateField = (ms: number) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
/** The first moment of that day, Unix ms. */
const fromDateField = (text: string) => new Date(`${text}T00:00`).getTime();

export function AdminPackList({ accountId }: { accountId: string }) {
  const words = useAdminWords();
  const { language } = useSpeech();
  const path = `/accounts/${encodeURIComponent(accountId)}/packs`;
  const { data, failure, again } = useAdminData<AdminPack[]>(path);
  const change = useAdminChange(again);
  const [fields, setFields] = useState({ id: '', quantity: '1000', from: toDateField(Date.now()), until: '' });
  const until = fields.until || toDateField(Date.now() + 365 * dayMs);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    const made = await change.send('PUT', `${path}/${encodeURIComponent(fields.id)}`, {
      name: fields.id,
      quantity: Number(fields.quantity),
      effective_at: fromDateField(fields.from),
      expires_at: fromDateField(until),
    });
    if (made) setFields({ ...fields, id: '' });
  }
  return (
    <section className="card" aria-labelledby="packs">
      <h2 id="packs">{words.packs}</h2>
      <FailureNote failure={failure ?? change.failure} />
      {data?.length === 0 && <p className="muted">{words.none}</p>}
      {data && data.length > 0 && (
        <DataTable
          name={words.packs}
          columns={[words.packName, words.quantity, words.remaining, words.validFrom, words.validUntil]}
          rows={data.map((pack) => ({
            key: pack.id,
            cells: [
              pack.name,
              pack.quantity,
              pack.remaining,
              date.format(pack.effective_at),
              date.format(pack.expires_at),
            ],
          }))}
        />
      )}
      <form className="inline-form" aria-label={words.newPack} onSubmit={(event) => void make(event)}>
        <Labelled name={words.packName}>
          {(id) => (
            <input
              id={id}
              required
              pattern="\w[\w.\-]{0,63}"
              value={fields.id}
              onChange={(event) => setFields({ ...fields, id: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled name={words.quantity}>
          {(id) => (
            <input
              id={id}
              type="number"
              min={1}
              step="any"
              required
              value={fields.quantity}
              onChange={(event) => setFields({ ...fields, quantity: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled name={words.validFrom}>
          {(id) => (
            <input
              id={id}
              type="date"
              required
              value={fields.from}
              onChange={(event) => setFields({ ...fields, from: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled name={words.validUntil}>
          {(id) => (
            <input
              id={id}
              type="date"
              required
              value={until}
              onChange={(event) => setFields({ ...fields, until: event.target.value })}
            />
          )}
        </Labelled>
        <button type="submit" className="quiet" disabled={change.busy}>
          <Icon name="plus" />
          {words.newPack}
        </button>
      </form>
    </section>
  );
}
