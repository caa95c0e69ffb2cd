// Helper process: the whole service, configured by its environment, until it is killed. Tells its parent where it listens.
import { readConfiguration } from '../../src/config/configuration.js';
import { createService } from '../../src/main.js';

/** A shorter lease than the real one, for tests that kill again and again. */
const leaseMs = Number(process.env.INKLING_TEST_LEASE_MS ?? 0);
const lease = leaseMs > 0 ? { lease: { leaseMs, heartbeatMs: leaseMs / 3, progressMs: 400 } } : {};

const service = await createService(readConfiguration(process.env), { stopGraceMs: 1000, ...lease });
const { url } = await service.start();
process.send?.({ url });
process.on('SIGTERM', () => {
  void service.close().then(() => process.disconnect?.());
});
// A parent that is gone must not leave a server behind.
process.on('disconnect', () => process.exit());
