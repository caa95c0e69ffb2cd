// Several pictures on their way, each with a progress of its own, in real Chromium.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { sleepingModels } from '../service/running-service.js';
import { writeScriptedEngine } from './scripted-engine-file.js';
import {
  assertOpenToAll,
  openStudioBrowser,
  paint,
  type StudioBrowser,
  skipWithoutChromium,
  waitUntil,
} from './studio-browser.js';

const listPath = '/kling/v1/images/generations';
const accounts = ['one', 'two', 'three'].map((id) => ({ id, keys: [{ key: `sk-of-${id}` }] }));

/** What the rings of a page say, in their order: the value, or null where nothing is known. */
const readRings = (page: Page) =>
  page.evaluate<(string | null)[]>(
    `[...document.querySelectorAll('[role=progressbar]')].map((ring) => ring.getAttribute('aria-valuenow'))`,
  );
const ringsSay = (values: (number | null)[]) =>
  `JSON.stringify([...document.querySelectorAll('main:not([hidden] *) [role=progressbar]')]
    .map((ring) => ring.getAttribute('aria-valuenow'))) === '${JSON.stringify(values.map((value) => value && String(value)))}'`;

describe('progress of each picture in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkling-scripted-'));
    const scripted = { type: 'module', path: await writeScriptedEngine(folder) };
    studio = await openStudioBrowser({
      accounts,
      engines: { ...sleepingModels.engines, scripted },
      models: { ...sleepingModels.models, scripted: { engine: 'scripted', referenceUses: [] } },
    });
  });
  after(async () => {
    await studio.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function submit(key: string, body: object): Promise<string> {
    const answer = await studio.running.call(listPath, { key, body: { model_name: 'scripted', ...body } });
    return (answer.json.data as { task_id: string }).task_id;
  }

  it('is drawn in the tile of each, and on the task page, also after a reload', async () => {
    const { page, faults } = await studio.visit({ path: '/#key=sk-of-one' });
    await page.locator('.cards').waitFor();
    for (const _ of [1, 2]) await page.getByRole('button', { name: 'More pictures' }).click();
    await paint(page, 'progress 0.5 1 0.04', 'scripted');
    await waitUntil(page, ringsSay([50, 100, 4]));
    await page.getByRole('progressbar', { name: 'Picture 2 of 3' }).waitFor();
    await page.getByText('Painting · 51%').waitFor();
    await assertOpenToAll(page, 'running tasks');
    await page.reload();
    await waitUntil(page, ringsSay([50, 100, 4]));
    await page.getByRole('link', { name: 'Task details' }).click();
    await page.getByRole('heading', { name: 'progress 0.5 1 0.04' }).waitFor();
    await waitUntil(page, ringsSay([50, 100, 4]));
    await assertOpenToAll(page, 'running task page');
    await page.locator('.page-head').getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.page-head').getByText('Cancelled').waitFor();
    await waitUntil(page, ringsSay([]));
    assert.deepEqual(faults, []);
  });

  it('goes round where an engine tells nothing, and stands still while the task waits', async () => {
    const { page } = await studio.visit({ path: '/#key=sk-of-two' });
    await submit('sk-of-two', { prompt: 'says nothing', model_name: 'slow', n: 2 });
    await page.reload();
    await page.locator('.ring[data-state="unknown"]').nth(1).waitFor();
    assert.deepEqual(await readRings(page), [null, null]);
  });

  it('of tasks that the page polls is shown too', async () => {
    // More than it has streams for: the third is read with the list.
    const ids: string[] = [];
    for (const prompt of ['progress 0.1 0.2', 'progress 0.3 0.4', 'progress 0.5 0.6'])
      ids.push(await submit('sk-of-three', { prompt, n: 2 }));
    const { page } = await studio.visit({ path: '/#key=sk-of-three' });
    // Newest first.
    await waitUntil(page, ringsSay([50, 60, 30, 40, 10, 20]));
    for (const id of ids) await studio.running.call(`${listPath}/${id}/cancel`, { method: 'POST', key: 'sk-of-three' });
    await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  });

  it('starts anew with a second try, and the task page tells of both', async () => {
    const id = await submit('sk-of-two', { prompt: 'stumble and go on' });
    const { page } = await studio.visit({ path: '/#key=sk-of-two' });
    await page.locator('.cards').waitFor();
    await page.goto(`${studio.running.url}/#/tasks/${id}`);
    const story = page.locator('.events');
    await story.getByText('Done').waitFor();
    const lines = await story.locator('.event-text').allTextContents();
    assert.match(
      lines.join('|'),
      /^Asked for\|Taken by worker \w+\|A try failed, .*\|Tried again by worker \w+\|Done$/,
    );
    const notes = await story.locator('li > .fine:not(time)').allTextContents();
    // The pause before the second try is long enough to be told of, whatever the machine does.
    assert.match(notes.join('|'), /waited [0-9.]+ s(?:\|painted in .* s)?$/);
    await page.reload();
    await story.getByText('Done').waitFor();
    assert.deepEqual(await story.locator('.event-text').allTextContents(), lines);
  });
});
