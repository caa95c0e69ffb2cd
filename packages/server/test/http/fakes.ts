// In-memory stand-ins for the rooms below http/, with the same promises and no engine: tests move tasks along by hand.
import { AppError, invalidField } from '../../src/core/errors.js';
import { newTaskId, newToken } from '../../src/core/ids.js';
import { isFinal, type Picture, type Task } from '../../src/core/task.js';
import type { Authenticator, HttpParts } from '../../src/http/parts.js';
import type { CheckedPicture } from '../../src/images/checked-picture.js';
import type { TaskChange } from '../../src/store/store.js';
import type { SubmitInput, TaskService } from '../../src/tasks/task-service.js';

/** Keys that the fake accounts know, and whose they are. */
export const keys = { alice: 'sk-alice-000000000000', bob: 'sk-bob-00000000000000', expired: 'sk-expired-0000000000' };

export interface FakeTasks extends TaskService {
  readonly rows: Map<string, Task>;
  /** Everything that submit was given. */
  readonly inputs: SubmitInput[];
  /** Changes a task and tells the listeners. */
  change(id: string, changes: Partial<Task>): void;
  /** Ends it with `n` pictures. */
  finish(id: string, pictures: Picture[]): void;
  readonly listeners: number;
}

export function fakeTasks(nowMs: () => number = Date.now): FakeTasks {
  const rows = new Map<string, Task>();
  const replays = new Map<string, { digest: string; id: string }>();
  const inputs: SubmitInput[] = [];
  const listeners = new Set<(taskId: string, change: TaskChange) => void>();
  let draining = false;
  const tell = (id: string, change: TaskChange) => {
    for (const listener of [...listeners]) listener(id, change);
  };
  const find = (accountId: string, id: string) =>
    [...rows.values()].find((task) => task.accountId === accountId && (task.id === id || task.externalTaskId === id));
  const tasks: FakeTasks = {
    rows,
    inputs,
    newId: () => newTaskId(nowMs()),
    async submit(input) {
      if (draining) throw new AppError(5001);
      const replayKey = input.idempotency && `${input.accountId} ${input.idempotency.key}`;
      const replay = replayKey === null ? undefined : replays.get(replayKey);
      if (replay !== undefined) {
        const task = rows.get(replay.id);
        if (task === undefined || replay.digest !== input.idempotency?.bodyDigest)
          throw invalidField('Idempotency-Key', 'Idempotency-Key was used with another request');
        return { task, replayed: true };
      }
      if (input.externalTaskId !== null && find(input.accountId, input.externalTaskId))
        throw new AppError(1201, `External_task_id ${input.externalTaskId} already exists`);
      inputs.push(input);
      const { idempotency, ...rest } = input;
      if (replayKey !== null && idempotency) replays.set(replayKey, { digest: idempotency.bodyDigest, id: input.id });
      const createdAtMs = nowMs();
      const task: Task = {
        ...rest,
        status: 'submitted',
        statusMessage: '',
        progress: 0,
        faults: 0,
        units: input.request.n,
        createdAtMs,
        updatedAtMs: createdAtMs,
        endedAtMs: null,
        pictures: [],
      };
      rows.set(task.id, task);
      return { task, replayed: false };
    },
    async findReplay(accountId, idempotency) {
      const replay = idempotency && replays.get(`${accountId} ${idempotency.key}`);
      if (!replay) return undefined;
      if (replay.digest !== idempotency.bodyDigest) throw invalidField('Idempotency-Key', 'was used before');
      return rows.get(replay.id);
    },
    find: async (accountId, id) => find(accountId, id),
    list: async (accountId, pageNumber, pageSize) =>
      [...rows.values()]
        .filter((task) => task.accountId === accountId)
        .sort((one, other) => (one.id < other.id ? 1 : -1))
        .slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    async cancel(accountId, id) {
      const task = find(accountId, id);
      if (task && !isFinal(task.status))
        tasks.change(task.id, { status: 'failed', statusMessage: 'Cancelled by the caller' });
      return task && rows.get(task.id);
    },
    async remove(accountId, id) {
      const task = find(accountId, id);
      return task !== undefined && rows.delete(task.id);
    },
    callbacks: async (accountId, id) => (find(accountId, id) ? [] : undefined),
    redeliver: async () => false,
    waitForEnd: (accountId, id, ms, signal) =>
      new Promise((resolve) => {
        const answer = () => {
          clearTimeout(timer);
          stop();
          resolve(find(accountId, id));
        };
        const stop = tasks.onChanged(() => {
          const task = rows.get(id);
          if (task && isFinal(task.status)) answer();
        });
        const timer = setTimeout(answer, ms);
        signal?.addEventListener('abort', answer, { once: true });
        if (signal?.aborted) answer();
      }),
    async queuePosition(id) {
      const waiting = [...rows.values()].filter((task) => task.status === 'submitted');
      const position = waiting.findIndex((task) => task.id === id);
      return position < 0 ? undefined : position;
    },
    findPicture: async (token) =>
      [...rows.values()].flatMap((task) => task.pictures).find((picture) => picture.token === token),
    counts: async () => ({ waiting: 3, running: 2 }),
    drain: () => {
      draining = true;
    },
    get draining() {
      return draining;
    },
    change(id, changes) {
      const task = rows.get(id);
      if (task === undefined) throw new Error(`no task ${id}`);
      rows.set(id, { ...task, updatedAtMs: task.updatedAtMs + 1, ...changes });
      tell(id, isFinal(rows.get(id)?.status ?? 'submitted') ? 'ended' : 'status');
    },
    finish: (id, pictures) => tasks.change(id, { status: 'succeed', progress: 1, pictures }),
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get listeners() {
      return listeners.size;
    },
  };
  return tasks;
}

