// The built page in real Chromium, on a service that paints at once or never.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { permanentKey, type RunningService, sleepingModels, startTestService } from '../service/running-service.js';

const chromiumPath = '/usr/bin/chromium';

/** For `describe`: why these tests cannot run here, or false. */
export const skipWithoutChromium = existsSync(chromiumPath) ? false : `no ${chromiumPath}`;

export interface StudioVisit {
  page: Page;
  /** Faults that the browser reported: uncaught errors, and what the content security policy stopped. */
  faults: string[];
}

export interface StudioBrowser {
  readonly running: RunningService;
  /** A visitor of their own, on a page that is connected already unless `path` says otherwise. */
  visit(options?: BrowserContextOptions & { path?: string }): Promise<StudioVisit>;
  close(): Promise<void>;
}

/** Starts both; `more` is merged into the configuration. */
export async function openStudioBrowser(more: object = {}, env: Record<string, string> = {}): Promise<StudioBrowser> {
  const running = await startTestService({ ...sleepingModels, ...more }, env);
  let browser: Browser;
  try {
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  } catch (error) {
    await running.close();
    throw error;
  }
  return {
    running,
    async visit({ path = `/#key=${permanentKey}`, ...options } = {}) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(running.url + path);
      return { page, faults };
    },
    async close() {
      await browser.close();
      await running.close();
    },
  };
}

/** The field for the prompt. */
export const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true });

/** Finished pictures whose thumbnails are there. */
export const tiles = (page: Page) => page.locator('.tile.shown');

/** Writes a prompt, chooses a model, and asks for the picture. */
export async function paint(page: Page, prompt: string, model = 'kling-v1'): Promise<void> {
  await page.locator('.cards').getByText(model, { exact: true }).click();
  await promptOf(page).fill(prompt);
  await page.getByRole('button', { name: 'Paint' }).click();
}

/** What axe finds that keeps people out. */
async function seriousFindings(page: Page): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Given to the debugger, not to the page: its policy allows no script but its own.
  await page.evaluate(axe);
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
}

/** That axe finds nothing serious, light and dark, on a phone and on a desk, and that no page is wider than its window. */
export async function assertOpenToAll(page: Page, what: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await seriousFindings(page), [], `${what}, ${colorScheme}, ${width} px`);
    }
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, what);
  }
}

/**
 * Waits until an expression is true in the page. Asked from outside, frame by frame: the page’s policy forbids what
 * `page.waitForFunction` does.
 */
export async function waitUntil(page: Page, expression: string): Promise<void> {
  // Once a frame: asking without a pause takes the processor from the page that is waited for.
  const ask = `new Promise((resolve) => requestAnimationFrame(() => resolve(Boolean(${expression}))))`;
  while (!(await page.evaluate(ask)));
}
