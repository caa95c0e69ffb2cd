// Listeners of this process, and through the database those of all others.
import type { StoreNotifier } from '../sql/store-notifier.js';
import { createLocalNotifier } from '../sql/store-notifier.js';
import type { WakeUp } from './wake-up.js';
import type { WakeUpSender } from './wake-up-sender.js';

export interface SharedNotifier {
  notifier: StoreNotifier;
  /** Tells listeners here what another process did. */
  hear(wakeUp: WakeUp): void;
  /** The way to the others is open again: what they did meanwhile is not known. */
  catchUp(): void;
}

/** What happens here is told here at once, and to others by `sender`. */
export function createSharedNotifier(sender: WakeUpSender): SharedNotifier {
  const local = createLocalNotifier();
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
    hear({ ready, owed, changed }) {
      for (const [taskId, change] of changed) local.changed(taskId, change);
      if (ready) local.ready();
      if (owed) local.owed();
    },
    catchUp() {
      local.missed();
      local.ready();
      local.owed();
    },
  };
}
