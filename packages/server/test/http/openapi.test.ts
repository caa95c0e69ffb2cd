// The API description is valid, complete and true: a validator accepts it, every code is in it, and real answers match
// the schemas it gives for them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { businessCodes } from '../../src/core/errors.js';
import { builtInModels } from '../../src/core/model.js';
import { createOpenApiDocument } from '../../src/http/openapi/document.js';
import { fakePicture } from './fakes.js';
import { type Answer, goodBody, startServer } from './harness.js';

/** Only what the tests read of the document. */
interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object; examples: Record<string, { value: unknown }> }> };
  responses: Record<string, { content?: Record<string, Content> }>;
}
interface Content {
  schema: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

const document = createOpenApiDocument(builtInModels, 'https://images.example.com') as unknown as Document;

/** A compiled check of a schema of the document. */
function compile(schema: object) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  return ajv.compile({ ...schema, components: document.components });
}

function assertMatches(schema: object, value: unknown, what: string): void {
  const check = compile(schema);
  assert.ok(check(value), `${what}: ${JSON.stringify(check.errors)} ${JSON.stringify(value).slice(0, 300)}`);
}

/** Schema of a response of the document. */
function responseSchema(path: string, method: string, status: number): object {
  const content = document.paths[path]?.[method]?.responses[String(status)]?.content?.['application/json'];
  return content?.schema ?? assert.fail(`${method} ${path} ${status} is not described`);
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('a validator accepts the document as OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
  assert.ok(result.valid, JSON.stringify(result.errors));
  assert.equal(document.openapi, '3.1.0');
});

test('lists say what they may be asked for', () => {
  const queryOf = (path: string) =>
    (document.paths[path]?.get?.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name);
  assert.deepEqual(queryOf('/admin/v1/tasks'), ['limit', 'offset', 'account_id', 'status']);
  assert.deepEqual(queryOf('/admin/v1/callbacks'), ['limit', 'state']);
  assert.deepEqual(queryOf('/admin/v1/usage'), ['days', 'utc_offset_minutes']);
  assert.deepEqual(queryOf('/admin/v1/audit'), ['limit']);
  assert.deepEqual(queryOf('/kling/v1/images/generations'), ['pageNum', 'pageSize']);
});

test('operation ids are unique', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
});

