// The whole way of a reference picture: base64 or URL, through a real process, to a picture or the contract's words.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { AppError } from '../../src/core/errors.js';
import { createReferenceChecker } from '../../src/images/reference-checker.js';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import { fakeLookup, type LoopbackServer, startServer } from '../outbound/loopback-server.js';
import { flatPng, noisePng, pixelBomb } from './picture-files.js';

const { lookup } = fakeLookup({ 'pictures.example': ['127.0.0.1'], 'inside.example': ['10.0.0.1'] });
const guardedFetch = createGuardedFetch({ allowPrivate: ['127.0.0.1'], lookup });
// Looking for faces takes a second of an idle machine: no test may depend on how busy this one is.
const checker = createReferenceChecker({ guardedFetch, processes: 1, timeLimitMs: 120_000 });
after(() => Promise.all([checker.close(), guardedFetch.close()]));

const plain = { face: false };
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Code, field and message of a refusal. */
async function refusal(pending: Promise<unknown>): Promise<string> {
  const error = await pending.then(
    () => assert.fail('the picture was taken'),
    (failure: AppError) => failure,
  );
  assert.equal(error.name, 'AppError', String(error.stack));
  return `${error.code} ${error.field}: ${error.message}`;
}

describe('base64', () => {
  it('becomes a normalised picture', async () => {
    const picture = await checker.checkBase64(encode(await flatPng(400, 320)), plain);
    assert.deepEqual([picture.contentType, picture.width, picture.height], ['image/jpeg', 400, 320]);
    assert.ok(picture.bytes instanceof Uint8Array);
    assert.equal((await sharp(picture.bytes).metadata()).width, 400);
  });

  it("is refused in the contract's words", async () => {
    const png = encode(await flatPng(320, 320));
    const format = '1201 image: image: File is not in a valid base64 format:';
    const only = `${format} send only what follows 'base64,'`;
    assert.equal(await refusal(checker.checkBase64(`data:image/png;base64,${png}`, plain)), only);
    assert.equal(await refusal(checker.checkBase64(` DATA:,${png}`, plain)), only);
    assert.equal(await refusal(checker.checkBase64('', plain)), `${format} it is empty`);
    assert.equal(
      await refusal(checker.checkBase64('a picture', plain)),
      '1201 image: image: File format is invalid: it looks like something else, allowed formats: PNG, JPEG',
    );
    assert.equal(
      await refusal(checker.checkBase64(`${png.replace(/=/g, '')}!`, plain)),
      `${format} '!' at position ${png.replace(/=/g, '').length + 1} is not base64`,
    );
    assert.equal(
      await refusal(checker.checkBase64(encode(await flatPng(200, 300)), plain)),
      '1201 image: image: Image pixel is invalid: 200x300, each side must be at least 300 px',
    );
    assert.match(await refusal(checker.checkBase64(encode(pixelBomb()), plain)), /30000x30000, at most 40 megapixels/);
  });

  it('is taken up to 10 MB of file and refused above, however it is wrapped', async () => {
    const png = await flatPng(320, 320);
    const limit = 10 * 1024 * 1024;
    const padded = (byteLength: number) => encode(Buffer.concat([png, Buffer.alloc(byteLength - png.length)]));
    const wrapped = padded(limit).replace(/.{76}/g, '$&\r\n');
    assert.equal((await checker.checkBase64(wrapped, plain)).width, 320);
    assert.match(
      await refusal(checker.checkBase64(padded(limit + 1), plain)),
      /File size is invalid: 10\.0 MB, at most 10 MB/,
    );
    assert.match(await refusal(checker.checkBase64('A'.repeat(20_000_000), plain)), /File size is invalid: 14\.3 MB/);
  });
});

describe('URL', () => {
  let server: LoopbackServer;
  let png: Buffer;
  before(async () => {
    png = await flatPng(400, 320);
    server = await startServer((request, response) => {
      switch (new URL(request.url ?? '/', 'http://here').pathname) {
        case '/text':
          return response.writeHead(200, { 'content-type': 'text/plain' }).end(png);
        case '/page':
          return response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><p>sign in');
        case '/moved':
          return response.writeHead(302, { location: '/text' }).end();
        case '/inside':
          return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
        case '/large':
          return response.writeHead(200).end(Buffer.alloc(11 * 1024 * 1024));
        case '/bomb':
          return response.writeHead(200).end(pixelBomb());
        case '/half':
          return response.writeHead(200, { 'content-length': 100 }).write('half');
        default:
          return response.writeHead(404).end(png);
      }
    });
  });
  after(() => server.close());
  const at = (path: string) => `http://pictures.example:${server.port}${path}`;

  it('is taken by its content, whatever its type says, also after a redirect', async () => {
    for (const path of ['/text', '/moved']) assert.equal((await checker.checkUrl(at(path), plain)).width, 400);
    assert.equal(server.requests.at(-1)?.headers.accept, 'image/png, image/jpeg');
  });

  it('is refused with words about it, without the secrets in its query', async () => {
    const signed = '?sig=tell-nobody';
    const cases: [string, RegExp][] = [
      [
        at(`/gone${signed}`),
        /^1201 image: image: 'http:\/\/pictures\.example:\d+\/gone' answered with HTTP status 404$/,
      ],
      [at(`/page${signed}`), /^1201 image: image: File format is invalid: it looks like an HTML page/],
      [at(`/large${signed}`), /^1201 image: image: '[^']+\/large' sends more than 10 MB$/],
      [at(`/bomb${signed}`), /^1201 image: image: Image pixel is invalid: 30000x30000/],
      [at(`/inside${signed}`), /^1300 image: image: '[^']+' points into a private or reserved network/],
      [`http://inside.example/${signed}`, /^1300 image: image: 'http:\/\/inside\.example\/' points into/],
      [`http://nowhere.example/${signed}`, /^1201 image: image: '[^']+' has a host name that cannot be found$/],
      ['ftp://pictures.example/a.png', /^1201 image: .*is not an http or https URL$/],
    ];
    for (const [url, words] of cases) {
      const message = await refusal(checker.checkUrl(url, plain));
      assert.match(message, words);
      assert.doesNotMatch(message, /tell-nobody/);
    }
  });

  it("ends with the caller's reason when the caller leaves", async () => {
    const leaving = new AbortController();
    const check = checker.checkUrl(at('/half'), { face: false, signal: leaving.signal });
    const gone = new Error('gone');
    leaving.abort(gone);
    await assert.rejects(check, gone);
    await assert.rejects(checker.checkBase64('AAAA', { face: false, signal: AbortSignal.abort(gone) }), gone);
  });

  it('is refused on sight where its shape is enough', async () => {
    const shape = (url: string, field: string) => refusal((async () => checker.checkUrlShape(url, field))());
    assert.match(
      await shape('http://10.0.0.1/hook?a=tell-nobody', 'callback_url'),
      /^1300 callback_url: callback_url: 'http:\/\/10\.0\.0\.1\/hook' points/,
    );
    assert.match(await shape('file:///etc/passwd', 'callback_url'), /^1201 callback_url: callback_url: .*not an http/);
    assert.equal(checker.checkUrlShape('https://inside.example/', 'callback_url'), undefined);
  });
});

