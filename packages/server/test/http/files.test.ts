// Finished pictures over HTTP: whole, in part, on condition, and no longer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../../src/core/task.js';
import { readRange } from '../../src/http/byte-range.js';
import { fakePicture } from './fakes.js';
import { goodBody, startServer, type TestServer } from './harness.js';

/** A server with one finished picture of 5000 bytes, and its path. */
async function serverWithPicture(
  context: Parameters<typeof startServer>[0],
  changes: Partial<Picture> = {},
): Promise<{ server: TestServer; picture: Picture; path: string }> {
  const server = await startServer(context);
  const answer = await server.submit(goodBody);
  const task = server.tasks.rows.get(String(answer.json.data?.task_id)) ?? assert.fail(answer.text);
  const picture = await fakePicture(task, server.storage, changes);
  server.tasks.finish(task.id, [picture]);
  const extension = picture.contentType === 'image/png' ? 'png' : 'jpg';
  return { server, picture, path: `/files/${picture.token}.${extension}` };
}

const modified = 'Fri, 02 Jan 2026 03:04:05 GMT';

test('a picture needs no key and may be kept for as long as it lives', async (context) => {
  const { server, picture, path } = await serverWithPicture(context);
  const answer = await server.call(path, { key: null });
  assert.equal(answer.status, 200);
  assert.equal(answer.text, '0123456789'.repeat(500));
  assert.equal(answer.headers['content-type'], 'image/png');
  assert.equal(answer.headers['content-length'], '5000');
  assert.equal(answer.headers.etag, `"${picture.etag}"`);
  assert.equal(answer.headers['last-modified'], modified);
  assert.equal(answer.headers['accept-ranges'], 'bytes');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(answer.headers['content-disposition'], `inline; filename="${picture.taskId}-0.png"`);
  const [, seconds] = /^private, max-age=(\d+), immutable$/.exec(String(answer.headers['cache-control'])) ?? [];
  assert.ok(Number(seconds) > 3500 && Number(seconds) <= 3600);
});

test('a JPEG and a marked twin say what they are', async (context) => {
  const { server, picture, path } = await serverWithPicture(context, {
    contentType: 'image/jpeg',
    variant: 'watermarked',
    index: 3,
    expiresAtMs: Date.now() + 10 * 365 * 24 * 3600 * 1000,
  });
  const { headers } = await server.call(path);
  assert.equal(headers['content-type'], 'image/jpeg');
  assert.equal(headers['content-disposition'], `inline; filename="${picture.taskId}-3-marked.jpg"`);
  assert.equal(headers['cache-control'], 'private, max-age=31536000, immutable');
});

test('HEAD says the same without the bytes', async (context) => {
  const { server, path } = await serverWithPicture(context);
  for (const headers of [{}, { range: 'bytes=0-9' }] as Record<string, string>[]) {
    const answer = await server.call(path, { method: 'HEAD', headers });
    assert.equal(answer.status, 200);
    assert.equal(answer.text, '');
    assert.equal(answer.headers['content-length'], '5000');
    assert.equal(answer.headers['content-type'], 'image/png');
  }
});

const ranges: [range: string, status: number, contentRange: string | undefined, text: string | undefined][] = [
  ['bytes=0-9', 206, 'bytes 0-9/5000', '0123456789'],
  ['bytes=5-5', 206, 'bytes 5-5/5000', '5'],
  ['bytes=4995-', 206, 'bytes 4995-4999/5000', '56789'],
  ['bytes=-3', 206, 'bytes 4997-4999/5000', '789'],
  ['bytes=4998-99999', 206, 'bytes 4998-4999/5000', '89'],
  ['bytes=-99999', 206, 'bytes 0-4999/5000', undefined],
  ['bytes=0-', 206, 'bytes 0-4999/5000', undefined],
  ['BYTES = 1 - 2', 206, 'bytes 1-2/5000', '12'],
  ['bytes=5000-', 416, 'bytes */5000', undefined],
  ['bytes=9999-10000', 416, 'bytes */5000', undefined],
  ['bytes=-0', 416, 'bytes */5000', undefined],
  ['bytes=9-1', 200, undefined, undefined],
  ['bytes=-', 200, undefined, undefined],
  ['bytes=a-b', 200, undefined, undefined],
  ['bytes=0-1,3-4', 200, undefined, undefined],
  ['lines=0-1', 200, undefined, undefined],
  ['bytes=99999999999999999999-', 200, undefined, undefined],
];
for (const [range, status, contentRange, text] of ranges) {
  test(`Range: ${range}`, async (context) => {
    const { server, path } = await serverWithPicture(context);
    const answer = await server.call(path, { headers: { range } });
    assert.equal(answer.status, status);
    assert.equal(answer.headers['content-range'], contentRange);
    if (text !== undefined) assert.equal(answer.text, text);
    if (status === 416) assert.equal(answer.json.code, 1201);
    else assert.equal(Number(answer.headers['content-length']), answer.text.length);
  });
}

