// The service itself: maintenance, readiness, engines, nodes. Engines and nodes are shown as the server tells of them,
// whatever it tells; a server that does not know the route shows nothing.
import { KlingError } from '@inkling/client';
import { useEffect, useState } from 'react';
import { useSpeech } from '../text/language.js';
import { DataTable } from './data-table.js';
import { FailureNote } from './failure-note.js';
import { useAdminChange, useAdminData, useAdminWords } from './use-admin.js';

/** One engine or node. */
type Fields = Record<string, unknown>;

export function ServiceSection() {
  const words = useAdminWords();
  return (
    <>
      <div className="section-head">
        <h1>{words.sections.service}</h1>
      </div>
      <Maintenance />
      <Readiness />
      <Listed title={words.engines} path="/engines" />
      <Listed title={words.nodes} path="/nodes" />
    </>
  );
}

function Maintenance() {
  const words = useAdminWords();
  const { data, failure, again } = useAdminData<{ on: boolean }>('/maintenance');
  const change = useAdminChange(again);
  return (
    <section className="card" aria-labelledby="maintenance">
      <h2 id="maintenance">{words.maintenance}</h2>
      <p className="muted">{words.maintenanceText}</p>
      <FailureNote failure={failure ?? change.failure} />
      {data && (
        <div className="switch-line">
          <p className="state" data-state={data.on ? 'failed' : 'succeed'} role="status">
            {data.on ? words.maintenanceOn : words.maintenanceOff}
          </p>
          <button
            type="button"
            className="quiet"
            disabled={change.busy}
            onClick={() => void change.send('PUT', '/maintenance', { on: !data.on })}
          >
            {data.on ? words.switchOff : words.switchOn}
          </button>
        </div>
      )}
    </section>
  );
}

function Readiness() {
  const words = useAdminWords();
  const [ready, setReady] = useState<boolean>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/readyz', { signal: leaving.signal }).then(
      (response) => setReady(response.ok),
      () => undefined,
    );
    return () => leaving.abort();
  }, []);
  return (
    <section className="card" aria-labelledby="readiness">
      <h2 id="readiness">{words.readiness}</h2>
      {ready !== undefined && (
        <p className="state" data-state={ready ? 'succeed' : 'failed'}>
          {ready ? words.ready : words.notReady}
        </p>
      )}
    </section>
  );
}

/** Times are Unix ms in fields whose names end in `_at`. */
function showValue(name: string, value: unknown, time: Intl.DateTimeFormat, yes: string, no: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number' && name.endsWith('_at')) return time.format(value);
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).map(
    ([part, of]) => `${part.replaceAll('_', ' ')} ${showValue(part, of, time, yes, no)}`,
  );
  return parts.join(' · ');
}

/** Colours of what engines and nodes say of themselves; other words stay grey. */
const toneOfState: Record<string, string> = {
  ok: 'succeed',
  up: 'succeed',
  degraded: 'pending',
  silent: 'failed',
  down: 'failed',
};

/** Rows of a route that may not be there. */
function Listed({ title, path }: { title: string; path: string }) {
  const words = useAdminWords();
  const { language } = useSpeech();
  const { data, failure } = useAdminData<Fields[]>(path);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  if (failure instanceof KlingError && failure.status === 404) return null;
  const rows = Array.isArray(data) ? data : [];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <section className="card">
      <h2>{title}</h2>
      <FailureNote failure={failure} />
      {data && rows.length === 0 && <p className="muted">{words.none}</p>}
      {rows.length > 0 && (
        <DataTable
          name={title}
          columns={columns.map((column) => column.replaceAll('_', ' '))}
          rows={rows.map((row, index) => ({
            key: String(index),
            cells: columns.map((column) => {
              const shown = showValue(column, row[column], time, words.yes, words.no);
              return column === 'state' ? (
                <span key={column} className="state" data-state={toneOfState[shown]}>
                  {shown}
                </span>
              ) : (
                shown
              );
            }),
          }))}
        />
      )}
    </section>
  );
}
