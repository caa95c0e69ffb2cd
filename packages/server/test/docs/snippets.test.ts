// Every snippet of the documents that is marked as runnable, run as pasted against a real server.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RunningService } from '../service/running-service.js';
import { startCallbackService, tryReceiver } from './callback-service.js';
import { listFences } from './markdown.js';
import { missingProgram, runPasted } from './try-program.js';

const runnable = listFences().filter((fence) => fence.run !== 'no');
let service: RunningService;
before(async () => {
  service = await startCallbackService();
});
after(() => service.close());

describe('snippets of the documents', () => {
  for (const fence of runnable) {
    const { file, line, language, code, run, expect } = fence;
    it(`${file}:${line} (${language})`, { skip: missingProgram(language) }, async () => {
      if (run === 'receiver') return tryReceiver(service, { language, code });
      const printed = await runPasted(language, code, service.url);
      assert.ok(printed.includes(expect), `it printed ${printed}, without ${expect}`);
    });
  }

  it('are there: both front pages, the tour of the SDK, callbacks in every language', () => {
    const files = new Set(runnable.map((fence) => fence.file));
    for (const file of [
      'README.md',
      'README.zh-CN.md',
      'packages/client/README.md',
      'docs/callbacks.md',
      'docs/from-kling.md',
    ])
      assert.ok(files.has(file), file);
    const languages = new Set(runnable.map((fence) => fence.language));
    for (const language of ['sh', 'ts', 'python', 'go']) assert.ok(languages.has(language), language);
  });
});
