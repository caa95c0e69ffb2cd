// Callback verification against the vendor's published vector.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyWebhook, type WebhookOptions, WebhookVerificationError } from '../src/index.js';

const secret = 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=';
const body =
  '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}';
const headers = {
  'webhook-id': '9876543210',
  'webhook-timestamp': '1781080794',
  'webhook-signature': 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=',
};
const nowMs = 1_781_080_794_000;
const rejects = (changes: object, message: RegExp, options: WebhookOptions = { nowMs }) =>
  assert.rejects(verifyWebhook(secret, { headers: { ...headers, ...changes }, body }, options), (error: Error) => {
    assert.ok(error instanceof WebhookVerificationError);
    assert.match(error.message, message);
    return true;
  });

describe('webhook verification', () => {
  it("accepts the vendor's test vector, from either kind of headers", async () => {
    assert.deepEqual(await verifyWebhook(secret, { headers, body }, { nowMs }), JSON.parse(body));
    await verifyWebhook(secret, { headers: new Headers(headers), body }, { nowMs });
  });

  it('takes names in any case, and the body as bytes', async () => {
    const capital = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.replace('webhook', 'Webhook'), value]),
    );
    await verifyWebhook(secret, { headers: capital, body: Buffer.from(body) }, { nowMs });
  });

  it('says what is wrong with a body that was parsed already', async () => {
    const parsed = JSON.parse(body) as string;
    await assert.rejects(verifyWebhook(secret, { headers, body: parsed }, { nowMs }), /raw body.*JSON parser/);
  });

  it('lets the tolerance be chosen', async () => {
    await verifyWebhook(secret, { headers, body }, { nowMs: nowMs + 301_000, toleranceS: 302 });
    await rejects({}, /too old/, { nowMs: nowMs + 11_000, toleranceS: 10 });
  });

  it('accepts any of several secrets and any of several signatures', async () => {
    const other = `whsec_${btoa('another secret of 24 bytes..')}`;
    const signature = `v1,AAAA v1a,xyz ${headers['webhook-signature']}`;
    await verifyWebhook([other, secret], { headers: { ...headers, 'webhook-signature': signature }, body }, { nowMs });
    await assert.rejects(verifyWebhook(other, { headers, body }, { nowMs }), /no signature matches/);
  });

  it('refuses a changed body, id, time or signature', async () => {
    await assert.rejects(verifyWebhook(secret, { headers, body: body.replace('1', '2') }, { nowMs }), /no signature/);
    await rejects({ 'webhook-id': '1' }, /no signature/);
    await rejects({ 'webhook-timestamp': '1781080795' }, /no signature/);
    await rejects({ 'webhook-signature': 'v1,' }, /no signature/);
  });

  it('refuses what is old, early, unreadable or missing', async () => {
    await rejects({}, /too old/, { nowMs: nowMs + 301_000 });
    await rejects({}, /too old/, { nowMs: nowMs - 301_000 });
    await rejects({ 'webhook-timestamp': 'soon' }, /too old/);
    await rejects({ 'webhook-id': undefined }, /webhook-id is missing/);
    await rejects({ 'webhook-signature': '' }, /webhook-signature is missing/);
  });

  it('tells a secret that is no base64', async () => {
    await assert.rejects(verifyWebhook('whsec_%%%', { headers, body }, { nowMs }), TypeError);
  });
});
