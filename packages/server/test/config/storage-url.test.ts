// Addresses of buckets, as people write them for one service or another.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfiguration } from '../../src/config/configuration.js';
import type { Fault } from '../../src/config/fault.js';
import { describeS3, readStorageUrl } from '../../src/config/storage-url.js';

/** What a URL stands for; fails when it is refused. */
function read(url: string, env: Record<string, string> = {}) {
  const faults: Fault[] = [];
  const declaration = readStorageUrl(url, 'X', env, faults);
  assert.deepEqual(faults, []);
  return declaration ?? assert.fail(url);
}

/** Why a URL is refused. */
function refusals(url: string, env: Record<string, string> = {}): string[] {
  const faults: Fault[] = [];
  assert.equal(readStorageUrl(url, 'X', env, faults), undefined, url);
  return faults.map((fault) => fault.message);
}

describe('address of a bucket', () => {
  it('on AWS needs a region, puts the bucket before the host and takes the usual variables', () => {
    const env = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
    const expected = {
      bucket: 'my-pictures',
      prefix: 'inkling/v1',
      endpoint: null,
      publicEndpoint: null,
      region: 'eu-central-1',
      pathStyle: false,
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' },
    };
    assert.deepEqual(read('s3://my-pictures/inkling/v1/?region=eu-central-1', env), expected);
    assert.deepEqual(read('s3://my-pictures/inkling/v1', { ...env, AWS_REGION: 'eu-central-1' }), expected);
    assert.deepEqual(read('s3://my-pictures/inkling/v1', { ...env, AWS_DEFAULT_REGION: 'eu-central-1' }), expected);
    assert.deepEqual(refusals('s3://my-pictures', env), ['needs region=… (or endpoint=… where it is not AWS)']);
  });

  it('leaves credentials to the roles of the machine when none are given', () => {
    assert.equal(read('s3://b-1/?region=us-east-1').credentials, null);
    assert.equal(
      read('s3://b-1/?region=us-east-1', { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }).credentials,
      null,
    );
  });

  it('on MinIO, R2 and OSS names an endpoint, with the style that each wants', () => {
    const minio = read('s3://minioadmin:mini%2Fadmin@pictures?endpoint=http://minio:9000');
    assert.equal(minio.endpoint, 'http://minio:9000');
    assert.equal(minio.pathStyle, true);
    assert.deepEqual(minio.credentials, { accessKeyId: 'minioadmin', secretAccessKey: 'mini/admin' });
    const r2 = read('s3://pictures?endpoint=https://0123.r2.cloudflarestorage.com&region=auto&accessKey=a&secretKey=b');
    assert.equal(r2.region, 'auto');
    assert.deepEqual(r2.credentials, { accessKeyId: 'a', secretAccessKey: 'b' });
    const oss = read(
      's3://pictures?endpoint=https://oss-cn-hangzhou.aliyuncs.com&region=oss-cn-hangzhou&style=virtual',
    );
    assert.equal(oss.pathStyle, false);
    assert.equal(read('s3://pictures', { AWS_ENDPOINT_URL_S3: 'http://s3.lan' }).endpoint, 'http://s3.lan');
    assert.equal(read('s3://pictures', { AWS_ENDPOINT_URL: 'http://s3.lan/' }).endpoint, 'http://s3.lan');
  });

  it('may name its secrets by where they are kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'inkling-url-'));
    await writeFile(join(folder, 'secret'), 'from a file\n');
    const url = `s3://pictures?endpoint=http://m&accessKey=env:WHO&secretKey=file:${join(folder, 'secret')}`;
    assert.deepEqual(read(url, { WHO: 'me' }).credentials, { accessKeyId: 'me', secretAccessKey: 'from a file' });
    assert.deepEqual(refusals(url), [
      'accessKey: the environment variable WHO is not set',
      'names a secret key without its access key',
    ]);
    await rm(folder, { recursive: true });
  });

  it('is refused with everything that is wrong in it, and never shown', () => {
    const cases: [string, RegExp][] = [
      ['s3://UPPER?endpoint=http://m', /does not name a bucket/],
      ['s3://x?endpoint=http://m', /does not name a bucket/],
      ['s3://pictures/../up?endpoint=http://m&endpiont=1', /no parameter 'endpiont' \(did you mean 'endpoint'\?\)/],
      ['s3://pictures/.hidden?endpoint=http://m', /prefix that is not made of/],
      ['s3://pictures/a//b?endpoint=http://m', /prefix that is not made of/],
      ['s3://pictures?endpoint=minio:9000', /endpoint is not an http or https URL/],
      ['s3://pictures?endpoint=http://m&publicEndpoint=ftp://m', /publicEndpoint is not an http or https URL/],
      ['s3://pictures?endpoint=http://m&style=flat', /neither 'path' nor 'virtual'/],
      ['s3://key@pictures?endpoint=http://m', /an access key without its secret key/],
      ['s3://pictures?endpoint=http://m&secretKey=s', /a secret key without its access key/],
      ['s3://pictures:port', /is not a URL like/],
    ];
    for (const [url, message] of cases) assert.match(refusals(url).join('\n'), message, url);
  });

  it('is described without what must stay secret', () => {
    assert.equal(
      describeS3(read('s3://key:do-not-show@pictures/p?endpoint=http://m&sessionToken=do-not-show')),
      's3://pictures/p at http://m',
    );
    assert.equal(describeS3(read('s3://pictures?region=eu-west-1')), 's3://pictures at AWS eu-west-1');
  });
});

describe('the bucket of a configuration', () => {
  it('is there when INKLING_STORAGE_URL is, and only then', () => {
    assert.equal(readConfiguration({}).bucket, null);
    const { bucket } = readConfiguration({ INKLING_STORAGE_URL: 's3://pictures?endpoint=http://m' });
    assert.equal(bucket?.bucket, 'pictures');
  });

  it('is needed for links into it', () => {
    assert.throws(() => readConfiguration({ INKLING_PICTURE_LINKS: 'presigned' }), /needs a bucket/);
    readConfiguration({ INKLING_PICTURE_LINKS: 'presigned', INKLING_STORAGE_URL: 's3://pictures?endpoint=http://m' });
  });

  it('never shows its URL when that is refused', () => {
    for (const url of ['S3:/key:do-not-show@pictures', 's3://key:do-not-show@UPPER'])
      assert.throws(
        () => readConfiguration({ INKLING_STORAGE_URL: url }),
        (error: Error) => !error.message.includes('do-not-show') && error.message.includes('INKLING_STORAGE_URL'),
      );
  });
});
