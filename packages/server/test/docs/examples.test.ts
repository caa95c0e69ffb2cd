// The programs in examples/, each run against a real server the way its first lines say.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { RunningService } from '../service/running-service.js';
import { startCallbackService, tryReceiver } from './callback-service.js';
import { repository } from './markdown.js';
import { makeReaderFolder, missingProgram } from './try-program.js';

const read = (file: string) => readFile(join(repository, 'examples', file), 'utf8');
let service: RunningService;
before(async () => {
  service = await startCallbackService();
});
after(() => service.close());

/** Runs a program in a reader's folder with these arguments; what it printed, and the pictures it left. */
async function runExample(language: string, file: string, args: string[]) {
  const folder = await makeReaderFolder(service.url);
  try {
    const run = await folder.paste(language, await read(file), service.url);
    const { stdout } = await promisify(execFile)(run.program, [...run.args, ...args], {
      cwd: folder.path,
      env: folder.env,
    });
    const names = (await readdir(folder.path)).filter((name) => /^fox.*\.png$/.test(name));
    const formats = await Promise.all(
      names.map(async (name) => (await sharp(await readFile(join(folder.path, name))).metadata()).format),
    );
    return { stdout, formats };
  } finally {
    await folder.remove();
  }
}

const programs: [language: string, file: string][] = [
  ['sh', 'curl/picture.sh'],
  ['ts', 'typescript/picture.ts'],
  ['python', 'python/picture.py'],
];
describe('examples', () => {
  for (const [language, file] of programs) {
    it(`${file} makes two pictures`, { skip: missingProgram(language) }, async () => {
      const { stdout, formats } = await runExample(language, file, ['a red fox in the snow', '2']);
      assert.deepEqual(formats, ['png', 'png']);
      assert.match(stdout, /succeed/);
    });

    it(`${file} says what is wrong with a request`, { skip: missingProgram(language) }, async () => {
      await assert.rejects(
        runExample(language, file, ['a red fox', '12']),
        (error: Error & { stderr?: string; stdout?: string }) => {
          assert.match(`${error.stderr}${error.stdout}`, /n value '?12'? is invalid/);
          return true;
        },
      );
    });
  }

  for (const [language, file] of [
    ['ts', 'callback-receiver/receiver.ts'],
    ['python', 'callback-receiver/receiver.py'],
  ] as const) {
    it(`${file} believes the service and nobody else`, { skip: missingProgram(language) }, async () => {
      await tryReceiver(service, { language, code: await read(file) });
    });
  }

  it('need nothing but the standard library in Python', async () => {
    for (const file of ['python/picture.py', 'callback-receiver/receiver.py']) {
      const imports = [...(await read(file)).matchAll(/^(?:import|from) (\w+)/gm)].map((match) => match[1]);
      assert.ok(imports.length > 0);
      for (const name of imports) {
        assert.match(String(name), /^(?:base64|hashlib|hmac|http|json|os|sys|time|urllib|uuid)$/);
      }
    }
  });
});
