// What is read from a gateway's task, and what is not taken for one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasEnded, readTask } from '../../src/cli/generate/task-answer.js';

describe('readTask', () => {
  it('reads a finished task, pictures in order of their index', () => {
    const task = readTask({
      task_id: 't',
      task_status: 'succeed',
      task_status_msg: '',
      created_at: 1,
      task_result: {
        images: [
          { index: 1, url: 'b' },
          { index: 0, url: 'a' },
        ],
        extra: true,
      },
    });
    assert.deepEqual(task, {
      id: 't',
      status: 'succeed',
      statusMessage: '',
      progress: undefined,
      queuePosition: undefined,
      imageUrls: ['a', 'b'],
    });
  });

  it('reads progress and place of an unfinished one', () => {
    const task = readTask({ task_id: 't', task_status: 'submitted', progress: 0.5, queue_position: 3 });
    assert.equal(task?.progress, 0.5);
    assert.equal(task?.queuePosition, 3);
    assert.deepEqual(task?.imageUrls, []);
  });

  it('bears with what gateways have been seen to send', () => {
    assert.equal(readTask({ task_id: 123, task_status: 'submitted' })?.id, '123');
    assert.deepEqual(
      readTask({ task_id: 't', task_status: 'processing', task_status_msg: null, task_result: null })?.imageUrls,
      [],
    );
    assert.deepEqual(
      readTask({ task_id: 't', task_status: 'succeed', task_result: { images: [{ url: 'a' }] } })?.imageUrls,
      ['a'],
    );
  });

  for (const strange of [
    undefined,
    null,
    'task',
    [],
    {},
    { task_id: 't' },
    { task_status: 'succeed' },
    { task_id: '', task_status: 'x' },
  ]) {
    it(`takes ${JSON.stringify(strange)} for no task`, () => assert.equal(readTask(strange), undefined));
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readTask(value)));
  });
});

describe('hasEnded', () => {
  for (const [status, ended] of [
    ['submitted', false],
    ['processing', false],
    ['queued', false],
    ['succeed', true],
    ['failed', true],
  ] as const) {
    it(`says ${ended} of ${status}`, () =>
      assert.equal(hasEnded(readTask({ task_id: 't', task_status: status }) ?? assert.fail()), ended));
  }
});
