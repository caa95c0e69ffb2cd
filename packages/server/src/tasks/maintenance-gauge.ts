// Maintenance mode as this process knows it: the shared row is read at most twice a second, not at every submit.
import type { Clock } from '../core/clock.js';
import type { Store } from '../store/store.js';

/** Age at which the row is read again, ms. */
const maxAgeMs = 500;

export interface MaintenanceGauge {
  /** At most `maxAgeMs` old. */
  isOn(): Promise<boolean>;
}

export function createMaintenanceGauge(store: Pick<Store, 'service'>, clock: Clock): MaintenanceGauge {
  let on = false;
  let readAtMs = Number.NEGATIVE_INFINITY;
  return {
    async isOn() {
      if (clock.now() - readAtMs > maxAgeMs) {
        // Set before the read, so that those who come meanwhile do not all read.
        readAtMs = clock.now();
        on = await store.service.maintenance();
      }
      return on;
    },
  };
}
