// What the contract suites are given of an implementation.
import type { Store } from '../../src/store/store.js';

export interface StoreUnderTest {
  store: Store;
  /** Moves the database's clock ahead. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}
