// Listeners of this process, and through the database those of all others.
import type { StoreNotifier } from '../sql/store-notifier.js';
import { createLocalNotifier } from '../sql/store-notifier.js';
import type { WakeUp } from './wake-up.js';
import type { WakeUpSender } from './wake-up-sender.js';

export interface SharedNotifier {
  notifier: StoreNotifier;
  /** Tells listeners here what another process did. */
  hear(wakeUp: WakeUp): void;
  /** Another value whenever another process may have changed keys or accounts: it said so, or a second has passed. */
  callersVersion(): string;
  /** The way to the others is open again: what they did meanwhile is not known. */
  catchUp(): void;
}

/** How long keys and accounts are believed to be as they were, in case a wake-up was lost, ms. */
const believedMs = 1000;

/** What happens here is told here at once, and to others by `sender`. */
export function createSharedNotifier(sender: WakeUpSender): SharedNotifier {
  const local = createLocalNotifier();
  let changesElsewhere = 0;
  return {
    notifier: {
      ...local,
      ready() {
        local.ready();
        sender.ready();
      },
      changed(taskId, change) {
        local.changed(taskId, change);
        sender.changed(taskId, change);
      },
      owed() {
        local.owed();
        sender.owed();
      },
    },
    callersVersion: () => `${changesElsewhere} ${Math.floor(performance.now() / believedMs)}`,
    hear({ ready, owed, callers, changed }) {
      if (callers) changesElsewhere += 1;
      for (const [taskId, change] of changed) local.changed(taskId, change);
      if (ready) local.ready();
      if (owed) local.owed();
    },
    catchUp() {
      changesElsewhere += 1;
      local.missed();
      local.ready();
      local.owed();
    },
  };
}
