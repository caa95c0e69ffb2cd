// What the rest of the house may do with tasks: submit, find, list, wait, cancel.
import type { Clock } from '../core/clock.js';
import { AppError, invalidField, quoteValue } from '../core/errors.js';
import { newTaskId } from '../core/ids.js';
import { isFinal, type Picture, type Task } from '../core/task.js';
import { type Storage, taskPrefix } from '../storage/storage.js';
import type { Delivery, DeliveryAttempt, NewTask, Store, SubmitOutcome, TaskChange } from '../store/store.js';
import { createBacklogGauge } from './backlog-gauge.js';
import { createMaintenanceGauge } from './maintenance-gauge.js';

/** Said by `task_status_msg` of a task that its owner ended. */
export const cancelledMessage = 'Cancelled by the caller';

export type SubmitInput = Omit<NewTask, 'units'>;

export interface TaskService {
  /** A fresh id, for whoever must store a reference before submitting. */
  newId(): string;
  /**
   * Resolves once the task is on disk. AppError 1201 (external id taken, idempotency key used for another request),
   * 5001 (draining), 5002 (more than the bound are waiting).
   */
  submit(input: SubmitInput): Promise<{ task: Task; replayed: boolean }>;
  /**
   * The task that an idempotency key already stands for, for whoever has much to do before submitting; undefined for a
   * key that is new. AppError 1201 when the key was used for another request.
   */
  findReplay(accountId: string, idempotency: NewTask['idempotency']): Promise<Task | undefined>;
  /** By task id or external id; undefined for a stranger's. */
  find(accountId: string, idOrExternalId: string): Promise<Task | undefined>;
  /** Newest first; `pageNumber` from 1. */
  list(accountId: string, pageNumber: number, pageSize: number): Promise<Task[]>;
  /** Ends an unfinished task; one already ended is returned as it is; undefined when there is none. */
  cancel(accountId: string, idOrExternalId: string): Promise<Task | undefined>;
  /** Removes a task and its pictures now, ending it first if need be. False when there is none. */
  remove(accountId: string, idOrExternalId: string): Promise<boolean>;
  /** Every callback of a task with its tries, oldest first; undefined when there is no such task. */
  callbacks(accountId: string, idOrExternalId: string): Promise<TaskCallback[] | undefined>;
  /** Makes a callback of this task due now; false when it has none by that id, or a try is under way. */
  redeliver(accountId: string, idOrExternalId: string, deliveryId: string): Promise<boolean>;
  /** Resolves when the task has ended, `ms` have passed or `signal` aborts, with the task as it then stands. */
  waitForEnd(accountId: string, id: string, ms: number, signal?: AbortSignal): Promise<Task | undefined>;
  /** Of a waiting task, 0-based; undefined when it is not waiting. */
  queuePosition(id: string): Promise<number | undefined>;
  findPicture(token: string): Promise<Picture | undefined>;
  /** Listens to changes of any task; returns the function that stops. */
  onChanged(listener: (taskId: string, change: TaskChange) => void): () => void;
  counts(): Promise<{ waiting: number; running: number }>;
  /** From now on submits are refused with 5001. */
  drain(): void;
  readonly draining: boolean;
}

/** A callback with its log. */
export type TaskCallback = Delivery & { log: DeliveryAttempt[] };

export interface TaskServiceParts {
  store: Store;
  storage: Pick<Storage, 'removeBelow'>;
  clock: Clock;
  /** Most tasks that may wait, before submits get 5002. */
  maxWaiting: number;
  /** Billing units of one picture of a model. */
  unitsPerImage: (model: string) => number;
}

/** Seconds after which a submit refused while draining may find a fresh server. */
const drainRetryAfterS = 10;

/** Seconds after which a submit refused for maintenance may look again. */
const maintenanceRetryAfterS = 60;

/** Seconds after which a submit refused for want of slots may be tried again: about what a picture takes. */
const slotsRetryAfterS = 2;

const idempotencyConflict = () => invalidField('Idempotency-Key', 'was used before with a different request');

/** Of a submit that waiting would not help. */
function tooManyMessage(n: number, concurrency: number): string {
  const most = concurrency === 1 ? '1 picture' : `${concurrency} pictures`;
  return `parallel task over resource pack limit: n is ${n}, this account may have ${most} in work at a time`;
}

