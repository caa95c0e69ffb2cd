// Pictures from ComfyUI: a workflow per model and use, queued on the server with the least to do, followed step by step.
//
// The ids of a job's prompts are ours and are stored before anything is queued. Whoever goes on with the job, after
// whatever crash, asks the server for them: what is queued or done is not queued again, what never came there is.
// A server that was restarted has forgotten its queue: the job starts afresh, anywhere. On a cancel, and only then, its
// prompts are taken out of the queue or interrupted; a worker that merely stops leaves them to the next one.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock.js';
import type { PictureFitter } from '../../images/picture-fitter.js';
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineJob,
  type EngineOutcome,
  TaskEndedError,
} from '../engine.js';
import { finishPicture } from '../upstream/finish-picture.js';
import type { UpstreamFetch } from '../upstream/upstream-fetch.js';
import { checkServers } from './check-servers.js';
import { type ComfyUiServer, createComfyUiServer } from './comfyui-server.js';
import { countPrompts, fillPrompt } from './fill-job.js';
import { followPrompt, PromptLost, type QueuedPrompt } from './follow-prompt.js';
import { type ChosenWorkflow, createWorkflowShelf, type WorkflowChoice } from './load-workflows.js';
import type { ServerEvents } from './server-events.js';
import { createServerPool } from './server-pool.js';

export interface ComfyUiEngineOptions {
  servers: readonly string[];
  /** Sent with every request, for a proxy in front of the servers. */
  headers: Readonly<Record<string, string>>;
  /** By what the models are called upstream. */
  workflows: Readonly<Record<string, WorkflowChoice>>;
  /** Folder that paths of workflows are relative to. */
  folder: string;
  /** Jobs at a time on each server: one that it works on, and those that wait in its queue. */
  perServer: number;
  /** Longest time for one job, from its first prompt to its last picture, ms. */
  timeoutMs: number;
}

export interface ComfyUiEngineParts {
  /** Reaches the servers, and nobody else. */
  upstream: UpstreamFetch;
  events: ServerEvents;
  fitter: PictureFitter;
  clock: Clock;
}

/** What is saved: where the job's prompts are, or since when no server has answered. */
type ComfyUiOperation = QueuedOperation | { waitingSinceMs: number };

interface QueuedOperation {
  server: string;
  clientId: string;
  /** Name of the uploaded reference on that server. */
  image: string | null;
  promptIds: string[];
  startedAtMs: number;
  /** The server does not answer since then. */
  silentSinceMs?: number;
}

/** Pause before the servers are asked again when none answered, ms. */
const noServerPollMs = 5000;
/** How long the one server that has the prompts may be silent before they are queued elsewhere, ms. */
const maxSilenceMs = 60_000;
/** How long a job waits for the server's socket before it does without, ms. */
const socketPatienceMs = 2000;
/** How long no server may answer before that counts as a fault, ms. */
const maxNoServerMs = 600_000;

