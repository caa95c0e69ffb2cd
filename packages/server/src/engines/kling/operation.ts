// What is saved of a job so that any worker, after any crash, can go on with it. It never holds a secret: keys are
// named by an id that cannot be turned back.
import { z } from 'zod';

const intentSchema = z.object({
  v: z.literal(1),
  /** A submit is about to be made, or was made and nobody knows how it went. */
  state: z.literal('intent'),
  keyId: z.string(),
  externalId: z.string(),
  /** When the job was first tried, Unix ms. */
  sinceMs: z.number(),
  /** When the upstream first said that it has no such task, since the last submit; null: it has not. */
  absentSinceMs: z.number().nullable(),
  /** Looks that came to nothing, for growing pauses. */
  looks: z.number(),
});

const submittedSchema = z.object({
  v: z.literal(1),
  /** The upstream has it. */
  state: z.literal('submitted'),
  keyId: z.string(),
  externalId: z.string(),
  upstreamTaskId: z.string(),
  sinceMs: z.number(),
  /** Tries to fetch its pictures that failed. */
  downloads: z.number(),
});

export type Intent = z.infer<typeof intentSchema>;
export type Submitted = z.infer<typeof submittedSchema>;

const operationSchema = z.discriminatedUnion('state', [intentSchema, submittedSchema]);

/** Reads a saved operation. Throws when it is not one of ours: saved by another type of engine, or another version. */
export function parseOperation(operation: unknown): Intent | Submitted {
  const parsed = operationSchema.safeParse(operation);
  if (parsed.success) return parsed.data;
  throw new Error('the saved operation is not one of this engine: was the model bound to another engine meanwhile?');
}
