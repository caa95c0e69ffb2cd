// Cancels a job at another Inkling when its task was cancelled here: what nobody wants need not be painted.
import type { Clock } from '../../core/clock.js';
import type { KlingApi } from './kling-api.js';

/** Pauses before each try, ms: a submit that was cut off may still arrive. After the last one it is left to run. */
const pausesMs = [0, 2000, 10_000];

/** By our external id. Never rejects. */
export async function cancelUpstream(
  api: Pick<KlingApi, 'cancel'>,
  clock: Pick<Clock, 'sleep'>,
  keyId: string,
  externalId: string,
): Promise<void> {
  for (const pauseMs of pausesMs) {
    await clock.sleep(pauseMs);
    const outcome = await api.cancel(keyId, externalId).catch(() => undefined);
    if (outcome?.kind === 'ok') return;
  }
}