export function createComfyUiEngine(options: ComfyUiEngineOptions, parts: ComfyUiEngineParts): Engine {
  const { clock } = parts;
  const servers = options.servers.map((url) => createComfyUiServer(url, parts.upstream, options.headers));
  const pool = createServerPool(servers, clock);
  const shelf = createWorkflowShelf(options.workflows, options.folder);
  /** What this process queues goes by this name; its socket hears of it. */
  const ownClientId = randomUUID();

  async function choose(job: EngineJob): Promise<ChosenWorkflow> {
    return shelf.find(job.upstreamModel, job.reference?.use ?? null).catch((error: Error) => {
      throw new EngineError('ours', error.message, { cause: error });
    });
  }

  /** Takes a server and queues the job there. */
  async function begin(job: EngineJob, context: EngineContext, waitingSinceMs?: number): Promise<EngineOutcome> {
    const { signal } = context;
    signal.throwIfAborted();
    const chosen = await choose(job);
    const place = await pool.take(signal);
    if (!place) {
      const sinceMs = waitingSinceMs ?? clock.now();
      if (clock.now() - sinceMs >= maxNoServerMs)
        throw new EngineError('ours', 'no ComfyUI server has answered for ten minutes', { cause: pool.lastReason });
      return { kind: 'waiting', operation: { waitingSinceMs: sinceMs }, pollInMs: noServerPollMs };
    }
    try {
      const { server } = place;
      const image = job.reference ? await server.upload(job.reference.bytes, signal) : null;
      const promptIds = Array.from({ length: countPrompts(chosen, job) }, () => randomUUID() as string);
      const startedAtMs = clock.now();
      const operation = { server: server.url, clientId: ownClientId, image, promptIds, startedAtMs };
      await context.saveOperation(operation);
      return await goOn(operation, chosen, server, job, context, true);
    } finally {
      place.release();
    }
  }

  /** Queues what is not queued yet, follows it all, fetches what came out. `fresh`: nothing can be there yet. */
  async function goOn(
    operation: QueuedOperation,
    chosen: ChosenWorkflow,
    server: ComfyUiServer,
    job: EngineJob,
    context: EngineContext,
    fresh: boolean,
  ): Promise<EngineOutcome> {
    const cap = new AbortController();
    const leftMs = operation.startedAtMs + options.timeoutMs - clock.now();
    void clock.sleep(leftMs, cap.signal).then(() => {
      cap.abort(new EngineError('ours', `the job took longer than ${options.timeoutMs / 1000} s`));
    });
    const signal = AbortSignal.any([context.signal, cap.signal]);
    const prompts: QueuedPrompt[] = [];
    const socket = parts.events.hold(server.url, operation.clientId);
    try {
      // Open before there is something to hear; without it only the steps are not heard.
      await Promise.race([socket.ready, clock.sleep(socketPatienceMs, signal)]);
      for (const [index, promptId] of operation.promptIds.entries()) {
        const workflow = fillWorkflow(chosen, job, index, operation.image);
        const { clientId } = operation;
        const known = !fresh && (await server.look(promptId, signal)).kind !== 'gone';
        const given = known ? promptId : await server.submit(workflow, promptId, clientId, signal);
        prompts.push({ server, clientId, promptId: given, workflow });
        if (given === promptId) continue;
        // Too old to take our ids: its own are kept, as soon as they are known.
        operation.promptIds[index] = given;
        await context.saveOperation(operation);
      }
      const images = await collect(prompts, job, signal, context);
      return { kind: 'done', images };
    } catch (error) {
      // Whoever ends the task, or lets it take too long, ends the work; a worker that stops leaves it to the next one.
      const overdue = cap.signal.aborted && !context.signal.aborted;
      const definite = overdue || error instanceof PromptLost || (error instanceof EngineError && !error.cause);
      if (context.signal.aborted) {
        if (context.signal.reason instanceof TaskEndedError) await cancelAll(server, operation.promptIds);
      } else if (definite) {
        // Its siblings need not go on, and the next attempt must not go on with what failed for good.
        await cancelAll(server, operation.promptIds);
        await context.saveOperation(null);
      }
      if (error instanceof PromptLost || !definite) pool.markDown(server, error);
      throw overdue ? cap.signal.reason : error;
    } finally {
      socket.release();
      cap.abort();
    }
  }

  function fillWorkflow(chosen: ChosenWorkflow, job: EngineJob, index: number, image: string | null) {
    try {
      return fillPrompt(chosen, job, index, image);
    } catch (error) {
      throw new EngineError('ours', (error as Error).message);
    }
  }

  /** Follows all prompts at once and fetches their pictures in order. */
  async function collect(prompts: QueuedPrompt[], job: EngineJob, signal: AbortSignal, context: EngineContext) {
    const fractions = prompts.map(() => 0);
    const failed = new AbortController();
    const until = AbortSignal.any([signal, failed.signal]);
    const files = await Promise.all(
      prompts.map((prompt, index) =>
        followPrompt(prompt, {
          ...parts,
          signal: until,
          onFraction(fraction) {
            fractions[index] = fraction;
            // The last part is for fetching.
            const mean = (0.97 * fractions.reduce((sum, one) => sum + one, 0)) / fractions.length;
            // A workflow that makes several pictures in one prompt tells of all of them together.
            context.reportProgress(mean, fractions.length === job.request.n ? fractions : undefined);
          },
        }),
      ),
    ).finally(() => failed.abort());
    const made = files.flatMap((list, index) => list.map((file) => ({ file, server: prompts[index]?.server })));
    const { n } = job.request;
    if (made.length < n) throw new EngineError('ours', `the workflow made ${made.length} pictures, not ${n}`);
    return Promise.all(
      made.slice(0, n).map(async ({ file, server }) => {
        const bytes = await (server as ComfyUiServer).download(file, signal);
        return finishPicture(parts.fitter, job, bytes, signal);
      }),
    );
  }

  /** As well as it can: whoever cancels does not wait for a server that does not answer. */
  async function cancelAll(server: ComfyUiServer, promptIds: readonly string[]): Promise<void> {
    const signal = AbortSignal.timeout(5000);
    await Promise.allSettled(promptIds.map((promptId) => server.cancel(promptId, signal)));
  }

  return {
    name: 'comfyui',
    concurrency: servers.length * options.perServer,
    start: (job, context) => begin(job, context),
    async resume(saved, job, context) {
      const operation = saved as ComfyUiOperation;
      if ('waitingSinceMs' in operation) return begin(job, context, operation.waitingSinceMs);
      const server = pool.find(operation.server);
      // No longer configured: nobody there to ask.
      if (!server) return begin(job, context);
      const silentSinceMs = operation.silentSinceMs ?? clock.now();
      const answers = await server.queueLength(context.signal).then(
        () => true,
        () => false,
      );
      context.signal.throwIfAborted();
      if (answers) return goOn(operation, await choose(job), server, job, context, false);
      pool.markDown(server, new Error('it does not answer'));
      if (clock.now() - silentSinceMs >= maxSilenceMs) return begin(job, context);
      return { kind: 'waiting', operation: { ...operation, silentSinceMs }, pollInMs: noServerPollMs };
    },
    async check() {
      return checkServers(servers, await shelf.all(), AbortSignal.timeout(60_000));
    },
    async close() {
      await Promise.all([parts.events.close(), parts.upstream.close(), parts.fitter.close()]);
    },
  };
}
