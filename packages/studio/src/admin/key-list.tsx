// An account's keys: made here and shown once, revoked after a second look.
import { type FormEvent, useState } from 'react';
import { copyText } from '../look/copy-text.js';
import { Icon } from '../look/icons.js';
import { useSpeech } from '../text/language.js';
import { Labelled } from './account-form.js';
import type { AdminKey } from './account-types.js';
import { DataTable } from './data-table.js';
import { FailureNote } from './failure-note.js';
import { useAdminChange, useAdminData, useAdminWords } from './use-admin.js';

export function KeyList({ accountId }: { accountId: string }) {
  const words = useAdminWords();
  const { language } = useSpeech();
  const path = `/accounts/${encodeURIComponent(accountId)}/keys`;
  const { data, failure, again } = useAdminData<AdminKey[]>(path);
  const change = useAdminChange(again);
  const [label, setLabel] = useState('');
  const [made, setMade] = useState<string>();
  const [said, setSaid] = useState('');
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSaid('');
    const answer = await change.send<{ key: string }>('POST', path, { label });
    if (!answer) return;
    setMade(answer.key);
    setLabel('');
  }
  return (
    <section className="card" aria-labelledby="keys">
      <h2 id="keys">{words.keys}</h2>
      <FailureNote failure={failure ?? change.failure} />
      {data && data.length > 0 && (
        <DataTable
          name={words.keys}
          columns={[words.key, words.keyLabel, words.expires, '']}
          rows={data.map((key) => ({
            key: key.id,
            cells: [
              <code key="hint">{key.hint}</code>,
              key.label,
              key.expires_at === null ? words.never : date.format(key.expires_at),
              key.revoked_at === null ? (
                <Revoke
                  key="revoke"
                  onRevoke={() => void change.send('DELETE', `/keys/${encodeURIComponent(key.id)}`)}
                />
              ) : (
                words.revoked
              ),
            ],
          }))}
        />
      )}
      {made !== undefined && (
        <div className="note fresh" role="status">
          <p>{words.newKeyText}</p>
          <div className="key-line">
            <code className="break">{made}</code>
            <button
              type="button"
              className="icon-button"
              aria-label={words.copyKey}
              onClick={async () => setSaid((await copyText(made)) ? words.copied : '')}
            >
              <Icon name="copy" />
            </button>
          </div>
          <p className="fine muted">{said}</p>
        </div>
      )}
      <form className="inline-form" aria-label={words.newKey} onSubmit={(event) => void make(event)}>
        <Labelled name={words.keyLabel}>
          {(id) => <input id={id} maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />}
        </Labelled>
        <button type="submit" className="quiet" disabled={change.busy}>
          <Icon name="plus" />
          {words.newKey}
        </button>
      </form>
    </section>
  );
}

/** Asks once more, in place. */
function Revoke({ onRevoke }: { onRevoke(): void }) {
  const words = useAdminWords();
  const [sure, setSure] = useState(false);
  return (
    <button
      type="button"
      className={sure ? 'quiet danger' : 'quiet'}
      onBlur={() => setSure(false)}
      onClick={() => (sure ? onRevoke() : setSure(true))}
    >
      {sure ? words.revokeSure : words.revoke}
    </button>
  );
}
