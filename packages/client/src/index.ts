// @inkling/client: the SDK's front door.
import { type Account, createAccount } from './account.js';
import { createImages, type Images } from './images.js';
import { type ClientOptions, createTransport } from './transport.js';

export type { Account, CostsQuery } from './account.js';
export type { ErrorCode, ErrorFacts, ErrorName } from './errors.js';
export {
  AccountError,
  AuthenticationError,
  ConnectionError,
  errorNames,
  InklingError,
  InvalidRequestError,
  KlingError,
  LimitError,
  NotFoundError,
  PermissionError,
  PolicyError,
  retryableCodes,
  ServiceError,
  TaskFailedError,
  WaitTimeoutError,
  WebhookVerificationError,
} from './errors.js';
export type { FollowOptions, TaskState } from './follow-task.js';
export type {
  CreateOptions,
  CreateParams,
  DownloadedImage,
  GenerateResult,
  Images,
  WaitOptions,
} from './images.js';
export type { PictureInput } from './picture-input.js';
export { signToken } from './sign-token.js';
export type { CallOptions, ClientOptions } from './transport.js';
export type { WebhookOptions, WebhookRequest } from './verify-webhook.js';
export { verifyWebhook } from './verify-webhook.js';
export type {
  CallbackDelivery,
  Envelope,
  GeneratedImage,
  GenerateParams,
  ImageTask,
  ModelInfo,
  ResourcePack,
  TaskStatus,
} from './wire-types.js';

export interface KlingClient {
  readonly images: Images;
  readonly account: Account;
}

/**
 * A client for Inkling, for Kling itself, and for every gateway that speaks its API.
 * Throws a TypeError when no credential is given, or the base URL is none.
 * @example
 * ```ts
 * const client = createClient({ apiKey: 'sk-…' });
 * const { images } = await client.images.generate({ model_name: 'kling-v1', prompt: 'a red fox in the snow' });
 * ```
 * @example Kling itself
 * ```ts
 * const kling = createClient({ baseUrl: 'https://api.klingai.com/v1', accessKey: 'ak-…', secretKey: 'sk-…' });
 * const task = await kling.images.create({ model_name: 'kling-v2-1', prompt: 'a red fox in the snow' });
 * ```
 */
export function createClient(options: ClientOptions): KlingClient {
  const transport = createTransport(options);
  return { images: createImages(transport), account: createAccount(transport) };
}
