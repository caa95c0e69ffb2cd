// Thousands of tasks in the gallery, in real Chromium.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeCrowd } from './crowd.js';
import { openStudioBrowser, type StudioBrowser, skipWithoutChromium, tiles, waitUntil } from './studio-browser.js';

/** As many tasks as the page promises to bear. */
const crowdSize = 5000;

describe('a gallery of thousands in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  before(async () => {
    studio = await openStudioBrowser();
    const body = { model_name: 'kling-v1', prompt: 'the newest' };
    const headers = { prefer: 'wait=60' };
    const answer = await studio.running.call('/kling/v1/images/generations', { body, headers });
    makeCrowd(studio.running, (answer.json.data as { task_id: string }).task_id, crowdSize);
  });
  after(() => studio.close());

  it('shows thousands of tasks with few elements, down to the oldest and back', async () => {
    const { page, faults } = await studio.visit();
    const oldest = `[aria-label$="crowd ${String(crowdSize).padStart(4, '0')}"]`;
    await tiles(page).first().waitFor();
    // Every page that comes makes the document longer: on to its end, until there is no more.
    await waitUntil(
      page,
      `(window.scrollTo(0, document.body.scrollHeight), document.querySelector('${oldest}') !== null)`,
    );
    const drawn = await page.locator('.tile').count();
    assert.ok(drawn > 3 && drawn < 250, `${drawn} tiles are in the document`);
    await page.evaluate('window.scrollTo(0, 0)');
    await page.getByRole('button', { name: 'the newest' }).waitFor();
    // Thumbnails that were asked for faster than they can be made are answered 504; their tiles show the picture itself.
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('status of 504')),
      [],
    );
  });

  it('keeps its place while another page is looked at', async () => {
    const { page } = await studio.visit();
    await tiles(page).first().waitFor();
    await page.evaluate('window.scrollTo(0, 1500)');
    await waitUntil(page, 'window.scrollY === 1500');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.goBack();
    await waitUntil(page, 'window.scrollY === 1500');
  });
});
