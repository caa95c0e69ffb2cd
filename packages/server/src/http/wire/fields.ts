// Building blocks of the wire schemas.
import { z } from 'zod';

declare module 'zod' {
  interface GlobalMeta {
    /** Characters (Unicode code points), as JSON Schema counts them. */
    minLength?: number;
    maxLength?: number;
  }
}

/** Is `text` at most `max` code points long? Looks at no more of it than it must. */
function fitsCodePoints(text: string, max: number): boolean {
  if (text.length <= max) return true;
  if (text.length > max * 2) return false;
  let count = 0;
  for (const _ of text) count += 1;
  return count <= max;
}

/** Text of 1 to `max` Unicode code points. */
export function textField(max: number): z.ZodString {
  return z
    .string()
    .refine((text) => fitsCodePoints(text, max))
    .meta({ minLength: 1, maxLength: max });
}

/** A Unix time in milliseconds. */
export const timeField = z.int().min(0).describe('Unix time in milliseconds');
