// The parts of the house as they are while tracing is on: each step of a task's life becomes a span under the request that
// submitted it, whichever process takes the step. The row carries the parent (`trace_parent`), so a trace goes on after a
// crash, on another machine, and as far as the callback's receiver.
import type { ClaimedTask } from '../core/task.js';
import { inSpan, type Span, type Tracer } from '../core/tracing.js';
import type { Engine, EngineOutcome } from '../engines/engine.js';
import type { EngineRegistry } from '../engines/engine-registry.js';
import type { Storage } from '../storage/storage.js';
import type { LeaseState, Store } from '../store/store.js';

/** Wrappers that share which task is being worked on under which span. */
export interface TraceWrappers {
  store(store: Store): Store;
  storage(storage: Storage): Storage;
  engines(engines: EngineRegistry): EngineRegistry;
  /** `traceparent` for the request that delivers this callback. */
  parentOfDelivery(deliveryId: string): string | undefined;
}

/** Makes the wrappers; each is used once. */
export function createTraceWrappers(tracer: Pick<Tracer, 'start'>): TraceWrappers {
  /** By lease token and by task id: the attempts this process is making. `settling`: their own end is being written. */
  const attempts = new Map<string, { taskId: string; span: Span; settling: boolean }>();
  const spansByTask = new Map<string, Span>();
  const deliveries = new Map<string, Span>();

  function begin(task: ClaimedTask): void {
    if (task.traceParent === undefined) return;
    const attributes = { 'inkling.task_id': task.id, 'inkling.model': task.request.model };
    const isFirst = task.faults === 0 && task.operation === null;
    if (isFirst) tracer.start('task.queue', { parent: task.traceParent, startMs: task.createdAtMs, attributes }).end();
    const span = tracer.start('task.attempt', {
      parent: task.traceParent,
      kind: 'consumer',
      attributes: { ...attributes, 'inkling.faults': task.faults },
    });
    attempts.set(task.leaseToken, { taskId: task.id, span, settling: false });
    spansByTask.set(task.id, span);
  }

  function endAttempt(leaseToken: string, outcome: string, error?: unknown): void {
    const attempt = attempts.get(leaseToken);
    if (attempt === undefined) return;
    attempts.delete(leaseToken);
    if (spansByTask.get(attempt.taskId) === attempt.span) spansByTask.delete(attempt.taskId);
    attempt.span.set({ 'inkling.outcome': outcome });
    attempt.span.end(error);
  }

  const lost = new Error('lease lost');
  lost.name = 'LeaseLost';

  /** A settling write: a span of its own, and the end of the attempt. */
  async function settle<Result extends boolean | LeaseState>(
    leaseToken: string,
    outcome: string,
    write: () => Promise<Result>,
  ): Promise<Result> {
    const attempt = attempts.get(leaseToken);
    if (attempt === undefined) return write();
    attempt.settling = true;
    try {
      const result = await inSpan(tracer, 'task.commit', { parent: attempt.span.traceparent }, write);
      if (result === false || result === 'lost') endAttempt(leaseToken, 'lost', lost);
      else endAttempt(leaseToken, outcome);
      return result;
    } catch (error) {
      endAttempt(leaseToken, 'unwritten', error);
      throw error;
    }
  }

  return {
    store: traceStore,
    storage: traceStorage,
    engines: traceEngines,
    parentOfDelivery: (deliveryId) => deliveries.get(deliveryId)?.traceparent,
  };

  function traceStore(store: Store): Store {
    // A cancel, here or on another machine, ends a task under its worker's hands.
    store.events.onChanged((taskId, change) => {
      if (change !== 'ended') return;
      for (const [leaseToken, attempt] of attempts)
        if (attempt.taskId === taskId && !attempt.settling) endAttempt(leaseToken, 'lost', lost);
    });
    return {
      ...store,
      tasks: {
        ...store.tasks,
        submit: (task) =>
          task.traceParent === undefined
            ? store.tasks.submit(task)
            : inSpan(tracer, 'task.store', { parent: task.traceParent, kind: 'producer' }, () =>
                store.tasks.submit(task),
              ),
        async claim(options) {
          const tasks = await store.tasks.claim(options);
          for (const task of tasks) begin(task);
          return tasks;
        },
        async takeParked(ids, options) {
          const tasks = await store.tasks.takeParked(ids, options);
          for (const task of tasks) begin(task);
          return tasks;
        },
        async extend(id, leaseToken, ...rest) {
          const state = await store.tasks.extend(id, leaseToken, ...rest);
          if (state === 'lost') endAttempt(leaseToken, 'lost', lost);
          return state;
        },
        succeed: (id, leaseToken, pictures) =>
          settle(leaseToken, 'succeed', () => store.tasks.succeed(id, leaseToken, pictures)),
        fail: (id, leaseToken, message) =>
          settle(leaseToken, 'failed', () => store.tasks.fail(id, leaseToken, message)),
        park: (id, leaseToken, delayMs, fault) =>
          settle(leaseToken, fault ? 'fault' : 'parked', () => store.tasks.park(id, leaseToken, delayMs, fault)),
      },
      deliveries: {
        ...store.deliveries,
        async claim(options) {
          const claimed = await store.deliveries.claim(options);
          for (const { id, host, attempts: triesBefore, task } of claimed) {
            if (task.traceParent === undefined) continue;
            const attributes = { 'inkling.task_id': task.id, 'server.address': host, 'inkling.try': triesBefore + 1 };
            deliveries.set(id, tracer.start('callback', { parent: task.traceParent, kind: 'client', attributes }));
          }
          return claimed;
        },
        async settle(id, leaseToken, attempt, next) {
          const span = deliveries.get(id);
          deliveries.delete(id);
          try {
            return await store.deliveries.settle(id, leaseToken, attempt, next);
          } finally {
            const status = attempt.httpStatus === null ? {} : { 'http.response.status_code': attempt.httpStatus };
            span?.set({ 'inkling.verdict': next.kind, ...status });
            span?.end(next.kind === 'delivered' ? undefined : new Error('not delivered'));
          }
        },
      },
    };
  }

  function traceStorage(storage: Storage): Storage {
    /** Runs under the attempt at the task that the key belongs to, if there is one here. */
    const under = <Result>(name: string, key: string, work: () => Promise<Result>): Promise<Result> => {
      const span = spansByTask.get(key.split('/')[1] ?? '');
      return span === undefined ? work() : inSpan(tracer, name, { parent: span.traceparent, kind: 'client' }, work);
    };
    return {
      ...storage,
      put: (key, bytes, contentType) => under('storage.put', key, () => storage.put(key, bytes, contentType)),
      read: (key) => under('storage.read', key, () => storage.read(key)),
    };
  }

  function traceEngines(engines: EngineRegistry): EngineRegistry {
    return {
      ...engines,
      async get(key) {
        const engine = await engines.get(key);
        const under = (taskId: string, work: () => Promise<EngineOutcome>): Promise<EngineOutcome> => {
          const span = spansByTask.get(taskId);
          if (span === undefined) return work();
          const attributes = { 'inkling.engine': key };
          return inSpan(tracer, 'engine', { parent: span.traceparent, kind: 'client', attributes }, work);
        };
        const { resume } = engine;
        // Whatever else it can do goes to the engine itself.
        return Object.assign(Object.create(engine) as Engine, {
          start: (job, context) => under(job.taskId, () => engine.start(job, context)),
          ...(resume === undefined
            ? {}
            : {
                resume: (operation, job, context) =>
                  under(job.taskId, () => resume.call(engine, operation, job, context)),
              }),
        } satisfies Partial<Engine>);
      },
    };
  }
}
