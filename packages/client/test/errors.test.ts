// One family of errors: which class a code becomes, and what may be tried again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKlingError } from '../src/errors.js';
import {
  AccountError,
  AuthenticationError,
  ConnectionError,
  errorNames,
  InklingError,
  InvalidRequestError,
  KlingError,
  LimitError,
  NotFoundError,
  PermissionError,
  PolicyError,
  retryableCodes,
  ServiceError,
  TaskFailedError,
  WaitTimeoutError,
  WebhookVerificationError,
} from '../src/index.js';

const classes: [typeof KlingError, number[]][] = [
  [AuthenticationError, [1000, 1001, 1002, 1003, 1004]],
  [AccountError, [1100, 1101, 1102]],
  [PermissionError, [1103, 1304]],
  [InvalidRequestError, [1200, 1201, 1202]],
  [NotFoundError, [1203]],
  [PolicyError, [1300, 1301]],
  [LimitError, [1302, 1303]],
  [ServiceError, [5000, 5001, 5002]],
];

describe('errors of answers', () => {
  for (const [expected, codes] of classes) {
    for (const code of codes) {
      it(`${code} is a ${expected.name}`, () => {
        const error = createKlingError({ code, status: 400, message: 'm', requestId: 'r' });
        assert.equal(error.constructor, expected);
        assert.equal(error.name, expected.name);
        assert.ok(error instanceof KlingError && error instanceof InklingError && error instanceof Error);
        assert.equal(error.reason, errorNames[code as keyof typeof errorNames]);
        assert.equal(error.retryable, retryableCodes.includes(code));
      });
    }
  }

  it('leave no code without a class', () => {
    const covered = classes.flatMap(([, codes]) => codes).sort();
    assert.deepEqual(covered, Object.keys(errorNames).map(Number).sort());
  });

  it('of codes that are not known are plain', () => {
    for (const code of [0, 7, 1999, 9000]) {
      const error = createKlingError({ code, status: 400, message: 'm' });
      assert.equal(error.constructor, KlingError);
      assert.deepEqual([error.reason, error.retryable], ['Unknown', false]);
    }
  });

  it('without a code are judged by their status', () => {
    const retryable = (status: number) => createKlingError({ code: 0, status, message: 'm' }).retryable;
    assert.deepEqual([400, 404, 429, 500, 502, 503].map(retryable), [false, false, true, true, true, true]);
  });
});

it('every other error says whether trying again makes sense', () => {
  const task = { task_id: 't', task_status: 'failed', created_at: 1, updated_at: 1 } as const;
  const others: [InklingError, boolean][] = [
    [new ConnectionError('no'), true],
    [new WaitTimeoutError('t', 5), true],
    [new TaskFailedError(task), false],
    [new TaskFailedError({ ...task, task_status_msg: '' }), false],
    [new WebhookVerificationError('no'), false],
  ];
  for (const [error, retryable] of others) {
    assert.ok(error instanceof InklingError);
    assert.equal(error.retryable, retryable);
    assert.equal(error.name, error.constructor.name);
  }
  assert.match(others[3]?.[0].message ?? '', /no reason given/);
});
