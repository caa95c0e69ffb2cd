// Ready-made tasks and pictures for tests.
import { newTaskId, newToken } from '../../src/core/ids.js';
import type { ImageRequest, Picture } from '../../src/core/task.js';
import type { NewTask } from '../../src/store/store.js';

/** A small text-to-image request. */
export function sampleRequest(overrides: Partial<ImageRequest> = {}): ImageRequest {
  return {
    model: 'kling-v1',
    prompt: 'a red fox',
    negativePrompt: null,
    imageReference: null,
    imageFidelity: 0.5,
    humanFidelity: 0.45,
    n: 1,
    aspectRatio: '1:1',
    resolution: '1k',
    width: 1024,
    height: 1024,
    outputFormat: 'png',
    seed: 7,
    watermark: false,
    ...overrides,
  };
}

/** A submit of the default account. */
export function sampleTask(overrides: Partial<NewTask> = {}): NewTask {
  return {
    id: newTaskId(Date.now()),
    accountId: 'default',
    externalTaskId: null,
    request: sampleRequest(),
    reference: null,
    callbackUrl: null,
    publicOrigin: 'http://127.0.0.1:8790',
    units: 1,
    idempotency: null,
    ...overrides,
  };
}

/** A finished picture of a task. */
export function samplePicture(taskId: string, index: number, expiresAtMs: number): Picture {
  const token = newToken();
  return {
    token,
    taskId,
    index,
    variant: 'plain',
    storageKey: `tasks/${taskId}/${index}-${token}.png`,
    contentType: 'image/png',
    width: 1024,
    height: 1024,
    byteLength: 123,
    etag: 'abc',
    createdAtMs: 1,
    expiresAtMs,
    deletedAtMs: null,
  };
}
