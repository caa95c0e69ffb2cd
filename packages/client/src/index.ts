// @inkling/client: the SDK's front door.
import { createImages, type Images } from './images.js';
import { type ClientOptions, createTransport } from './transport.js';

export type { ErrorCode, ErrorName } from './errors.js';
export { ConnectionError, errorNames, KlingError, retryableCodes, TaskFailedError } from './errors.js';
export type {
  CreateOptions,
  DownloadedImage,
  GenerateResult,
  Images,
  TaskState,
  WaitOptions,
} from './images.js';
export { signToken } from './sign-token.js';
export type { CallOptions, ClientOptions } from './transport.js';
export type { WebhookRequest } from './verify-webhook.js';
export { verifyWebhook, WebhookVerificationError } from './verify-webhook.js';
export type { Envelope, GeneratedImage, GenerateParams, ImageTask, ModelInfo, TaskStatus } from './wire-types.js';

export interface KlingClient {
  readonly images: Images;
}

/**
 * A client for Inkling, for Kling itself, and for every gateway that speaks its API.
 * Throws a TypeError when no credential is given.
 * @example
 * ```ts
 * const client = createClient({ apiKey: 'sk-…' });
 * const { images } = await client.images.generate({ model_name: 'kling-v1', prompt: 'a red fox in the snow' });
 * ```
 */
export function createClient(options: ClientOptions): KlingClient {
  return { images: createImages(createTransport(options)) };
}
