// Who changed what.
import { useSpeech } from '../text/language.js';
import { DataTable } from './data-table.js';
import { FailureNote } from './failure-note.js';
import { useAdminData, useAdminWords } from './use-admin.js';

interface AuditEntry {
  id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** The last 200 entries. */
export function AuditSection() {
  const words = useAdminWords();
  const { language } = useSpeech();
  const { data, failure, again } = useAdminData<AuditEntry[]>('/audit?limit=200');
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <>
      <div className="section-head">
        <h1>{words.sections.audit}</h1>
        <button type="button" className="quiet" onClick={again}>
          {words.reload}
        </button>
      </div>
      <p className="muted">{words.auditText}</p>
      <FailureNote failure={failure} />
      {data?.length === 0 && <p className="card muted">{words.none}</p>}
      {data && data.length > 0 && (
        <DataTable
          name={words.sections.audit}
          columns={[words.at, words.actor, words.action, words.subject, words.detail]}
          rows={data.map((entry) => ({
            key: entry.id,
            cells: [
              when.format(entry.at),
              entry.actor,
              entry.action,
              entry.subject,
              Object.keys(entry.detail).length > 0 && <code key="detail">{JSON.stringify(entry.detail)}</code>,
            ],
          }))}
        />
      )}
    </>
  );
}
