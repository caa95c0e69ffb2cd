// Entry of the child processes that check pictures: each message is a CheckJob or a FacesJob, each answer its outcome.
import sharp from 'sharp';
import {
  type CheckJob,
  type CheckOutcome,
  checkPicture,
  type FacesJob,
  type FacesOutcome,
  findFacesOf,
} from './check-picture.js';
import type { ChildMessage } from './job-process.js';

// A cache of decoded pixels would only hold memory: no picture comes twice.
sharp.cache(false);

/** The illustrator is large; only pictures that must show a face pay for it. */
const loadFinder = async () => (await import('@inkling/illustrator')).findFaces;

const answer = (message: ChildMessage<CheckOutcome | FacesOutcome>) => process.send?.(message);

process.on('message', ({ job }: { job: CheckJob | FacesJob }) => {
  const outcome = 'findFaces' in job ? findFacesOf(job, loadFinder) : checkPicture(job, loadFinder);
  outcome.then(
    (result) => answer({ result }),
    (error: unknown) => answer({ fault: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
// A terminal or a service manager signals the whole group; the server still drains then, and ends its children itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
answer({ ready: true });
