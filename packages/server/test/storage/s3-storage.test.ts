// A bucket: the contract against an S3-speaking server, addressing, links, and what the network can do to it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { S3Declaration } from '../../src/config/storage-url.js';
import { createS3Storage, type S3StorageOptions } from '../../src/storage/s3/s3-storage.js';
import { type Storage, StorageError } from '../../src/storage/storage.js';
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.js';
import { startReceiver } from '../support/http-receiver.js';
import { type S3Server, s3Keys, startS3Server } from './s3-server.js';
import { describeStorage } from './storage-contract.js';

let server: S3Server;
let proxy: FaultyProxy;
before(async () => {
  server = await startS3Server();
  proxy = await startFaultyProxy(server.origin);
});
after(async () => {
  await proxy.close();
  await server.close();
});

/** The test's bucket, but for some changes. */
const declare = (changes: Partial<S3Declaration> = {}): S3Declaration => ({
  bucket: 'pictures',
  prefix: '',
  endpoint: server.origin,
  publicEndpoint: null,
  region: 'us-east-1',
  pathStyle: true,
  credentials: s3Keys,
  ...changes,
});

let homes = 0;
/** A prefix that nobody else uses. */
const freshPrefix = () => `home-${++homes}`;

describeStorage('s3', async () => {
  const storage = createS3Storage(declare({ prefix: `${freshPrefix()}/deep` }));
  return { storage, end: () => storage.close() };
});

/** Runs with a storage that is closed afterwards. */
async function onStorage(
  changes: Partial<S3Declaration>,
  run: (storage: Storage) => Promise<void>,
  options?: S3StorageOptions,
): Promise<void> {
  const storage = createS3Storage(declare(changes), options);
  try {
    await run(storage);
  } finally {
    proxy.spoil(() => 'none');
    await storage.close();
  }
}

const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 13) % 251);

