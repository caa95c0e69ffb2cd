// The URL that an upstream calls when one of our jobs has ended. It names the task and proves, by a tag that only we can
// make, that we gave it out. Whoever knows it can make us ask the upstream once more, nothing else: bodies are not read.
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface CallbackTokens {
  /** The last part of the URL for a task: 22 characters of tag, a dot, the task's id. */
  tokenOf(taskId: string): string;
  /** The task that a token of ours names; undefined for any other text. */
  taskOf(token: string): string | undefined;
}

/** `secret`: one of the engine's own; `scope`: the engine's key, so that two engines with one secret differ. */
export function createCallbackTokens(secret: string, scope: string): CallbackTokens {
  const tagOf = (taskId: string) =>
    createHmac('sha256', secret).update(`inkling upstream callback\n${scope}\n${taskId}`).digest().subarray(0, 16);
  return {
    tokenOf: (taskId) => `${tagOf(taskId).toString('base64url')}.${taskId}`,
    taskOf(token) {
      const [, tag = '', taskId = ''] = /^([\w-]{22})\.(\w{1,64})$/.exec(token) ?? [];
      const given = Buffer.from(tag, 'base64url');
      if (taskId === '' || given.length !== 16) return undefined;
      return timingSafeEqual(given, tagOf(taskId)) ? taskId : undefined;
    },
  };
}
