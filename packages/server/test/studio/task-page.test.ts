// The page of one task in real Chromium: its state, events, callbacks and their redelivery.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { assertOpenToAll, openStudioBrowser, type StudioBrowser, skipWithoutChromium } from './studio-browser.js';

const listPath = '/kling/v1/images/generations';

describe('the task page in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  let receiver: HttpReceiver;
  before(async () => {
    receiver = await startReceiver((_request, response, index) => {
      // The first try is refused for good, whatever comes later is taken.
      response.statusCode = index === 0 ? 410 : 200;
      response.end(index === 0 ? 'go <b>away</b>' : 'thanks');
    });
    studio = await openStudioBrowser({}, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
  });
  after(() => Promise.all([studio.close(), receiver.close()]));

  async function submit(body: object): Promise<string> {
    const answer = await studio.running.call(listPath, { body: { model_name: 'kling-v1', ...body } });
    return (answer.json.data as { task_id: string }).task_id;
  }

  it('tells of a callback with every try, and makes it again', async () => {
    const id = await submit({ prompt: 'call me', callback_url: `${receiver.origin}/hook` });
    const { page, faults } = await studio.visit();
    await page.getByRole('button', { name: 'call me' }).click();
    await page.getByRole('link', { name: 'Task details' }).click();
    await page.waitForURL(`**/#/tasks/${id}`);
    await page.getByText('Given up').waitFor();
    await page.locator('.callback').getByText('HTTP 410').waitFor();
    // The receiver's answer is text, whatever it looks like.
    await page.getByText('go <b>away</b>').waitFor();
    const story = page.locator('.events');
    await story.getByText('Callback not taken, try 1').waitFor();
    await assertOpenToAll(page, 'task page');
    await page.getByRole('button', { name: 'Deliver again' }).click();
    await page.getByText('Delivered', { exact: true }).waitFor();
    await page.locator('.callback').getByText('HTTP 200').waitFor();
    await story.getByText('Callback delivered').waitFor();
    assert.match(
      (await story.locator('.event-text').allTextContents()).join('|'),
      /^Asked for\|Taken by worker \w+\|Done\|Callback not taken, try 1\|Callback delivered$/,
    );
    assert.equal(receiver.requests.length, 2);
    const [first, second] = receiver.requests;
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id']);
    assert.deepEqual(faults, []);
  });

  it('follows a task that runs, survives a reload, and cancels', async () => {
    const id = await submit({ prompt: 'takes its time', model_name: 'slow', external_task_id: 'order <7>' });
    const { page } = await studio.visit();
    await page.locator('.cards').waitFor();
    await page.goto(`${studio.running.url}/#/tasks/${id}`);
    await page.getByRole('heading', { name: 'takes its time' }).waitFor();
    await page.locator('.events').getByText('Taken by worker').waitFor();
    await page.reload();
    await page.getByText('order <7>', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.page-head').getByText('Cancelled').waitFor();
    await page.locator('.events').getByText('Cancelled').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Cancel' }).count(), 0);
  });

  it('says so when there is no such task', async () => {
    const { page } = await studio.visit();
    await page.locator('.cards').waitFor();
    await page.goto(`${studio.running.url}/#/tasks/${encodeURIComponent('<img src=x>')}`);
    await page.getByRole('alert').getByText('The server does not know this').waitFor();
    await page.getByText("There is no task '<img src=x>'").waitFor();
  });
});
