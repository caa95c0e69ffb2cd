// Helper process: `inkling migrate` in small batches; tells its parent of each, so that it can be killed between two.
import { migrate } from '../../src/cli/migrate/migrate.js';
import { createFakeWorld } from './support/fake-world.js';

const [to = '', storage = ''] = process.argv.slice(2);
const world = createFakeWorld({ env: { INKLING_DATA_DIR: process.env.INKLING_DATA_DIR ?? '' } });
// A parent that is gone must not leave it behind.
process.on('disconnect', () => process.exit());
await migrate({ to, storage }, { world, batchSize: 5, onBatch: () => process.send?.({ batch: true }) });
process.disconnect?.();
