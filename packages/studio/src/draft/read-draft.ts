// Drafts as they come back from localStorage: another version of the page, or anybody, may have written them.
import { readLocal, writeLocal } from '../storage/local-json.js';
import { type Draft, emptyDraft } from './draft.js';

const storageName = 'inkling.draft';

/** Takes the fields that have the right type; the rest are the defaults. */
function readDraft(value: unknown): Draft {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const entries = Object.entries(emptyDraft).map(([name, fallback]) => {
    const kept = found[name];
    return [name, typeof kept === typeof fallback && !Number.isNaN(kept) ? kept : fallback];
  });
  const draft = Object.fromEntries(entries) as Draft;
  return {
    ...draft,
    outputFormat: draft.outputFormat === 'jpg' ? 'jpg' : 'png',
    imageReference: draft.imageReference === 'face' ? 'face' : 'subject',
  };
}

/** The draft of the last visit. */
export function loadDraft(): Draft {
  return readDraft(readLocal(storageName));
}

/** Keeps the draft for the next visit. */
export function saveDraft(draft: Draft): void {
  writeLocal(storageName, draft);
}
