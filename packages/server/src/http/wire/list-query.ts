// The query string of a list (contract §1).
import { z } from 'zod';
import { firstIssue } from './field-message.js';
import { tolerate } from './tolerate.js';

/** Page and its size. */
export const listQuerySchema = z.object({
  pageNum: z.int().min(1).max(1000).default(1).describe('1-based.'),
  pageSize: z.int().min(1).max(500).default(30).describe('Tasks per page.'),
});

/** AppError 1201 naming the parameter; unknown parameters are ignored, of a repeated one the first counts. */
export function checkListQuery(query: unknown): z.infer<typeof listQuerySchema> {
  const entries = Object.entries(query ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  const plain = tolerate(Object.fromEntries(entries), listQuerySchema.shape);
  const parsed = listQuerySchema.safeParse(plain);
  if (!parsed.success) throw firstIssue(plain, listQuerySchema, parsed.error.issues);
  return parsed.data;
}
