// Code copied from the viewer, run as pasted against the service that it was copied from.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { permanentKey } from '../service/running-service.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { openStudioBrowser, paint, promptOf, type StudioBrowser, skipWithoutChromium } from './studio-browser.js';

/** Seen from packages/server/dist/test/studio. */
const client = fileURLToPath(new URL('../../../../client', import.meta.url));

/** Programs that a fresh machine need not have. */
const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0;

/** What the button copies. */
async function copy(page: Page, format: string): Promise<string> {
  await page.evaluate(`navigator.clipboard.writeText('')`);
  await page.getByRole('button', { name: format, exact: true }).click();
  // Copying takes a moment; every look is a round trip.
  let text = '';
  while (text === '') text = await page.evaluate<string>('navigator.clipboard.readText()');
  assert.ok(!text.includes(permanentKey), 'the key is left to the reader');
  return text;
}

/** A task as the studio's route shows it. */
interface Shown {
  task_id: string;
  has_reference: boolean;
  request: Record<string, unknown>;
}

describe('code copied from the viewer', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  let receiver: HttpReceiver;
  let folder: string;
  before(async () => {
    receiver = await startReceiver((_request, response) => response.end());
    studio = await openStudioBrowser({}, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
    folder = await mkdtemp(join(tmpdir(), 'inkling-copied-'));
    await mkdir(join(folder, 'node_modules/@inkling'), { recursive: true });
    await symlink(client, join(folder, 'node_modules/@inkling/client'));
  });
  after(async () => {
    await Promise.all([studio.close(), receiver.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const newest = async (): Promise<Shown> => {
    const { json } = await studio.running.call('/studio/v1/tasks?limit=1');
    return (json.data as { tasks: Shown[] }).tasks[0] as Shown;
  };
  const referenceOf = async ({ task_id: id }: Shown) => {
    const headers = { authorization: `Bearer ${permanentKey}` };
    return (await fetch(`${studio.running.url}/studio/v1/tasks/${id}/reference`, { headers })).arrayBuffer();
  };

  /** Copies in each language and runs it; `check` is given the task that was shown and the one that the code made. */
  async function runAll(page: Page, context: TestContext, check: (shown: Shown, made: Shown) => Promise<void> | void) {
    const env = { ...process.env, INKLING_API_KEY: permanentKey };
    const run = promisify(execFile);
    const shown = await newest();
    const expectOne = async (code: string) => {
      const made = await newest();
      assert.notEqual(made.task_id, shown.task_id, code);
      assert.deepEqual(made.request, shown.request, code);
      await check(shown, made);
    };
    const command = await copy(page, 'curl');
    if (isInstalled('curl')) {
      const { stdout: answer } = await run('sh', ['-c', command], { env, cwd: folder });
      assert.equal(JSON.parse(answer).message, 'SUCCEED', command);
      await expectOne(command);
    } else context.diagnostic('curl is not installed: its command was not run');
    const script = await copy(page, 'Python');
    if (isInstalled('python3')) {
      const { stdout: printed } = await run('python3', ['-c', script], { env, cwd: folder });
      assert.match(printed, /\/files\//, script);
      await expectOne(script);
    } else context.diagnostic('python3 is not installed: its script was not run');
    const code = await copy(page, 'TypeScript');
    // It is JavaScript too: nothing in it needs a type.
    await writeFile(join(folder, 'copied.mjs'), code);
    const { stdout: printed } = await run(process.execPath, ['copied.mjs'], { env, cwd: folder });
    assert.match(printed, /\/files\//, code);
    await expectOne(code);
  }

  it('asks for the same picture, and has the same receiver told', async (context) => {
    const { page } = await studio.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const prompt = `the fox's "den" $HOME \`x\` \\ 狐狸\n  "enabled": true`;
    await promptOf(page).waitFor();
    await page.getByText('More settings').click();
    await page.getByRole('checkbox', { name: 'With a watermark' }).check();
    await page.getByRole('textbox', { name: 'Callback address' }).fill(`${receiver.origin}/hook?a=1&b='2'`);
    await page.getByRole('textbox', { name: 'External id' }).fill('used once');
    await paint(page, prompt);
    await page.locator('.tile-button').first().click();
    await runAll(page, context, (shown, made) => {
      assert.equal(made.request.callback_url, `${receiver.origin}/hook?a=1&b='2'`);
      assert.equal(made.has_reference, shown.has_reference);
    });
  });

  it('brings the reference picture along, and leaves no other files behind', async (context) => {
    const { page } = await studio.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    const picture = sharp({ create: { width: 500, height: 400, channels: 3, background: '#c04a2b' } }).png();
    await promptOf(page).waitFor();
    const file = { name: 'fox.png', mimeType: 'image/png', buffer: await picture.toBuffer() };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText('fox.png').waitFor();
    await paint(page, 'the same in winter', 'kling-v1-5');
    await page.getByRole('button', { name: 'the same in winter' }).first().click();
    await runAll(page, context, async (shown, made) => {
      assert.ok(made.has_reference && made.request.image_reference === 'subject');
      assert.deepEqual(await referenceOf(made), await referenceOf(shown));
    });
    const files = (await readdir(folder)).filter((name) => !['node_modules', 'copied.mjs'].includes(name));
    assert.deepEqual(files, isInstalled('curl') ? ['reference.jpg'] : []);
  });

  it('says so when the reference picture is no longer kept, and asks for nothing', async (context) => {
    if (!isInstalled('curl')) return context.skip('curl is not installed');
    const { page } = await studio.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'the same in winter' }).first().click();
    const command = (await copy(page, 'curl')).replace(/tasks\/\w+\/reference/, 'tasks/gone/reference');
    const before = await newest();
    const env = { ...process.env, INKLING_API_KEY: permanentKey };
    await assert.rejects(promisify(execFile)('sh', ['-c', command], { env, cwd: folder }), /404/);
    assert.equal((await newest()).task_id, before.task_id);
  });
});
