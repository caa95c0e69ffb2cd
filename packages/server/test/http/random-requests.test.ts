// A thousand random requests, built to be nearly right: no fault of ours, no hang, every answer in the envelope.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { businessCodes } from '../../src/core/errors.js';
import { keys } from './fakes.js';
import { startServer } from './harness.js';

const anyValue = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, '', 0, 1, -1, 9, 10, 0.5, '2', 'true', true, false, [], {}) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 2400, maxLength: 2600 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.webUrl() },
);

/** One field: mostly what is allowed, else anything. */
const field = (...good: unknown[]) =>
  fc.oneof({ weight: 14, arbitrary: fc.constantFrom<unknown>(...good) }, { weight: 1, arbitrary: anyValue });

const body = fc.record(
  {
    model_name: field('kling-v1', 'kling-v1-5', 'kling-v2', 'kling-v2-new', 'kling-v2-1', 'kling-v3'),
    model: anyValue,
    prompt: field('a red fox', '一只红色的狐狸'),
    negative_prompt: field('blurry'),
    image: field(
      'aGVsbG8=',
      'bad',
      'https://example.com/a.png',
      'http://private.example',
      'data:image/png;base64,a',
      null,
    ),
    image_reference: field('subject', 'face'),
    image_fidelity: field(0, 0.5, '1'),
    human_fidelity: field(0, 0.5, '1'),
    output_format: field('png', 'jpg'),
    n: field(1, 9, '3'),
    aspect_ratio: field('1:1', '16:9', '3:2'),
    resolution: field('1k', '1K'),
    callback_url: field('https://example.com', 'http://private.example'),
    external_task_id: field('mine', 'yours'),
    watermark_info: field({ enabled: true }, { enabled: 'false' }),
    seed: field(0, '42'),
    ['__proto__']: anyValue,
    constructor: anyValue,
  },
  { requiredKeys: ['model_name', 'prompt'] },
);

const rawBody = fc.oneof(
  { weight: 8, arbitrary: body.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.json().map((text) => Buffer.from(text)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(body, fc.nat({ max: 200 }))
      .map(([value, at]) => Buffer.from(JSON.stringify(value).slice(0, at))),
  },
);

const segment = fc.oneof(
  fc.constantFrom('kling', 'v1', 'images', 'generations', 'models', 'files', 'cancel', 'mine', '..', '%2e', '%zz', ''),
  fc.string({ maxLength: 12 }).map(encodeURIComponent),
);
const path = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '/kling/v1/images/generations',
      '/v1/images/generations',
      '//v1//images/generations/',
      '/v1/images/generations?=null',
    ),
  },
  { weight: 2, arbitrary: fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10 }))
      .map(
        ([num, size]) =>
          `/v1/images/generations?pageNum=${encodeURIComponent(num)}&pageSize=${encodeURIComponent(size)}`,
      ),
  },
);

const headerText = fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, ''));
const headers = fc.record(
  {
    'content-type': fc.oneof(fc.constantFrom('application/json', 'text/plain; charset=x', ';;'), headerText),
    'content-encoding': fc.constantFrom('identity', 'gzip', ''),
    host: fc.oneof(fc.constantFrom('a.example', '[::1]:80', 'evil"host', '..'), headerText),
    prefer: fc.constantFrom('wait=0', 'wait=-1', 'wait=x', 'respond-async', '"wait=3', 'wait'),
    'idempotency-key': fc.oneof(fc.constantFrom('one', 'two'), headerText),
    'last-event-id': headerText,
    'x-forwarded-for': headerText,
    'if-none-match': headerText,
    range: headerText,
    expect: fc.constantFrom('100-continue', 'nothing'),
    accept: headerText,
  },
  { requiredKeys: [] },
);
const authorization = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(`Bearer ${keys.alice}`, `bearer ${keys.bob}`) },
  { weight: 1, arbitrary: headerText },
);
const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant('POST') },
  { weight: 2, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE') },
);

test('1,000 random requests', async (context) => {
  const server = await startServer(context);
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(method, path, headers, authorization, rawBody, async (verb, url, extra, key, bytes) => {
      const hasBody = verb !== 'GET' && verb !== 'TRACE';
      const options = {
        method: verb,
        key: null,
        headers: { ...extra, authorization: key },
        ...(hasBody && { body: bytes }),
      };
      const answer = await server.call(url, options);
      seen.set(`${answer.status}/${answer.json.code}`, (seen.get(`${answer.status}/${answer.json.code}`) ?? 0) + 1);
      assert.ok(answer.status < 500, `${answer.status} ${answer.text}`);
      assert.match(String(answer.headers['x-request-id']), /^[\w-]{22}$/);
      if (answer.status === 204) return;
      if (url === '/' || /^\/?$/.test(url.replaceAll('/', ''))) return;
      const { code, message, request_id: requestId, data } = answer.json;
      assert.equal(requestId, answer.headers['x-request-id']);
      assert.equal(typeof code, 'number');
      assert.ok(Object.hasOwn(businessCodes, Number(code)), `${code}`);
      assert.equal(typeof message, 'string');
      if (code === 0) assert.ok(data !== undefined && answer.status === 200);
      else assert.ok(!('data' in answer.json) && answer.status >= 400);
      assert.ok(String(message).length < 1000);
    }),
    { numRuns: 1000 },
  );
  // The requests are near enough to right ones to get past the first check.
  for (const outcome of ['200/0', '400/1200', '400/1201', '400/1300', '404/1202', '404/1203', '401/1002'])
    assert.ok((seen.get(outcome) ?? 0) > 0, `none ended as ${outcome}: ${JSON.stringify([...seen])}`);
  assert.ok(!server.logLines.some((line) => line.level === 'error'));
});
