// The small parts of the HTTP room by themselves: URLs, hosts, preferences, JSON, the memory of uploads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AppError } from '../../src/core/errors.js';
import { createBodyBudget } from '../../src/http/body/body-budget.js';
import { parseJsonObject } from '../../src/http/body/parse-json-object.js';
import { toFailure } from '../../src/http/failure.js';
import { preferredWaitS } from '../../src/http/prefer-wait.js';
import { isHost } from '../../src/http/public-origin.js';
import { normalizeUrl } from '../../src/http/tolerant-url.js';

const urls: [given: string, plain: string][] = [
  ['/', '/'],
  ['', '/'],
  ['//', '/'],
  ['///', '/'],
  ['/a', '/a'],
  ['/a/', '/a'],
  ['/a//', '/a'],
  ['//a///b//', '/a/b'],
  ['/a?x=//', '/a?x=//'],
  ['/a/?x', '/a?x'],
  ['/?=null', '/?=null'],
  ['//?x', '/?x'],
  ['/a#b//', '/a#b//'],
  ['http://host/a/', '/a'],
  ['HTTPS://host:80//a?b', '/a?b'],
  ['http://host', '/'],
  ['http://host?x', '/?x'],
];
for (const [given, plain] of urls)
  test(`URL ${given || '(empty)'} is ${plain}`, () => assert.equal(normalizeUrl(given), plain));

test('a plain URL stays as it is, and once is enough', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const once = normalizeUrl(url);
      assert.ok(once.startsWith('/'));
      assert.equal(normalizeUrl(once), once);
    }),
  );
});

const hosts: [text: string, valid: boolean][] = [
  ['localhost', true],
  ['a', true],
  ['example.com', true],
  ['example.com.', true],
  ['example.com:8080', true],
  ['ex_ample.com', true],
  ['127.0.0.1:1', true],
  ['[::1]', true],
  ['[::1]:65535', true],
  ['[fe80::1%25eth0]', false],
  ['a.0', false],
  ['', false],
  ['.', false],
  ['-a', false],
  ['a:', false],
  ['a:65536', false],
  ['a:123456', false],
  ['[::1]:99999', false],
  ['a/b', false],
  ['a b', false],
  ['a@b', false],
  ['a?b', false],
  ['a#b', false],
  ['a\\b', false],
  ['"a"', false],
  ['<a>', false],
  ['é', false],
  ['a'.repeat(300), false],
  ['::1', false],
];
for (const [text, valid] of hosts)
  test(`'${text.slice(0, 30)}' is ${valid ? 'a' : 'no'} host`, () => assert.equal(isHost(text), valid));

test('a host that passes is the host of the URL it makes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => {
      if (!isHost(text)) return;
      const url = new URL(`http://${text}/files/x`);
      assert.equal(url.pathname, '/files/x');
      assert.equal(url.username, '');
    }),
    { numRuns: 3000 },
  );
});

const preferences: [header: string | string[] | undefined, seconds: number | undefined][] = [
  [undefined, undefined],
  ['', undefined],
  ['wait=10', 10],
  ['Wait = 10', 10],
  ['wait="5"', 5],
  ['respond-async, wait=7', 7],
  ['respond-async; wait=7', 7],
  [['respond-async', 'wait=7'], 7],
  ['wait=61', 60],
  ['wait=999999999', 60],
  ['wait=9999999999', undefined],
  ['wait=0', 0],
  ['wait=-1', undefined],
  ['wait=1.5', undefined],
  ['wait', undefined],
  ['await=5', undefined],
  ['wait=a, wait=4', 4],
];
for (const [header, seconds] of preferences)
  test(`Prefer: ${header}`, () => assert.equal(preferredWaitS(header), seconds));

/** The object in `text`, or what it is refused with. */
function parse(text: string | Buffer): unknown {
  try {
    return parseJsonObject(Buffer.from(text));
  } catch (error) {
    assert.ok(error instanceof AppError);
    return error.code;
  }
}

