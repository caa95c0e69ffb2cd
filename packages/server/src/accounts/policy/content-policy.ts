// The content policy: what may be asked for, and what may be handed out. Per account it is on or off.
import { AppError } from '../../core/errors.js';
import type { Store } from '../../store/store.js';
import { createTermMatcher, type TermMatcher } from './blocked-terms.js';
import { defaultTermGroups } from './default-terms.js';
import type { Moderate } from './moderation-hook.js';

export interface ContentPolicy {
  /** AppError 1301 with the public reason. */
  checkPrompt(request: {
    accountId: string;
    model: string;
    prompt: string;
    negativePrompt: string | null;
  }): Promise<void>;
  /** Looks at a finished picture where the operator wants it. AppError 1301. */
  checkPicture(
    picture: { accountId: string; taskId: string; bytes: Uint8Array; contentType: string },
    signal: AbortSignal,
  ): Promise<void>;
}

export interface ContentPolicyParts {
  accounts: Pick<Store['accounts'], 'find'>;
  /** The operator's terms, beside the default list. */
  blockedTerms: readonly string[];
  /** Is the default list in force? */
  useDefaultTerms: boolean;
  /** The operator's moderation service, if there is one. */
  moderate: Moderate | undefined;
  /** Are finished pictures shown to it too? */
  moderatePictures: boolean;
}

/** The refusal as the contract words it. */
function refusal(reason: string): AppError {
  return new AppError(1301, `Failure to pass the risk control system: ${reason}`);
}

/** Compiles the lists. Throws a SyntaxError for a term that is no valid pattern. */
export function createContentPolicy(parts: ContentPolicyParts): ContentPolicy {
  const groups: { reason: string; matcher: TermMatcher }[] = [
    ...(parts.useDefaultTerms ? defaultTermGroups : []).map(({ reason, terms }) => ({
      reason,
      matcher: createTermMatcher(terms),
    })),
    { reason: 'a term that is not allowed here', matcher: createTermMatcher(parts.blockedTerms) },
  ];

  /** An account that was removed meanwhile is treated like any other: its submit fails later. */
  async function applies(accountId: string): Promise<boolean> {
    return (await parts.accounts.find(accountId))?.policy !== false;
  }

  return {
    async checkPrompt(request) {
      if (!(await applies(request.accountId))) return;
      // The negative prompt names what must not appear: it is nobody's wish.
      const hit = groups.find(({ matcher }) => matcher.find(request.prompt) !== undefined);
      if (hit) throw refusal(hit.reason);
      const reason = await parts.moderate?.({
        kind: 'prompt',
        account_id: request.accountId,
        model: request.model,
        prompt: request.prompt,
        negative_prompt: request.negativePrompt,
      });
      if (reason !== undefined) throw refusal(reason);
    },

    async checkPicture(picture, signal) {
      if (!parts.moderate || !parts.moderatePictures || !(await applies(picture.accountId))) return;
      const reason = await parts.moderate(
        {
          kind: 'picture',
          account_id: picture.accountId,
          task_id: picture.taskId,
          content_type: picture.contentType,
          picture: Buffer.from(picture.bytes).toString('base64'),
        },
        signal,
      );
      if (reason !== undefined) throw refusal(reason);
    },
  };
}
