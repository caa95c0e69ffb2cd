// Starting from a picture, in real Chromium: paste, crop, faces, comparison, reuse.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import {
  assertOpenToAll,
  openStudioBrowser,
  paint,
  type StudioBrowser,
  skipWithoutChromium,
  waitUntil,
} from './studio-browser.js';

/** A picture to start from: a blue field with a red middle. */
function picture(width: number, height: number): Promise<Buffer> {
  const middle = { width: Math.round(width / 2), height: Math.round(height / 2) };
  return sharp({ create: { width, height, channels: 3, background: '#204a9b' } })
    .composite([{ input: { create: { ...middle, channels: 3, background: '#c04a2b' } } }])
    .png()
    .toBuffer();
}

/** What a browser does when somebody pastes a picture. */
async function paste(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    `(async () => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], ${JSON.stringify(name)}, { type: 'image/png' }));
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    })()`,
  );
}

const chooseFile = async (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/png', buffer });

/** The body of the next submit. */
async function nextSubmit(page: Page): Promise<Record<string, unknown>> {
  const request = await page.waitForRequest(
    (sent) => sent.method() === 'POST' && sent.url().endsWith('/images/generations'),
  );
  return request.postDataJSON();
}

async function sizeOf(base64: unknown): Promise<(number | undefined)[]> {
  const { width, height } = await sharp(Buffer.from(String(base64), 'base64')).metadata();
  return [width, height];
}

describe('reference pictures in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  before(async () => {
    studio = await openStudioBrowser();
  });
  after(() => studio.close());

  it('are pasted, sent, and compared with what was made of them', async () => {
    const { page, faults } = await studio.visit();
    await page.locator('.cards').waitFor();
    await paste(page, 'pasted.png', await picture(640, 480));
    await page.getByText('pasted.png').waitFor();
    const sending = nextSubmit(page);
    await paint(page, 'the same by the sea');
    assert.deepEqual(await sizeOf((await sending).image), [640, 480]);
    await page.getByRole('button', { name: 'the same by the sea' }).click();
    await page.getByRole('button', { name: 'Compare with the reference' }).click();
    await waitUntil(page, `document.querySelector('.compare-reference')?.naturalWidth === 640`);
    const slider = page.getByRole('slider', { name: 'How much of the reference is shown' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await slider.inputValue(), '51');
    await assertOpenToAll(page, 'comparison');
    assert.deepEqual(faults, []);
  });

  it('come back with everything else when settings are reused, also in a browser that never had them', async () => {
    const { page } = await studio.visit();
    await page.getByRole('button', { name: 'the same by the sea' }).click();
    await page.getByRole('button', { name: 'Reuse settings' }).click();
    await page.getByText('Reference picture.jpg').waitFor();
    const sending = nextSubmit(page);
    await page.getByRole('button', { name: 'Paint' }).click();
    const body = await sending;
    assert.deepEqual(await sizeOf(body.image), [640, 480]);
    assert.equal(body.prompt, 'the same by the sea');
  });

  it('go along when a picture is varied', async () => {
    const { page } = await studio.visit();
    await page.getByRole('button', { name: 'the same by the sea' }).first().click();
    const sending = nextSubmit(page);
    await page.getByRole('button', { name: 'Vary' }).click();
    assert.deepEqual(await sizeOf((await sending).image), [640, 480]);
  });

  it('are cropped before they are sent, by keys too', async () => {
    const { page } = await studio.visit();
    await chooseFile(page, 'wide.png', await picture(1000, 500));
    await page.getByText('wide.png').waitFor();
    await page.getByRole('button', { name: 'Crop', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Crop' });
    await dialog.getByText('1000 × 500 pixels').waitFor();
    await assertOpenToAll(page, 'crop');
    await dialog.locator('.segments').getByText('1:1', { exact: true }).first().click();
    await dialog.getByText('500 × 500 pixels').waitFor();
    await dialog.getByLabel('The part to use; arrow keys move it').focus();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await dialog.getByRole('button', { name: 'Use this part' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('500 × 500 pixels').waitFor();
    const sending = nextSubmit(page);
    await paint(page, 'a square part');
    assert.deepEqual(await sizeOf((await sending).image), [500, 500]);
  });

  it('that are too long and thin can be cropped on the spot', async () => {
    const { page } = await studio.visit();
    await chooseFile(page, 'banner.png', await picture(1500, 400));
    await page.getByRole('alert').getByText('too long and thin').waitFor();
    await page.getByRole('button', { name: 'Crop it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Crop' });
    await dialog.getByText('1000 × 400 pixels').waitFor();
    await dialog.getByRole('button', { name: 'Use this part' }).click();
    await page.getByText('banner.png').waitFor();
    await page.getByText('1000 × 400 pixels').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('show their faces where the model cares, and say when there is not exactly one', async () => {
    const { page } = await studio.visit();
    const asked: unknown[] = [];
    await page.route('**/studio/v1/faces', async (route) => {
      asked.push(route.request().postDataJSON());
      const box = [0.25, 0.2, 0.5, 0.6];
      const faces = asked.length === 1 ? [{ box, score: 0.9 }] : [];
      await route.fulfill({ json: { code: 0, message: 'SUCCEED', data: { width: 600, height: 500, faces } } });
    });
    await page.locator('.cards').getByText('kling-v1', { exact: true }).click();
    await chooseFile(page, 'person.png', await picture(600, 500));
    await page.getByText('person.png').waitFor();
    assert.equal(asked.length, 0, 'faces were looked for though the model does not care');
    await page.locator('.cards').getByText('kling-v1-5', { exact: true }).click();
    await page.getByText('1 face found').waitFor();
    const frame = await page.locator('.face-marks i').boundingBox();
    const whole = await page.locator('.reference-picture').boundingBox();
    assert.ok(frame && whole);
    assert.ok(Math.abs((frame.x - whole.x) / whole.width - 0.25) < 0.05);
    assert.ok(Math.abs(frame.height / whole.height - 0.4) < 0.05);
    await page.locator('.segments').getByText('Face', { exact: true }).click();
    await chooseFile(page, 'nobody.png', await picture(500, 500));
    await page.getByText('No face found').waitFor();
    await page.getByRole('alert').getByText('exactly one face').waitFor();
  });
});
