// What the service did, day by day, for the charts of whoever runs it.
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../core/clock.js';
import type { Store, UsageCount, UsageSpan } from '../store/store.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Sums without the names they belong to. */
type Sums = Omit<UsageCount, 'accountId' | 'model'>;

/** One day; by when tasks were submitted, whenever they ended. */
export interface UsageDay extends Sums {
  /** Its first moment, Unix ms. */
  startMs: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

export interface UsageReport {
  fromMs: number;
  toMs: number;
  /** Oldest first, quiet days too. */
  days: UsageDay[];
  /** Over all days, most pictures first. */
  models: (Sums & { model: string })[];
  accounts: (Sums & { accountId: string })[];
  failures: { message: string; count: number }[];
}

/** What is wanted. */
export interface UsageWish {
  /** Days up to and with today, 1–366. */
  days: number;
  /** Of the reader's clock, east of Greenwich: where days begin. */
  utcOffsetMinutes: number;
}

const nothing: Sums = { submitted: 0, succeeded: 0, failed: 0, pictures: 0, units: 0 };

function add(one: Sums, other: Sums): Sums {
  return {
    submitted: one.submitted + other.submitted,
    succeeded: one.succeeded + other.succeeded,
    failed: one.failed + other.failed,
    pictures: one.pictures + other.pictures,
    units: one.units + other.units,
  };
}

/** Sums of `counts` by what `nameOf` says, most pictures first. */
function sumBy(counts: readonly UsageCount[], nameOf: (count: UsageCount) => string): [string, Sums][] {
  const sums = new Map<string, Sums>();
  for (const count of counts) sums.set(nameOf(count), add(sums.get(nameOf(count)) ?? nothing, count));
  return [...sums].sort(([, one], [, other]) => other.pictures - one.pictures || other.submitted - one.submitted);
}

/** The reasons of several days in one list, most frequent first. Each day brings its ten: rare reasons may be missing. */
function mergeFailures(spans: readonly UsageSpan[]): UsageReport['failures'] {
  const counts = new Map<string, number>();
  for (const { message, count } of spans.flatMap((span) => span.failures))
    counts.set(message, (counts.get(message) ?? 0) + count);
  return [...counts]
    .map(([message, count]) => ({ message, count }))
    .sort((one, other) => other.count - one.count)
    .slice(0, 10);
}

/**
 * Makes the reader of usage. One day is one read of the store, with a breath for other work in between: the embedded
 * database works on the event loop. Whoever asks for what is being read already shares the answer.
 */
export function createUsageReader(store: Pick<Store, 'usage'>, clock: Clock) {
  const reading = new Map<string, Promise<UsageReport>>();

  async function read({ days, utcOffsetMinutes }: UsageWish): Promise<UsageReport> {
    const offsetMs = utcOffsetMinutes * minuteMs;
    const nowMs = clock.now();
    const todayMs = Math.floor((nowMs + offsetMs) / dayMs) * dayMs - offsetMs;
    const starts = Array.from({ length: days }, (_, index) => todayMs - (days - 1 - index) * dayMs);
    const spans: UsageSpan[] = [];
    for (const startMs of starts) {
      spans.push(await store.usage.span(startMs, startMs + dayMs));
      await setImmediate();
    }
    const counts = spans.flatMap((span) => span.counts);
    return {
      fromMs: starts[0] ?? todayMs,
      toMs: nowMs,
      days: spans.map((span, index) => ({
        startMs: starts[index] ?? todayMs,
        ...span.counts.reduce<Sums>((sum, count) => add(sum, count), nothing),
        p50Ms: span.p50Ms,
        p95Ms: span.p95Ms,
      })),
      models: sumBy(counts, ({ model }) => model).map(([model, sums]) => ({ model, ...sums })),
      accounts: sumBy(counts, ({ accountId }) => accountId).map(([accountId, sums]) => ({ accountId, ...sums })),
      failures: mergeFailures(spans),
    };
  }

  return function readUsage(wish: UsageWish): Promise<UsageReport> {
    const name = `${wish.days} ${wish.utcOffsetMinutes}`;
    const known = reading.get(name);
    if (known) return known;
    const report = read(wish).finally(() => reading.delete(name));
    reading.set(name, report);
    return report;
  };
}
