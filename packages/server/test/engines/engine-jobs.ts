// Jobs for engines in tests, and what an engine does with its context.
import { builtInModels, type Model, pixelSize } from '../../src/core/model.js';
import type { ImageRequest } from '../../src/core/task.js';
import type { Engine, EngineContext, EngineJob, EngineOutcome } from '../../src/engines/engine.js';
import { sampleRequest } from '../support/task-samples.js';

let count = 0;

/** A job of its own, with the pixels that its ratio and resolution stand for. */
export function sampleJob(
  request: Partial<ImageRequest> = {},
  changes: Partial<Omit<EngineJob, 'request'>> = {},
): EngineJob {
  count += 1;
  const taskId = `task${count.toString().padStart(18, '0')}`;
  const merged = sampleRequest(request);
  const size = pixelSize(merged.aspectRatio, merged.resolution);
  const name = merged.model;
  const model = changes.model ?? (builtInModels.find((candidate) => candidate.name === name) as Model);
  return {
    taskId,
    request: { ...merged, ...size },
    model,
    upstreamModel: model.upstreamModel ?? name,
    externalId: `inkling-${taskId}`,
    reference: null,
    ...changes,
  };
}

export interface RecordingContext extends EngineContext {
  readonly progress: number[];
  /** Of each picture, whenever it was told. */
  readonly pictureProgress: (readonly number[])[];
  readonly operations: unknown[];
  abort(): void;
}

/** A context that keeps what it is told. `onSave` runs when an operation is saved, before it counts as saved. */
export function recordingContext(onSave?: (operation: unknown) => void): RecordingContext {
  const controller = new AbortController();
  const progress: number[] = [];
  const pictureProgress: (readonly number[])[] = [];
  const operations: unknown[] = [];
  return {
    signal: controller.signal,
    progress,
    pictureProgress,
    operations,
    reportProgress(fraction, pictures) {
      progress.push(fraction);
      if (pictures) pictureProgress.push([...pictures]);
    },
    async saveOperation(operation) {
      onSave?.(operation);
      operations.push(JSON.parse(JSON.stringify(operation)));
    },
    abort: () => controller.abort(new Error('aborted by the test')),
  };
}

/** What was saved last: what a worker would resume with. */
export function lastOperation(context: RecordingContext): unknown {
  return context.operations.at(-1) ?? null;
}

/**
 * Starts or resumes a job and goes on until it is done, as a worker would; every operation goes through JSON. A watched
 * job is resumed when its engine says so, others at once. Rejects when the context is aborted meanwhile.
 */
export async function runToEnd(
  engine: Engine,
  job: EngineJob,
  context: RecordingContext,
  operation: unknown = null,
): Promise<Extract<EngineOutcome, { kind: 'done' }>> {
  let due = false;
  let wake = () => {};
  const stopListening = engine.watch?.onDue((taskId) => {
    if (taskId !== job.taskId) return;
    due = true;
    wake();
  });
  const onAbort = () => wake();
  context.signal.addEventListener('abort', onAbort);
  /** Until `condition`, or the end of the context. */
  async function sleepUntil(condition: () => boolean, ms?: number): Promise<void> {
    const timer = ms === undefined ? undefined : setTimeout(() => wake(), ms);
    while (!condition() && !context.signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (ms !== undefined) break;
    }
    clearTimeout(timer);
    context.signal.throwIfAborted();
  }
  try {
    let saved = operation;
    for (;;) {
      const resumed = saved !== null && saved !== undefined && engine.resume;
      const outcome = await (resumed ? engine.resume?.(saved, job, context) : engine.start(job, context));
      if (outcome?.kind === 'done') return outcome;
      if (!outcome || !engine.resume) throw new Error('the engine waits and cannot resume');
      await context.saveOperation(outcome.operation);
      if (outcome.progress !== undefined) context.reportProgress(outcome.progress);
      saved = lastOperation(context);
      if (outcome.watched === true) await sleepUntil(() => due);
      else await sleepUntil(() => false, Math.min(outcome.pollInMs, 20));
      due = false;
    }
  } finally {
    stopListening?.();
    context.signal.removeEventListener('abort', onAbort);
    engine.watch?.drop(job.taskId, 'lost');
  }
}
