// A child process for tests of the pool: does as its job says.
import { writeFileSync } from 'node:fs';
import type { ChildMessage } from '../../src/images/job-process.js';

export type PoolJob =
  | { do: 'echo'; value: unknown }
  | { do: 'pid' }
  | { do: 'hang'; markFile?: string }
  | { do: 'spin'; markFile: string }
  | { do: 'exit' }
  | { do: 'fill' }
  | { do: 'environment' }
  | { do: 'fault' };

const parent = process.ppid;
const answer = (message: ChildMessage<unknown>) => process.send?.(message);

process.on('message', ({ job }: { job: PoolJob }) => {
  switch (job.do) {
    case 'echo':
      return answer({ result: job.value });
    case 'pid':
      return answer({ result: process.pid });
    case 'environment':
      return answer({ result: Object.keys(process.env) });
    case 'hang':
      if (job.markFile) writeFileSync(job.markFile, String(process.pid));
      return setInterval(() => undefined, 1000);
    case 'spin':
      writeFileSync(job.markFile, String(process.pid));
      // Busy like native code that never looks up, but not beyond the death of its parent.
      while (process.ppid === parent);
      return process.exit();
    case 'exit':
      return process.exit(3);
    case 'fill': {
      const held: number[][] = [];
      for (;;) held.push(Array.from({ length: 100_000 }, Math.random));
    }
    case 'fault':
      return answer({ fault: 'Error: the model is missing' });
  }
});
process.on('disconnect', () => process.exit());
answer({ ready: true });
