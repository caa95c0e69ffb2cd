// GET …/images/generations/{id}/events: the task's states as they come, until it ends.
//
// Every event is a whole state: the task as a query shows it, with its progress and its place in the queue. Its id is
// made of that state alone, so that a client may resume at any node: with the id of the present state as
// `Last-Event-ID` it hears nothing until something changes, with any other it first gets the present state.
// The last event is named `end`; a client that comes back with its id is told 204: there is nothing more.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFinal } from '../../core/task.js';
import { type Dialect, unknownTask } from '../dialects.js';
import { publicOrigin } from '../public-origin.js';
import { openEventStream, type StreamEvent } from '../streams/event-stream.js';
import type { EventStreams } from '../streams/event-streams.js';
import type { TaskWatch, WatchedTask } from '../streams/task-watch.js';
import type { TaskEvent } from '../wire/answers.js';
import { renderTask } from '../wire/render-task.js';
import { findTask, type QueryParts } from './query.js';

/** What a stream needs of the house beside a query's parts. */
export type EventsParts = QueryParts & { watch: TaskWatch; streams: EventStreams };

/** The event that shows this state. */
function toEvent({ task, queuePosition }: WatchedTask, origin: string): StreamEvent {
  const data: TaskEvent = {
    ...renderTask(task, origin),
    progress: task.progress,
    ...(task.pictureProgress && { progress_per_image: [...task.pictureProgress] }),
    ...(queuePosition === undefined ? {} : { queue_position: queuePosition }),
  };
  const progress = Math.round(task.progress * 1000);
  const each = task.pictureProgress?.map((fraction) => `-${Math.round(fraction * 1000)}`).join('') ?? '';
  const id = [task.updatedAtMs, task.status, progress, queuePosition ?? ''].join('-') + each;
  return { id, name: isFinal(task.status) ? 'end' : 'status', data };
}

/** Adds the route in one dialect. */
export function addEventsRoute(app: FastifyInstance, dialect: Dialect, parts: EventsParts): void {
  app.route({
    method: 'GET',
    url: `${dialect.prefix}/images/generations/:id/events`,
    config: { crossOrigin: true, stream: true },
    exposeHeadRoute: false,
    onRequest: parts.authenticate,
    handler: async (request, reply) => {
      const found = await findTask(parts, dialect, request);
      const present = await parts.watch.read(found);
      if (present === undefined) throw unknownTask(dialect, found.id);
      const lastEventId = String(request.headers['last-event-id'] ?? '') || undefined;
      const origin = publicOrigin(request, parts.settings.publicUrl);
      if (isFinal(present.task.status) && toEvent(present, origin).id === lastEventId) return reply.code(204).send();
      follow(request, reply, present, origin, lastEventId);
      return reply;
    },
  });

  /** Takes the answer out of Fastify's hands and writes to it until the task, the caller or the server ends. */
  function follow(
    request: FastifyRequest,
    reply: FastifyReply,
    present: WatchedTask,
    origin: string,
    lastEventId: string | undefined,
  ): void {
    reply.hijack();
    const stream = openEventStream(reply.raw, reply.getHeaders(), lastEventId);
    parts.streams.add(stream);
    /** Sends a reading, and ends the stream with the last one. */
    const show = (watched: WatchedTask | undefined) => {
      if (watched !== undefined) stream.send(toEvent(watched, origin));
      if (watched === undefined || isFinal(watched.task.status)) stop();
    };
    const stopWatching = parts.watch.watch(present.task, show);
    const stop = () => {
      stopWatching();
      stream.end();
    };
    parts.closing.addEventListener('abort', stop, { once: true });
    // A caller that vanished without a word is noticed by TCP, if not by a failing heartbeat.
    request.raw.socket.setKeepAlive(true);
    reply.raw.once('close', () => {
      stopWatching();
      parts.streams.delete(stream);
      parts.closing.removeEventListener('abort', stop);
    });
    show(present);
    // Something may have changed between the reading and the watching.
    void parts.watch.read(present.task).then(show, () => undefined);
  }
}
