// The settings of one account. Only what was changed is sent: others may change the rest meanwhile.
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { AdminAccount } from './account-types.js';
import { FailureNote } from './failure-note.js';
import { useAdminChange, useAdminWords } from './use-admin.js';

/** Fields that hold a number, or nothing for no limit; the last two must hold one. */
const numberFields = ['concurrency', 'requests_per_second', 'retention_days', 'weight', 'credit_limit'] as const;
type NumberField = (typeof numberFields)[number];

export function AccountForm({ account, onChanged }: { account: AdminAccount; onChanged(): void }) {
  const words = useAdminWords();
  const [saved, setSaved] = useState(false);
  const [changes, setChanges] = useState<Partial<AdminAccount>>({});
  const change = useAdminChange(() => {
    setChanges({});
    setSaved(true);
    onChanged();
  });
  const shown = { ...account, ...changes };
  function edit(part: Partial<AdminAccount>): void {
    setSaved(false);
    setChanges({ ...changes, ...part });
  }
  function save(event: FormEvent): void {
    event.preventDefault();
    void change.send('PUT', `/accounts/${encodeURIComponent(account.id)}`, changes);
  }
  const names: Record<NumberField, string> = {
    concurrency: words.concurrency,
    requests_per_second: words.requestsPerSecond,
    retention_days: words.retentionDays,
    weight: words.weight,
    credit_limit: words.creditLimit,
  };
  return (
    <form className="card" aria-label={account.id} onSubmit={save}>
      <div className="form-grid">
        <Labelled name={words.enabled}>
          {(id) => (
            <select
              id={id}
              value={String(shown.enabled)}
              onChange={(event) => edit({ enabled: event.target.value === 'true' })}
            >
              <option value="true">{words.enabled}</option>
              <option value="false">{words.disabled}</option>
            </select>
          )}
        </Labelled>
        <Labelled name={words.billing}>
          {(id) => (
            <select
              id={id}
              value={shown.billing}
              onChange={(event) => edit({ billing: event.target.value as AdminAccount['billing'] })}
            >
              {Object.entries(words.billings).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled name={words.whenBusy}>
          {(id) => (
            <select
              id={id}
              value={shown.when_busy}
              onChange={(event) => edit({ when_busy: event.target.value as AdminAccount['when_busy'] })}
            >
              <option value="refuse">{words.refuse}</option>
              <option value="queue">{words.queue}</option>
            </select>
          )}
        </Labelled>
        {numberFields.map((field) => (
          <Labelled key={field} name={names[field]}>
            {(id) => (
              <input
                id={id}
                type="number"
                min={0}
                step="any"
                placeholder={words.unlimited}
                value={shown[field] ?? ''}
                onChange={({ target: { value } }) => edit({ [field]: value === '' ? null : Number(value) })}
              />
            )}
          </Labelled>
        ))}
      </div>
      <FailureNote failure={change.failure} onDismiss={change.dismiss} />
      <div className="card-actions">
        <button type="submit" className="primary" disabled={change.busy || Object.keys(changes).length === 0}>
          {words.save}
        </button>
        <p className="muted" role="status">
          {saved ? words.saved : ''}
        </p>
      </div>
    </form>
  );
}

/** A field under its name. */
export function Labelled({ name, children }: { name: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}
