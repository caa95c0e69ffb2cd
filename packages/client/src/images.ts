// What one does with images: submit, look, wait, follow, cancel, and all of it in one call.
import { TaskFailedError, WaitTimeoutError } from './errors.js';
import { type FollowOptions, followTask, imagesPath, pathOf, type TaskState } from './follow-task.js';
import { type PictureInput, toWirePicture } from './picture-input.js';
import { submitTask } from './submit-task.js';
import type { CallOptions, Transport } from './transport.js';
import type { CallbackDelivery, GeneratedImage, GenerateParams, ImageTask, ModelInfo } from './wire-types.js';

/** What a submit takes: the wire's fields, and the reference picture in any form. */
export interface CreateParams extends Omit<GenerateParams, 'image'> {
  image?: PictureInput;
}

export interface CreateOptions extends CallOptions {
  /** Makes repeating the submit safe. Default: a random one, so that a retry after a lost answer never buys twice. */
  idempotencyKey?: string | undefined;
}

export interface WaitOptions extends CallOptions {
  /** Longest wait, ms; default ten minutes. Throws WaitTimeoutError when it is over; the task goes on. */
  timeoutMs?: number | undefined;
  /** Time between two looks where the service does not say, ms; default 1,000. */
  pollMs?: number | undefined;
  /** Told of every state that is seen; with it the task is followed by its stream, where there is one. */
  onState?: ((state: TaskState) => void) | undefined;
}

/** A picture with its bytes. */
export interface DownloadedImage extends GeneratedImage {
  bytes: Uint8Array<ArrayBuffer>;
}

export interface GenerateResult {
  task: ImageTask;
  images: DownloadedImage[];
}

