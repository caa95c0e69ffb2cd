// The SDK as people get it: packed by npm, installed offline into an empty project, called from plain Node and checked
// by the compiler with the settings people have.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { permanentKey, type RunningService, startTestService } from '../service/running-service.js';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
let project: string;
let packed: string[];

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'inkling-sdk-'));
  // Twice the packing would only rebuild what is built; the tests' own run has built everything.
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--workspace', 'packages/client', '--pack-destination', project],
    { cwd: repository },
  );
  const [archive] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = archive.files.map((file) => file.path);
  await writeFile(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(project, archive.filename)], {
    cwd: project,
  });
});
after(() => rm(project, { recursive: true, force: true }));

describe('the packed SDK', () => {
  it('holds what was built, its types, and nothing else', () => {
    const others = packed.filter((path) => !/^dist\/src\/[\w-]+\.(?:js|d\.ts)$/.test(path));
    assert.deepEqual(others.sort(), ['LICENSE', 'README.md', 'package.json']);
    const modules = packed.filter((path) => path.endsWith('.js'));
    assert.ok(modules.length > 5);
    for (const path of modules) assert.ok(packed.includes(path.replace(/\.js$/, '.d.ts')), path);
  });

  it('needs nothing else', async () => {
    const manifest = JSON.parse(await readFile(join(project, 'node_modules/@inkling/client/package.json'), 'utf8'));
    const needs = Object.keys(manifest).filter((name) => /dependencies/i.test(name) && name !== 'devDependencies');
    assert.deepEqual(needs, []);
    assert.equal(manifest.scripts?.install ?? manifest.scripts?.postinstall, undefined);
  });

  describe('in plain Node', () => {
    let service: RunningService;
    before(async () => {
      service = await startTestService();
    });
    after(() => service.close());

    it('makes a picture', async () => {
      await writeFile(
        join(project, 'picture.js'),
        `import { createClient, NotFoundError } from '@inkling/client';
const client = createClient({ baseUrl: process.argv[2], apiKey: process.argv[3] });
const states = [];
const { task, images } = await client.images.generate(
  { model_name: 'kling-v1', prompt: 'a fox', n: 2 },
  { onState: (state) => states.push(state.task_status) },
);
const failure = await client.images.get('nothing').catch((error) => error instanceof NotFoundError && error.reason);
console.log(JSON.stringify({ status: task.task_status, sizes: images.map((image) => image.bytes.length), last: states.at(-1), failure }));
`,
      );
      const args = ['picture.js', `${service.url}/kling/v1`, permanentKey];
      const { stdout, stderr } = await run(process.execPath, args, { cwd: project });
      const { sizes, ...rest } = JSON.parse(stdout);
      assert.deepEqual(rest, { status: 'succeed', last: 'succeed', failure: 'NotFound' });
      assert.equal(sizes.length, 2);
      assert.ok(sizes[0] > 100);
      assert.equal(stderr, '');
    });
  });

  const settings = {
    'a page': { module: 'ESNext', moduleResolution: 'Bundler', lib: ['ES2022', 'DOM'], types: [] },
    'Node alone': { module: 'NodeNext', moduleResolution: 'NodeNext', lib: ['ES2022'], types: ['node'] },
  };
  for (const [place, options] of Object.entries(settings)) {
    it(`is typed for ${place}`, async () => {
      const folder = join(project, place.replace(' ', '-'));
      await mkdir(folder);
      await writeFile(
        join(folder, 'consumer.ts'),
        `import { createClient, type ImageTask, KlingError, verifyWebhook } from '@inkling/client';
const client = createClient({ apiKey: 'k' });
const task: ImageTask = await client.images.create({ prompt: 'a', image: new Uint8Array(3) });
for await (const state of client.images.events(task.task_id)) console.log(state.progress?.toFixed(1));
const bytes: Uint8Array = (await client.images.generate({ prompt: 'a' })).images[0]!.bytes;
export const isBusy = (error: unknown) => error instanceof KlingError && error.reason === 'Busy' && bytes.length > 0;
export const check = (request: Request) => request.text().then((body) => verifyWebhook('s', { headers: request.headers, body }));
// @ts-expect-error a status that does not exist
export const wrong = task.task_status === 'done';
// @ts-expect-error a prompt is missing
void client.images.create({ n: 2 });
`,
      );
      const compilerOptions = {
        ...options,
        target: 'ES2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        typeRoots: [join(repository, 'node_modules/@types')],
      };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['consumer.ts'] }));
      const compiler = join(repository, 'node_modules/typescript/bin/tsc');
      const outcome = await run(process.execPath, [compiler, '-p', folder]).catch((error) => error);
      assert.equal(outcome.stdout, '');
    });
  }
});
