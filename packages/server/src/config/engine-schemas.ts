// The `engines` section of the configuration file: one schema per type. See docs/engines.md.
import { z } from 'zod';
import { httpUrl, secret, section } from './schema-parts.js';

const illustratorSchema = section({ type: z.literal('illustrator').describe('The artist built into Inkling.') });

const sleepSchema = section({
  type: z.literal('sleep').describe('For load tests: waits, then makes a flat picture of the right size.'),
  sleepMs: z.int().min(0).max(3_600_000).default(50).describe('How long it waits, ms.'),
});

const klingSchema = section({
  type: z.literal('kling').describe('Kling itself, or any gateway that speaks its API.'),
  baseUrl: httpUrl.describe('Origin of the API.'),
  prefix: z.enum(['/v1', '/kling/v1']).default('/v1').describe('What stands before `/images/generations`.'),
  accessKey: secret().optional().describe('Access key; needs `secretKey`.'),
  secretKey: secret().optional().describe('Secret key for JWTs.'),
  apiKey: secret().optional().describe('Bearer key, instead of access and secret key.'),
}).superRefine((engine, context) => {
  const pair = engine.accessKey !== undefined && engine.secretKey !== undefined;
  const half = engine.accessKey !== undefined || engine.secretKey !== undefined;
  if (pair === half && (engine.apiKey !== undefined) !== half) return;
  context.addIssue({ code: 'custom', message: 'needs either apiKey, or both accessKey and secretKey' });
});

const comfyuiSchema = section({
  type: z.literal('comfyui').describe('One or more ComfyUI servers.'),
  servers: z.array(httpUrl).min(1).describe('Their addresses.'),
});

const openaiSchema = section({
  type: z.literal('openai').describe('A server that speaks the OpenAI images API.'),
  baseUrl: httpUrl.describe('Address up to and with `/v1`.'),
  apiKey: secret().optional().describe('Bearer key.'),
});

const a1111Schema = section({
  type: z.literal('a1111').describe('A server that speaks the Stable Diffusion web UI API.'),
  baseUrl: httpUrl.describe('Origin of the server.'),
});

/** A declared engine before and after its defaults. */
export const engineSchema = z.discriminatedUnion('type', [
  illustratorSchema,
  sleepSchema,
  klingSchema,
  comfyuiSchema,
  openaiSchema,
  a1111Schema,
]);

/** A declared engine, told apart by `type`. */
export type EngineDeclaration = z.output<typeof engineSchema>;
/** A declared engine of one type. */
export type EngineDeclarationOf<Type extends EngineDeclaration['type']> = Extract<EngineDeclaration, { type: Type }>;
