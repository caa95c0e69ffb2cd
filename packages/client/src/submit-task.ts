// A submit that may be repeated without buying twice.
//
// When an answer is lost nobody knows whether the task was made. Inkling honours an idempotency key: the same submit is
// sent again under the same key. Kling has no such keys, but external ids are unique there: the task is looked up by the
// id that was sent along, and only sent again when there is none. Any other service is asked whether it is Inkling.
import { ConnectionError, KlingError } from './errors.js';
import { imagesPath, pathOf } from './follow-task.js';
import { backoffMs } from './retry.js';
import type { CallOptions, Transport } from './transport.js';
import type { GenerateParams, ImageTask, ModelInfo } from './wire-types.js';

/** Did the submit fail in a way that leaves open whether a task was made? Maintenance (5001) refuses before anything. */
function isAmbiguous(error: unknown): boolean {
  return (
    error instanceof ConnectionError || (error instanceof KlingError && error.status >= 500 && error.code !== 5001)
  );
}

/** Lists of models with engines are Inkling's own, and Inkling honours idempotency keys. */
async function honoursKeys(transport: Transport, { signal }: CallOptions): Promise<boolean> {
  if (transport.service === 'inkling') return true;
  const models = await transport.call<ModelInfo[]>({ method: 'GET', path: '/models', signal }).catch(() => []);
  return Array.isArray(models) && models.some((model) => typeof model?.engine === 'string');
}

/** Submits under the key. */
async function submitByKey(
  transport: Transport,
  body: GenerateParams,
  key: string,
  { signal }: CallOptions,
): Promise<ImageTask> {
  const submit = (repeatable: boolean) =>
    transport.call<ImageTask>({
      method: 'POST',
      path: imagesPath,
      body,
      headers: { 'idempotency-key': key },
      repeatable,
      signal,
    });
  try {
    return await submit(false);
  } catch (error) {
    if (!isAmbiguous(error) || transport.maxRetries === 0 || !(await honoursKeys(transport, { signal }))) throw error;
    return submit(true);
  }
}

/** Submits with an external id of the caller's or, where there is none, `key`. */
async function submitByExternalId(
  transport: Transport,
  { seed: _unknownToKling, ...params }: GenerateParams,
  key: string,
  { signal }: CallOptions,
): Promise<ImageTask> {
  const id = params.external_task_id ?? key;
  const body = { ...params, external_task_id: id };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await transport.call<ImageTask>({ method: 'POST', path: imagesPath, body, signal });
    } catch (error) {
      // "already exists" after a lost answer: the first one arrived late.
      const isOurs = attempt > 0 && error instanceof KlingError && error.code === 1201 && /exist/i.test(error.message);
      if (!(isAmbiguous(error) || isOurs) || attempt >= transport.maxRetries) throw error;
    }
    await transport.sleep(backoffMs(attempt), signal);
    try {
      return await transport.call<ImageTask>({ method: 'GET', path: pathOf(id), signal });
    } catch (error) {
      const isUnknown = error instanceof KlingError && error.status >= 400 && error.status < 500;
      if (!isUnknown) throw error;
    }
  }
}

/** A key that nobody else has: 128 random bits. `randomUUID` is missing on pages that came over plain HTTP. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Submits; `key` makes it repeatable. */
export function submitTask(
  transport: Transport,
  params: GenerateParams,
  key: string = newKey(),
  options: CallOptions,
): Promise<ImageTask> {
  return (transport.service === 'kling' ? submitByExternalId : submitByKey)(transport, params, key, options);
}