test('an empty thing has no bytes to ask for', () => {
  assert.deepEqual(readRange('bytes=0-0', 0), { kind: 'unsatisfiable' });
  assert.deepEqual(readRange('bytes=-1', 0), { kind: 'unsatisfiable' });
  assert.deepEqual(readRange(undefined, 0), { kind: 'whole' });
});

const conditions: [name: string, headers: (etag: string) => Record<string, string>, status: number][] = [
  ['its tag', (etag) => ({ 'if-none-match': etag }), 304],
  ['its tag, weak', (etag) => ({ 'if-none-match': `W/${etag}` }), 304],
  ['its tag among others', (etag) => ({ 'if-none-match': `"a", ${etag} , "b"` }), 304],
  ['any tag', () => ({ 'if-none-match': '*' }), 304],
  ['another tag', () => ({ 'if-none-match': '"other"' }), 200],
  ['its date', () => ({ 'if-modified-since': modified }), 304],
  ['a later date', () => ({ 'if-modified-since': 'Sat, 03 Jan 2026 00:00:00 GMT' }), 304],
  ['an earlier date', () => ({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' }), 200],
  ['no date', () => ({ 'if-modified-since': 'yesterday' }), 200],
  ['another tag before its date', () => ({ 'if-none-match': '"other"', 'if-modified-since': modified }), 200],
  ['a range, if it is still this tag', (etag) => ({ range: 'bytes=0-0', 'if-range': etag }), 206],
  ['a range, if it is still this date', () => ({ range: 'bytes=0-0', 'if-range': modified }), 206],
  ['a range of another tag', () => ({ range: 'bytes=0-0', 'if-range': '"other"' }), 200],
  ['a range of a weak tag', (etag) => ({ range: 'bytes=0-0', 'if-range': `W/${etag}` }), 200],
  ['a range of another date', () => ({ range: 'bytes=0-0', 'if-range': 'Thu, 01 Jan 2026 00:00:00 GMT' }), 200],
];
for (const [name, headersFor, status] of conditions) {
  test(`on condition: ${name}`, async (context) => {
    const { server, picture, path } = await serverWithPicture(context);
    const answer = await server.call(path, { headers: headersFor(`"${picture.etag}"`) });
    assert.equal(answer.status, status);
    assert.equal(answer.headers.etag, `"${picture.etag}"`);
    if (status === 304) assert.equal(answer.text, '');
  });
}

test('unknown names are 404', async (context) => {
  const { server, picture } = await serverWithPicture(context);
  const names = [
    'abc.png',
    `${'x'.repeat(22)}.png`,
    `${picture.token}.jpg`,
    `${picture.token}.png.png`,
    `${picture.token}.PNG`,
    picture.token,
    '..%2f..%2fetc%2fpasswd',
    '%00.png',
    'constructor',
  ];
  for (const name of names) {
    const answer = await server.call(`/files/${name}`, { key: null });
    assert.deepEqual([answer.status, answer.json.code], [404, 1203], name);
  }
});

const gone: [name: string, changes: Partial<Picture>][] = [
  ['its time is over', { expiresAtMs: Date.now() - 1 }],
  ['its bytes were deleted', { deletedAtMs: Date.now() }],
];
for (const [name, changes] of gone) {
  test(`410 once ${name}`, async (context) => {
    const { server, path } = await serverWithPicture(context, changes);
    for (const headers of [{}, { 'if-none-match': '*' }] as Record<string, string>[]) {
      const answer = await server.call(path, { headers });
      assert.deepEqual([answer.status, answer.json.code], [410, 1203]);
      assert.equal(answer.headers['cache-control'], 'no-store');
    }
  });
}

test('410 while the sweeper has taken the bytes and not yet said so', async (context) => {
  const { server, picture, path } = await serverWithPicture(context);
  server.storage.objects.delete(picture.storageKey);
  assert.equal((await server.call(path)).status, 410);
});

test('a picture whose bytes break off cuts the connection, and the log says why', async (context) => {
  const { server, path } = await serverWithPicture(context);
  server.storage.get = async () => ({
    byteLength: 5000,
    async *open() {
      yield Buffer.from('only a few bytes');
      throw new Error('disk gone');
    },
  });
  await assert.rejects(server.call(path));
  assert.ok(server.logLines.some((line) => line.level === 'error' && JSON.stringify(line).includes('disk gone')));
});
