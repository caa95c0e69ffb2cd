// `inkling callbacks`: what is owed, what was tried, and once more on request.
import { renderDelivery } from '../../http/admin/render-admin.js';
import { renderCallback } from '../../http/wire/render-callback.js';
import { type AdminParts, administer } from './administer.js';
import { type ShowOptions, shortTime, showDone, showRows } from './show.js';
import { readChoice, readLimit } from './tasks.js';

export interface CallbackListOptions extends ShowOptions {
  state?: string;
  limit?: string;
}

export async function listCallbacks(options: CallbackListOptions, parts: AdminParts): Promise<void> {
  const limit = readLimit(options.limit);
  const state = readChoice('--state', options.state, ['pending', 'delivered', 'dead'] as const);
  const found = await administer(parts, ({ tasks }) => tasks.listCallbacks(state, limit));
  showRows(
    parts.world,
    options,
    found.map(renderDelivery),
    {
      'CALLBACK ID': (callback) => callback.webhook_id,
      'TASK ID': (callback) => callback.task_id,
      STATE: (callback) => callback.state,
      TRIES: (callback) => callback.attempts,
      'NEXT TRY': (callback) => shortTime(callback.next_attempt_at),
      URL: (callback) => callback.url,
    },
    'There are no such callbacks.',
  );
}

/** Every try of every callback of a task. */
export async function showCallbacks(taskId: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  const callbacks = (await administer(parts, ({ tasks }) => tasks.callbacksOf(taskId))).map(renderCallback);
  if (options.json === true) {
    parts.world.stdout.write(`${JSON.stringify(callbacks)}\n`);
    return;
  }
  const tries = callbacks.flatMap((callback) => callback.log.map((entry) => ({ callback, entry })));
  showRows(
    parts.world,
    options,
    tries,
    {
      'CALLBACK ID': ({ callback }) => callback.webhook_id,
      STATE: ({ callback }) => callback.state,
      TRY: ({ entry }) => entry.attempt,
      AT: ({ entry }) => shortTime(entry.started_at),
      MS: ({ entry }) => entry.duration_ms,
      HTTP: ({ entry }) => entry.http_status,
      ERROR: ({ entry }) => entry.error,
      REPLY: ({ entry }) => entry.reply?.slice(0, 60),
    },
    callbacks.length === 0 ? 'This task has no callbacks.' : 'None of its callbacks has been tried yet.',
  );
}

/** A running server tries it within a second; else the next start does. */
export async function redeliverCallback(id: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  await administer(parts, ({ tasks }) => tasks.redeliver(id));
  const done = { webhook_id: id, state: 'pending' };
  showDone(parts.world, options, done, `Callback ${id} is due now; a running server tries it within a second.`);
}
