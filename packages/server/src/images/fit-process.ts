// Entry of the child processes that fit pictures: each message is a FitJob, each answer a FitOutcome.
import sharp from 'sharp';
import { type FitJob, type FitOutcome, fitPicture } from './fit-picture.js';
import type { ChildMessage } from './job-process.js';

// No picture comes twice.
sharp.cache(false);

const answer = (message: ChildMessage<FitOutcome>) => process.send?.(message);

process.on('message', ({ job }: { job: FitJob }) => {
  fitPicture(job).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ fault: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
// A terminal or a service manager signals the whole group; the server still drains then, and ends its children itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
answer({ ready: true });
