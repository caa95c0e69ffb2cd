// Helper process: the whole service, as configured, that hurts itself at a named point. Its environment says where:
//   CHAOS_FAULT=after-claim:KILL     the signal it sends itself there, once
//   CHAOS_LEASE_MS=1500              short leases
//   CHAOS_REMOTE=http://…            where the engine `sleeper` buys its pictures, instead of sleeping
import { readConfiguration } from '../../src/config/configuration.js';
import { createService } from '../../src/main.js';
import type { Storage } from '../../src/storage/storage.js';
import type { Store } from '../../src/store/store.js';
import { createRemoteEngine } from './remote-jobs.js';

const { CHAOS_FAULT = '', CHAOS_LEASE_MS = '1500', CHAOS_REMOTE = '' } = process.env;
const [faultPoint, signal = 'KILL'] = CHAOS_FAULT.split(':');
let hurt = false;

/** Called where a fault may be wanted; the process does not get past a KILL. */
function atPoint(name: string): void {
  if (hurt || name !== faultPoint) return;
  hurt = true;
  process.kill(process.pid, `SIG${signal}`);
  // A stopped process goes on here; a killed one has a moment until the signal arrives.
  if (signal === 'KILL') for (;;);
}

function hurtStore(store: Store): Store {
  return {
    ...store,
    tasks: {
      ...store.tasks,
      async submit(task) {
        const outcome = await store.tasks.submit(task);
        atPoint('after-submit');
        return outcome;
      },
      async claim(options) {
        const claimed = await store.tasks.claim(options);
        if (claimed.length > 0) atPoint('after-claim');
        return claimed;
      },
      async succeed(...parameters) {
        // Every picture has been uploaded by now.
        atPoint('before-commit');
        const ended = await store.tasks.succeed(...parameters);
        atPoint('after-commit');
        return ended;
      },
    },
  };
}

function hurtStorage(storage: Storage): Storage {
  return {
    ...storage,
    async put(...parameters) {
      await storage.put(...parameters);
      atPoint('after-upload');
    },
  };
}

const leaseMs = Number(CHAOS_LEASE_MS);
const service = await createService(readConfiguration(process.env), {
  stopGraceMs: 1000,
  lease: { leaseMs, heartbeatMs: leaseMs / 3, progressMs: 100 },
  between: {
    store: hurtStore,
    storage: hurtStorage,
    engines: (engines) =>
      CHAOS_REMOTE === ''
        ? engines
        : { ...engines, get: async () => createRemoteEngine(CHAOS_REMOTE, () => atPoint('after-purchase')) },
  },
});
const { url } = await service.start();
process.send?.({ url });
process.on('SIGTERM', () => {
  void service.close().then(() => process.disconnect?.());
});
// A parent that is gone must not leave a server behind.
process.on('disconnect', () => process.exit());
