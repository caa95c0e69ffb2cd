// What the two databases do differently, and nothing else.
import type { Kysely, RawBuilder } from 'kysely';
import type { Schema } from './schema.js';

export interface SqlDialect {
  readonly database: Kysely<Schema>;
  /** SQL for the database's clock, Unix ms. */
  nowMs(): RawBuilder<number>;
  /** Goes behind the select of a claim, so that two workers never wait for each other: `for update skip locked`. */
  readonly skipLocked: RawBuilder<unknown>;
  /** Goes behind a select whose rows stay locked to the end of the transaction. */
  readonly forUpdate: RawBuilder<unknown>;
}
