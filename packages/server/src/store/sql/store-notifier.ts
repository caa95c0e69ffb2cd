// Who listens to changes of rows. In one process, plain listeners; PostgreSQL adds the other processes.

import type { StoreEvents, TaskChange } from '../store.js';

export interface StoreNotifier extends StoreEvents {
  ready(): void;
  changed(taskId: string, change: TaskChange): void;
  owed(): void;
  missed(): void;
}

/** Listeners of this process; calls them in the order they came. */
export function createLocalNotifier(): StoreNotifier {
  const ready = new Set<() => void>();
  const owed = new Set<() => void>();
  const missed = new Set<() => void>();
  const changed = new Set<(taskId: string, change: TaskChange) => void>();
  return {
    ready() {
      for (const listener of ready) listener();
    },
    changed(taskId, change) {
      for (const listener of changed) listener(taskId, change);
    },
    owed() {
      for (const listener of owed) listener();
    },
    missed() {
      for (const listener of missed) listener();
    },
    onMissed(listener) {
      missed.add(listener);
      return () => missed.delete(listener);
    },
    onOwed(listener) {
      owed.add(listener);
      return () => owed.delete(listener);
    },
    onReady(listener) {
      ready.add(listener);
      return () => ready.delete(listener);
    },
    onChanged(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
  };
}