describe('face', () => {
  // The photographs lie with the illustrator, seen from dist/test/images/.
  const photo = (name: string) =>
    readFile(new URL(`../../../../illustrator/test/fixtures/photos/${name}.jpg`, import.meta.url));
  const face = { face: true };

  it('is one: taken', async () => {
    const picture = await checker.checkBase64(encode(await photo('astronaut')), face);
    assert.equal(picture.contentType, 'image/jpeg');
  });

  it('is none, or two: refused with the number', async () => {
    assert.equal(
      await refusal(checker.checkBase64(encode(await photo('coffee')), face)),
      "1201 image: image: no face was found, image_reference 'face' needs exactly one",
    );
    const half = async (name: string) =>
      sharp(await photo(name))
        .resize(480, 480, { fit: 'cover', position: 'top' })
        .png()
        .toBuffer();
    const both = await sharp({ create: { width: 960, height: 480, channels: 3, background: '#567' } })
      .composite([
        { input: await half('astronaut'), left: 0, top: 0 },
        { input: await half('grace-hopper'), left: 480, top: 0 },
      ])
      .jpeg()
      .toBuffer();
    assert.equal(
      await refusal(checker.checkBase64(encode(both), face)),
      "1201 image: image: 2 faces were found, image_reference 'face' needs exactly one",
    );
  });
});

describe('faces of a picture', () => {
  const folder = new URL('../../../../illustrator/test/fixtures/photos/', import.meta.url);
  const photo = async (name: string) => encode(await readFile(new URL(`${name}.jpg`, folder)));

  it('are told by where they are, surest first', async () => {
    const found = await checker.findFaces(await photo('astronaut'), {});
    assert.equal(found.faces.length, 1);
    const [left = 0, top = 0, right = 0, bottom = 0] = found.faces[0]?.box ?? [];
    assert.ok(left < 0.44 && right > 0.44 && top < 0.22 && bottom > 0.22, JSON.stringify(found));
    assert.ok(right - left < 0.4 && found.width >= 300 && found.height >= 300);
    assert.deepEqual((await checker.findFaces(await photo('coffee'), {})).faces, []);
  });

  it('are looked for only in pictures that a submit would take', async () => {
    assert.match(await refusal(checker.findFaces(encode(await flatPng(200, 300)), {})), /1201 image: .*200x300/);
    assert.match(await refusal(checker.findFaces('data:image/png;base64,AAAA', {})), /send only what follows/);
    assert.match(await refusal(checker.findFaces(encode(pixelBomb()), {})), /at most 40 megapixels/);
    assert.match(await refusal(checker.findFaces('A'.repeat(16_000_000), {})), /at most 10 MB/);
  });
});

describe('bounds of the checker', () => {
  it('are said in codes: too slow 1201, too many 5002, stopping 5001', async () => {
    const png = encode(await noisePng(1850, 1850));
    const slow = createReferenceChecker({ guardedFetch, processes: 1, timeLimitMs: 1 });
    assert.equal(await refusal(slow.checkBase64(png, plain)), '1201 image: image: File takes too long to decode');
    await slow.close();

    const busy = createReferenceChecker({ guardedFetch, processes: 1, maxWaiting: 1 });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() =>
        busy.checkBase64(png, plain).then(
          () => 'taken',
          (error: AppError) => `${error.code} ${error.retryAfterS}`,
        ),
      ),
    );
    assert.deepEqual(outcomes, ['taken', 'taken', '5002 2']);
    const late = refusal(busy.checkBase64(png, plain));
    await Promise.all([busy.close(), busy.close()]);
    assert.match(await late, /^5001 /);
    assert.match(await refusal(busy.checkBase64(png, plain)), /^5001 /);
  });
});