/** All bytes of a stream. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

describe('s3 storage', () => {
  it('keeps objects below its prefix, with their type and their very bytes', () =>
    onStorage({ prefix: 'a/b' }, async (storage) => {
      await storage.put('tasks/one/0.png', bytes, 'image/png');
      assert.deepEqual(
        server.names().filter((name) => name.startsWith('a/')),
        ['a/b/tasks/one/0.png'],
      );
      const metadata = server.metadata('a/b/tasks/one/0.png');
      assert.equal(metadata?.['content-type'], 'image/png');
      // Checksummed uploads would be stored with their framing by services that do not know it.
      assert.equal(metadata?.['content-length'], String(bytes.length));
    }));

  it('removes more than one page of objects', () =>
    onStorage({ prefix: freshPrefix() }, async (storage) => {
      const keys = Array.from({ length: 120 }, (_, index) => `tasks/many/${index}`);
      for (let index = 0; index < keys.length; index += 50)
        await Promise.all(keys.slice(index, index + 50).map((key) => storage.put(key, new Uint8Array(1), 'image/png')));
      await storage.removeBelow('tasks/many');
      assert.deepEqual(
        server.names().filter((name) => name.startsWith(`home-${homes}/`)),
        [],
      );
    }));

  it('puts the bucket into the path, or before the host', async () => {
    for (const [pathStyle, host] of [
      [true, 's3.example.com/pictures/k'],
      [false, 'pictures.s3.example.com/k'],
    ] as const) {
      await onStorage({ endpoint: 'https://s3.example.com', pathStyle }, async (storage) => {
        const link = new URL((await storage.presign?.('k', linkTo('GET'))) ?? '');
        assert.equal(link.host + link.pathname, host);
      });
    }
  });

  it('leaves nothing behind when it looks whether it works, and writes only now and then', () =>
    onStorage({ prefix: freshPrefix(), endpoint: proxy.origin }, async (storage) => {
      const before = proxy.seen.length;
      await storage.check();
      await storage.check();
      assert.deepEqual(
        proxy.seen.slice(before).map((line) => line.split(' ')[0]),
        ['PUT', 'GET', 'DELETE', 'HEAD'],
      );
      assert.deepEqual(
        server.names().filter((name) => name.startsWith(`home-${homes}/`)),
        [],
      );
    }));
});

const linkTo = (method: 'GET' | 'HEAD', expiresInS = 60) => ({
  method,
  expiresInS,
  contentType: 'image/jpeg',
  contentDisposition: 'inline; filename="a-0.jpg"',
  cacheControl: 'private, max-age=5',
});

describe('links into the bucket', () => {
  it('give the object to whoever has them, with the headers asked for, whole or in part', () =>
    onStorage({}, async (storage) => {
      await storage.put('linked', bytes, 'application/octet-stream');
      const link = (await storage.presign?.('linked', linkTo('GET'))) ?? '';
      const answer = await fetch(link);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'image/jpeg');
      assert.equal(answer.headers.get('content-disposition'), 'inline; filename="a-0.jpg"');
      assert.equal(answer.headers.get('cache-control'), 'private, max-age=5');
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), Buffer.from(bytes));
      const part = await fetch(link, { headers: { range: 'bytes=10-19' } });
      assert.equal(part.status, 206);
      assert.deepEqual(Buffer.from(await part.arrayBuffer()), Buffer.from(bytes.subarray(10, 20)));
    }));

  it('hold for one object and one method, and no longer than they say', () =>
    onStorage({}, async (storage) => {
      await storage.put('linked', bytes, 'image/png');
      const get = (await storage.presign?.('linked', linkTo('GET'))) ?? '';
      const head = (await storage.presign?.('linked', linkTo('HEAD'))) ?? '';
      assert.equal((await fetch(head, { method: 'HEAD' })).status, 200);
      const signatures = [get, head, (await storage.presign?.('other', linkTo('GET'))) ?? ''].map((link) =>
        new URL(link).searchParams.get('X-Amz-Signature'),
      );
      assert.equal(new Set(signatures).size, 3, 'object and method are signed');
      assert.equal(new URL(get).searchParams.get('X-Amz-Expires'), '60');
    }));

  it('name the address that callers know', () =>
    onStorage({ publicEndpoint: 'https://pictures.example.com' }, async (storage) => {
      const link = (await storage.presign?.('x', linkTo('GET'))) ?? '';
      assert.match(link, /^https:\/\/pictures\.example\.com\/pictures\/x\?/);
    }));
});

describe('a bucket behind a bad network', () => {
  const viaProxy = () => ({ endpoint: proxy.origin, prefix: freshPrefix() });

  for (const fault of ['unavailable', 'reset', 'late-reset'] as const) {
    it(`gets through when every operation first meets: ${fault}`, () =>
      onStorage(viaProxy(), async (storage) => {
        const once = () => proxy.spoil((_, index) => (index === 0 ? fault : 'none'));
        once();
        await storage.put('tasks/a/0', bytes, 'image/png');
        once();
        assert.deepEqual(Buffer.from((await storage.read('tasks/a/0')) ?? []), Buffer.from(bytes));
        once();
        const object = await storage.get('tasks/a/0');
        once();
        assert.deepEqual(await collect(object?.open() ?? assert.fail()), Buffer.from(bytes));
        once();
        await storage.removeBelow('tasks/a');
        assert.equal(await storage.get('tasks/a/0'), undefined);
      }));
  }

  it('goes on where an answer broke off, in a range too', () =>
    onStorage(viaProxy(), async (storage) => {
      await storage.put('broken', bytes, 'image/png');
      const object = (await storage.get('broken')) ?? assert.fail();
      for (const range of [undefined, { start: 1000, end: 150_000 }]) {
        // Each answer gives half of what is left; after ten of them the network is well.
        proxy.spoil((_, index) => (index < 10 ? 'half' : 'none'));
        const { start, end } = range ?? { start: 0, end: bytes.length - 1 };
        assert.deepEqual(await collect(object.open(range)), Buffer.from(bytes.subarray(start, end + 1)));
      }
    }));

  it('gives up on a service that goes on failing, in one sentence', async () => {
    for (const [fault, sentence] of [
      ['unavailable', /cannot be used: it asks for fewer requests\.$/],
      ['reset', /cannot be used: the connection was cut\.$/],
      ['silent', /cannot be used: it did not answer in time\.$/],
    ] as const) {
      await onStorage(
        viaProxy(),
        async (storage) => {
          proxy.spoil(() => fault);
          for (const operation of [
            () => storage.put('x', bytes, 'image/png'),
            () => storage.read('x'),
            () => storage.removeBelow('x'),
            () => storage.check(),
          ])
            await assert.rejects(operation, (error: Error) => {
              assert.ok(error instanceof StorageError);
              assert.match(error.message, sentence);
              return true;
            });
        },
        { maxAttempts: 2, answerTimeoutMs: 200 },
      );
    }
  });

  it('fails a stream whose object was removed after it was found', () =>
    onStorage({ prefix: freshPrefix() }, async (storage) => {
      await storage.put('a/b', bytes, 'image/png');
      const object = (await storage.get('a/b')) ?? assert.fail();
      await storage.removeBelow('a');
      await assert.rejects(collect(object.open()), StorageError);
    }));
});

describe('a bucket that cannot be used', () => {
  const answers: [status: number, code: string, sentence: RegExp][] = [
    [403, 'SignatureDoesNotMatch', /the secret key is wrong, or this machine has a wrong clock\.$/],
    [403, 'AccessDenied', /access denied: look at what the key may do/],
    [301, 'PermanentRedirect', /lies in another region, or the endpoint wants another style/],
    [400, 'AuthorizationHeaderMalformed', /the region is wrong\.$/],
    [500, 'InternalError', /it answers with an error of its own \(HTTP 500\)\.$/],
    [418, 'Teapot', /it refuses \(HTTP 418\)\.$/],
  ];
  for (const [status, code, sentence] of answers) {
    it(`says in a sentence what it means by ${status} ${code}, and no secret`, async () => {
      const receiver = await startReceiver((_request, response) => {
        response.writeHead(status, { 'content-type': 'application/xml' });
        response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`);
      });
      const credentials = { accessKeyId: 'somebody', secretAccessKey: 'do-not-show-me' };
      await onStorage(
        { endpoint: receiver.origin, credentials },
        async (storage) => {
          await assert.rejects(storage.put('x', bytes, 'image/png'), (error: Error) => {
            assert.ok(error instanceof StorageError);
            assert.match(error.message, sentence);
            assert.ok(!error.message.includes('do-not-show-me'));
            return true;
          });
        },
        { maxAttempts: 1 },
      );
      await receiver.close();
    });
  }

  const cases: [string, Partial<S3Declaration>, RegExp][] = [
    ['no bucket', { bucket: 'nowhere' }, /s3:\/\/nowhere at http:\S+ cannot be used: there is no such bucket\.$/],
    [
      'unknown key',
      { credentials: { accessKeyId: 'stranger', secretAccessKey: 'do-not-show-me' } },
      /cannot be used: there is no such access key\.$/,
    ],
    ['nobody there', { endpoint: 'http://127.0.0.1:1' }, /cannot be used: nobody listens at its address\.$/],
  ];
  for (const [name, changes, sentence] of cases) {
    it(`says why: ${name}`, () =>
      onStorage(
        changes,
        async (storage) => {
          await assert.rejects(storage.check(), (error: Error) => {
            assert.ok(error instanceof StorageError);
            assert.match(error.message, sentence);
            assert.ok(!error.message.includes('do-not-show-me'));
            return true;
          });
        },
        { maxAttempts: 1 },
      ));
  }
});
