// The operator's own moderation service, asked over HTTP about prompts and, if wished, about finished pictures.
import { z } from 'zod';
import type { Log } from '../../core/log.js';
import type { GuardedFetch } from '../../outbound/guarded-fetch.js';

export interface ModerationSettings {
  url: string;
  timeoutMs: number;
  /** What happens when no usable answer comes: `open` lets it pass, `closed` refuses. */
  onFailure: 'open' | 'closed';
}

/** What is asked. Pictures are base64. */
export type ModerationQuestion =
  | { kind: 'prompt'; account_id: string; model: string; prompt: string; negative_prompt: string | null }
  | { kind: 'picture'; account_id: string; task_id: string; content_type: string; picture: string };

/** What must come back; `reason` is shown to the caller. */
const answerSchema = z.object({ allowed: z.boolean(), reason: z.string().max(300).optional() });

/** Longest answer that is read, bytes. */
const maxAnswerBytes = 16 * 1024;

/** Undefined when it may pass, else the public reason. */
export type Moderate = (question: ModerationQuestion, signal?: AbortSignal) => Promise<string | undefined>;

export function createModerationHook(
  settings: ModerationSettings,
  outbound: Pick<GuardedFetch, 'fetch'>,
  log: Log,
): Moderate {
  return async (question, signal) => {
    try {
      const response = await outbound.fetch(settings.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
        timeoutMs: settings.timeoutMs,
        maxBytes: maxAnswerBytes,
        maxRedirects: 0,
        ...(signal ? { signal } : {}),
      });
      if (response.status !== 200) {
        response.discard();
        throw new Error(`the moderation service answered ${response.status}`);
      }
      const answer = answerSchema.parse(JSON.parse(Buffer.from(await response.bytes()).toString('utf8')));
      return answer.allowed ? undefined : (answer.reason ?? 'refused by moderation');
    } catch (error) {
      if (signal?.aborted) throw error;
      log.warn({ err: error, failure: settings.onFailure }, 'the moderation service gave no usable answer');
      return settings.onFailure === 'open' ? undefined : 'moderation is not available';
    }
  };
}
