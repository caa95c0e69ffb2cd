// Signatures against the vendor's published vector and the library's own verifier.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { signDelivery } from '../../src/callbacks/sign-delivery.js';

const vendorSecret = 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=';

describe('signature', () => {
  it("equals the vendor's test vector", () => {
    const body =
      '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}';
    assert.deepEqual(signDelivery([vendorSecret], { id: '9876543210', timestampS: 1781080794, body }), {
      'webhook-id': '9876543210',
      'webhook-timestamp': '1781080794',
      'webhook-signature': 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=',
    });
  });

  it('verifies with either secret while rotating, and not when a byte changed', () => {
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const timestampS = Math.floor(Date.now() / 1000);
    const headers = signDelivery([other, vendorSecret], { id: 'msg_1', timestampS, body: '{"a":1}' });
    for (const secret of [other, vendorSecret]) {
      assert.deepEqual(new Webhook(secret).verify('{"a":1}', headers), { a: 1 });
      assert.throws(() => new Webhook(secret).verify('{"a":2}', headers));
    }
    const stranger = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    assert.throws(() => new Webhook(stranger).verify('{"a":1}', headers));
  });
});
