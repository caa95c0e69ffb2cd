// Progress of a long move: one line a step, rewritten on a terminal, written once per step elsewhere.
import type { Output } from '../command-world.js';

export interface Reporter {
  show(step: string, done: number, total: number): void;
  /** Ends the line that is being rewritten. */
  end(): void;
}

export function createReporter(output: Output): Reporter {
  const isTerminal = output.isTTY === true;
  let current = '';
  const end = (): void => {
    if (isTerminal && current !== '') output.write('\n');
    current = '';
  };
  return {
    show(step, done, total) {
      const line = `${step}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
      if (isTerminal) {
        if (step !== current) end();
        current = step;
        output.write(`\r\u001b[2K${line}`);
      } else if (done >= total && step !== current) {
        current = step;
        output.write(`${line}\n`);
      }
    },
    end,
  };
}
