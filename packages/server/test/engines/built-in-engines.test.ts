// The engines that paint by themselves keep the contract.
import { systemClock } from '../../src/core/clock.js';
import { createIllustratorEngine } from '../../src/engines/illustrator/illustrator-engine.js';
import { createSleepEngine } from '../../src/engines/sleep/sleep-engine.js';
import { describeEngine } from './engine-contract.js';

const end = async () => undefined;

describeEngine('illustrator', {
  make: async () => ({ engine: createIllustratorEngine({ threads: 1 }), end }),
});

describeEngine('sleep', {
  make: async () => ({ engine: createSleepEngine({ sleepMs: 0, concurrency: 4 }, systemClock), end }),
  makeEndless: async () => ({ engine: createSleepEngine({ sleepMs: 3_600_000, concurrency: 4 }, systemClock), end }),
});
