// A service that calls back to this machine, and what every receiver of the documents must do with it.
import assert from 'node:assert/strict';
import { permanentKey, type RunningService, sleepingModels, startTestService } from '../service/running-service.js';
import { type Receiver, startReceiver } from './try-program.js';

/** The secret of the default account. */
const secret = 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=';

/** Starts it; every model is served at once. */
export function startCallbackService(): Promise<RunningService> {
  const accounts = [{ id: 'default', webhookSecret: secret }];
  return startTestService({ ...sleepingModels, accounts }, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
}

/** One real callback arrives and is believed; a forged one, and an old one sent again, are not. */
export async function tryReceiver(service: RunningService, what: { language: string; code: string }): Promise<void> {
  const receiver: Receiver = await startReceiver(what, service.url, { WEBHOOK_SECRET: secret });
  try {
    const body = { model_name: 'kling-v1', prompt: 'a fox', callback_url: receiver.address };
    const { data } = (await service.call('/kling/v1/images/generations', { key: permanentKey, body })).json;
    const { task_id } = data as { task_id: string };
    await receiver.said(`${task_id} succeed`);
    const forged = JSON.stringify({ task_id: 'forged', task_status: 'succeed' });
    const now = String(Math.floor(Date.now() / 1000));
    // The vendor's test vector: well signed, and long over.
    const old =
      '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}';
    const oldSignature = 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=';
    const bad: [string, string, string][] = [
      [forged, now, 'v1,AAAA'],
      [forged, now, oldSignature],
      [old, '1781080794', oldSignature],
    ];
    for (const [text, timestamp, signature] of bad) {
      const headers = { 'webhook-id': '9876543210', 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      const { status } = await fetch(receiver.address, { method: 'POST', headers, body: text });
      assert.equal(status, 400, signature);
    }
    const bare = await fetch(receiver.address, { method: 'POST', body: forged });
    assert.equal(bare.status, 400, 'unsigned');
    await bare.arrayBuffer();
  } finally {
    await receiver.close();
  }
}
