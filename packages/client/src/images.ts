// What one does with images: submit, look, wait, follow, cancel, and all of it in one call.
import { ConnectionError, KlingError, TaskFailedError } from './errors.js';
import { readServerEvents } from './event-stream.js';
import type { CallOptions, Transport } from './transport.js';
import type { GeneratedImage, GenerateParams, ImageTask, ModelInfo } from './wire-types.js';

export interface CreateOptions extends CallOptions {
  /** Makes repeating the submit safe. Default: a random one, so that a retry after a lost answer never buys twice. */
  idempotencyKey?: string;
}

/** A task as it stands at one moment. */
export interface TaskState extends ImageTask {
  /** 0–1; absent where the service does not tell. */
  progress?: number;
  /** Tasks before this one, while it waits. */
  queue_position?: number;
}

export interface WaitOptions extends CallOptions {
  /** Longest wait, ms; default ten minutes. Throws ConnectionError when it is over; the task goes on. */
  timeoutMs?: number;
  /** Time between two looks where the service does not say, ms; default 1,000. */
  pollMs?: number;
  /** Told of every state that is seen. */
  onState?: (state: TaskState) => void;
}

/** A picture with its bytes. */
export interface DownloadedImage extends GeneratedImage {
  bytes: Uint8Array;
}

export interface GenerateResult {
  task: ImageTask;
  images: DownloadedImage[];
}

export interface Images {
  /**
   * Submits and returns at once with the task's id.
   * @example
   * ```ts
   * const task = await client.images.create({ model_name: 'kling-v1', prompt: 'a red fox in the snow' });
   * console.log(task.task_id);
   * ```
   */
  create(params: GenerateParams, options?: CreateOptions): Promise<ImageTask>;
  /** By `task_id` or `external_task_id`. Throws KlingError when there is none. */
  get(id: string, options?: CallOptions): Promise<ImageTask>;
  /** Newest first; `pageNum` from 1, `pageSize` up to 500. */
  list(page?: { pageNum?: number; pageSize?: number }, options?: CallOptions): Promise<ImageTask[]>;
  /** Inkling only. Ends an unfinished task; one that has ended is returned as it is. */
  cancel(id: string, options?: CallOptions): Promise<ImageTask>;
  /** Resolves with the task once it has succeeded; throws TaskFailedError when it failed. */
  wait(id: string, options?: WaitOptions): Promise<ImageTask>;
  /**
   * Inkling only. The task's states as they come, the last one final; connects again when the connection is lost.
   * @example
   * ```ts
   * for await (const state of client.images.events('task-id')) console.log(state.task_status, state.progress);
   * ```
   */
  events(id: string, options?: CallOptions): AsyncGenerator<TaskState, void, void>;
  /**
   * Submit, wait and download in one.
   * @example
   * ```ts
   * const { images } = await client.images.generate({ model_name: 'kling-v1', prompt: '雪地里的红狐狸，油画' });
   * for (const image of images) console.log(image.url, image.bytes.length);
   * ```
   */
  generate(params: GenerateParams, options?: CreateOptions & WaitOptions): Promise<GenerateResult>;
  /** Bytes of a result. */
  download(image: Pick<GeneratedImage, 'url'>, options?: CallOptions): Promise<Uint8Array>;
  /** Inkling only. What there is to choose from. */
  models(options?: CallOptions): Promise<ModelInfo[]>;
}

const route = '/images/generations';
const pathOf = (id: string) => `${route}/${encodeURIComponent(id)}`;
const isFinal = (task: ImageTask) => task.task_status === 'succeed' || task.task_status === 'failed';

/** Longest that one query is held open by a service that can (`Prefer: wait`), s. */
const longPollS = 20;

/** Did the submit fail in a way that leaves open whether a task was made? */
function isAmbiguous(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof KlingError && error.status >= 500);
}