test('every route of the app is described, and nothing else', async (context) => {
  const server = await startServer(context);
  const described = operations.map(
    ({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
  );
  const pages = ['GET /', 'GET /docs', 'GET /docs/:file', 'GET /openapi.json'];
  const tree = server.app.printRoutes({ commonPrefix: false });
  for (const route of [...described, ...pages]) {
    const [method = '', url = ''] = route.split(' ');
    assert.ok(server.app.hasRoute({ method: method as 'GET', url }), `${route} is not served`);
  }
  const served = tree.match(/\((?:GET|POST|PUT|DELETE)/g)?.length ?? 0;
  // GET and POST of one path are one line of the tree.
  assert.equal(served, new Set([...described, ...pages].map((route) => route.split(' ')[1])).size);
});

test('every business code is described somewhere', () => {
  const text = JSON.stringify([document.paths, document.components]);
  for (const code of Object.keys(businessCodes)) assert.ok(text.includes(`"code":${code}`), `${code} is missing`);
});

for (const { path, method, operation } of operations) {
  test(`the examples of ${method.toUpperCase()} ${path} match their schemas`, () => {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      const json = content?.['application/json'];
      if (json?.example !== undefined) assertMatches(json.schema, json.example, status);
      for (const { value } of Object.values(json?.examples ?? {})) assertMatches(json?.schema ?? {}, value, status);
    }
    const body = operation.requestBody?.content['application/json'];
    for (const { value } of Object.values(body?.examples ?? {})) assertMatches(body?.schema ?? {}, value, 'body');
  });
}

for (const prefix of ['/kling/v1', '/v1']) {
  test(`answers under ${prefix} are what the document says`, async (context) => {
    const server = await startServer(context);
    const base = `${prefix}/images/generations`;
    const expectDescribed = (answer: Answer, path: string, method: string) =>
      assertMatches(responseSchema(path, method, answer.status), answer.json, `${method} ${path} ${answer.status}`);
    const body = { ...goodBody, n: 2, external_task_id: 'mine', watermark_info: { enabled: true } };
    const submitted = await server.call(base, { method: 'POST', body });
    expectDescribed(submitted, base, 'post');
    expectDescribed(await server.call(`${base}/mine`), `${base}/{id}`, 'get');
    const [task = assert.fail()] = server.tasks.rows.values();
    server.tasks.finish(task.id, [
      await fakePicture(task, server.storage),
      await fakePicture(task, server.storage, { variant: 'watermarked' }),
    ]);
    const finished = await server.call(`${base}/mine`);
    assert.ok(finished.text.includes('watermark_url'));
    expectDescribed(finished, `${base}/{id}`, 'get');
    expectDescribed(await server.call(base), base, 'get');
    expectDescribed(await server.call(`${base}/mine/cancel`, { method: 'POST' }), `${base}/{id}/cancel`, 'post');
    expectDescribed(await server.call(`${prefix}/models`), `${prefix}/models`, 'get');
    // And errors of every kind.
    for (const broken of [
      '{',
      { prompt: 'x', model_name: 'nope' },
      { ...goodBody, n: 0 },
      { ...goodBody, image: 'bad' },
    ])
      expectDescribed(await server.call(base, { method: 'POST', body: broken }), base, 'post');
    expectDescribed(await server.call(base, { key: null }), base, 'get');
    expectDescribed(await server.call(`${base}/nothing`), `${base}/{id}`, 'get');
    expectDescribed(await server.call(`${base}?pageNum=0`), base, 'get');
    const large = await server.call(base, { method: 'POST', body: Buffer.alloc(16 * 1024 * 1024, 0x20) });
    expectDescribed(large, base, 'post');
    const picture = `/files/${'x'.repeat(22)}.png`;
    expectDescribed(await server.call(picture), '/files/{name}', 'get');
  });
}

test('the dialects’ bodies differ in what the table says', () => {
  const { GatewaySubmit, VendorSubmit } = document.components.schemas as Record<
    string,
    { required: string[]; properties: Record<string, { default?: unknown }> }
  >;
  assert.deepEqual(GatewaySubmit?.required, ['model_name', 'prompt']);
  assert.deepEqual(VendorSubmit?.required, ['prompt']);
  assert.equal(GatewaySubmit?.properties.aspect_ratio?.default, '1:1');
  assert.equal(VendorSubmit?.properties.aspect_ratio?.default, '16:9');
  assert.equal(VendorSubmit?.properties.model_name?.default, 'kling-v1');
});

test('the document is served with the address that the caller used', async (context) => {
  const server = await startServer(context);
  for (const host of ['one.example', 'two.example:8080']) {
    const answer = await server.call('/openapi.json', { key: null, headers: { host } });
    assert.equal(answer.status, 200);
    const served = answer.json as unknown as Document;
    assert.deepEqual(served.servers, [{ url: `http://${host}` }]);
    assert.deepEqual(served.paths, JSON.parse(JSON.stringify(document.paths)));
  }
});

test('the page at /docs needs no other host', async (context) => {
  const server = await startServer(context);
  for (const path of ['/docs', '/docs/']) {
    const page = await server.call(path, { key: null });
    assert.equal(page.status, 200);
    assert.match(String(page.headers['content-type']), /^text\/html/);
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'; script-src 'self';/);
    assert.doesNotMatch(page.text, /https?:/);
    for (const [, link] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const part = await server.call(String(link), { key: null });
      assert.equal(part.status, 200, link);
      assert.ok(part.text.length > 50, link);
    }
  }
  const start = await server.call('/docs/start.js', { key: null });
  assert.match(start.text, /url: '\/openapi\.json'/);
});
