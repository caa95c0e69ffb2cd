// One job at the upstream, from the intent to the pictures.
//
//   nothing ──intent saved──▶ intent ──submit──▶ submitted ──polled──▶ succeed ──fetched──▶ done
//                               │ ▲                                  └▶ failed: the upstream's words
//                               └─┘ in doubt: looked up by our external id
//
// Nothing is bought twice: a submit is made only after its intent is on disk, and after a submit of which nobody knows
// how it went, the next one is made only once the upstream has said twice, seconds apart, that it has no such task. It
// bears the same external id, which the upstream takes only once.
//
// What if it dies here? Before the intent: nothing happened. After it: the job is looked up by its external id. Once it
// is submitted: it is asked for by the upstream's id. While pictures are fetched: they are fetched again.
import { backoffMs } from '../../core/backoff.js';
import type { Clock } from '../../core/clock.js';
import { OutboundError } from '../../outbound/outbound-error.js';
import { type EngineContext, EngineError, type EngineJob, type EngineOutcome } from '../engine.js';
import type { CircuitBreaker } from '../upstream/circuit-breaker.js';
import { NotAPictureError } from '../upstream/read-picture.js';
import type { FetchResults } from './fetch-results.js';
import type { PolledJob } from './job-poller.js';
import type { KeyRing } from './key-ring.js';
import type { CallOutcome, KlingApi, UpstreamTask } from './kling-api.js';
import { type Intent, parseOperation, type Submitted } from './operation.js';
import { renderSubmitBody } from './submit-body.js';

/** Said to callers when it is the operator's configuration or account that is at fault; the log knows which. */
export const unavailableMessage =
  'This model is not available at present because of how its engine is set up, please tell the operator';
const lostMessage = 'The engine of this model could not be reached in time, please try again later';
const pictureLostMessage = 'The finished picture could not be fetched from the engine of this model, please try again';

export interface JobRunnerParts {
  api: Pick<KlingApi, 'submit' | 'find'>;
  ring: KeyRing;
  breaker: Pick<CircuitBreaker, 'opensInMs'>;
  clock: Pick<Clock, 'now'>;
  fetchResults: FetchResults;
  upstream: 'kling' | 'inkling';
  /** Looks after a submitted job from now on. */
  watch(keyId: string, job: PolledJob): void;
  /** The answer that a poll brought, once. */
  takeAnswer(taskId: string): UpstreamTask | undefined;
  /** Notes under which name a job may be found upstream, for a cancel. */
  remember(taskId: string, keyId: string, externalId: string): void;
  /** Where the upstream shall call; undefined: nowhere. */
  callbackUrl(taskId: string): string | undefined;
  /** The upstream does not take our callback URLs. */
  refuseCallbacks(reason: string): void;
  /** A fault of the operator's side, for the log and the administration. */
  noteFault(reason: string): void;
}

/** How long an upstream must go on saying that it has no such task before another submit, ms. */
const settleMs = 3000;
/** How long a job that nobody took, or of which nobody knows, is tried for, ms. */
const submitPatienceMs = 3_600_000;
/** How long a submitted job may take, ms: a day. */
export const jobPatienceMs = 86_400_000;
/** Tries to fetch finished pictures: twenty minutes or so. */
const maxDownloads = 20;
/** Tries for what is no picture: an error page in its place may go away. */
const maxNonPictures = 4;
const looksBackoff = { baseMs: 1000, maxMs: 30_000, jitter: 0.2 };
const downloadBackoff = { baseMs: 1000, maxMs: 120_000, jitter: 0.2 };
/** A key that is not let in any more cannot be asked; it is tried again after this long, ms. */
const lockedOutMs = 30_000;

export interface JobRunner {
  start(job: EngineJob, context: EngineContext): Promise<EngineOutcome>;
  resume(operation: unknown, job: EngineJob, context: EngineContext): Promise<EngineOutcome>;
}

