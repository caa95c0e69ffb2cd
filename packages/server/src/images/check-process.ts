// Entry of the child processes that check pictures: each message is a CheckJob, each answer a CheckOutcome.
import sharp from 'sharp';
import { type CheckJob, type CheckOutcome, checkPicture } from './check-picture.js';
import type { ChildMessage } from './job-process.js';

// A cache of decoded pixels would only hold memory: no picture comes twice.
sharp.cache(false);

/** The illustrator is large; only pictures that must show a face pay for it. */
const loadFinder = async () => (await import('@inkling/illustrator')).findFaces;

const answer = (message: ChildMessage<CheckOutcome>) => process.send?.(message);

process.on('message', ({ job }: { job: CheckJob }) => {
  checkPicture(job, loadFinder).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ fault: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
// A terminal or a service manager signals the whole group; the server still drains then, and ends its children itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
answer({ ready: true });
