// GET / where the studio's page has not been built: says so, and what to do, to people as a page and to programs as JSON.
import type { FastifyInstance } from 'fastify';

/** Vite, which builds the page, is a development dependency; `--include=dev` brings it under NODE_ENV=production too. */
const commands = ['npm ci --include=dev', 'npm run build', 'npm prune --omit=dev', 'npm start'];

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Inkling</title>
<style>
  :root { color-scheme: light dark; }
  body { max-width: 620px; margin: 12vh auto; padding: 0 20px; font: 16px/1.6 system-ui, sans-serif; }
  pre { padding: 14px 16px; border: 1px solid; border-radius: 10px; overflow-x: auto; }
</style>
<h1>Inkling is running</h1>
<p>The API works; only the studio, the page that belongs here, has not been built. That happens when the packages were
installed without their development dependencies. Build it once, in the folder of Inkling, and start again:</p>
<pre tabindex="0">${commands.join('\n')}</pre>
<p>The container image brings the page along. Meanwhile: <a href="/docs">the API, to read and to try</a>.</p>
<div lang="zh-CN">
<p>服务运行正常，API 可用；只是网页（工作室）尚未构建，通常是因为安装时省略了开发依赖。请在 Inkling 目录中依次运行上面的命令，
然后重新启动。容器镜像已自带网页。<a href="/docs">API 文档</a></p>
</div>
</html>
`;

/** For programs. */
const facts = {
  name: 'inkling',
  docs: '/docs',
  openapi: '/openapi.json',
  studio: `not built; to have it: ${commands.join(' && ')}`,
};

/** Adds the route. */
export function addNoStudioRoute(app: FastifyInstance): void {
  app.get('/', async (request, reply) => {
    reply.header('vary', 'accept').header('cache-control', 'no-store');
    if (!/\btext\/html\b/i.test(request.headers.accept ?? '')) return facts;
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .send(page);
  });
}
