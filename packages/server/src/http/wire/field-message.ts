// The words of a 1201: the field, the caller's value, what is allowed. `n value '10' is invalid, allowed: integers from
// 1 to 9`. What is allowed is read from the schema, so that message and rule cannot part.
import { z } from 'zod';
import { type AppError, invalidField, quoteValue } from '../../core/errors.js';
import { unwrap } from './tolerate.js';

/** What a field may hold, in words. */
function describeAllowed(schema: z.core.$ZodType): string {
  const kind = unwrap(schema);
  if (kind instanceof z.ZodEnum) return `allowed values: ${kind.options.join(', ')}`;
  if (kind instanceof z.ZodNumber) {
    const what = kind.isInt ? 'integers' : 'numbers';
    return `allowed: ${what} from ${kind.minValue} to ${kind.maxValue}`;
  }
  if (kind instanceof z.ZodBoolean) return 'allowed: true or false';
  if (kind instanceof z.ZodObject) return `allowed: an object with ${Object.keys(kind.shape).join(', ')}`;
  // Length bounds count code points, which zod's own do not: they are kept as metadata.
  const { minLength, maxLength } = z.globalRegistry.get(kind) ?? {};
  return maxLength === undefined
    ? 'allowed: a string'
    : `allowed: a string of ${minLength ?? 0} to ${maxLength} characters`;
}

/** The 1201 of a field with a wrong value. */
export function invalidValue(field: string, value: unknown, allowed: string): AppError {
  return invalidField(field, `${field} value '${quoteValue(value)}' is invalid, ${allowed}`);
}

/** Walks `input` and `shape` along `path`; ends where either has nothing more. */
function resolvePath(input: unknown, schema: z.core.$ZodType, path: readonly PropertyKey[]) {
  let value = input;
  let at = schema;
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    const kind = unwrap(at);
    const next = kind instanceof z.ZodObject ? kind.shape[String(step)] : undefined;
    if (next !== undefined) at = next;
  }
  return { value, schema: at };
}

/** The first thing that `schema` found wrong with `input`, as a 1201. */
export function firstIssue(input: unknown, schema: z.core.$ZodType, issues: readonly z.core.$ZodIssue[]): AppError {
  const path = issues[0]?.path ?? [];
  const field = path.join('.');
  const at = resolvePath(input, schema, path);
  if (at.value === undefined) return invalidField(field, `${field} is required`);
  return invalidValue(field, at.value, describeAllowed(at.schema));
}
