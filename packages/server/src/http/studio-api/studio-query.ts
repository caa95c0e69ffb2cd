// The query string of the gallery, and its cursor.
import { z } from 'zod';
import { invalidField } from '../../core/errors.js';
import type { TaskStatus } from '../../core/task.js';
import type { GalleryCursor, GalleryFilter } from '../../store/store.js';
import { firstIssue } from '../wire/field-message.js';
import { textField } from '../wire/fields.js';
import { tolerate } from '../wire/tolerate.js';

/** States as people tell them apart, by the statuses they stand for. */
const states = {
  running: ['submitted', 'processing'],
  succeed: ['succeed'],
  failed: ['failed'],
} as const satisfies Record<string, readonly TaskStatus[]>;

export const studioQuerySchema = z.object({
  limit: z.int().min(1).max(200).default(60).describe('Tasks per page.'),
  before: textField(60).optional().describe('`next` of the page before; absent: from the newest.'),
  search: textField(200).optional().describe('Part of the prompt, whatever its case.'),
  state: z.enum(['running', 'succeed', 'failed']).optional().describe('`running`: waiting or being painted.'),
  model: textField(200).optional().describe('`model_name` that was asked for.'),
});

/** `1746719586481.0aBcD…`: time and id. */
const cursorPattern = /^(\d{1,15})\.([0-9A-Za-z]{1,40})$/;

export function writeCursor({ createdAtMs, id }: GalleryCursor): string {
  return `${createdAtMs}.${id}`;
}

function readCursor(text: string): GalleryCursor {
  const [, createdAt, id] = cursorPattern.exec(text) ?? [];
  if (createdAt === undefined || id === undefined)
    throw invalidField('before', "before value is invalid, allowed: 'next' of an earlier answer");
  return { createdAtMs: Number(createdAt), id };
}

/** AppError 1201 naming the parameter; unknown ones are ignored, of a repeated one the first counts. */
export function checkStudioQuery(query: unknown): Omit<GalleryFilter, 'accountId'> {
  const entries = Object.entries(query ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
  const plain = tolerate(Object.fromEntries(entries), studioQuerySchema.shape);
  const parsed = studioQuerySchema.safeParse(plain);
  if (!parsed.success) throw firstIssue(plain, studioQuerySchema, parsed.error.issues);
  const { limit, before, search, state, model } = parsed.data;
  return {
    limit,
    ...(before !== undefined && { before: readCursor(before) }),
    // A NUL is in no prompt, and PostgreSQL refuses to look for one.
    ...(search !== undefined && { search: search.replaceAll('\0', '') }),
    ...(state !== undefined && { statuses: states[state] }),
    ...(model !== undefined && { model: model.replaceAll('\0', '') }),
  };
}
