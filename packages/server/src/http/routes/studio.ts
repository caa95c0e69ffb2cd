// GET /: the studio's built page where there is one, else what to do to have it.
import type { FastifyInstance } from 'fastify';
import type { HttpParts } from '../parts.js';
import { addNoStudioRoute } from './no-studio.js';

type StudioParts = Pick<HttpParts, 'studioFolder' | 'settings'>;

/** Only what this server itself serves; pictures may come from the public URL, which can be another origin. */
function pagePolicy(publicUrl: string | null): string {
  const pictures = publicUrl === null ? '' : ` ${new URL(publicUrl).origin}`;
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; ` +
    `img-src 'self' data: blob:${pictures}; connect-src 'self'${pictures}; manifest-src 'self'; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  );
}

/** Names that the build makes from contents: `index-BxT4k2Qa.js`, and their compressed twins. They never change. */
const hashedName = /-[\w-]{8}\.\w+(?:\.(?:gz|br))?$/;

/** Adds the route or routes. Files are listed once, at the start: an unknown path stays the API's 404. */
export function addStudioRoutes(app: FastifyInstance, parts: StudioParts): void {
  const { studioFolder, settings } = parts;
  if (studioFolder === undefined) {
    addNoStudioRoute(app);
    return;
  }
  const policy = pagePolicy(settings.publicUrl);
  // Registered when the app gets ready: the module costs 35 ms, which only a server with a page pays.
  app.register(async (scope) => {
    const { default: serveFolder } = await import('@fastify/static');
    await scope.register(serveFolder, {
      root: studioFolder,
      wildcard: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders(response, path) {
        response.header('content-security-policy', policy);
        response.header('referrer-policy', 'no-referrer');
        response.header('cache-control', hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  });
}
