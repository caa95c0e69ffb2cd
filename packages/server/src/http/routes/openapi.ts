// GET /openapi.json and its readable form at /docs. Nothing is built or read before somebody asks, nothing comes from
// another host.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError } from '../../core/errors.js';
import { createOpenApiDocument } from '../openapi/document.js';
import type { HttpParts } from '../parts.js';
import { publicOrigin } from '../public-origin.js';

type OpenApiParts = Pick<HttpParts, 'models' | 'settings'>;

/** Swagger UI styles elements inline and draws with data URLs. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Absolute paths: the page is served with and without a slash at its end. */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inkling API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

/** A file of its own, because the policy allows no inline script. No validator: it would ask another host. */
const startScript = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });
`;

/** Files of the page that come with the package. */
const packagedFiles: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Adds the routes. */
export function addOpenApiRoutes(app: FastifyInstance, parts: OpenApiParts): void {
  let document: Record<string, unknown> | undefined;
  app.get('/openapi.json', { config: { crossOrigin: true } }, async (request) => {
    const serverUrl = publicOrigin(request, parts.settings.publicUrl);
    // Only the server's address depends on the request.
    document ??= createOpenApiDocument(parts.models, serverUrl);
    return { ...document, servers: [{ url: serverUrl }] };
  });
  app.get('/docs', async (_request, reply) => sendPart(reply, 'text/html; charset=utf-8', page));
  app.get('/docs/:file', async (request, reply) => {
    const { file } = request.params as { file: string };
    // A table of three names and not the folder: nothing else of the package is anybody's business.
    if (file === 'start.js') return sendPart(reply, 'text/javascript; charset=utf-8', startScript);
    const type = Object.hasOwn(packagedFiles, file) ? packagedFiles[file] : undefined;
    if (type === undefined) throw new AppError(1203);
    const folder = dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui'));
    return sendPart(
      reply.header('cache-control', 'public, max-age=3600'),
      type,
      await readFile(join(folder, 'static', file)),
    );
  });
}

/** Sends a part of the page with the page's own policy. */
function sendPart(reply: FastifyReply, type: string, content: string | Buffer): FastifyReply {
  return reply
    .type(type)
    .headers({ 'content-security-policy': pagePolicy, 'referrer-policy': 'no-referrer' })
    .send(content);
}
