// Every account in one table; one of them opened shows its settings, keys and packs.
import { type FormEvent, useState } from 'react';
import { Icon } from '../look/icons.js';
import { AccountForm } from './account-form.js';
import type { AdminAccount } from './account-types.js';
import { AdminPackList } from './admin-pack-list.js';
import { DataTable } from './data-table.js';
import { FailureNote } from './failure-note.js';
import { KeyList } from './key-list.js';
import { useAdminChange, useAdminData, useAdminWords } from './use-admin.js';

export function AccountsSection() {
  const words = useAdminWords();
  const { data, failure, again } = useAdminData<AdminAccount[]>('/accounts');
  const [openId, setOpenId] = useState<string>();
  const open = data?.find(({ id }) => id === openId);
  if (open) {
    return (
      <>
        <button type="button" className="back" onClick={() => setOpenId(undefined)}>
          <Icon name="left" />
          {words.back}
        </button>
        <h1>{open.id}</h1>
        <AccountForm key={open.id} account={open} onChanged={again} />
        <KeyList accountId={open.id} />
        <AdminPackList accountId={open.id} />
      </>
    );
  }
  return (
    <>
      <div className="section-head">
        <h1>{words.accounts}</h1>
      </div>
      <FailureNote failure={failure} />
      {data && (
        <DataTable
          name={words.accounts}
          columns={[words.account, words.enabled, words.billing, words.concurrency, words.inUse, words.owed]}
          rows={data.map((account) => ({
            key: account.id,
            cells: [
              <button key="open" type="button" className="link" onClick={() => setOpenId(account.id)}>
                {account.id}
              </button>,
              account.enabled ? words.yes : words.no,
              words.billings[account.billing],
              account.concurrency ?? words.unlimited,
              account.usage?.slots_held ?? 0,
              account.usage?.owed_units ?? 0,
            ],
          }))}
        />
      )}
      <NewAccount
        onMade={(id) => {
          again();
          setOpenId(id);
        }}
      />
    </>
  );
}

/** A name is enough; the rest are defaults that the account's own page changes. */
function NewAccount({ onMade }: { onMade(id: string): void }) {
  const words = useAdminWords();
  const [name, setName] = useState('');
  const change = useAdminChange(() => onMade(name));
  function make(event: FormEvent): void {
    event.preventDefault();
    void change.send('PUT', `/accounts/${encodeURIComponent(name)}`, {});
  }
  return (
    <form className="card inline-form" aria-label={words.newAccount} onSubmit={make}>
      <div className="field">
        <label htmlFor="new-account">{words.newAccount}</label>
        <input
          id="new-account"
          required
          pattern="\w[\w.\-]{0,63}"
          placeholder={words.accountName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="quiet" disabled={change.busy}>
        <Icon name="plus" />
        {words.add}
      </button>
      <FailureNote failure={change.failure} onDismiss={change.dismiss} />
    </form>
  );
}