export function createImages(transport: Transport): Images {
  const get = (id: string, options: CallOptions = {}, headers: Record<string, string> = {}) =>
    transport.call<ImageTask>({ method: 'GET', path: pathOf(id), repeatable: true, headers, ...options });

  async function wait(id: string, options: WaitOptions = {}): Promise<ImageTask> {
    const timeoutMs = options.timeoutMs ?? 600_000;
    const deadlineMs = Date.now() + timeoutMs;
    const call = options.signal ? { signal: options.signal } : {};
    for (;;) {
      const startedMs = Date.now();
      const holdS = Math.min(longPollS, Math.max(0, Math.floor((deadlineMs - startedMs) / 1000)));
      const task = await get(id, call, { prefer: `wait=${holdS}` });
      options.onState?.(task);
      if (task.task_status === 'succeed') return task;
      if (task.task_status === 'failed') throw new TaskFailedError(task);
      const restMs = deadlineMs - Date.now();
      if (restMs <= 0) throw new ConnectionError(`task ${id} did not end within ${timeoutMs} ms`);
      // A service that held the query open has done the waiting already.
      const pauseMs = (options.pollMs ?? 1000) - (Date.now() - startedMs);
      if (pauseMs > 0) await transport.sleep(Math.min(pauseMs, restMs), options.signal);
    }
  }

  async function* events(id: string, options: CallOptions = {}): AsyncGenerator<TaskState, void, void> {
    let lastEventId: string | undefined;
    for (;;) {
      const headers: Record<string, string> = { accept: 'text/event-stream' };
      if (lastEventId !== undefined) headers['last-event-id'] = lastEventId;
      const response = await transport.open({
        method: 'GET',
        path: `${pathOf(id)}/events`,
        repeatable: true,
        headers,
        ...options,
      });
      // Nothing more to come behind the event seen last.
      if (response.status === 204 || !response.body) return;
      // Some gateways answer every path with a page: connecting again would never end.
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
        await response.body.cancel();
        throw new ConnectionError('the service has no streams of events');
      }
      try {
        for await (const event of readServerEvents(response.body)) {
          lastEventId = event.id;
          const state = JSON.parse(event.data) as TaskState;
          yield state;
          if (isFinal(state)) return;
        }
      } catch (error) {
        if (options.signal?.aborted) throw options.signal.reason;
        if (error instanceof KlingError) throw error;
      }
      await transport.sleep(1000, options.signal);
    }
  }

  /** Lists of models with engines are Inkling's own, and Inkling honours idempotency keys. */
  async function honoursKeys(options: CallOptions): Promise<boolean> {
    const models = await images.models(options).catch(() => []);
    return Array.isArray(models) && models.some((model) => typeof model?.engine === 'string');
  }

  const images: Images = {
    async create(params, { idempotencyKey = crypto.randomUUID(), ...options } = {}) {
      const headers = { 'idempotency-key': idempotencyKey };
      const submit = (repeatable: boolean) =>
        transport.call<ImageTask>({ method: 'POST', path: route, body: params, headers, repeatable, ...options });
      try {
        return await submit(false);
      } catch (error) {
        // Nobody knows whether it arrived. Only a service that honours the key may be asked again: else it buys twice.
        if (!isAmbiguous(error) || !(await honoursKeys(options))) throw error;
        return submit(true);
      }
    },
    get,
    list: ({ pageNum = 1, pageSize = 30 } = {}, options = {}) =>
      transport.call<ImageTask[]>({
        method: 'GET',
        path: `${route}?pageNum=${pageNum}&pageSize=${pageSize}`,
        repeatable: true,
        ...options,
      }),
    cancel: (id, options = {}) =>
      transport.call<ImageTask>({ method: 'POST', path: `${pathOf(id)}/cancel`, repeatable: true, ...options }),
    wait,
    events,
    async generate(params, options = {}) {
      const call = options.signal ? { signal: options.signal } : {};
      const key = options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey };
      const submitted = await images.create(params, { ...call, ...key });
      const task = await wait(submitted.task_id, options);
      const results = task.task_result?.images ?? [];
      const downloaded = await Promise.all(
        results.map(async (image) => ({ ...image, bytes: await images.download(image, call) })),
      );
      return { task, images: downloaded };
    },
    download: ({ url }, options) => transport.download(url, options),
    models: (options = {}) =>
      transport.call<ModelInfo[]>({ method: 'GET', path: '/models', repeatable: true, ...options }),
  };
  return images;
}
