// The usage report on the wire.
import { z } from 'zod';
import type { UsageReport, UsageWish } from '../../tasks/usage-report.js';
import { firstIssue } from '../wire/field-message.js';
import { tolerate } from '../wire/tolerate.js';

/** UTC-14 to UTC+14: every clock on earth. */
const maxOffsetMinutes = 14 * 60;

/** What the report may be asked for. */
export const usageQuery = z.object({
  days: z.int().min(1).max(366).default(30),
  utc_offset_minutes: z.int().min(-maxOffsetMinutes).max(maxOffsetMinutes).default(0),
});

/** AppError 1201 naming the parameter. */
export function checkUsageQuery(query: unknown): UsageWish {
  const first = Object.entries(query ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
  const plain = tolerate(Object.fromEntries(first), usageQuery.shape);
  const parsed = usageQuery.safeParse(plain);
  if (!parsed.success) throw firstIssue(plain, usageQuery, parsed.error.issues);
  return { days: parsed.data.days, utcOffsetMinutes: parsed.data.utc_offset_minutes };
}

/** Times are Unix ms, latencies ms from submit to success. */
export function renderUsage(report: UsageReport) {
  return {
    from: report.fromMs,
    to: report.toMs,
    days: report.days.map(({ startMs, p50Ms, p95Ms, ...sums }) => ({
      start: startMs,
      ...sums,
      p50_ms: p50Ms,
      p95_ms: p95Ms,
    })),
    models: report.models.map(({ model, ...sums }) => ({ model_name: model, ...sums })),
    accounts: report.accounts.map(({ accountId, ...sums }) => ({ account_id: accountId, ...sums })),
    failures: report.failures,
  };
}
