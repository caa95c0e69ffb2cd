// `/metrics` of the whole service after a life with everything in it: every metric of the table, and no other of ours.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { metricTable } from '../../src/core/metric-table.js';
import { startReceiver } from '../support/http-receiver.js';
import { permanentKey, sleepingModels, startTestService } from './running-service.js';

const submitPath = '/kling/v1/images/generations';

it('shows every metric once something of each kind has happened, in bounded labels', async () => {
  const receiver = await startReceiver();
  const service = await startTestService(sleepingModels, { INKLING_ALLOW_PRIVATE_URLS: '127.0.0.1' });
  const prompt = 'a secret of the caller';
  const submit = (body: object, wait: boolean) =>
    service.call(submitPath, { body: { prompt, ...body }, headers: wait ? { prefer: 'wait=60' } : {} });
  try {
    await submit({ model_name: 'kling-v1', callback_url: `${receiver.origin}/hook` }, true);
    await receiver.received(1);
    await submit({ model_name: 'kling-v1', callback_url: 'http://10.0.0.1/' }, false);
    // One that is cancelled in its worker's hands.
    const slow = await submit({ model_name: 'slow' }, false);
    const { task_id: id } = slow.json.data as { task_id: string };
    const status = async () =>
      ((await service.call(`${submitPath}/${id}`)).json.data as { task_status: string }).task_status;
    while ((await status()) !== 'processing');
    await service.call(`${submitPath}/${id}/cancel`, { method: 'POST' });

    const read = async () => (await fetch(`${service.url}/metrics`)).text();
    // The last try at a callback is counted a moment after its receiver saw it.
    let text = await read();
    while (!text.includes('inkling_callback_attempts_total{verdict="delivered"} 1')) text = await read();
    const shown = new Set([...text.matchAll(/^# TYPE (inkling_\w+) /gm)].map(([, name]) => name));
    const silent = ['inkling_store_errors_total', 'inkling_storage_errors_total'];
    assert.deepEqual(
      Object.keys(metricTable).filter((name) => !shown.has(name) && !silent.includes(name)),
      [],
    );
    assert.deepEqual(
      [...shown].filter((name) => !Object.hasOwn(metricTable, name ?? '')),
      [],
    );
    assert.match(text, /^inkling_tasks_ended_total\{result="succeed",model="kling-v1",engine="sleeper"\} 1$/m);
    assert.match(text, /^inkling_tasks_ended_total\{result="cancelled",model="slow",engine="slow"\} 1$/m);
    assert.match(text, /^inkling_lease_losses_total\{engine="slow"\} 1$/m);
    for (const secret of [prompt, permanentKey, id, '10.0.0.1']) assert.ok(!text.includes(secret), secret);
    // The format: names, labels, a number; nothing else.
    for (const line of text.split('\n').filter((entry) => entry !== '' && !entry.startsWith('#')))
      assert.match(
        line,
        /^[a-zA-Z_:][\w:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*\})? (?:[-+]?[\d.]+(?:e[-+]?\d+)?|NaN|\+Inf)$/,
      );
  } finally {
    await service.close();
    await receiver.close();
  }
});
