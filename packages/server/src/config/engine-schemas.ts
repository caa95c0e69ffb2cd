// The `engines` section of the configuration file: one schema per type. See docs/engines.md.
import { z } from 'zod';
import { isAddressOrRange, isHostName } from './network-name.js';
import { httpUrl, secret, section } from './schema-parts.js';

const illustratorSchema = section({ type: z.literal('illustrator').describe('The artist built into Inkling.') });

const sleepSchema = section({
  type: z.literal('sleep').describe('For load tests: waits, then makes a flat picture of the right size.'),
  sleepMs: z.int().min(0).max(3_600_000).default(50).describe('How long it waits, ms.'),
});

/** One key of an upstream Kling; either an API key or a pair. */
const klingKey = {
  accessKey: secret().optional().describe('Access key; needs `secretKey`.'),
  secretKey: secret().optional().describe('Secret key that the access key signs tokens with.'),
  apiKey: secret().optional().describe('Bearer key, instead of access and secret key.'),
  weight: z.number().min(0.01).max(1000).default(1).describe('Its share of the jobs among several keys.'),
  concurrency: z.int().min(1).max(100_000).optional().describe('Most jobs under way with it at a time.'),
};
type KlingKey = Record<'accessKey' | 'secretKey' | 'apiKey', string | undefined>;

/** 0: no key at all, 1: one whole key, else something in between. */
function countKeys(key: Partial<KlingKey>): number {
  const parts = [key.accessKey, key.secretKey].filter((part) => part !== undefined).length;
  if (parts === 1) return 0.5;
  return parts / 2 + (key.apiKey === undefined ? 0 : 1);
}

const oneKey = 'needs either apiKey, or both accessKey and secretKey';

const klingSchema = section({
  type: z.literal('kling').describe('Kling itself, or any gateway that speaks its API, another Inkling included.'),
  baseUrl: httpUrl.describe('Origin of the API.'),
  prefix: z
    .string()
    .regex(/^(?:\/[\w.~-]+)*$/, "expected a path such as '/v1' or '/kling/v1', without a slash at its end")
    .default('/v1')
    .describe('What stands before `/images/generations`.'),
  ...klingKey,
  keys: z
    .array(section(klingKey).refine((key) => countKeys(key) === 1, oneKey))
    .default([])
    .describe('More keys: jobs are shared among them, and another takes over when one is shut.'),
  upstream: z
    .enum(['kling', 'inkling'])
    .default('kling')
    .describe('`inkling` sends what only another Inkling understands: `seed`, and cancels.'),
  callbacks: z
    .boolean()
    .default(true)
    .describe('Whether the upstream is asked to call back; needs `INKLING_PUBLIC_URL`, and polling goes on anyway.'),
  resultHosts: z
    .array(
      z
        .string()
        .refine(
          (host) => isAddressOrRange(host) || isHostName(host),
          'expected a host name, an address or a CIDR range',
        ),
    )
    .default([])
    .describe('Private hosts on which the upstream keeps finished pictures; public ones are open.'),
  submitTimeoutMs: z.int().min(100).max(600_000).default(30_000).describe('How long a submit may take, ms.'),
  queryTimeoutMs: z.int().min(100).max(600_000).default(15_000).describe('How long a query may take, ms.'),
  pollsPerSecond: z
    .number()
    .min(0.1)
    .max(10_000)
    .default(100)
    .describe('Most queries of single jobs a second and key.'),
}).superRefine((engine, context) => {
  const own = countKeys(engine);
  if (own === 1 || (own === 0 && engine.keys.length > 0)) return;
  context.addIssue({ code: 'custom', message: oneKey });
});

/** Further fields of every request, as the server's own documentation names them. */
const parameters = z.record(z.string(), z.json()).default({});

const workflowSource = z.string().min(1).max(1_000_000).optional();

