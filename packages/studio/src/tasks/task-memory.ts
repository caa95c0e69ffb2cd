// What was asked for, by task: Kling's wire does not carry prompts back, so this browser remembers those it sent.
import type { GenerateParams } from '@inkling/client';
import type { Draft } from '../draft/draft.js';
import { readDraft } from '../draft/read-draft.js';
import { readLocal, writeLocal } from '../storage/local-json.js';

const storageName = 'inkling.tasks';
/** Tasks remembered; about 300 bytes each, and browsers give 5 MB. */
const maxRemembered = 1000;

/** The settings a task was made with. */
export interface Remembered {
  draft: Draft;
  /** It started from a picture, which is not kept. */
  withReference: boolean;
}

/** This browser's memory of the account's tasks. */
export interface TaskMemory {
  /** Undefined for a task that another client sent, or that was forgotten. */
  find(taskId: string): Remembered | undefined;
  /** Keeps what was sent, with the seed that was rolled. */
  keep(taskId: string, draft: Draft, params: GenerateParams): void;
}

/** Opens this browser's memory. The oldest are forgotten first. */
export function openTaskMemory(): TaskMemory {
  const kept = readLocal(storageName);
  const entries = new Map<string, unknown>(Array.isArray(kept) ? kept.filter(isEntry) : []);
  return {
    find(taskId) {
      const entry = entries.get(taskId);
      if (typeof entry !== 'object' || entry === null) return undefined;
      return { draft: readDraft(entry), withReference: 'withReference' in entry && entry.withReference === true };
    },
    keep(taskId, draft, params) {
      entries.set(taskId, { ...draft, seed: String(params.seed ?? ''), withReference: params.image !== undefined });
      for (const oldest of entries.keys()) {
        if (entries.size <= maxRemembered) break;
        entries.delete(oldest);
      }
      writeLocal(storageName, [...entries]);
    },
  };
}

/** Is it a pair as `keep` wrote it? Others may have written the same storage. */
function isEntry(value: unknown): value is [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
