// Turns the plain values of a configuration file into checked ones, and says in sentences what is wrong with them.
import type { z } from 'zod';
import type { Fault } from './fault.js';
import type { ConfigurationText, Path } from './file-reader.js';
import { type ConfigurationFile, sectionSchemas } from './file-schema.js';
import { suggest } from './nearest-name.js';

type SectionName = keyof ConfigurationFile;

/** The file as it is when nothing is written in it. */
export function emptyConfiguration(): ConfigurationFile {
  return {
    accounts: [],
    engines: {},
    models: {},
    policy: sectionSchemas.policy.parse(undefined),
    queue: sectionSchemas.queue.parse(undefined),
  };
}

/** Checks every section on its own; a section with faults is left as if it were not there. */
export function checkConfiguration(text: ConfigurationText): { file: ConfigurationFile; faults: Fault[] } {
  const faults = [...text.faults];
  const empty = emptyConfiguration();
  const root = text.value;
  if (root === undefined) return { file: empty, faults };
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    faults.push({ where: text.place([]), message: `expected an object, not ${kindOf(root)}` });
    return { file: empty, faults };
  }
  const names = Object.keys(sectionSchemas);
  for (const name of Object.keys(root)) {
    const path = [name];
    // Editors look for `$schema`; it says nothing to us.
    if (name === '$schema') continue;
    if (!names.includes(name)) faults.push({ where: text.place(path), message: unknownKey(name, names) });
  }
  const check = <Value>(name: SectionName, schema: z.ZodType<Value>): Value | undefined => {
    const raw = Object.hasOwn(root, name) ? (root as Record<string, unknown>)[name] : undefined;
    const outcome = schema.safeParse(raw);
    if (outcome.success) return outcome.data;
    faults.push(...outcome.error.issues.flatMap((issue) => faultsOf(issue, raw, [name], text)));
    return undefined;
  };
  const { accounts, engines, models, policy, queue } = sectionSchemas;
  const checked: ConfigurationFile = {
    accounts: check('accounts', accounts) ?? empty.accounts,
    engines: check('engines', engines) ?? empty.engines,
    models: check('models', models) ?? empty.models,
    policy: check('policy', policy) ?? empty.policy,
    queue: check('queue', queue) ?? empty.queue,
  };
  return { file: checked, faults };
}

/** The faults an issue stands for: one, or one for each unknown key. */
function faultsOf(issue: z.core.$ZodIssue, raw: unknown, base: Path, text: ConfigurationText): Fault[] {
  const inner = issue.path.filter((step) => typeof step !== 'symbol');
  const path = [...base, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => ({ where: text.place([...path, key]), message: unknownKey(key, known) }));
  }
  return [{ where: text.place(path), message: sentenceOf(issue, valueAt(raw, inner)) }];
}

/** What is wrong with a key that means nothing here. */
function unknownKey(key: string, known: readonly string[]): string {
  return `unknown key${suggest(key, known) || `, known are: ${known.join(', ')}`}`;
}

/** What stands at a path of plain values, or undefined. */
function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    root,
  );
}

/** `an object`, `a string`, …: the kind of a value, never the value, which may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Zod's names of types, for people. */
const typeNames: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** One issue as a sentence. Numbers and words of a closed list are quoted back, other texts never. */
function sentenceOf(issue: z.core.$ZodIssue, value: unknown): string {
  const shown = typeof value === 'number' ? `${value}` : kindOf(value);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return 'is missing';
      return `expected ${typeNames[issue.expected] ?? issue.expected}, not ${shown}`;
    case 'invalid_value': {
      const words = issue.values.map(String);
      const hint = typeof value === 'string' ? suggest(value, words) : '';
      return `expected one of ${words.map((word) => `'${word}'`).join(', ')}${hint}`;
    }
    case 'invalid_union':
      return issue.discriminator === undefined ? issue.message : unknownType(issue, value);
    case 'too_small':
    case 'too_big':
      return issue.message.startsWith('expected') ? issue.message : boundOf(issue, shown);
    case 'invalid_key':
      return `the name is invalid: ${issue.issues[0]?.message ?? issue.message}`;
    default:
      return issue.message;
  }
}

/** The sentence for a number, list or text outside its bounds. */
function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, shown: string): string {
  const unit = issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' characters' : '';
  const below = issue.code === 'too_small';
  const limit = below ? issue.minimum : issue.maximum;
  const words = issue.inclusive ? (below ? 'at least' : 'at most') : below ? 'more than' : 'less than';
  return `expected ${words} ${limit}${unit}, not ${unit === '' ? shown : below ? 'fewer' : 'more'}`;
}

/** The sentence for a `type` nobody knows. */
function unknownType(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (value === undefined) return `is missing; one of ${options.map((word) => `'${word}'`).join(', ')}`;
  const hint = typeof value === 'string' ? suggest(value, options) : '';
  return `expected one of ${options.map((word) => `'${word}'`).join(', ')}${hint}`;
}
