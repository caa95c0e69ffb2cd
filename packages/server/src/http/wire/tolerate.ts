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

/** What decides how a value may be written. */
type Kind = { name: 'number' | 'boolean' | 'other' } | { name: 'object'; shape: z.core.$ZodShape };

/** Kinds of the fields of a shape. Zod's `instanceof` is slow, and shapes do not change. */
const kindsOfShapes = new WeakMap<z.core.$ZodShape, [name: string, kind: Kind][]>();

function kindsOf(shape: z.core.$ZodShape): [name: string, kind: Kind][] {
  let kinds = kindsOfShapes.get(shape);
  if (kinds === undefined) {
    kinds = Object.entries(shape).map(([name, schema]) => [name, kindOf(unwrap(schema))]);
    kindsOfShapes.set(shape, kinds);
  }
  return kinds;
}

function kindOf(schema: z.core.$ZodType): Kind {
  if (schema instanceof z.ZodObject) return { name: 'object', shape: schema.shape };
  if (schema instanceof z.ZodNumber) return { name: 'number' };
  return { name: schema instanceof z.ZodBoolean ? 'boolean' : 'other' };
}

function plainValue(name: string, value: unknown, kind: Kind): unknown {
  if (value === null || value === '') return undefined;
  if (kind.name === 'object' && typeof value === 'object' && !Array.isArray(value))
    return tolerate(value as Record<string, unknown>, kind.shape);
  if (typeof value !== 'string') return value;
  if (kind.name === 'number' && numberPattern.test(value)) return Number(value);
  if (kind.name === 'boolean' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return anyCase.has(name) ? value.toLowerCase() : value;
}

/** Only the fields that `shape` knows, each in its plain form; fields left out are not there. */
export function tolerate(input: Record<string, unknown>, shape: z.core.$ZodShape): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, kind] of kindsOf(shape)) {
    if (!Object.hasOwn(input, name)) continue;
    const value = plainValue(name, input[name], kind);
    if (value !== undefined) plain[name] = value;
  }
  return plain;
}
