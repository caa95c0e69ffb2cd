// Callbacks as callers see them.
import type { TaskCallback } from '../../tasks/task-service.js';

/** One delivery with its log; times are Unix ms. */
export function renderCallback(callback: TaskCallback) {
  return {
    webhook_id: callback.id,
    url: callback.url,
    task_status: callback.taskStatus,
    state: callback.state,
    attempts: callback.attempts,
    next_attempt_at: callback.state === 'pending' ? callback.nextAttemptAtMs : null,
    created_at: callback.createdAtMs,
    ended_at: callback.endedAtMs,
    log: callback.log.map((attempt) => ({
      attempt: attempt.attempt,
      started_at: attempt.startedAtMs,
      duration_ms: attempt.durationMs,
      http_status: attempt.httpStatus,
      error: attempt.error,
      reply: attempt.reply,
    })),
  };
}
