// Helper process: the whole service, configured by its environment, until it is killed. Tells its parent where it listens.
import { readConfiguration } from '../../src/config/configuration.js';
import { createService } from '../../src/main.js';

const service = await createService(readConfiguration(process.env), { stopGraceMs: 1000 });
const { url } = await service.start();
process.send?.({ url });
process.on('SIGTERM', () => {
  void service.close().then(() => process.disconnect?.());
});
// A parent that is gone must not leave a server behind.
process.on('disconnect', () => process.exit());