/** Knows the keys above; the codes are the contract's. */
export const fakeAccounts: Authenticator = {
  async authenticate(authorization) {
    if (!authorization) throw new AppError(1001);
    const key = /^bearer +(\S+)$/i.exec(authorization)?.[1];
    if (key === keys.alice) return { accountId: 'alice', keyId: 'a1', models: null };
    if (key === keys.bob) return { accountId: 'bob', keyId: 'b1', models: null };
    if (key === keys.expired) throw new AppError(1004);
    throw new AppError(1002, 'Authorization is invalid: unknown key');
  },
};

export interface FakeStorage {
  objects: Map<string, Uint8Array>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  get: HttpParts['storage']['get'];
  removeBelow(prefix: string): Promise<void>;
  check(): Promise<void>;
}

export function fakeStorage(): FakeStorage {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    async put(key, bytes) {
      objects.set(key, bytes);
    },
    async get(key) {
      const bytes = objects.get(key);
      if (bytes === undefined) return undefined;
      return {
        byteLength: bytes.byteLength,
        async *open(range) {
          const part = range ? bytes.subarray(range.start, range.end + 1) : bytes;
          // In pieces, as a file would come.
          for (let at = 0; at < part.byteLength; at += 1000) yield part.subarray(at, at + 1000);
        },
      };
    },
    async removeBelow(prefix) {
      for (const key of objects.keys()) if (key.startsWith(`${prefix}/`)) objects.delete(key);
    },
    check: async () => undefined,
  };
}

const goodPicture: CheckedPicture = {
  bytes: Buffer.from('a picture'),
  contentType: 'image/png',
  width: 640,
  height: 480,
};

export interface FakeReferences {
  /** Everything that was to be checked. */
  seen: { kind: 'base64' | 'url'; text: string; face: boolean }[];
  checkBase64: HttpParts['references']['checkBase64'];
  checkUrl: HttpParts['references']['checkUrl'];
  findFaces: HttpParts['references']['findFaces'];
  checkUrlShape(url: string, field: string): void;
}

/** `slow.example` never answers, `private.example` is forbidden, a picture called `bad` is none. */
export function fakeReferences(): FakeReferences {
  const seen: FakeReferences['seen'] = [];
  return {
    seen,
    async checkBase64(text, { face }) {
      seen.push({ kind: 'base64', text, face });
      if (text === 'bad') throw invalidField('image', 'image: File is not in a valid base64 format');
      return text === 'jpeg' ? { ...goodPicture, contentType: 'image/jpeg' } : goodPicture;
    },
    checkUrl(text, { face, signal }) {
      seen.push({ kind: 'url', text, face });
      if (text.includes('bad')) return Promise.reject(invalidField('image', 'image: no picture there'));
      if (!text.includes('slow.example')) return Promise.resolve(goodPicture);
      return new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
      );
    },
    findFaces: async () => ({ width: 640, height: 480, faces: [] }),
    checkUrlShape(url, field) {
      if (url.includes('private.example'))
        throw new AppError(1300, `${field}: the address is in a private network`, { field });
    },
  };
}

/** A finished picture of `task`, with its bytes put into `storage`. */
export async function fakePicture(
  task: Task,
  storage: FakeStorage,
  changes: Partial<Picture> = {},
  bytes: Uint8Array = Buffer.from('0123456789'.repeat(500)),
): Promise<Picture> {
  const token = newToken();
  const picture: Picture = {
    token,
    taskId: task.id,
    index: 0,
    variant: 'plain',
    storageKey: `tasks/${task.id}/${token}.png`,
    contentType: 'image/png',
    width: task.request.width,
    height: task.request.height,
    byteLength: bytes.byteLength,
    etag: `etag-${token}`,
    createdAtMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    expiresAtMs: Date.now() + 3_600_000,
    deletedAtMs: null,
    ...changes,
  };
  await storage.put(picture.storageKey, bytes);
  return picture;
}

/** Refuses one word. */
export const fakePolicy = {
  async checkPrompt({ prompt }: { prompt: string }): Promise<void> {
    if (prompt.includes('forbidden')) throw new AppError(1301, 'Failure to pass the risk control system: a reason');
  },
};
