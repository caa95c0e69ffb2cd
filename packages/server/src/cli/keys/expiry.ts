// A point in time, from what people type.
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';

const unitMs: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Unix ms of `30d`, `12h`, `90m`, `4w` from now, or of a date (`2027-01-31`, ISO 8601). `option` is named in the failure. */
export function parseTime(option: string, text: string, nowMs: number): number {
  const [, amount, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const written = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  const timeMs = amount === undefined ? written : nowMs + Number(amount) * (unitMs[unit ?? ''] ?? 0);
  if (Number.isNaN(timeMs)) {
    throw new CommandFailure(`${option} takes 30d, 12h or a date such as 2027-01-31, not '${text}'`, {
      exitCode: exitCodes.usage,
    });
  }
  return timeMs;
}

/** The same for `--expires`: it must lie in the future. */
export function parseExpiry(text: string, nowMs: number): number {
  const expiresMs = parseTime('--expires', text, nowMs);
  if (expiresMs <= nowMs)
    throw new CommandFailure(`--expires lies in the past: ${text}`, { exitCode: exitCodes.usage });
  return expiresMs;
}
