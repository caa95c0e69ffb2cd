// The frame of the administration's pages: the question for the admin key, then one of the sections.
import { type FormEvent, useState } from 'react';
import { createCaller } from '../api/caller.js';
import { explainError, type Problem } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import { Icon } from '../look/icons.js';
import { type AdminSection, adminAddress, adminSections } from '../pages/read-route.js';
import { useWords } from '../text/language.js';
import { AccountsSection } from './accounts-section.js';
import { keepAdminKey, readAdminKey } from './admin-key.js';
import { AuditSection } from './audit-section.js';
import { ServiceSection } from './service-section.js';
import { UsageSection } from './usage-section.js';
import { AdminContext, useAdminWords } from './use-admin.js';
import '../look/admin.css';

const pages = {
  usage: UsageSection,
  accounts: AccountsSection,
  service: ServiceSection,
  audit: AuditSection,
};

/** The page of `#/admin/{section}`. */
export function AdminPage({ section }: { section: AdminSection }) {
  const [key, setKey] = useState(readAdminKey);
  const words = useAdminWords();
  // One caller for a key: what is read depends on it.
  const [callers] = useState(() => new Map<string, ReturnType<typeof createCaller>>());
  if (key === undefined) {
    return (
      <AskKey
        onKey={(given) => {
          keepAdminKey(given);
          setKey(given);
        }}
      />
    );
  }
  const call = callers.get(key) ?? createCaller(key);
  callers.set(key, call);
  const Section = pages[section];
  function leave(): void {
    keepAdminKey(undefined);
    setKey(undefined);
  }
  return (
    <AdminContext value={call}>
      <main className="page admin" tabIndex={-1} aria-label={words.sections[section]}>
        <nav className="tabs" aria-label={words.askTitle}>
          {adminSections.map((name) => (
            <a key={name} href={adminAddress(name)} aria-current={name === section ? 'page' : undefined}>
              {words.sections[name]}
            </a>
          ))}
          <button type="button" className="icon-button" aria-label={words.close} title={words.close} onClick={leave}>
            <Icon name="leave" />
          </button>
        </nav>
        <Section />
      </main>
    </AdminContext>
  );
}

/** Takes a key only once it has opened something. */
function AskKey({ onKey }: { onKey(key: string): void }) {
  const words = useAdminWords();
  const pageWords = useWords();
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await createCaller(key.trim())('GET', '/admin/v1/maintenance');
      onKey(key.trim());
    } catch (failure) {
      setProblem(explainError(failure, pageWords));
      setBusy(false);
    }
  }
  return (
    <main className="page ask" tabIndex={-1} aria-label={words.askTitle}>
      <form className="connect-card" onSubmit={(event) => void open(event)}>
        <h1>{words.askTitle}</h1>
        <p className="muted">{words.askText}</p>
        <div className="field">
          <label htmlFor="admin-key">{words.adminKey}</label>
          <input
            id="admin-key"
            type="password"
            autoComplete="off"
            required
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
        </div>
        {problem && <ProblemNote problem={problem} />}
        <button type="submit" className="primary" disabled={busy || key.trim() === ''}>
          {words.open}
        </button>
      </form>
    </main>
  );
}
