// Every example in the SDK's docstrings, and every TypeScript snippet of the documents, passes the compiler.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as sdk from '@inkling/client';
import ts from 'typescript';
import { listFences, repository } from './markdown.js';

interface Example {
  /** Where it stands, for the message. */
  place: string;
  code: string;
}

/** What a docstring example may take for granted: names of the SDK, a client, and a request that came in. */
function withPrelude(code: string): string {
  const used = Object.keys(sdk).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const client = /\bconst client\b/.test(code) ? '' : "declare const client: import('@inkling/client').KlingClient;\n";
  const imports = `import { ${used.join(', ')} } from '@inkling/client';\n`;
  return `${used.length > 0 ? imports : 'export {};\n'}${client}declare const request: Request;\nvoid request;\n${code}`;
}

/** The examples in the docstrings of a file. */
function readDocstrings(file: string): Example[] {
  const text = readFileSync(join(repository, file), 'utf8');
  return [...text.matchAll(/^ *\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].map((match) => {
    const code = (match[1] ?? '').replaceAll(/^ *\* ?/gm, '');
    return { place: `${file}:${text.slice(0, match.index).split('\n').length + 1}`, code: withPrelude(code) };
  });
}

const sources = readdirSync(join(repository, 'packages/client/src')).map((name) => `packages/client/src/${name}`);
const docstrings = sources.flatMap(readDocstrings);
const snippets = listFences()
  .filter((fence) => fence.language === 'ts')
  .map(({ file, line, code }): Example => ({ place: `${file}:${line}`, code: `export {};\n${code}` }));

/** What the compiler says of each example that it does not like. */
function compile(examples: readonly Example[]): string[] {
  // Below the repository, so that the SDK is found as a reader would have it: by its built types.
  mkdirSync(join(repository, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(repository, '.cache', 'snippets-'));
  try {
    const files = examples.map(({ code }, index) => {
      const path = join(folder, `example-${index}.ts`);
      writeFileSync(path, code);
      return path;
    });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ['node'],
      typeRoots: [join(repository, 'node_modules/@types')],
      strict: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      noEmit: true,
    });
    return ts.getPreEmitDiagnostics(program).map((fault) => {
      const index = files.indexOf(fault.file?.fileName ?? '');
      const { line } = fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0) ?? { line: 0 };
      const shown = fault.file?.text.split('\n')[line] ?? '';
      return `${examples[index]?.place}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}\n    ${shown}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('TypeScript that people copy', () => {
  it('compiles', () => {
    assert.deepEqual(compile([...docstrings, ...snippets]), []);
  });

  it('is there: an example for every call of the SDK, and snippets in the documents', () => {
    const code = docstrings.map((example) => example.code).join('\n');
    const { images, account } = sdk.createClient({ apiKey: 'k' });
    for (const call of [...Object.keys(images), ...Object.keys(account)])
      assert.match(code, new RegExp(`\\.${call}\\(`));
    for (const name of ['createClient', 'signToken', 'verifyWebhook']) assert.match(code, new RegExp(`\\b${name}\\(`));
    assert.ok(snippets.length >= 8, `${snippets.length}`);
  });

  it('is really looked at: a mistake is found, with its place', () => {
    const wrong = { place: 'here:1', code: withPrelude('const { task_state } = await client.images.get("t");') };
    assert.match(compile([wrong]).join('\n'), /^here:1: Property 'task_state' does not exist/);
  });
});
