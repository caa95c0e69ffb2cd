// Counting and its text form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metricTable } from '../../src/core/metric-table.js';
import { createMetrics } from '../../src/core/metrics.js';

describe('metrics', () => {
  it('counts durations in cumulative buckets, by labels', async () => {
    const metrics = createMetrics();
    const observe = (seconds: number, status = '200') =>
      metrics.observe('inkling_http_request_duration_seconds', ['GET', '/v1/models', status], seconds);
    for (const seconds of [0.0005, 0.001, 0.002, 0.7, 61]) observe(seconds);
    observe(0.1, '401');
    const text = await metrics.render();
    const bucket = (bound: string) =>
      new RegExp(
        `_bucket\\{le="${bound.replace('+', '\\+')}",method="GET",route="/v1/models",status="200"\\} (\\d+)`,
      ).exec(text)?.[1];
    assert.deepEqual(['0.001', '0.0025', '0.5', '1', '60', '+Inf'].map(bucket), ['2', '3', '3', '4', '4', '5']);
    assert.match(text, /^# HELP inkling_http_request_duration_seconds .*\n# TYPE \S+ histogram\n/);
    assert.match(text, /_count\{method="GET",route="\/v1\/models",status="200"\} 5$/m);
    assert.match(text, /_sum\{method="GET",route="\/v1\/models",status="200"\} 61.7035$/m);
    assert.match(text, /_count\{method="GET",route="\/v1\/models",status="401"\} 1$/m);
  });

  it('adds counters up, by one unless told otherwise', async () => {
    const metrics = createMetrics();
    metrics.count('inkling_callback_attempts_total', ['retry']);
    metrics.count('inkling_callback_attempts_total', ['retry']);
    metrics.count('inkling_callback_attempts_total', ['dead']);
    metrics.count('inkling_storage_written_bytes_total', [], 1000);
    assert.match(await metrics.render(), /^inkling_callback_attempts_total\{verdict="retry"\} 2$/m);
    assert.match(await metrics.render(), /^inkling_callback_attempts_total\{verdict="dead"\} 1$/m);
    assert.match(await metrics.render(), /^inkling_storage_written_bytes_total 1000$/m);
  });

  it('reads gauges when it is asked, and leaves out one that cannot be read', async () => {
    const metrics = createMetrics();
    let open = 3;
    metrics.read('inkling_http_event_streams', () => open);
    metrics.read('inkling_tasks', async () => [
      [['waiting'], 5],
      [['running'], 2],
    ]);
    metrics.read('inkling_callbacks_pending', () => Promise.reject(new Error('the database is away')));
    open = 4;
    const text = await metrics.render();
    assert.match(text, /^inkling_http_event_streams 4$/m);
    assert.match(text, /^inkling_tasks\{state="waiting"\} 5\ninkling_tasks\{state="running"\} 2$/m);
    assert.ok(!text.includes('inkling_callbacks_pending'));
  });

  it('escapes what a label may hold', async () => {
    const metrics = createMetrics();
    metrics.count('inkling_lease_losses_total', ['a "b" \\ c\nd']);
    assert.ok((await metrics.render()).includes('{engine="a \\"b\\" \\\\ c\\nd"} 1'));
  });

  it('says nothing about what was never counted', async () => {
    assert.equal(await createMetrics().render(), '\n');
  });
});

describe('the table of metrics', () => {
  for (const [name, row] of Object.entries(metricTable)) {
    it(`names ${name} by the rules of Prometheus`, () => {
      assert.match(name, /^inkling_[a-z_]+$/);
      assert.equal(name.endsWith('_total'), row.kind === 'counter');
      assert.equal('bounds' in row, row.kind === 'histogram');
      if ('bounds' in row) {
        assert.match(name, /_seconds$/);
        assert.deepEqual(
          [...row.bounds].sort((one, other) => one - other),
          [...row.bounds],
        );
      }
      assert.match(row.help, /^[A-Z0-9].*\.$/);
      for (const label of row.labels) assert.match(label, /^[a-z_]+$/);
    });
  }
});
