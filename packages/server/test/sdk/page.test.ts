// The SDK in real Chromium, loaded by a page of another origin: preflights, streams, cancel and downloads across origins.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { permanentKey, sleepingModels } from '../service/running-service.js';
import { openStudioBrowser, type StudioBrowser, skipWithoutChromium } from '../studio/studio-browser.js';

const built = fileURLToPath(new URL('../../../../client/dist/src/', import.meta.url));

/** Serves the built modules of the SDK and an empty page. */
async function startPages(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const [, file] = /^\/client\/([\w-]+\.js)$/.exec(request.url ?? '') ?? [];
    if (file === undefined)
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>t</title>');
    response.setHeader('content-type', 'text/javascript').end(await readFile(built + file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** As much of a page's canvas as is needed here: the tests are not compiled for pages. */
interface Canvas {
  toBlob(take: (blob: Blob) => void): void;
}

/** What runs in the page; its result must be JSON. */
async function useClient({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }) {
  const { createClient, KlingError } = (await import('/client/index.js' as string)) as typeof import('@inkling/client');
  const { images, account } = createClient({ baseUrl, apiKey });
  const { document } = globalThis as unknown as { document: { createElement(name: string): Canvas } };
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 });
  const image = await new Promise<Blob>((resolve) => canvas.toBlob(resolve));
  const states: string[] = [];
  const made = await images.generate(
    { model_name: 'kling-v1', prompt: 'a fox', image },
    { onState: (state) => states.push(state.task_status) },
  );
  const slow = await images.create({ model_name: 'slow', prompt: 'never' });
  const stop = new AbortController();
  const waiting = images.wait(slow.task_id, { signal: stop.signal }).catch((error: unknown) => error);
  stop.abort(new Error('enough'));
  const aborted = await waiting;
  const refused = await images.create({ model_name: 'kling-v1', prompt: '' }).catch((error: unknown) => error);
  return {
    status: made.task.task_status,
    bytes: made.images[0]?.bytes.length ?? 0,
    lastState: states.at(-1),
    aborted: aborted instanceof Error ? aborted.message : '',
    cancelled: (await images.cancel(slow.task_id)).task_status_msg,
    refused: refused instanceof KlingError ? [refused.reason, refused.requestId !== undefined] : [],
    models: (await images.models()).length,
    packs: (await account.costs()).length,
  };
}

describe('the SDK in a page of another origin', { skip: skipWithoutChromium }, () => {
  let browser: StudioBrowser;
  let pages: Server;
  before(async () => {
    [browser, pages] = await Promise.all([openStudioBrowser(), startPages()]);
  });
  after(async () => {
    await browser.close();
    await new Promise((resolve) => {
      pages.close(resolve);
      pages.closeAllConnections();
    });
  });

  it('does all that it does elsewhere', async () => {
    const { page, faults } = await browser.visit({ path: '/healthz' });
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    const options = { baseUrl: `${browser.running.url}/kling/v1`, apiKey: permanentKey };
    const { bytes, ...rest } = await page.evaluate(useClient, options);
    assert.deepEqual(rest, {
      status: 'succeed',
      lastState: 'succeed',
      aborted: 'enough',
      cancelled: 'Cancelled by the caller',
      refused: ['ParameterInvalid', true],
      models: Object.keys(sleepingModels.models).length + 3,
      packs: 0,
    });
    assert.ok(bytes > 100);
    // Chromium reports the one answer that was refused on purpose, and nothing else.
    assert.deepEqual(
      faults.filter((fault) => !/status of 400/.test(fault)),
      [],
    );
  });
});