export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const { api, ring, clock } = parts;

  function unavailable(reason: string): EngineError {
    parts.noteFault(reason);
    return new EngineError('request', unavailableMessage, { cause: new Error(reason) });
  }

  /** Submits with one key after the other, until one takes it or none may. */
  async function begin(
    job: EngineJob,
    context: EngineContext,
    sinceMs: number,
    prefer?: string,
  ): Promise<EngineOutcome> {
    const refusedBy = new Set<string>();
    let reason = '';
    for (;;) {
      context.signal.throwIfAborted();
      const choice = ring.take(job.taskId, refusedBy, prefer);
      if ('sick' in choice) throw unavailable(reason || choice.sick);
      if ('waitMs' in choice) return { kind: 'waiting', operation: null, pollInMs: choice.waitMs };
      const { keyId } = choice;
      const { externalId } = job;
      const intent: Intent = { v: 1, state: 'intent', keyId, externalId, sinceMs, absentSinceMs: null, looks: 0 };
      await context.saveOperation(intent);
      parts.remember(job.taskId, keyId, externalId);
      const callbackUrl = parts.callbackUrl(job.taskId);
      const options = { upstream: parts.upstream, ...(callbackUrl === undefined ? {} : { callbackUrl }) };
      const outcome = await api.submit(keyId, renderSubmitBody(job, options), context.signal);
      switch (outcome.kind) {
        case 'ok':
          ring.recover(keyId);
          return watch(job, { ...submittedOf(intent), upstreamTaskId: outcome.value.upstreamTaskId }, 0.05);
        case 'taken':
          return lookUp(intent, job, context);
        case 'doubt':
          return inDoubt(intent, outcome);
        case 'busy':
          ring.rest(keyId, outcome.retryAfterMs, outcome.parallel);
          ring.vacate(job.taskId);
          continue;
        case 'key':
          reason = outcome.reason;
          refusedBy.add(keyId);
          if (!outcome.onlyThisModel) ring.sicken(keyId, reason);
          parts.noteFault(reason);
          ring.vacate(job.taskId);
          continue;
        case 'request':
          ring.vacate(job.taskId);
          if (callbackUrl === undefined || !outcome.message.startsWith('callback_url'))
            throw new EngineError('request', outcome.message);
          parts.refuseCallbacks(outcome.message);
          continue;
        case 'absent':
          throw unavailable('the upstream does not know the route: check baseUrl and prefix');
        case 'configuration':
          throw unavailable(outcome.reason);
      }
    }
  }

  /** Nobody knows whether it was bought: look again later, for an hour at most. */
  function inDoubt(intent: Intent, outcome: { retryAfterMs?: number | undefined }, leastMs = 0): EngineOutcome {
    if (clock.now() - intent.sinceMs > submitPatienceMs) {
      parts.noteFault('a job was given up: for an hour nobody could tell whether the upstream has it');
      throw new EngineError('request', lostMessage);
    }
    const looks = intent.looks + 1;
    const pauseMs = backoffMs(looks, looksBackoff);
    const pollInMs = Math.max(pauseMs, leastMs, outcome.retryAfterMs ?? 0, parts.breaker.opensInMs);
    return { kind: 'waiting', operation: { ...intent, looks }, pollInMs };
  }

  /** Is it there? By our external id, with the key that may have bought it. */
  async function lookUp(intent: Intent, job: EngineJob, context: EngineContext): Promise<EngineOutcome> {
    const { keyId, externalId } = intent;
    if (!ring.has(keyId)) throw unavailable('a job was begun with a key that is no longer configured');
    ring.occupy(job.taskId, keyId);
    parts.remember(job.taskId, keyId, externalId);
    const outcome = await api.find(keyId, externalId, context.signal);
    switch (outcome.kind) {
      case 'ok':
        return goOn({ ...submittedOf(intent), upstreamTaskId: outcome.value.task_id }, outcome.value, job, context);
      case 'absent': {
        const absentSinceMs = intent.absentSinceMs ?? clock.now();
        const leftMs = absentSinceMs + settleMs - clock.now();
        if (leftMs > 0) return { kind: 'waiting', operation: { ...intent, absentSinceMs }, pollInMs: leftMs };
        if (clock.now() - intent.sinceMs > submitPatienceMs) return inDoubt(intent, {});
        ring.vacate(job.taskId);
        return begin(job, context, intent.sinceMs, keyId);
      }
      case 'busy':
        ring.rest(keyId, outcome.retryAfterMs, false);
        return inDoubt(intent, outcome);
      case 'doubt':
        return inDoubt(intent, outcome);
      case 'key':
        ring.sicken(keyId, outcome.reason);
        parts.noteFault(outcome.reason);
        return inDoubt(intent, {}, lockedOutMs);
      default:
        throw unavailable(reasonOf(outcome));
    }
  }

  function watch(job: EngineJob, operation: Submitted, progress: number): EngineOutcome {
    const { keyId, upstreamTaskId, sinceMs, externalId } = operation;
    ring.occupy(job.taskId, keyId);
    parts.remember(job.taskId, keyId, externalId);
    parts.watch(keyId, { taskId: job.taskId, upstreamTaskId, sinceMs });
    return { kind: 'waiting', operation, pollInMs: 15_000, progress, watched: true };
  }

  /** What the upstream says of a job it has. */
  async function goOn(operation: Submitted, task: UpstreamTask, job: EngineJob, context: EngineContext) {
    if (task.task_status === 'failed')
      throw new EngineError('request', task.task_status_msg || 'The engine of this model failed without a reason');
    if (task.task_status !== 'succeed') return watch(job, operation, task.task_status === 'processing' ? 0.3 : 0.05);
    const links = task.task_result?.images ?? [];
    const { n, outputFormat, watermark } = job.request;
    if (links.length < n)
      throw new EngineError('request', `The engine of this model made ${links.length} of ${n} pictures`);
    context.reportProgress(0.9);
    try {
      const images = await parts.fetchResults(links.slice(0, n), outputFormat, watermark, context.signal);
      return { kind: 'done' as const, images };
    } catch (error) {
      if (context.signal.aborted) throw error;
      return fetchAgain(operation, error);
    }
  }

  /** The pictures are there and paid for: try again for a while, each time with fresh links. */
  function fetchAgain(operation: Submitted, error: unknown): EngineOutcome {
    const downloads = operation.downloads + 1;
    const most = error instanceof NotAPictureError ? maxNonPictures : maxDownloads;
    const forbidden = error instanceof OutboundError && error.reason === 'forbidden';
    const reason = error instanceof Error ? error.message : String(error);
    parts.noteFault(forbidden ? `${reason}; hosts of results are named in resultHosts` : reason);
    if (forbidden || downloads >= most) throw new EngineError('request', pictureLostMessage, { cause: error });
    return { kind: 'waiting', operation: { ...operation, downloads }, pollInMs: backoffMs(downloads, downloadBackoff) };
  }

  async function resumeSubmitted(operation: Submitted, job: EngineJob, context: EngineContext): Promise<EngineOutcome> {
    const { keyId, upstreamTaskId, sinceMs } = operation;
    if (!ring.has(keyId)) throw unavailable('a job was begun with a key that is no longer configured');
    ring.occupy(job.taskId, keyId);
    const known = parts.takeAnswer(job.taskId);
    if (known) return goOn(operation, known, job, context);
    const outcome = await api.find(keyId, upstreamTaskId, context.signal);
    if (outcome.kind === 'ok') return goOn(operation, outcome.value, job, context);
    if (outcome.kind === 'absent') throw unavailable('the upstream no longer knows a task that it had accepted');
    const waits = outcome.kind === 'busy' || outcome.kind === 'doubt' || outcome.kind === 'key';
    if (!waits || clock.now() - sinceMs > jobPatienceMs) throw unavailable(reasonOf(outcome));
    // The poller knows how to wait for an upstream that is busy, down or shut.
    return watch(job, operation, 0.05);
  }

  return {
    start: (job, context) => begin(job, context, clock.now()),
    async resume(saved, job, context) {
      context.signal.throwIfAborted();
      const operation = parseOperation(saved);
      return operation.state === 'intent' ? lookUp(operation, job, context) : resumeSubmitted(operation, job, context);
    },
  };
}

function submittedOf({ keyId, externalId, sinceMs }: Intent): Omit<Submitted, 'upstreamTaskId'> {
  return { v: 1, state: 'submitted', keyId, externalId, sinceMs, downloads: 0 };
}

function reasonOf(outcome: Exclude<CallOutcome<unknown>, { kind: 'ok' }>): string {
  if ('reason' in outcome) return outcome.reason;
  return outcome.kind === 'request' ? outcome.message : `the upstream answered '${outcome.kind}'`;
}
