// The fold of the composer that programs care about, in real Chromium: watermark, callback, a name of one's own.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { sleepingModels } from '../service/running-service.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { writeScriptedEngine } from './scripted-engine-file.js';
import {
  assertOpenToAll,
  openStudioBrowser,
  paint,
  promptOf,
  type StudioBrowser,
  skipWithoutChromium,
} from './studio-browser.js';

const callbackOf = (page: Page) => page.getByRole('textbox', { name: 'Callback address' });
const idOf = (page: Page) => page.getByRole('textbox', { name: 'External id' });
const markOf = (page: Page) => page.getByRole('checkbox', { name: 'With a watermark' });
const paintButton = (page: Page) => page.getByRole('button', { name: 'Paint it' });

describe('more settings of the composer in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  let receiver: HttpReceiver;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkling-composer-'));
    receiver = await startReceiver((_request, response) => response.end('thanks'));
    const scripted = { type: 'module', path: await writeScriptedEngine(folder) };
    const more = {
      engines: { ...sleepingModels.engines, scripted },
      models: { ...sleepingModels.models, scripted: { engine: 'scripted', referenceUses: [] } },
    };
    studio = await openStudioBrowser(more, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
  });
  after(async () => {
    await Promise.all([studio.close(), receiver.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  /** On the page with the fold open. */
  async function visit() {
    const { page, faults } = await studio.visit();
    await promptOf(page).waitFor();
    if (!(await callbackOf(page).isVisible())) await page.getByText('More settings').click();
    return { page, faults };
  }

  it('are checked before anything is sent, as the server would', async () => {
    const { page } = await visit();
    await promptOf(page).fill('a careful fox');
    for (const wrong of [
      'example.com/hook',
      'ftp://example.com/hook',
      'http://',
      `https://a.example/${'x'.repeat(2040)}`,
    ]) {
      await callbackOf(page).fill(wrong);
      await page.getByText('An address that begins with http:// or https://').waitFor();
      assert.ok(await paintButton(page).isDisabled(), wrong.slice(0, 40));
    }
    // On a phone the settings are folded away, but never what keeps the picture from being asked for.
    await page.setViewportSize({ width: 390, height: 844 });
    await callbackOf(page).waitFor();
    await page.getByText('More settings').click();
    await callbackOf(page).waitFor();
    await assertOpenToAll(page, 'composer with a fault');
    await callbackOf(page).fill('  https://example.com/hook ');
    assert.ok(await paintButton(page).isEnabled());
    await idOf(page).fill('狐'.repeat(256));
    await page.getByText('At most 255 characters.').waitFor();
    assert.ok(await paintButton(page).isDisabled());
    await idOf(page).fill('狐'.repeat(255));
    assert.ok(await paintButton(page).isEnabled());
    await assertOpenToAll(page, 'composer, unfolded');
  });

  it('are sent, kept across a reload, and have the receiver told', async () => {
    const { page } = await visit();
    await callbackOf(page).fill(`${receiver.origin}/hook`);
    await idOf(page).fill('order 1');
    await markOf(page).check();
    await page.reload();
    await callbackOf(page).waitFor();
    assert.equal(await callbackOf(page).inputValue(), `${receiver.origin}/hook`);
    assert.ok(await markOf(page).isChecked());
    await paint(page, 'a marked fox', 'scripted');
    await page.getByRole('button', { name: 'a marked fox' }).click();
    const marked = page.getByRole('link', { name: 'With watermark' });
    assert.equal((await fetch((await marked.getAttribute('href')) ?? '')).status, 200);
    await page.getByText('order 1', { exact: true }).waitFor();
    await receiver.received(1);
    assert.equal(JSON.parse(receiver.requests[0]?.body ?? '').task_info.external_task_id, 'order 1');
    await page.keyboard.press('Escape');
    // The receiver is told of the next one as well; the name is used up.
    assert.equal(await callbackOf(page).inputValue(), `${receiver.origin}/hook`);
    assert.equal(await idOf(page).inputValue(), '');
  });

  it('say that a name is taken, and keep what was typed', async () => {
    const { page } = await visit();
    await idOf(page).fill('order 1');
    await paint(page, 'another order', 'scripted');
    await page.getByRole('alert').getByText('External_task_id order 1 already exists').waitFor();
    assert.equal(await idOf(page).inputValue(), 'order 1');
  });

  it('come back with reused settings, all but the name', async () => {
    const { page } = await studio.visit();
    await promptOf(page).waitFor();
    assert.equal(await callbackOf(page).isVisible(), false, 'an untouched fold is folded');
    await page.getByRole('button', { name: 'a marked fox' }).click();
    await page.getByRole('button', { name: 'Reuse settings' }).click();
    await callbackOf(page).waitFor();
    assert.equal(await callbackOf(page).inputValue(), `${receiver.origin}/hook`);
    assert.ok(await markOf(page).isChecked());
    assert.equal(await idOf(page).inputValue(), '');
  });

  it('stay unfolded while somebody empties a field', async () => {
    const { page } = await visit();
    await page.getByRole('textbox', { name: 'Seed' }).fill('7');
    await page.getByRole('textbox', { name: 'Seed' }).fill('');
    assert.ok(await callbackOf(page).isVisible());
  });
});
