// A task's states as they come: by its stream of events where the service has one, else by asking again and again.
import { ConnectionError, KlingError } from './errors.js';
import { readServerEvents } from './event-stream.js';
import type { CallOptions, Transport } from './transport.js';
import type { ImageTask } from './wire-types.js';

/** A task as it stands at one moment. */
export interface TaskState extends ImageTask {
  /** 0–1; absent where the service does not tell. */
  progress?: number;
  /** The same for each picture, in their order; absent for one picture, and where the engine does not tell. */
  progress_per_image?: number[];
  /** Tasks before this one, while it waits. */
  queue_position?: number;
}

export interface FollowOptions extends CallOptions {
  /** Time between two looks where there is no stream and the service does not say, ms; default 1,000. */
  pollMs?: number | undefined;
  /** Look again and again where there is no stream (default), or throw ConnectionError. */
  poll?: boolean | undefined;
}

export const imagesPath = '/images/generations';
export const pathOf = (id: string): string => `${imagesPath}/${encodeURIComponent(id)}`;
const isFinal = (task: ImageTask) => task.task_status === 'succeed' || task.task_status === 'failed';

/** Longest that one query is held open by a service that can (`Prefer: wait`), s. */
const longPollS = 20;
/** Wait before a lost stream is opened again, ms; what the server's own streams ask for. */
const reopenMs = 1000;
/** Streams lost in a row, without an event between them, after which asking is the better way. */
const maxLosses = 4;

/** Follows by stream. Returns true once the task has ended, false when there is no stream to be had. */
async function* followStream(
  transport: Transport,
  id: string,
  { signal }: FollowOptions,
): AsyncGenerator<TaskState, boolean, void> {
  let lastEventId: string | undefined;
  for (let losses = 0; losses < maxLosses; losses += 1) {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (lastEventId !== undefined) headers['last-event-id'] = lastEventId;
    let body: Response['body'];
    try {
      const response = await transport.open({ method: 'GET', path: `${pathOf(id)}/events`, headers, signal });
      body = response.body;
      // Some gateways answer every path with a page.
      if (!body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
        await body?.cancel();
        return false;
      }
    } catch (error) {
      // No such route, or no such task: asking for the task tells which.
      if (error instanceof KlingError && error.status >= 400 && error.status < 500 && error.status !== 429)
        return false;
      throw error;
    }
    try {
      for await (const event of readServerEvents(body, transport.timeoutMs)) {
        lastEventId = event.id;
        const state = JSON.parse(event.data) as TaskState;
        losses = 0;
        yield state;
        if (isFinal(state)) return true;
      }
    } catch {
      // Lost, or nonsense: connected again, a few times in a row.
      if (signal?.aborted) throw signal.reason;
    }
    await transport.sleep(reopenMs, signal);
  }
  return false;
}

/** Follows by asking; yields what differs from the state before. */
async function* followByAsking(
  transport: Transport,
  id: string,
  { signal, pollMs = 1000 }: FollowOptions,
): AsyncGenerator<TaskState, void, void> {
  // Half of the time limit, so that an answer that was held open still comes within it.
  const holdS = Math.min(longPollS, Math.floor(transport.timeoutMs / 2000));
  const headers: Record<string, string> = transport.service === 'kling' ? {} : { prefer: `wait=${holdS}` };
  let seen = '';
  for (;;) {
    const startedMs = Date.now();
    const { data, retryAfterMs } = await transport.ask<TaskState>({ method: 'GET', path: pathOf(id), headers, signal });
    const mark = `${data.task_status} ${data.updated_at}`;
    if (mark !== seen) yield data;
    seen = mark;
    if (isFinal(data)) return;
    // A service that held the query open has done the waiting already.
    const pauseMs = (retryAfterMs ?? pollMs) - (Date.now() - startedMs);
    if (pauseMs > 0) await transport.sleep(pauseMs, signal);
  }
}

/** The task's states as they come, the last one final. */
export async function* followTask(
  transport: Transport,
  id: string,
  options: FollowOptions,
  by: 'stream' | 'asking' = 'stream',
): AsyncGenerator<TaskState, void, void> {
  const streamable = by === 'stream' && transport.service !== 'kling';
  if (streamable && (yield* followStream(transport, id, options))) return;
  if (options.poll === false) throw new ConnectionError('the service has no streams of events');
  yield* followByAsking(transport, id, options);
}
