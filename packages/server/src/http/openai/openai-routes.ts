// The OpenAI-compatible front: `/openai/v1/images/generations`, `/images/edits` and `/models`. The same tasks, accounts,
// limits and pictures as everywhere; only the words differ, and the answer comes when the task has ended.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../core/errors.js';
import type { Model } from '../../core/model.js';
import type { Task } from '../../core/task.js';
import { createSubmitAcceptance } from '../accept-submit.js';
import { callerOf } from '../authentication.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { maxSubmitBytes, readBody } from '../body/read-body.js';
import { readIdempotencyKey } from '../idempotency.js';
import { publicOrigin } from '../public-origin.js';
import { requestSignal } from '../request-signal.js';
import type { SubmitParts } from '../routes/submit.js';
import { createSubmitCheck } from '../wire/check-submit.js';
import { awaitEnd } from './await-end.js';
import { readEditBody } from './edit-body.js';
import { defaultModel, inOpenAiWords, type OpenAiRequest, readOpenAiBody } from './image-body.js';
import { openAiPrefix } from './openai-failure.js';
import { renderUrls, streamBase64 } from './render-images.js';

/** What the submit's check asks of a dialect. */
const manners = { defaultAspectRatio: '1:1', defaultModel, unknownModelCode: 1203 } as const;

/** How a route reads its body. */
type ReadBody = (bytes: Buffer, contentType: string) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** Adds the routes. */
export function addOpenAiRoutes(app: FastifyInstance, parts: SubmitParts): void {
  const checkSubmit = createSubmitCheck(parts.models);
  const acceptSubmit = createSubmitAcceptance(parts);
  const madeAtS = Math.floor(parts.clock.now() / 1000);
  const render = (model: Model) => ({
    id: model.name,
    object: 'model' as const,
    created: madeAtS,
    owned_by: model.engine,
  });
  /** The models that the caller's key may use. */
  const modelsFor = (request: FastifyRequest) => {
    const { models } = callerOf(request);
    return parts.models.filter((model) => models === null || models.includes(model.name));
  };

  addImageRoute('/images/generations', (bytes) => parseJsonObject(bytes));
  addImageRoute('/images/edits', readEditBody);
  app.route({
    method: 'GET',
    url: `${openAiPrefix}/models`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => ({ object: 'list', data: modelsFor(request).map(render) }),
  });
  app.route({
    method: 'GET',
    url: `${openAiPrefix}/models/:id`,
    config: { crossOrigin: true },
    onRequest: parts.authenticate,
    handler: async (request) => {
      const { id } = request.params as { id: string };
      const model = modelsFor(request).find((candidate) => candidate.name === id);
      if (model === undefined) throw new AppError(1203, `The model '${id}' does not exist`, { field: 'model' });
      return render(model);
    },
  });

  function addImageRoute(path: string, read: ReadBody): void {
    app.route({
      method: 'POST',
      url: openAiPrefix + path,
      config: { crossOrigin: true, stream: true },
      onRequest: [
        parts.authenticate,
        (_request, _reply, done) => done(parts.tasks.draining ? new AppError(5001) : undefined),
      ],
      handler: async (request, reply) => {
        const idempotencyKey = readIdempotencyKey(request.headers['idempotency-key']);
        const { task, responseFormat } = await takeRequest(request, reply, read, idempotencyKey);
        reply.header('x-inkling-task-id', task.id);
        const ended = await awaitEnd(parts, request, reply, task, idempotencyKey !== null);
        if (responseFormat === 'url') return renderUrls(ended, publicOrigin(request, parts.settings.publicUrl));
        return reply.type('application/json; charset=utf-8').send(await streamBase64(ended, parts.storage));
      },
    });
  }

  /** Reads and checks the body and makes it a task; the memory of the body is free again when this is done. */
  async function takeRequest(
    request: FastifyRequest,
    reply: FastifyReply,
    read: ReadBody,
    idempotencyKey: string | null,
  ): Promise<{ task: Task; responseFormat: OpenAiRequest['responseFormat'] }> {
    const signal = requestSignal(reply);
    const limits = { maxBytes: maxSubmitBytes, budget: parts.budget };
    const body = await readBody(request.raw, reply.raw, limits, () => signal);
    try {
      const asked = readOpenAiBody(await read(body.bytes, contentTypeOf(request)), parts.models);
      const checked = checkSubmit(asked.body, manners, callerOf(request));
      const task = await acceptSubmit(request, checked, idempotencyKey, () => signal);
      return { task, responseFormat: asked.responseFormat };
    } catch (error) {
      throw inOpenAiWords(error);
    } finally {
      body.release();
    }
  }
}

/** The type as it came: the hook that has all bodies taken for JSON has replaced it in the headers. */
function contentTypeOf(request: FastifyRequest): string {
  const { rawHeaders } = request.raw;
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type');
  return at < 0 ? '' : (rawHeaders[at + 1] ?? '');
}
