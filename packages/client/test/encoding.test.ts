// Base64 and tokens, against what Node itself makes of the same bytes.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromBase64, toBase64, toBase64Url, utf8 } from '../src/encoding.js';
import { signToken } from '../src/index.js';

describe('base64', () => {
  it('is what Node makes of the same bytes, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        assert.equal(toBase64(bytes), buffer.toString('base64'));
        assert.equal(toBase64Url(bytes), buffer.toString('base64url'));
        assert.deepEqual(Buffer.from(fromBase64(toBase64(bytes))), buffer);
      }),
    );
  });

  it('holds where a picture is longer than a list of arguments may be', () => {
    for (const length of [0x7fff, 0x8000, 0x8001, 200_003]) {
      const bytes = new Uint8Array(length).map((_, index) => index * 7);
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
    }
  });

  it('says so when a text is none', () => {
    for (const text of ['%%%', 'a', 'ä']) assert.throws(() => fromBase64(text), TypeError);
  });
});

describe('tokens', () => {
  const keys = { accessKey: 'ak', secretKey: 'schlüssel 密钥' };
  const read = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

  it('are signed with the secret key as UTF-8', async () => {
    const token = await signToken(keys, { nowMs: 1_700_000_000_999 });
    const [head, claims, signature] = token.split('.');
    const expected = createHmac('sha256', keys.secretKey).update(`${head}.${claims}`).digest('base64url');
    assert.equal(signature, expected);
    assert.deepEqual(read(head), { alg: 'HS256', typ: 'JWT' });
    assert.deepEqual(read(claims), { iss: 'ak', exp: 1_700_001_800, nbf: 1_699_999_995 });
  });

  it('live as long as one wants', async () => {
    const [, claims] = (await signToken(keys, { nowMs: 0, lifetimeS: 60 })).split('.');
    assert.equal(read(claims).exp, 60);
  });
});

it('UTF-8 is that of every other program', () => {
  assert.deepEqual([...utf8('é狐🦊')], [...Buffer.from('é狐🦊')]);
});