export interface Images {
  /**
   * Submits and returns at once with the task's id. `image` may be a URL, base64, bytes or a File.
   * Throws KlingError: its class and `reason` say what is wrong.
   * @example
   * ```ts
   * const task = await client.images.create({ model_name: 'kling-v1', prompt: 'a red fox in the snow' });
   * console.log(task.task_id);
   * ```
   */
  create(params: CreateParams, options?: CreateOptions): Promise<ImageTask>;
  /**
   * By `task_id` or `external_task_id`. Throws KlingError when there is none.
   * @example
   * ```ts
   * const { task_status, task_result } = await client.images.get('order-4711');
   * if (task_status === 'succeed') console.log(task_result?.images[0]?.url);
   * ```
   */
  get(id: string, options?: CallOptions): Promise<ImageTask>;
  /**
   * Newest first; `pageNum` from 1, `pageSize` up to 500, 30 by default.
   * @example
   * ```ts
   * for (const task of await client.images.list({ pageSize: 100 })) console.log(task.task_id, task.task_status);
   * ```
   */
  list(page?: { pageNum?: number; pageSize?: number }, options?: CallOptions): Promise<ImageTask[]>;
  /**
   * Inkling only. Ends an unfinished task; one that has ended is returned as it is.
   * @example
   * ```ts
   * const { task_status, task_status_msg } = await client.images.cancel('task-id');
   * console.log(task_status, task_status_msg); // failed, Cancelled by the caller
   * ```
   */
  cancel(id: string, options?: CallOptions): Promise<ImageTask>;
  /**
   * Inkling only. Removes the task, its pictures and its callbacks now; an unfinished one is ended first.
   * @example
   * ```ts
   * await client.images.remove('task-id');
   * ```
   */
  remove(id: string, options?: CallOptions): Promise<void>;
  /**
   * Resolves with the task once it has succeeded; throws TaskFailedError when it failed, WaitTimeoutError when it took
   * too long.
   * @example
   * ```ts
   * const task = await client.images.wait('task-id', {
   *   timeoutMs: 60_000,
   *   onState: ({ progress = 0 }) => console.log(`${Math.round(progress * 100)} %`),
   * });
   * console.log(task.task_result?.images.length);
   * ```
   */
  wait(id: string, options?: WaitOptions): Promise<ImageTask>;
  /**
   * The task's states as they come, the last one final. By the stream of events where the service has one, connected
   * again when it is lost; else by asking.
   * @example
   * ```ts
   * for await (const state of client.images.events('task-id')) console.log(state.task_status, state.progress);
   * ```
   */
  events(id: string, options?: FollowOptions): AsyncGenerator<TaskState, void, void>;
  /**
   * Submit, wait and download in one.
   * @example
   * ```ts
   * const { images } = await client.images.generate({ model_name: 'kling-v1', prompt: '雪地里的红狐狸，油画' });
   * for (const image of images) console.log(image.url, image.bytes.length);
   * ```
   */
  generate(params: CreateParams, options?: CreateOptions & WaitOptions): Promise<GenerateResult>;
  /**
   * Bytes of a result. The key is not sent along: pictures may lie on another host.
   * @example
   * ```ts
   * const bytes = await client.images.download({ url: 'https://images.example.com/files/fox.png' });
   * console.log(bytes.length);
   * ```
   */
  download(image: Pick<GeneratedImage, 'url'>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Inkling only. What there is to choose from, and what each model can do.
   * @example
   * ```ts
   * const models = await client.images.models();
   * console.log(models.filter((model) => model.resolutions.includes('2k')).map((model) => model.model_name));
   * ```
   */
  models(options?: CallOptions): Promise<ModelInfo[]>;
  /**
   * Inkling only. The callbacks a task owed, with every try and what the receiver answered.
   * @example
   * ```ts
   * for (const { state, attempts, log } of await client.images.callbacks('task-id')) {
   *   console.log(state, attempts, log.at(-1)?.http_status);
   * }
   * ```
   */
  callbacks(id: string, options?: CallOptions): Promise<CallbackDelivery[]>;
  /**
   * Inkling only. Makes an ended callback once more, under the same `webhook-id`.
   * @example
   * ```ts
   * const [callback] = await client.images.callbacks('task-id');
   * if (callback?.state === 'dead') await client.images.redeliver('task-id', callback.webhook_id);
   * ```
   */
  redeliver(id: string, webhookId: string, options?: CallOptions): Promise<void>;
}

const defaultWaitMs = 600_000;

export function createImages(transport: Transport): Images {
  const get = (id: string, options?: CallOptions) =>
    transport.call<ImageTask>({ method: 'GET', path: pathOf(id), ...options });

  async function wait(id: string, options: WaitOptions = {}): Promise<ImageTask> {
    const { signal, onState, pollMs, timeoutMs = defaultWaitMs } = options;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new WaitTimeoutError(id, timeoutMs)), timeoutMs);
    const either = AbortSignal.any([limit.signal, ...(signal ? [signal] : [])]);
    try {
      // Somebody who watches wants to see progress; for everybody else one held query is the cheapest.
      for await (const task of followTask(transport, id, { signal: either, pollMs }, onState ? 'stream' : 'asking')) {
        onState?.(task);
        if (task.task_status === 'succeed') return task;
        if (task.task_status === 'failed') throw new TaskFailedError(task);
        either.throwIfAborted();
      }
    } finally {
      clearTimeout(timer);
    }
    throw new Error('a followed task ends'); // followTask ends with a final state, or throws
  }

  async function create(params: CreateParams, { idempotencyKey, signal }: CreateOptions = {}): Promise<ImageTask> {
    const { image, ...rest } = params;
    const body = image === undefined ? rest : { ...rest, image: await toWirePicture(image) };
    return submitTask(transport, body, idempotencyKey, { signal });
  }

  const download: Images['download'] = ({ url }, options) => transport.download(url, options);

  return {
    create,
    get,
    list: ({ pageNum = 1, pageSize = 30 } = {}, options) => {
      const path = `${imagesPath}?pageNum=${pageNum}&pageSize=${pageSize}`;
      return transport.call<ImageTask[]>({ method: 'GET', path, ...options });
    },
    cancel: (id, options) =>
      transport.call<ImageTask>({ method: 'POST', path: `${pathOf(id)}/cancel`, repeatable: true, ...options }),
    async remove(id, options) {
      await transport.call({ method: 'DELETE', path: pathOf(id), ...options });
    },
    wait,
    events: (id, options = {}) => followTask(transport, id, options),
    async generate(params, options = {}) {
      const submitted = await create(params, options);
      const task = await wait(submitted.task_id, options);
      const results = task.task_result?.images ?? [];
      const { signal } = options;
      return {
        task,
        images: await Promise.all(
          results.map(async (image) => ({ ...image, bytes: await download(image, { signal }) })),
        ),
      };
    },
    download,
    models: (options) => transport.call<ModelInfo[]>({ method: 'GET', path: '/models', ...options }),
    callbacks: (id, options) =>
      transport.call<CallbackDelivery[]>({ method: 'GET', path: `${pathOf(id)}/callbacks`, ...options }),
    async redeliver(id, webhookId, options) {
      const path = `${pathOf(id)}/callbacks/${encodeURIComponent(webhookId)}/redeliver`;
      await transport.call({ method: 'POST', path, ...options });
    },
  };
}
