// The schema of the configuration file (contract §9). One schema gives the check, the types, and the tables of
// docs/configuration.md; descriptions are written for the docs. Unknown keys are faults everywhere.
import { z } from 'zod';
import { knownAspectRatios } from '../core/model.js';
import { engineSchema } from './engine-schemas.js';
import { isAddressOrRange } from './network-name.js';
import { httpUrl, name, secret, section } from './schema-parts.js';

/** 2001-09-09: a smaller number is a time in seconds by mistake. */
const earliestMs = 1_000_000_000_000;
const timeMs = z.int().min(earliestMs, 'expected a time in Unix milliseconds (13 digits)').describe('Unix ms');

/** Models are named by others too: `black-forest-labs/FLUX.1:dev`. */
const modelName = z
  .string()
  .regex(/^[\w][\w./:@+-]{0,127}$/, "expected 1–128 letters, digits or '._-/:@+', starting with a letter or digit");

/** `whsec_` and 24–64 bytes in base64, as Standard Webhooks asks. */
const webhookSecret = z
  .string()
  .regex(/^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/, {
    message: 'expected whsec_ and 24 to 64 bytes in base64',
  });

const keySchema = section({
  key: secret().describe('The bearer key itself; only its hash is stored.'),
  expiresAt: timeMs.optional().describe('When it stops working (code 1004), Unix ms. Never, if absent.'),
  models: z.array(z.string()).min(1).optional().describe('The only models it may use (code 1103). All, if absent.'),
  allowIps: z
    .array(z.string().refine(isAddressOrRange, 'expected an IP address or a CIDR range'))
    .min(1)
    .optional()
    .describe('The only addresses or CIDR ranges it may call from (code 1304). Any, if absent.'),
});

const limitsSchema = section({
  requestsPerSecond: z.number().positive().max(1e6).optional().describe('Requests per second and key (code 1302).'),
  burst: z.int().min(1).max(1e6).optional().describe('Requests that may come at once. Needs `requestsPerSecond`.'),
  concurrency: z.int().min(1).max(1e6).optional().describe('Pictures in work at a time; a task holds `n` (code 1303).'),
}).refine((limits) => limits.burst === undefined || limits.requestsPerSecond !== undefined, {
  path: ['burst'],
  message: 'means nothing without requestsPerSecond',
});

const packSchema = section({
  id: name.describe('Name of the pack, unique within the account.'),
  name: z.string().min(1).max(200).describe('What `GET /account/costs` calls it.'),
  quantity: z.number().positive().max(1e12).describe('Units in it.'),
  effectiveAt: timeMs.describe('When it can first be used, Unix ms.'),
  expiresAt: timeMs.describe('When what is left of it is lost, Unix ms.'),
}).refine((pack) => pack.effectiveAt < pack.expiresAt, {
  path: ['expiresAt'],
  message: 'must be later than effectiveAt',
});

const accountSchema = section({
  id: name.describe('Name of the account. `default` is the one that `INKLING_API_KEY` belongs to.'),
  enabled: z.boolean().default(true).describe('`false` refuses its submits (code 1100).'),
  weight: z.number().min(0.01).max(1000).default(1).describe("Its share when several accounts' tasks are waiting."),
  retentionDays: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe('Days its pictures are kept; else `INKLING_RETENTION_DAYS`.'),
  policy: z.boolean().default(true).describe('Whether the content policy applies to it.'),
  keys: z.array(keySchema).default([]).describe('Its bearer keys.'),
  accessKey: secret().optional().describe('`iss` of its JWTs. Needs `secretKey`.'),
  secretKey: secret().optional().describe('What its JWTs are signed with (HS256).'),
  limits: limitsSchema.default({}).describe('Its limits; none, if absent.'),
  whenBusy: z.enum(['refuse', 'queue']).default('refuse').describe('What happens to a submit beyond `concurrency`.'),
  billing: z.enum(['unlimited', 'prepaid', 'postpaid']).default('unlimited').describe('How its units are paid.'),
  creditLimit: z.number().min(0).max(1e12).default(0).describe('Units a post-paid account may owe (code 1101).'),
  packs: z.array(packSchema).default([]).describe('Its resource packs (code 1102 when they are used up).'),
  webhookSecret: z
    .union([webhookSecret.transform((one) => [one]), z.array(webhookSecret).min(1).max(2)], {
      error: 'expected whsec_ and 24 to 64 bytes in base64, or a list of two such secrets',
    })
    .optional()
    .describe('What its callbacks are signed with; a list of two while rotating.'),
})
  .refine((account) => (account.accessKey === undefined) === (account.secretKey === undefined), {
    path: ['accessKey'],
    message: 'accessKey and secretKey go together: give both or neither',
  })
  .refine((account) => account.creditLimit === 0 || account.billing === 'postpaid', {
    path: ['creditLimit'],
    message: "means nothing unless billing is 'postpaid'",
  });

