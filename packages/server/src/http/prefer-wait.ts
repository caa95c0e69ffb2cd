// `Prefer: wait=N` (RFC 7240 §4.3): the caller would rather wait for the end of the task than ask again.

/** Longest wait, s. */
export const maxWaitS = 60;

/** Seconds to wait, 0–60; undefined without the preference. A preference one cannot read is ignored, as the RFC says. */
export function preferredWaitS(header: string | string[] | undefined): number | undefined {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  for (const preference of text.split(/[,;]/)) {
    const seconds = /^\s*wait\s*=\s*"?(\d{1,9})"?\s*$/i.exec(preference)?.[1];
    if (seconds !== undefined) return Math.min(Number(seconds), maxWaitS);
  }
  return undefined;
}
