// The gallery in real Chromium: thumbnails, search, filters, tasks made elsewhere, removal.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  openStudioBrowser,
  paint,
  type StudioBrowser,
  skipWithoutChromium,
  tiles,
  waitUntil,
} from './studio-browser.js';

const listPath = '/kling/v1/images/generations';
const accounts = ['seeker', 'remover', 'slow'].map((id) => ({ id, keys: [{ key: `sk-of-${id}` }] }));

describe('the gallery in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  before(async () => {
    studio = await openStudioBrowser({ accounts });
  });
  after(() => studio.close());

  /** A task of another client of the account. */
  async function submit(key: string, body: object): Promise<string> {
    const headers = 'model_name' in body && body.model_name === 'slow' ? {} : { prefer: 'wait=60' };
    const answer = await studio.running.call(listPath, { key, body: { model_name: 'kling-v1', ...body }, headers });
    return (answer.json.data as { task_id: string }).task_id;
  }

  it('loads thumbnails, and the whole picture only in the viewer', async () => {
    await submit('sk-of-seeker', { prompt: 'seen small first' });
    const asked: string[] = [];
    const { page } = await studio.visit({ path: '/' });
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${studio.running.url}/#key=sk-of-seeker`);
    await tiles(page).first().waitFor();
    assert.ok(asked.some((path) => /^\/thumbnails\/(?:320|640)\//.test(path)));
    assert.ok(!asked.some((path) => path.startsWith('/files/')), 'a whole picture was loaded for a tile');
    await tiles(page).first().click();
    await waitUntil(page, `document.querySelector('dialog .stage img').naturalWidth === 1024`);
    assert.ok(asked.some((path) => path.startsWith('/files/')));
  });

  it('falls back to the picture where there is no thumbnail', async () => {
    const { page } = await studio.visit({ path: '/' });
    await page.route('**/thumbnails/**', (route) => route.fulfill({ status: 504, json: { code: 5002 } }));
    await page.goto(`${studio.running.url}/#key=sk-of-seeker`);
    await tiles(page).first().waitFor();
    assert.match((await tiles(page).first().locator('img').getAttribute('src')) ?? '', /\/files\//);
  });

  it('says what was asked for, also of tasks that other clients sent', async () => {
    const prompt = 'from a <script>client</script> elsewhere';
    await submit('sk-of-seeker', { prompt, seed: 4711 });
    const { page } = await studio.visit({ path: '/#key=sk-of-seeker' });
    await page.getByRole('button', { name: prompt }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(prompt).first().waitFor();
    await dialog.getByText('4711', { exact: true }).waitFor();
    await dialog.getByText('Raw request and answer').click();
    await dialog.getByText('"task_status": "succeed"').waitFor();
    await dialog.getByRole('button', { name: 'Reuse settings' }).click();
    assert.equal(await page.getByRole('textbox', { name: 'Seed' }).inputValue(), '4711');
  });

  it('searches prompts and filters by state and model on the server', async () => {
    await submit('sk-of-seeker', { prompt: 'Seven WHALES at night' });
    await submit('sk-of-seeker', { prompt: 'seven whales by day', model_name: 'kling-v2' });
    await submit('sk-of-seeker', { prompt: 'a whale that waits', model_name: 'slow' });
    const { page } = await studio.visit({ path: '/#key=sk-of-seeker' });
    const tileOf = (name: string) => page.getByRole('button', { name });
    await page.getByRole('searchbox', { name: 'Search the prompts' }).fill('seven whales');
    await tileOf('seen small first').waitFor({ state: 'detached' });
    await tileOf('Seven WHALES at night').waitFor();
    await tileOf('seven whales by day').waitFor();
    await page.getByRole('combobox', { name: 'Model' }).selectOption('kling-v2');
    await tileOf('Seven WHALES at night').waitFor({ state: 'detached' });
    await tileOf('seven whales by day').waitFor();
    await page.getByRole('combobox', { name: 'State' }).selectOption('failed');
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).first().click();
    await tileOf('seen small first').waitFor();
    await page.getByRole('combobox', { name: 'State' }).selectOption('running');
    await page.getByText('a whale that waits').waitFor();
    await tileOf('seen small first').waitFor({ state: 'detached' });
  });

  it('goes back to everything when something new is asked for', async () => {
    const { page } = await studio.visit({ path: '/#key=sk-of-seeker' });
    await page.getByRole('searchbox', { name: 'Search the prompts' }).fill('whales by day');
    await page.getByRole('button', { name: 'seen small first' }).waitFor({ state: 'detached' });
    await paint(page, 'asked for while searching');
    await page.getByRole('button', { name: 'asked for while searching' }).waitFor();
    assert.equal(await page.getByRole('searchbox', { name: 'Search the prompts' }).inputValue(), '');
  });

  it('deletes a task with its pictures after a second look', async () => {
    const id = await submit('sk-of-remover', { prompt: 'not to be kept' });
    await submit('sk-of-remover', { prompt: 'to be kept' });
    const { page } = await studio.visit({ path: '/#key=sk-of-remover' });
    await page.getByRole('button', { name: 'not to be kept' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete for good?' }).click();
    await page.getByRole('button', { name: 'not to be kept' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'to be kept' }).waitFor();
    assert.equal((await studio.running.call(`${listPath}/${id}`, { key: 'sk-of-remover' })).status, 404);
  });

  it('follows more tasks than it has streams for, each to its end', async () => {
    const ids = [];
    for (const index of [1, 2, 3, 4])
      ids.push(await submit('sk-of-slow', { prompt: `slow ${index}`, model_name: 'slow' }));
    const { page } = await studio.visit({ path: '/#key=sk-of-slow' });
    await page.getByText('slow 4').waitFor();
    assert.equal(await page.getByRole('progressbar').count(), 4);
    for (const id of ids) await studio.running.call(`${listPath}/${id}/cancel`, { method: 'POST', key: 'sk-of-slow' });
    await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
    await waitUntil(page, `document.querySelectorAll('.tile.failed').length === 4`);
  });
});
