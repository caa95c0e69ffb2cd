// Counting, in Prometheus' text form. Its own code instead of prom-client's, because some of it runs for every request:
// there, checking and hashing labels takes 8 µs, a fifth of a whole request in bare Fastify; here, one look into a map.
// What can be counted stands in metric-table.ts.
import { type LabelValues, type MetricName, type MetricOf, metricTable } from './metric-table.js';

export interface Metrics {
  /** Adds to a counter; default 1. */
  count<Name extends MetricOf<'counter'>>(name: Name, labels: LabelValues<Name>, by?: number): void;
  /** One more duration in a histogram, seconds. */
  observe<Name extends MetricOf<'histogram'>>(name: Name, labels: LabelValues<Name>, seconds: number): void;
  /**
   * Reads a gauge, or a counter that somebody else keeps, whenever Prometheus asks: a number kept up in between would be
   * one more thing that can be wrong. One that rejects is left out of that answer. A second reader replaces the first.
   */
  read<Name extends MetricOf<'gauge' | 'counter'>>(name: Name, reader: () => Awaitable<Reading<Name>>): void;
  /** Text exposition format 0.0.4, ending in a newline. */
  render(): Promise<string>;
}

type Awaitable<Value> = Value | Promise<Value>;

/** Values with their labels; one without labels is just a number. */
export type Reading<Name extends MetricName> = number | readonly (readonly [LabelValues<Name>, number])[];

/** What is known of one combination of labels. Counters use `sum` alone. */
interface Series {
  labels: string;
  sum: number;
  /** Per bound, the observations at most that long and longer than the bound before; the last: longer than all. */
  counts: number[];
}

/** Content type of what `render` gives. */
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Starts with nothing counted. */
export function createMetrics(): Metrics {
  const seriesOf = new Map<MetricName, Map<string, Series>>();
  const readers = new Map<MetricName, () => Awaitable<Reading<MetricName>>>();

  function find(name: MetricName, values: readonly string[]): Series {
    let all = seriesOf.get(name);
    if (all === undefined) {
      all = new Map();
      seriesOf.set(name, all);
    }
    const key = values.length === 1 ? (values[0] ?? '') : values.join('\n');
    let series = all.get(key);
    if (series === undefined) {
      const row: { labels: readonly string[]; bounds?: readonly number[] } = metricTable[name];
      const counts = row.bounds === undefined ? [] : new Array<number>(row.bounds.length + 1).fill(0);
      series = { labels: labelText(row.labels, values), sum: 0, counts };
      all.set(key, series);
    }
    return series;
  }

  return {
    count(name, labels, by = 1) {
      find(name, labels).sum += by;
    },
    observe(name, labels, seconds) {
      const series = find(name, labels);
      const bounds: readonly number[] = metricTable[name].bounds;
      let at = 0;
      while (at < bounds.length && seconds > (bounds[at] ?? 0)) at += 1;
      series.counts[at] = (series.counts[at] ?? 0) + 1;
      series.sum += seconds;
    },
    read(name, reader) {
      readers.set(name, reader as () => Awaitable<Reading<MetricName>>);
    },
    async render() {
      const lines: string[] = [];
      for (const [name, row] of Object.entries(metricTable) as [MetricName, (typeof metricTable)[MetricName]][]) {
        const samples =
          row.kind === 'gauge' || readers.has(name)
            ? await readMetric(name, row.labels, readers.get(name))
            : [...(seriesOf.get(name)?.values() ?? [])].flatMap((series) =>
                row.kind === 'counter'
                  ? [`${name}${braced(series.labels)} ${series.sum}`]
                  : histogramLines(name, row.bounds, series),
              );
        if (samples.length > 0) lines.push(`# HELP ${name} ${row.help}`, `# TYPE ${name} ${row.kind}`, ...samples);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

async function readMetric(
  name: MetricName,
  labels: readonly string[],
  read: (() => Awaitable<Reading<MetricName>>) | undefined,
): Promise<string[]> {
  if (read === undefined) return [];
  try {
    const reading = await read();
    if (typeof reading === 'number') return [`${name} ${reading}`];
    return reading.map(([values, value]) => `${name}${braced(labelText(labels, values))} ${value}`);
  } catch {
    // The database is away: the other metrics are what the operator needs now.
    return [];
  }
}

/** Buckets are cumulative on the wire. */
function histogramLines(name: string, bounds: readonly number[], { labels, counts, sum }: Series): string[] {
  const comma = labels === '' ? '' : ',';
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return `${name}_bucket{le="${bounds[index] ?? '+Inf'}"${comma}${labels}} ${total}`;
  });
  return [...buckets, `${name}_sum${braced(labels)} ${sum}`, `${name}_count${braced(labels)} ${total}`];
}

function braced(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}

/** `method="GET",status="200"`, escaped as the format wants it. */
function labelText(names: readonly string[], values: readonly string[]): string {
  return names.map((name, index) => `${name}="${escapeLabel(values[index] ?? '')}"`).join(',');
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
