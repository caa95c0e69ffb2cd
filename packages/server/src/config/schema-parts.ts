// What the schemas of the configuration file are made of.
import { z } from 'zod';
import { parseHttpUrl } from './network-name.js';

/**
 * An object without unknown keys. The message of an `unrecognized_keys` issue is the list of known ones, so that
 * whoever writes the sentence (file-check.ts) can suggest what was meant.
 */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

/** The name of an account, an engine, a pack. */
export const name = z
  .string()
  .regex(/^[\w][\w.-]{0,63}$/, "expected 1–64 letters, digits, '.', '_' or '-', starting with a letter or digit");

/** A secret, or what looks like one: it travels in a header. */
export const secret = () => z.string().regex(/^[\x21-\x7e]+$/, 'expected printable ASCII without spaces');

/** An absolute http or https URL, as it was written. */
export const httpUrl = z
  .string()
  .refine((text) => parseHttpUrl(text) !== undefined, 'expected an absolute http or https URL');
