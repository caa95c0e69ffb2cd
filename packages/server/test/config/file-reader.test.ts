// Reading the configuration file: comments, lines, secrets, and text that is no JSON.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { formatPath, parseConfiguration, readConfigurationFile } from '../../src/config/file-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'inkling-config-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Parses a text as if it stood in `folder/inkling.jsonc`. */
function parse(text: string, env: Record<string, string> = {}) {
  return parseConfiguration(text, join(folder, 'inkling.jsonc'), env);
}

/** The faults of a text with the folder cut away. */
function faultsOf(text: string, env: Record<string, string> = {}): string[] {
  return parse(text, env).faults.map((fault) => `${fault.where}: ${fault.message}`.replaceAll(`${folder}/`, ''));
}

describe('parseConfiguration', () => {
  it('takes comments, trailing commas and a byte order mark', () => {
    const { value, faults } = parse('\uFEFF{ // one\n "a": [1, 2,], /* two */ "b": null, }');
    assert.deepEqual(faults, []);
    assert.deepEqual(value, { a: [1, 2], b: null });
  });

  it('names the line of what is no JSON', () => {
    assert.deepEqual(faultsOf('{\n  "a": 1\n  "b": 2\n}'), ['inkling.jsonc:3: is not JSON: comma expected']);
  });

  it('says that an empty file is empty', () => {
    for (const text of ['', '  \n', '// nothing\n']) {
      const faults = faultsOf(text);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', /is empty; write at least \{\}|is not JSON/);
    }
  });

  it('has no value when it is no JSON', () => assert.equal(parse('{').value, undefined));

  it('knows the line of every value', () => {
    const { place } = parse('{\n  "accounts": [\n    { "id": "acme",\n      "keys": [] }\n  ]\n}');
    const shown = (path: (string | number)[]) => place(path).replace(`${folder}/`, '');
    assert.equal(shown(['accounts', 0, 'keys']), 'inkling.jsonc:4: accounts[0].keys');
    assert.equal(shown(['accounts']), 'inkling.jsonc:2: accounts');
    assert.equal(shown([]), 'inkling.jsonc:1');
    assert.equal(shown(['accounts', 0, 'name']), 'inkling.jsonc:3: accounts[0].name', 'missing: the line of its owner');
  });

  it('notices a key given twice and keeps the last', () => {
    const { value } = parse('{"a": 1, "a": 2}');
    assert.deepEqual(value, { a: 2 });
    assert.deepEqual(faultsOf('{"a": 1,\n"a": 2}'), ['inkling.jsonc:1: a: is given twice']);
  });

  it('treats __proto__ as any other key', () => {
    const { value } = parse('{"__proto__": {"enabled": true}}');
    assert.ok(typeof value === 'object' && value !== null);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal('enabled' in value, false);
    assert.deepEqual(Object.keys(value), ['__proto__']);
  });
});

describe('secrets in the configuration file', () => {
  it('come from the environment', () => {
    assert.deepEqual(parse('{"key": "env:MY_KEY"}', { MY_KEY: 'sk-1' }).value, { key: 'sk-1' });
  });

  it('come from files beside it, without the last line break', () => {
    writeFileSync(join(folder, 'key.txt'), 'sk-from-file\n');
    assert.deepEqual(parse('{"a": ["file:key.txt", "file:./key.txt"]}').value, { a: ['sk-from-file', 'sk-from-file'] });
    assert.deepEqual(parse(`{"a": "file:${join(folder, 'key.txt')}"}`).value, { a: 'sk-from-file' });
  });

  it('that are missing are told with their place', () => {
    assert.deepEqual(faultsOf('{"a": {"b": "env:NOT_SET"}}'), [
      'inkling.jsonc:1: a.b: the environment variable NOT_SET is not set',
    ]);
    assert.deepEqual(faultsOf('{"a": ["file:gone"]}'), [
      "inkling.jsonc:1: a[0]: 'gone' cannot be read: there is no such file",
    ]);
    assert.deepEqual(faultsOf(`{"a": "file:${folder}"}`).length, 1);
  });

  it('that are empty count as missing', () => {
    assert.equal(faultsOf('{"a": "env:EMPTY"}', { EMPTY: '' }).length, 1);
  });

  it('are not looked for in keys', () => {
    assert.deepEqual(parse('{"env:HOME": 1}').value, { 'env:HOME': 1 });
  });
});

describe('readConfigurationFile', () => {
  it('reads the file', () => {
    const file = join(folder, 'real.jsonc');
    writeFileSync(file, '{"queue": {"maxWaiting": 5}} // fine');
    assert.deepEqual(readConfigurationFile(file, {}).value, { queue: { maxWaiting: 5 } });
  });

  for (const [what, file, reason] of [
    ['a missing file', join(folder, 'nowhere.jsonc'), 'there is no such file'],
    ['a folder', folder, 'it is a folder'],
  ] as const) {
    it(`says in words that ${what} cannot be read`, () => {
      const { value, faults } = readConfigurationFile(file, {});
      assert.equal(value, undefined);
      assert.deepEqual(faults, [{ where: 'INKLING_CONFIG', message: `'${file}' cannot be read: ${reason}` }]);
    });
  }
});

describe('formatPath', () => {
  it('writes a path as one would in code', () => {
    assert.equal(formatPath(['accounts', 0, 'keys', 12, 'key']), 'accounts[0].keys[12].key');
    assert.equal(formatPath(['models', 'kling-v2', 'engine']), 'models.kling-v2.engine');
    assert.equal(formatPath(['models', 'a b']), 'models["a b"]');
    assert.equal(formatPath([]), '');
  });
});

it('reads every JSON value as JSON.parse does', () => {
  const json = fc
    .jsonValue({ noUnicodeString: false })
    .filter((value) => !/"(?:env|file):/.test(JSON.stringify(value)));
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value);
      assert.equal(JSON.stringify(parse(text).value), JSON.stringify(JSON.parse(text)));
    }),
  );
});