test('large objects are read as JSON.parse would read them', () => {
  const filler = fc.constantFrom(
    'A'.repeat(70_000),
    'a\\/b'.repeat(20_000),
    '画'.repeat(30_000),
    `${'\\"'.repeat(40_000)}`,
  );
  const key = fc.constantFrom('image', 'prompt', '__proto__', 'a"b', '画');
  fc.assert(
    fc.property(filler, key, fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (long, name, others, first) => {
      const rest = JSON.stringify(others).slice(1, -1);
      const own = `${JSON.stringify(name)}:"${long}"`;
      const text = `{${(first ? [own, rest] : [rest, own]).filter(Boolean).join(' , ')}}`;
      assert.deepEqual(parse(text), JSON.parse(text));
    }),
    { numRuns: 200 },
  );
});

test('broken large bodies are refused', () => {
  const long = 'A'.repeat(70_000);
  for (const text of [
    `{"image":"${long}`,
    `{"image":"${long}"`,
    `{"image":"${long}\\"}`,
    `{"image" "${long}"}`,
    `{"image":"${long}\\q"}`,
    `["${long}"]`,
    `"${long}"`,
    long,
    `{"a":1}${' '.repeat(70_000)}x`,
  ])
    assert.equal(parse(text), 1200, text.slice(0, 20));
});

test('a long string that is not at the top does not get in the way', () => {
  const text = `{"n":2,"junk":{"deep":"${'A'.repeat(70_000)}"}}`;
  assert.equal((parse(text) as { n: number }).n, 2);
});

test('a byte order mark is skipped, once', () => {
  assert.deepEqual(parse('\ufeff{"a":1}'), { a: 1 });
  assert.equal(parse('\ufeff\ufeff{"a":1}'), 1200);
  assert.equal(parse('\ufeff'), 1200);
});

const never = new AbortController().signal;

test('uploads get room first come, first served', async () => {
  const budget = createBodyBudget({ totalBytes: 100, patienceMs: 600_000 });
  const order: string[] = [];
  const first = await budget.reserve(60, never);
  const second = budget.reserve(60, never).then((release) => {
    order.push('second');
    return release;
  });
  // It would fit, but the second is before it.
  const third = budget.reserve(10, never).then((release) => {
    order.push('third');
    return release;
  });
  await new Promise(setImmediate);
  assert.deepEqual(order, []);
  first();
  first();
  const releases = await Promise.all([second, third]);
  assert.deepEqual(order, ['second', 'third']);
  for (const release of releases) release();
  (await budget.reserve(100, never))();
});

test('an upload larger than everything goes alone', async () => {
  const budget = createBodyBudget({ totalBytes: 100, patienceMs: 600_000 });
  const release = await budget.reserve(1000, never);
  const next = budget.reserve(1, never);
  release();
  (await next)();
});

test('whoever waits too long is told to come back later', async () => {
  const budget = createBodyBudget({ totalBytes: 100, patienceMs: 1 });
  await budget.reserve(100, never);
  await assert.rejects(budget.reserve(1, never), { code: 5002 });
});

test('whoever hangs up makes room for the next', async () => {
  const budget = createBodyBudget({ totalBytes: 100, patienceMs: 600_000 });
  await budget.reserve(50, never);
  const gone = new AbortController();
  const waiting = budget.reserve(100, gone.signal);
  const next = budget.reserve(50, never);
  gone.abort(new AppError(1200));
  await assert.rejects(waiting, { code: 1200 });
  (await next)();
  await assert.rejects(budget.reserve(1, gone.signal), { code: 1200 });
});

const waits: [code: ConstructorParameters<typeof AppError>[0], retryAfterS: number | undefined][] = [
  [1302, 5],
  [1303, 5],
  [5001, 5],
  [5002, 5],
  [1100, undefined],
  [1102, undefined],
  [1201, undefined],
  [1003, undefined],
  [5000, undefined],
];
for (const [code, retryAfterS] of waits)
  test(`Retry-After of ${code}`, () => {
    assert.equal(toFailure(new AppError(code)).retryAfterS, retryAfterS);
    assert.equal(toFailure(new AppError(code, 'x', { retryAfterS: 42 })).retryAfterS, 42);
  });

for (const thrown of [
  new Error('secret'),
  new TypeError('secret'),
  'secret',
  undefined,
  null,
  { code: 1201, message: 'secret' },
])
  test(`anything unknown is 5000: ${String(thrown)}`, () => {
    assert.deepEqual(toFailure(thrown), { status: 500, code: 5000, message: 'Internal error', retryAfterS: undefined });
  });
