// What a visitor does on the page, in real Chromium against the whole service.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { permanentKey, sleepingModels, startTestService } from '../service/running-service.js';
import {
  assertOpenToAll,
  openStudioBrowser,
  paint,
  promptOf,
  type StudioBrowser,
  skipWithoutChromium,
  tiles,
} from './studio-browser.js';

const listPath = '/kling/v1/images/generations';
/** Nobody answers these accounts as they would like. */
const accounts = [
  { id: 'narrow', keys: [{ key: 'sk-of-narrow' }], limits: { concurrency: 1 } },
  { id: 'newcomer', keys: [{ key: 'sk-of-newcomer' }] },
  { id: 'reader', keys: [{ key: 'sk-of-reader' }] },
  { id: 'poller', keys: [{ key: 'sk-of-poller' }] },
];

/** A picture to start from. */
function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c04a2b' } })
    .png()
    .toBuffer();
}

describe('studio in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  before(async () => {
    studio = await openStudioBrowser({ accounts, policy: { blockedTerms: ['moonshine'] } });
  });
  after(() => studio.close());

  it('opens connected by the fragment, paints an example by one click, and hands the picture over', async () => {
    const { page, faults } = await studio.visit({ path: '/#key=sk-of-newcomer' });
    await page.getByRole('heading', { name: 'What shall we paint?' }).waitFor();
    await assertOpenToAll(page, 'welcome');
    assert.equal(page.url(), `${studio.running.url}/`);
    assert.equal(await page.evaluate(`JSON.parse(localStorage.getItem('inkling.key'))`), 'sk-of-newcomer');
    const example = page.getByRole('listitem').getByRole('button').first();
    const words = (await example.textContent()) ?? '';
    await example.click();
    await page.getByRole('button', { name: words }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const download = await downloading;
    const bytes = await readFile(await download.path());
    assert.match(download.suggestedFilename(), /^[\w-]+-0\.png$/);
    const { width, height, format } = await sharp(bytes).metadata();
    assert.deepEqual({ width, height, format }, { width: 1024, height: 1024, format: 'png' });
    assert.deepEqual(faults, []);
  });

  it('asks for a key, says when it is wrong, and connects with the right one', async () => {
    const { page } = await studio.visit({ path: '/' });
    const key = page.getByLabel('API key');
    await key.fill('sk-nobody-has-this');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('alert').getByText('The key was not accepted').waitFor();
    await assertOpenToAll(page, 'a key that is wrong');
    await key.fill(permanentKey);
    await page.getByRole('button', { name: 'Connect' }).click();
    await promptOf(page).waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await key.waitFor();
    assert.equal(await page.evaluate(`localStorage.getItem('inkling.key')`), null);
  });

  it('cancels a running task', async () => {
    const { page } = await studio.visit();
    await paint(page, 'a picture that never comes', 'slow');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    const { json } = await studio.running.call(listPath);
    const [newest] = json.data as { task_status: string; task_status_msg: string }[];
    assert.equal(newest?.task_status, 'failed');
    assert.equal(newest?.task_status_msg, 'Cancelled by the caller');
  });

  it('keeps the draft and goes on following a running task after a reload', async () => {
    const { page, faults } = await studio.visit();
    await paint(page, 'a slow boat', 'slow');
    await page.getByRole('progressbar').waitFor();
    await promptOf(page).fill('half a thou');
    await page.reload();
    await page.getByText('a slow boat').waitFor();
    assert.equal(await promptOf(page).inputValue(), 'half a thou');
    assert.ok(await page.getByRole('radio', { name: 'slow' }).isChecked());
    const { json } = await studio.running.call(listPath);
    const [newest] = json.data as { task_id: string }[];
    await studio.running.call(`${listPath}/${newest?.task_id}/cancel`, { method: 'POST' });
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
  });

  it('looks at the task now and then where there are no events', async () => {
    const { page } = await studio.visit({ path: '/#key=sk-of-poller' });
    let refused = 0;
    await page.route('**/events', (route) => {
      refused += 1;
      return route.fulfill({ status: 404, json: { code: 1203, message: 'no such route', request_id: 'r' } });
    });
    await paint(page, 'a picture without events', 'slow');
    await page.getByRole('progressbar').waitFor();
    const { json } = await studio.running.call(listPath, { key: 'sk-of-poller' });
    const [newest] = json.data as { task_id: string }[];
    await studio.running.call(`${listPath}/${newest?.task_id}/cancel`, { method: 'POST', key: 'sk-of-poller' });
    await page.getByText('Cancelled', { exact: true }).waitFor();
    assert.ok(refused > 0);
  });

  it('speaks Chinese to a Chinese browser', async () => {
    const { page } = await studio.visit({ locale: 'zh-CN', path: '/#key=sk-of-reader' });
    await page.getByRole('heading', { name: '今天画点什么？' }).waitFor();
    assert.equal(await page.evaluate('document.documentElement.lang'), 'zh-CN');
    await page.getByRole('textbox', { name: '提示词' }).fill('雪地里的红狐狸');
    await page.getByRole('button', { name: '开始生成' }).click();
    await page.getByRole('button', { name: '雪地里的红狐狸' }).click();
    await page.getByRole('link', { name: '下载' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('语言').selectOption('en');
    await page.getByRole('button', { name: 'Paint it' }).waitFor();
  });

  it('shows a hostile prompt as the text it is', async () => {
    const { page, faults } = await studio.visit();
    const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    await paint(page, hostile);
    await page.getByRole('button', { name: hostile }).first().click();
    await page.getByRole('dialog').getByText(hostile).first().waitFor();
    assert.equal(await page.locator('img[src="x"]').count(), 0);
    assert.equal(await page.title(), 'Inkling');
    assert.deepEqual(faults, []);
  });

  it('works by the keyboard alone', async () => {
    const { page } = await studio.visit();
    await promptOf(page).waitFor();
    const focused = () =>
      page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? document.activeElement.tagName');
    while ((await focused()) !== 'TEXTAREA') await page.keyboard.press('Tab');
    await page.keyboard.type('a lighthouse by keys');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'a lighthouse by keys' }).waitFor();
    while (!(await focused()).includes('a lighthouse by keys')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.match(await focused(), /a lighthouse by keys/);
  });

  it('checks a reference picture before it is sent, and keeps it across a reload', async () => {
    const { page } = await studio.visit();
    const file = page.locator('input[type="file"]');
    const png = { name: 'small.png', mimeType: 'image/png' };
    await file.setInputFiles({ ...png, buffer: await picture(200, 400) });
    await page.getByRole('alert').getByText('200 × 400 px').waitFor();
    await file.setInputFiles({ ...png, buffer: await picture(1200, 300) });
    await page.getByRole('alert').getByText('too long and thin').waitFor();
    await file.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
    await page.getByRole('alert').getByText('not a PNG or JPEG').waitFor();
    await file.setInputFiles({ name: 'fox.png', mimeType: 'image/png', buffer: await picture(600, 400) });
    await page.getByText('fox.png').waitFor();
    await page.reload();
    await page.getByText('fox.png').waitFor();
    const sending = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/images/generations'),
    );
    await paint(page, 'the same in winter', 'kling-v1-5');
    const body = (await sending).postDataJSON();
    assert.equal(body.image_reference, 'subject');
    assert.deepEqual(Buffer.from(body.image, 'base64'), await picture(600, 400));
    await page.getByRole('button', { name: 'the same in winter' }).waitFor();
  });

  it('says what went wrong and what to do', async () => {
    const { page } = await studio.visit({ path: '/#key=sk-of-narrow' });
    await paint(page, 'a jug of moonshine');
    await page.getByRole('alert').getByText('The content policy stopped this').waitFor();
    await page.getByRole('button', { name: 'More pictures' }).click();
    await paint(page, 'two jugs of water');
    await page.getByRole('alert').getByText('Too many pictures at once').waitFor();
    assert.equal(await promptOf(page).inputValue(), 'two jugs of water');
  });

  it('connects with a key that comes in the fragment of the page already open', async () => {
    const { page } = await studio.visit({ path: '/' });
    await page.getByLabel('API key').waitFor();
    await page.evaluate(`location.hash = 'key=${permanentKey}'`);
    await page.waitForURL(`${studio.running.url}/`);
    // Before anything was answered: the key is kept already.
    await page.reload();
    await promptOf(page).waitFor();
    assert.equal(page.url(), `${studio.running.url}/`);
  });

  it('says that the server is gone, and goes on when it is back', async () => {
    const before = await openStudioBrowser();
    const port = new URL(before.running.url).port;
    try {
      const { page } = await before.visit();
      await paint(page, 'a patient picture', 'slow');
      await page.getByRole('progressbar').waitFor();
      await before.running.service.close();
      await page.getByText('The server does not answer').waitFor();
      const again = await startTestService(sleepingModels, { PORT: port }, before.running.folder);
      try {
        await page.getByText('The server does not answer').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Cancel' }).click();
        await page.getByText('Cancelled', { exact: true }).waitFor();
      } finally {
        await again.close();
      }
    } finally {
      await before.close();
    }
  });

  it('keeps nobody out: axe finds nothing serious, light or dark, wide or narrow', async () => {
    const { page } = await studio.visit();
    await paint(page, 'something to look at');
    await tiles(page).first().waitFor();
    await assertOpenToAll(page, 'studio');
    await tiles(page).first().click();
    await page.getByRole('dialog').waitFor();
    await assertOpenToAll(page, 'viewer');
    await page.keyboard.press('Escape');
    await page.goto(`${studio.running.url}/#/settings`);
    await page.getByRole('heading', { name: 'API key' }).waitFor();
    await assertOpenToAll(page, 'settings');
  });

  it('is small, and its files are kept by browsers', async () => {
    const { page } = await studio.visit();
    await promptOf(page).waitFor();
    const sizes = await page.evaluate<[name: string, bytes: number][]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize }) => [name, encodedBodySize])`,
    );
    const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
    assert.ok(total > 50_000 && total <= 200_000, `${total} bytes of script: ${JSON.stringify(sizes)}`);
    const response = await fetch(sizes[0]?.[0] ?? '', { headers: { 'accept-encoding': 'gzip' } });
    await response.arrayBuffer();
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.match(response.headers.get('cache-control') ?? '', /immutable/);
    assert.ok(!sizes.some(([name]) => /admin|crop|task-page/.test(name)), 'pages that are not shown are loaded');
  });
});
