// The built page in real Chromium, on a service that paints at once or never.
import { existsSync } from 'node:fs';
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
export async function openStudioBrowser(more: object = {}): Promise<StudioBrowser> {
  const running = await startTestService({ ...sleepingModels, ...more });
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
