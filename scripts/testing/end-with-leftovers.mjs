// Loaded into every test file's process before the file itself. Once all its tests have ended, the process has a moment
// to end by itself; if something is still open then (a server, a timer, a thread), the file fails and says what it is.
import { after } from 'node:test';
import { isMainThread } from 'node:worker_threads';

/** How long closing may take after the last test, ms. */
const graceMs = 5000;

/** The pipes to the test runner, which are always there. */
const ownResources = new Set(['PipeWrap', 'TTYWrap']);

// Programs that a test starts inherit this file through NODE_OPTIONS; it is not about them.
if (isMainThread && process.argv[1]?.endsWith('.test.js')) {
  after(() => {
    // Unreferenced: where nothing is left open the process is gone long before.
    const timer = setTimeout(() => {
      const open = process.getActiveResourcesInfo().filter((name) => !ownResources.has(name));
      process.stderr.write(`left open after the last test: ${open.join(', ') || 'pipes'}\n`);
      process.exit(1);
    }, graceMs);
    timer.unref();
  });
}
