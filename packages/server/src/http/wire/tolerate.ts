// What callers may write instead of the plain form (contract §1), undone before a schema looks: `null` and `""` for a
// field left out, numbers and booleans as strings, upper-case `1K`. Driven by the schema, so it is written once.
import { z } from 'zod';

/** A number as text: JSON's form, also with a plus sign or blanks around it. */
const numberPattern = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i;

/** Fields whose values may come in upper case. */
const anyCase: ReadonlySet<string> = new Set(['resolution']);

/** The schema below defaults and optionality. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? schema.def.innerType : undefined;
  return inner === undefined ? schema : unwrap(inner);
}

function plainValue(name: string, value: unknown, schema: z.core.$ZodType): unknown {
  if (value === null || value === '') return undefined;
  const kind = unwrap(schema);
  if (kind instanceof z.ZodObject && typeof value === 'object' && !Array.isArray(value))
    return tolerate(value as Record<string, unknown>, kind.shape);
  if (typeof value !== 'string') return value;
  if (kind instanceof z.ZodNumber && numberPattern.test(value)) return Number(value);
  if (kind instanceof z.ZodBoolean && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return anyCase.has(name) ? value.toLowerCase() : value;
}

/** Only the fields that `shape` knows, each in its plain form; fields left out are not there. */
export function tolerate(input: Record<string, unknown>, shape: z.core.$ZodShape): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    if (!Object.hasOwn(input, name)) continue;
    const value = plainValue(name, input[name], schema);
    if (value !== undefined) plain[name] = value;
  }
  return plain;
}
