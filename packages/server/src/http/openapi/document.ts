// GET /openapi.json: the whole API, OpenAPI 3.1, made from the same schemas, tables and codes that serve it.
//
// Written by hand are summaries, examples and which codes a route may answer; everything else is derived. Tests hold the
// rest true: a validator accepts the document, every route of the app is in it, every business code is in it, examples
// and real answers match its schemas.
import { z } from 'zod';
import type { Model } from '../../core/model.js';
import { dialects } from '../dialects.js';
import { costsQuerySchema } from '../routes/costs.js';
import { adminPaths } from './admin-paths.js';
import { costsExample, costsSchema } from './callback-paths.js';
import { errorExample } from './examples.js';
import { imagePaths, success } from './image-paths.js';
import { openAiPaths, openAiSchemas } from './openai-paths.js';
import { authenticationCodes, commonResponses, errorResponses } from './responses.js';
import { componentSchemas, type Json } from './schemas.js';
import { studioPaths } from './studio-paths.js';

const description = `Self-hosted image generation that speaks the Kling Images API.

Submit a task, then query it, follow its events, or be called back. The same routes are served in two dialects:
\`/kling/v1\` as Kling gateways speak, \`/v1\` as Kling itself does; they differ in two defaults and in how something
that does not exist is answered. Every answer but pictures and streams is JSON in one envelope; every error has a
business code. Optional fields may be \`null\` or \`""\`, numbers may be strings, unknown fields are ignored.`;

const requestIdHeader = { description: 'The request_id of the answer, also in the log.', schema: { type: 'string' } };
const retryAfterHeader = { description: 'Seconds after which trying again makes sense.', schema: { type: 'integer' } };

/**
 * The document, as plain JSON. It takes about 10 ms, so it is made once, when somebody asks. `serverUrl`: the origin that callers
 * reach us by.
 */
export function createOpenApiDocument(models: readonly Model[], serverUrl: string): Json {
  const paths = Object.assign(
    {},
    ...dialects.map((dialect) => imagePaths(dialect, models)),
    openAiPaths(models),
    servicePaths(),
    studioPaths(),
    adminPaths(),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Inkling', version: '1', description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: serverUrl }],
    tags: [
      { name: 'gateway', description: 'The Kling routes as gateways serve them, under `/kling/v1`.' },
      { name: 'vendor', description: 'The same routes as Kling itself serves them, under `/v1`.' },
      {
        name: 'openai',
        description: 'The images routes of OpenAI, for its clients: the answer comes with the pictures.',
      },
      { name: 'pictures', description: 'Finished pictures.' },
      { name: 'studio', description: 'What the page at `/` uses beyond the Kling routes.' },
      { name: 'admin', description: 'For the holder of `INKLING_ADMIN_KEY`; no account key opens it.' },
      { name: 'service', description: 'For whoever runs the service.' },
    ],
    paths,
    components: {
      securitySchemes: {
        adminKey: { type: 'http', scheme: 'bearer', description: 'The admin key.' },
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, or a JWT (HS256) with `iss` = access key and `exp`, signed with the secret key.',
        },
      },
      headers: { RequestId: requestIdHeader, RetryAfter: retryAfterHeader },
      responses: commonResponses(),
      schemas: { ...componentSchemas(models, dialects), ...openAiSchemas },
    },
  };
}

/** Routes that are not Kling's: pictures, and what whoever runs the service asks. */
function servicePaths(): Record<string, Json> {
  /** A JSON answer outside of the envelope. */
  const jsonAnswer = (text: string, example: Json): Json => ({
    description: text,
    content: { 'application/json': { schema: { type: 'object' }, example } },
  });
  // OpenAPI 3.1 describes bytes by their media type; a schema would add nothing.
  const picture = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };
  const pictureAnswer = (text: string): Json => ({
    description: text,
    content: { 'image/png': picture, 'image/jpeg': picture },
  });
  const { properties: costsQuery = {} } = z.toJSONSchema(costsQuerySchema, { io: 'input' });
  return {
    '/account/costs': {
      get: {
        operationId: 'getCosts',
        tags: ['service'],
        summary: 'Your resource packs and what is left of them',
        security: [{ bearer: [] }],
        parameters: Object.entries(costsQuery).map(([name, schema]) => ({ name, in: 'query', schema })),
        responses: {
          200: success('The packs that were valid at some time in the span.', costsSchema, costsExample),
          ...errorResponses([...authenticationCodes, 1201, 1302, 5002]),
        },
      },
    },
    '/files/{name}': {
      get: {
        operationId: 'getPicture',
        tags: ['pictures'],
        summary: 'Fetch a finished picture',
        description:
          'The name cannot be guessed: knowing it is the permission. HEAD, one byte range and conditional requests work too.',
        security: [],
        parameters: [
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: { type: 'string', examples: ['Zk3vX0f9QyqkS0Q1m2uJdA.png'] },
          },
          { name: 'Range', in: 'header', schema: { type: 'string', examples: ['bytes=0-1023'] } },
        ],
        responses: {
          200: pictureAnswer('The picture.'),
          206: pictureAnswer('The range that was asked for.'),
          304: { description: 'What the caller has is still good.' },
          ...errorResponses(
            [1203],
            [
              {
                status: 410,
                code: 1203,
                message: 'The picture has expired and is no longer kept',
                when: 'its time is over',
              },
              {
                status: 416,
                code: 1201,
                message: 'Range is invalid, the picture has 1024 bytes',
                when: 'no byte of the range exists',
              },
            ],
          ),
        },
      },
    },
    '/callbacks/upstream/{token}': {
      post: {
        operationId: 'wakeUpstreamJob',
        tags: ['service'],
        summary: 'A server that an engine handed work to says that something happened; its body is not read',
        security: [],
        parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: jsonAnswer('The engine asks that server now.', { status: 'ok' }), ...errorResponses([1203]) },
      },
    },
    '/healthz': {
      get: {
        operationId: 'isAlive',
        tags: ['service'],
        summary: 'Is the process alive?',
        security: [],
        responses: { 200: jsonAnswer('Yes.', { status: 'ok' }) },
      },
    },
    '/readyz': {
      get: {
        operationId: 'isReady',
        tags: ['service'],
        summary: 'Can it take work?',
        security: [],
        responses: {
          200: jsonAnswer('Yes.', { status: 'ready' }),
          503: jsonAnswer('No: it is draining, or the store or the storage does not answer.', errorExample(5001)),
        },
      },
    },
    '/metrics': {
      get: {
        operationId: 'getMetrics',
        tags: ['service'],
        summary: "Metrics in Prometheus' text form",
        security: [],
        responses: { 200: { description: 'The metrics.', content: { 'text/plain': { schema: { type: 'string' } } } } },
      },
    },
  };
}