const modelSchema = section({
  engine: z.string().default('illustrator').describe('Name of an engine above, or `illustrator`.'),
  upstreamModel: z.string().min(1).max(200).optional().describe('What the engine calls the model; else the same name.'),
  unitsPerImage: z.number().min(0).max(1e6).optional().describe('Units a picture costs.'),
  textToImage: z.boolean().optional().describe('Whether it paints without a reference picture.'),
  referenceUses: z
    .array(z.enum(['whole', 'restyle', 'subject', 'face']))
    .optional()
    .describe('How it uses a reference picture; an empty list: it takes none.'),
  aspectRatios: z.array(z.enum(knownAspectRatios)).min(1).optional().describe('The ratios it paints.'),
  resolutions: z
    .array(z.enum(['1k', '2k']))
    .min(1)
    .optional()
    .describe('The resolutions it paints.'),
  maxN: z.int().min(1).max(9).optional().describe('Most pictures in one task.'),
});

const policySchema = section({
  blockedTerms: z
    .array(z.string().trim().min(1).max(200))
    .default([])
    .describe(
      'Words or phrases that a prompt may not hold (code 1301); `nud*` lets a word go on, `/nud(e|ity)/` is a pattern.',
    ),
  defaultTerms: z.boolean().default(true).describe('Whether the short built-in list holds too.'),
  moderation: section({
    url: httpUrl.describe('Asked about every prompt.'),
    timeoutMs: z.int().min(50).max(60_000).default(2000).describe('How long an answer may take, ms.'),
    onFailure: z.enum(['open', 'closed']).default('open').describe('`open` lets the prompt pass when no answer comes.'),
    pictures: z.boolean().default(false).describe('Whether finished pictures are shown to it as well.'),
  })
    .optional()
    .describe('An HTTP moderation service.'),
});

const queueSchema = section({
  maxWaiting: z.int().min(1).max(10_000_000).default(10_000).describe('Waiting tasks beyond which submits get 5002.'),
});

/** The sections of the file, each checked on its own so that a fault in one does not hide those of another. */
export const sectionSchemas = {
  accounts: z.array(accountSchema).default([]),
  engines: z.record(name, engineSchema).default({}),
  models: z.record(modelName, modelSchema).default({}),
  policy: policySchema.prefault({}),
  queue: queueSchema.prefault({}),
};

/** The whole file with every default filled in. */
export type ConfigurationFile = { [Name in keyof typeof sectionSchemas]: z.output<(typeof sectionSchemas)[Name]> };
/** A declared account. Times are Unix ms, quantities are units; `webhookSecret` is a list, newest first. */
export type AccountDeclaration = z.output<typeof accountSchema>;
/** What a model is bound to and how it differs from the built-in one of its name. */
export type ModelDeclaration = z.output<typeof modelSchema>;
/** The content policy. */
export type PolicyDeclaration = z.output<typeof policySchema>;
