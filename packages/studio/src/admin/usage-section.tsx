// What the service did: charts by day, and the same as tables.
import { useState } from 'react';
import { Icon } from '../look/icons.js';
import { useSpeech } from '../text/language.js';
import { DataTable } from './data-table.js';
import { DayChart } from './day-chart.js';
import { FailureNote } from './failure-note.js';
import { useAdminData, useAdminWords } from './use-admin.js';

interface Sums {
  submitted: number;
  succeeded: number;
  failed: number;
  pictures: number;
  units: number;
}

interface UsageDay extends Sums {
  start: number;
  p50_ms: number | null;
  p95_ms: number | null;
}

/** `GET /admin/v1/usage`. */
interface UsageAnswer {
  days: UsageDay[];
  models: (Sums & { model_name: string })[];
  accounts: (Sums & { account_id: string })[];
  failures: { message: string; count: number }[];
}

const spans = [7, 30, 90];

/** Days begin where the reader's own do. */
export function UsageSection() {
  const words = useAdminWords();
  const [days, setDays] = useState(30);
  const offset = -new Date().getTimezoneOffset();
  const { data, failure, again } = useAdminData<UsageAnswer>(`/usage?days=${days}&utc_offset_minutes=${offset}`);
  return (
    <>
      <div className="section-head">
        <h1>{words.sections.usage}</h1>
        <select aria-label={words.days} value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {spans.map((span) => (
            <option key={span} value={span}>
              {words.lastDays(span)}
            </option>
          ))}
        </select>
        <button type="button" className="quiet" onClick={again}>
          {words.reload}
        </button>
      </div>
      <FailureNote failure={failure} />
      {data && <Usage usage={data} />}
    </>
  );
}

function Usage({ usage }: { usage: UsageAnswer }) {
  const words = useAdminWords();
  const { language } = useSpeech();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' });
  const sum = (pick: (day: UsageDay) => number) => number.format(usage.days.reduce((all, day) => all + pick(day), 0));
  const seconds = (ms: number | null) => (ms === null ? '–' : words.seconds(number.format(ms / 1000)));
  const days = usage.days.map(({ start }) => date.format(start));
  const plain = (value: number) => number.format(value);
  const last = usage.days.findLast(({ p50_ms }) => p50_ms !== null);
  const figures = (sums: Sums) => [
    plain(sums.submitted),
    plain(sums.succeeded),
    plain(sums.failed),
    plain(sums.pictures),
    plain(sums.units),
  ];
  const heads = [words.submitted, words.succeeded, words.failed, words.pictures, words.units];
  return (
    <>
      <div className="charts">
        <DayChart
          title={words.picturesPerDay}
          total={sum((day) => day.pictures)}
          days={days}
          kind="bars"
          format={plain}
          series={[{ name: words.pictures, colour: 'chart-1', values: usage.days.map((day) => day.pictures) }]}
        />
        <DayChart
          title={words.unitsPerDay}
          total={sum((day) => day.units)}
          days={days}
          kind="bars"
          format={plain}
          series={[{ name: words.units, colour: 'chart-2', values: usage.days.map((day) => day.units) }]}
        />
        <DayChart
          title={words.latencyPerDay}
          total={seconds(last?.p50_ms ?? null)}
          days={days}
          kind="lines"
          format={(ms) => seconds(ms)}
          series={[
            { name: words.median, colour: 'chart-1', values: usage.days.map((day) => day.p50_ms) },
            { name: words.p95, colour: 'chart-3', values: usage.days.map((day) => day.p95_ms) },
          ]}
        />
        <DayChart
          title={words.failuresPerDay}
          total={sum((day) => day.failed)}
          days={days}
          kind="bars"
          format={plain}
          series={[{ name: words.failed, colour: 'chart-4', values: usage.days.map((day) => day.failed) }]}
        />
      </div>
      <details className="card advanced">
        <summary>
          {words.asTable}
          <Icon name="down" />
        </summary>
        <DataTable
          name={words.sections.usage}
          columns={[words.day, ...heads, words.median, words.p95]}
          figuresFrom={1}
          rows={usage.days.toReversed().map((day, index) => ({
            key: String(index),
            cells: [date.format(day.start), ...figures(day), seconds(day.p50_ms), seconds(day.p95_ms)],
          }))}
        />
      </details>
      <section className="card">
        <h2>{words.byModel}</h2>
        <DataTable
          name={words.byModel}
          columns={['', ...heads]}
          figuresFrom={1}
          rows={usage.models.map((sums) => ({ key: sums.model_name, cells: [sums.model_name, ...figures(sums)] }))}
        />
      </section>
      <section className="card">
        <h2>{words.byAccount}</h2>
        <DataTable
          name={words.byAccount}
          columns={[words.account, ...heads]}
          figuresFrom={1}
          rows={usage.accounts.map((sums) => ({ key: sums.account_id, cells: [sums.account_id, ...figures(sums)] }))}
        />
      </section>
      {usage.failures.length > 0 && (
        <section className="card">
          <h2>{words.reasons}</h2>
          <DataTable
            name={words.reasons}
            columns={[words.reason, words.count]}
            figuresFrom={1}
            rows={usage.failures.map(({ message, count }) => ({ key: message, cells: [message, plain(count)] }))}
          />
        </section>
      )}
    </>
  );
}
