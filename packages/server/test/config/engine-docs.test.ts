// Every example of docs/engines.md is a configuration file that loads as it stands.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readConfiguration } from '../../src/config/configuration.js';
import { engineSchema } from '../../src/config/engine-schemas.js';

const page = readFileSync(new URL('../../../../../docs/engines.md', import.meta.url), 'utf8');
/** Each example with the heading it stands under. */
const examples = page.split(/^## /m).flatMap((section) => {
  const heading = section.split('\n')[0] ?? '';
  return [...section.matchAll(/```jsonc\n(.*?)```/gs)].map(([, text = '']) => ({ heading, text }));
});

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkling-docs-'));
  await writeFile(join(folder, 'second-key'), 'sk-from-a-file\n');
});
after(() => rm(folder, { recursive: true, force: true }));

describe('docs/engines.md', () => {
  it('has a section with an example for every type of engine', () => {
    for (const { shape } of engineSchema.options) {
      const type = [...shape.type.values][0];
      assert.match(page, new RegExp(`^## \`${type}\``, 'm'));
      const shown = examples.some(({ text }) => text.includes(`"type": "${type}"`));
      assert.ok(shown || type === 'illustrator', `no example of ${type}`);
    }
  });

  for (const [index, { heading, text }] of examples.entries()) {
    it(`loads example ${index + 1}, under ${heading}`, async () => {
      const file = join(folder, `example-${index}.jsonc`);
      await writeFile(file, text);
      const env = Object.fromEntries(
        [...text.matchAll(/env:(\w+)/g)].map(([, name = '']) => [name, `value-of-${name}`]),
      );
      const { engines } = readConfiguration({ ...env, INKLING_CONFIG: file });
      assert.ok(engines.size > 1);
    });
  }
});