/** Why a submit was refused, in the words of the contract. */
function refusal(outcome: Exclude<SubmitOutcome, { kind: 'created' | 'replayed' }>, input: SubmitInput): AppError {
  switch (outcome.kind) {
    case 'external-id-taken':
      return new AppError(1201, `External_task_id ${quoteValue(input.externalTaskId)} already exists`, {
        field: 'external_task_id',
      });
    case 'idempotency-conflict':
      return idempotencyConflict();
    case 'unknown-account':
    case 'account-disabled':
      return new AppError(1100);
    case 'no-slots':
      return new AppError(1303, undefined, { retryAfterS: slotsRetryAfterS });
    case 'too-many-slots':
      return new AppError(1303, tooManyMessage(input.request.n, outcome.concurrency), {
        field: 'n',
        retryAfterS: null,
      });
    case 'no-balance':
      return new AppError(1102);
    case 'arrears':
      return new AppError(1101);
  }
}

export function createTaskService(parts: TaskServiceParts): TaskService {
  const { store, clock } = parts;
  const backlog = createBacklogGauge(store, clock);
  const maintenance = createMaintenanceGauge(store, clock);
  let draining = false;

  async function submit(input: SubmitInput): Promise<{ task: Task; replayed: boolean }> {
    if (draining) throw new AppError(5001, undefined, { retryAfterS: drainRetryAfterS });
    if (await maintenance.isOn()) throw new AppError(5001, undefined, { retryAfterS: maintenanceRetryAfterS });
    if ((await backlog.waiting()) >= parts.maxWaiting) throw new AppError(5002, undefined, { retryAfterS: 30 });
    const units = parts.unitsPerImage(input.request.model) * input.request.n;
    const outcome = await store.tasks.submit({ ...input, units });
    switch (outcome.kind) {
      case 'created':
        backlog.added();
        return { task: outcome.task, replayed: false };
      case 'replayed':
        return { task: outcome.task, replayed: true };
      default:
        throw refusal(outcome, input);
    }
  }

  async function waitForEnd(
    accountId: string,
    id: string,
    ms: number,
    signal?: AbortSignal,
  ): Promise<Task | undefined> {
    const stop = new AbortController();
    const until = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal;
    // Listening starts before the first look, so that an end between the two is not missed.
    const stopListening = [
      store.events.onChanged((changedId, change) => {
        if (changedId === id && change === 'ended') stop.abort();
      }),
      store.events.onMissed(() => void lookAgain()),
    ];
    async function lookAgain(): Promise<void> {
      const task = await store.tasks.find(accountId, id).catch(() => undefined);
      if (task && isFinal(task.status)) stop.abort();
    }
    try {
      const task = await store.tasks.find(accountId, id);
      if (!task || isFinal(task.status) || ms <= 0) return task;
      await clock.sleep(ms, until);
      return await store.tasks.find(accountId, id);
    } finally {
      for (const end of stopListening) end();
      stop.abort();
    }
  }

  return {
    newId: () => newTaskId(clock.now()),
    submit,
    async findReplay(accountId, idempotency) {
      const earlier = idempotency ? await store.tasks.findReplay(accountId, idempotency) : undefined;
      if (earlier?.kind === 'idempotency-conflict') throw idempotencyConflict();
      return earlier?.task;
    },
    find: (accountId, idOrExternalId) => store.tasks.find(accountId, idOrExternalId),
    list: (accountId, pageNumber, pageSize) => store.tasks.list(accountId, (pageNumber - 1) * pageSize, pageSize),
    async cancel(accountId, idOrExternalId) {
      const task = await store.tasks.find(accountId, idOrExternalId);
      if (!task || isFinal(task.status)) return task;
      // Ended in between by a worker: its end stands.
      const cancelled = await store.tasks.cancel(accountId, task.id, cancelledMessage);
      return cancelled ?? store.tasks.find(accountId, task.id);
    },
    async remove(accountId, idOrExternalId) {
      const task = await store.tasks.find(accountId, idOrExternalId);
      if (!task) return false;
      await store.tasks.cancel(accountId, task.id, cancelledMessage);
      // Bytes first: a crash in between leaves a row by which the caller can try again.
      await parts.storage.removeBelow(taskPrefix(task.id));
      return store.admin.deleteTask(task.id);
    },
    async callbacks(accountId, idOrExternalId) {
      const task = await store.tasks.find(accountId, idOrExternalId);
      return task && store.deliveries.listOfTask(task.id);
    },
    async redeliver(accountId, idOrExternalId, deliveryId) {
      const task = await store.tasks.find(accountId, idOrExternalId);
      const known = task ? await store.deliveries.listOfTask(task.id) : [];
      return known.some((delivery) => delivery.id === deliveryId) && store.deliveries.redeliver(deliveryId);
    },
    waitForEnd,
    queuePosition: (id) => store.tasks.queuePosition(id),
    findPicture: (token) => store.pictures.find(token),
    onChanged: (listener) => store.events.onChanged(listener),
    counts: () => store.tasks.counts(),
    drain() {
      draining = true;
    },
    get draining() {
      return draining;
    },
  };
}
