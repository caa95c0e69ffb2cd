// Reads the configuration file: JSON with comments and trailing commas, every fault with its line, and strings that stand
// for a secret (`env:NAME`, `file:PATH`) replaced by what they stand for.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Environment } from './environment.js';
import type { Fault } from './fault.js';
import { readSecretReference, reasonOf } from './secret-reference.js';

/** Where a value stands: keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** A configuration file as plain values, and the way from a path back to a line. */
export interface ConfigurationText {
  /** Undefined when the text could not be read or parsed; the faults say why. */
  value: unknown;
  /** `/etc/inkling.json:12: accounts[0].limits`, for a fault. */
  place(path: Path): string;
  faults: Fault[];
}

/** `accounts[0].limits`; keys that are not plain words are quoted. */
export function formatPath(path: Path): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    if (!/^[\w$-]+$/.test(step)) return `${written}[${JSON.stringify(step)}]`;
    return written === '' ? step : `${written}.${step}`;
  }, '');
}

/** 1-based line of an offset. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Reads the file; never throws. `file` is taken relative to the working directory, `file:` secrets relative to it. */
export function readConfigurationFile(file: string, env: Environment): ConfigurationText {
  try {
    return parseConfiguration(readFileSync(file, 'utf8'), file, env);
  } catch (error) {
    const faults = [{ where: 'INKLING_CONFIG', message: `'${file}' cannot be read: ${reasonOf(error)}` }];
    return { value: undefined, place: formatPath, faults };
  }
}

/** Parses the text of a configuration file; `file` is its path, for messages and for relative `file:` secrets. */
export function parseConfiguration(text: string, file: string, env: Environment): ConfigurationText {
  const source = text.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true, disallowComments: false });
  const place = (path: Path): string => {
    // A value that is missing is looked for where it should stand: in the nearest thing around it that is there.
    let node = root && findNodeAtLocation(root, [...path]);
    for (let depth = path.length - 1; root && !node && depth >= 0; depth -= 1) {
      node = findNodeAtLocation(root, path.slice(0, depth));
    }
    const line = node ? `:${lineOf(source, node.offset)}` : '';
    return path.length === 0 ? `${file}${line}` : `${file}${line}: ${formatPath(path)}`;
  };
  const faults: Fault[] = errors.map((error) => ({
    where: `${file}:${lineOf(source, error.offset)}`,
    message: `is not JSON: ${wordsOf(printParseErrorCode(error.error))}`,
  }));
  if (root === undefined || faults.length > 0) {
    if (faults.length === 0) faults.push({ where: file, message: 'is empty; write at least {}' });
    return { value: undefined, place, faults };
  }
  const context = { folder: dirname(resolve(file)), env, faults, place };
  return { value: plainValue(root, [], context), place, faults };
}

/** `CommaExpected` → `comma expected`. */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

interface ValueContext {
  folder: string;
  env: Environment;
  faults: Fault[];
  place(path: Path): string;
}

/** The plain value of a node. Objects have no prototype's keys in the way: `__proto__` is a key like any other. */
function plainValue(node: Node, path: Path, context: ValueContext): unknown {
  if (node.type === 'array')
    return (node.children ?? []).map((item, index) => plainValue(item, [...path, index], context));
  if (node.type === 'string') return secretOf(String(node.value), path, context);
  if (node.type !== 'object') return node.value;
  const entries = new Map<string, unknown>();
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    if (keyNode === undefined || valueNode === undefined) continue;
    const key = String(keyNode.value);
    if (entries.has(key)) context.faults.push({ where: context.place([...path, key]), message: 'is given twice' });
    entries.set(key, plainValue(valueNode, [...path, key], context));
  }
  return Object.fromEntries(entries);
}

/** What a string stands for; a reference that leads nowhere is a fault, and stands for itself. */
function secretOf(text: string, path: Path, context: ValueContext): string {
  const outcome = readSecretReference(text, context.folder, context.env);
  if ('value' in outcome) return outcome.value;
  context.faults.push({ where: context.place(path), message: outcome.wrong });
  return text;
}