const workflowSchema = section({
  text: workflowSource.describe('Workflow from a prompt: a built-in name, or a path relative to this file.'),
  image: workflowSource.describe('Workflow from a whole reference picture.'),
  subject: workflowSource.describe('Workflow from the subject of a picture; else `image`.'),
  face: workflowSource.describe('Workflow from the face in a picture; else `subject`, else `image`.'),
  values: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected the name of a slot: small letters, digits and _'),
      z.union([z.string(), z.number(), z.boolean()]),
    )
    .default({})
    .describe('What fills the slots that are not a job\'s: `{"checkpoint": "…", "steps": 30}`.'),
});

const comfyuiSchema = section({
  type: z.literal('comfyui').describe('One or more ComfyUI servers.'),
  servers: z.array(httpUrl).min(1).describe('Their addresses; the one with the least to do gets the next job.'),
  apiKey: secret().optional().describe('Bearer key for a proxy in front of them.'),
  workflows: z
    .record(z.string(), workflowSchema)
    .default({})
    .describe('The workflows of each model, by its `upstreamModel` or name.'),
  perServer: z.int().min(1).max(100).default(2).describe('Jobs at a time on each server, those in its queue included.'),
  timeoutMs: z.int().min(1000).max(86_400_000).default(1_800_000).describe('Longest time for one job, ms.'),
});

const openaiSchema = section({
  type: z.literal('openai').describe('A server that speaks the OpenAI images API.'),
  baseUrl: httpUrl.describe('Address up to and with `/v1`.'),
  apiKey: secret().optional().describe('Bearer key.'),
  sizes: z
    .array(z.string().regex(/^[1-9]\d{1,4}x[1-9]\d{1,4}$/, 'expected a size such as 1536x1024'))
    .optional()
    .describe('The sizes it takes; an empty list: any. The nearest one is asked for and fitted.'),
  responseFormat: z.enum(['b64_json', 'url', 'none']).optional().describe('`none`: it takes no `response_format`.'),
  extensions: z.boolean().optional().describe('Whether `seed`, `negative_prompt` and the fidelities are sent.'),
  picturesPerRequest: z.int().min(1).max(10).optional().describe('Most pictures in one request; found out, if absent.'),
  parameters: parameters.describe('Further fields of every request: `{"quality": "high"}`.'),
  concurrency: z.int().min(1).max(1000).default(4).describe('Jobs at a time.'),
  timeoutMs: z.int().min(1000).max(3_600_000).default(300_000).describe('Longest time for one request, ms.'),
});

const a1111Schema = section({
  type: z.literal('a1111').describe('A server that speaks the Stable Diffusion web UI API.'),
  baseUrl: httpUrl.describe('Origin of the server.'),
  auth: secret().optional().describe('`user:password`, as given to its `--api-auth`.'),
  parameters: parameters.describe('Further fields of every request: `{"steps": 30, "sampler_name": "Euler a"}`.'),
  timeoutMs: z.int().min(1000).max(3_600_000).default(600_000).describe('Longest time for one job, ms.'),
});

const moduleSchema = section({
  type: z.literal('module').describe('An engine of your own, see `examples/custom-engine.ts`.'),
  path: z
    .string()
    .min(1)
    .describe(
      'Its module, relative to the configuration file: a `.js`, `.mjs` or `.ts` file that exports `createEngine`.',
    ),
  options: z.record(z.string(), z.unknown()).default({}).describe('Handed to `createEngine` as they are.'),
});

/** A declared engine before and after its defaults. */
export const engineSchema = z.discriminatedUnion('type', [
  illustratorSchema,
  sleepSchema,
  klingSchema,
  comfyuiSchema,
  openaiSchema,
  a1111Schema,
  moduleSchema,
]);

/** A declared engine, told apart by `type`. */
export type EngineDeclaration = z.output<typeof engineSchema>;
/** A declared engine of one type. */
export type EngineDeclarationOf<Type extends EngineDeclaration['type']> = Extract<EngineDeclaration, { type: Type }>;
