// The `Range` header (RFC 9110 §14) as far as pictures need it: one range of bytes.

/** What a `Range` header comes to for one object. */
export type RangeOutcome =
  /** Send everything: no range, one that cannot be read, or several of them. */
  | { kind: 'whole' }
  /** Bytes `start`…`end`, both inclusive. */
  | { kind: 'part'; start: number; end: number }
  /** No byte of it exists. */
  | { kind: 'unsatisfiable' };

/** What `header` asks for of something `byteLength` bytes long. */
export function readRange(header: string | undefined, byteLength: number): RangeOutcome {
  const [, first, last] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return { kind: 'whole' };
  if (first === '') {
    const suffix = Math.min(Number(last), byteLength);
    return suffix === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: byteLength - suffix, end: byteLength - 1 };
  }
  const start = Number(first);
  const end = last === '' ? byteLength - 1 : Math.min(Number(last), byteLength - 1);
  if (last !== '' && Number(last) < start) return { kind: 'whole' };
  return start < byteLength ? { kind: 'part', start, end } : { kind: 'unsatisfiable' };
}
