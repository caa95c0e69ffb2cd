// A relay engine in front of a fake upstream, for tests.

import type { EngineDeclarationOf } from '../../../src/config/engine-schemas.js';
import { engineSchema } from '../../../src/config/engine-schemas.js';
import type { Clock } from '../../../src/core/clock.js';
import type { Engine } from '../../../src/engines/engine.js';
import { createKlingEngine } from '../../../src/engines/kling/kling-engine.js';
import { createFastClock } from '../../support/fast-clock.js';
import { createQuietLog } from '../../support/quiet-log.js';
import type { EngineUnderTest } from '../engine-contract.js';
import { type FakeKling, type FakeKlingOptions, startFakeKling } from './fake-kling.js';

export const apiKey = 'sk-secret-of-the-relay-0123456789';

export interface KlingUnderTest extends EngineUnderTest {
  engine: Engine;
  fake: FakeKling;
  reopen(): Promise<Engine>;
  /** Log lines so far. */
  lines: Record<string, unknown>[];
}

export interface KlingSetup {
  fake?: FakeKlingOptions;
  /** Over `apiKey` and the address of the fake. */
  declaration?: Record<string, unknown>;
  publicUrl?: string | null;
  clock?: Clock;
  prepare?(fake: FakeKling): void;
}

/** Starts both. */
export async function setUpKling(setup: KlingSetup = {}): Promise<KlingUnderTest> {
  const fake = await startFakeKling(setup.fake);
  setup.prepare?.(fake);
  const { log, lines } = await createQuietLog();
  const declared = { type: 'kling', baseUrl: fake.origin, apiKey, ...setup.declaration };
  const options = engineSchema.parse(JSON.parse(JSON.stringify(declared))) as EngineDeclarationOf<'kling'>;
  const clock = setup.clock ?? createFastClock();
  const open = () => createKlingEngine(options, { key: 'far', clock, log, publicUrl: setup.publicUrl ?? null });
  return { engine: open(), fake, lines, reopen: async () => open(), end: () => fake.close() };
}

/** Runs a test on a fresh pair and closes both. */
export function withKling(setup: KlingSetup, run: (under: KlingUnderTest) => Promise<void>): () => Promise<void> {
  return async () => {
    const under = await setUpKling(setup);
    try {
      await run(under);
    } finally {
      await under.engine.close();
      await under.end();
    }
  };
}
