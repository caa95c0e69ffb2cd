// Reads JSON as a typed client does: every key has one type, nothing is null, and no key is there that was not declared.
import assert from 'node:assert/strict';

/** `int` fits a 64-bit integer; `status` is one of the four; `[shape]` an array; a key that ends in `?` may be absent. */
export type Shape =
  | 'int'
  | 'float'
  | 'string'
  | 'url'
  | 'status'
  | readonly [Shape]
  | { readonly [key: string]: Shape };

const scalars: Record<string, (value: unknown) => boolean> = {
  int: (value) => Number.isSafeInteger(value),
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  url: (value) => typeof value === 'string' && URL.canParse(value) && /^https?:\/\//.test(value),
  status: (value) => ['submitted', 'processing', 'succeed', 'failed'].includes(value as string),
};

/** Throws an AssertionError naming the place where `value` does not fit. */
export function assertShape(value: unknown, shape: Shape, at = 'answer'): void {
  if (typeof shape === 'string') {
    assert.ok(scalars[shape]?.(value), `${at} is ${JSON.stringify(value)}, not ${shape}`);
    return;
  }
  if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value), `${at} is not an array`);
    for (const [index, item] of value.entries()) assertShape(item, shape[0] as Shape, `${at}[${index}]`);
    return;
  }
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), `${at} is not an object`);
  const entries = Object.entries(shape).map(
    ([key, inner]) => [key.replace(/\?$/, ''), inner, key.endsWith('?')] as const,
  );
  for (const [key, inner, optional] of entries) {
    if (optional && !Object.hasOwn(value, key)) continue;
    assert.ok(Object.hasOwn(value, key), `${at}.${key} is missing`);
    assertShape((value as Record<string, unknown>)[key], inner, `${at}.${key}`);
  }
  const declared = new Set<string>(entries.map(([key]) => key));
  for (const key of Object.keys(value)) assert.ok(declared.has(key), `${at}.${key} is not declared`);
}

/** The envelope of a success. */
export function envelope(data: Shape): Shape {
  return { code: 'int', message: 'string', request_id: 'string', data };
}

/** Every error: no `data`, which some clients take for the sign of success. */
export const errorShape: Shape = { code: 'int', message: 'string', request_id: 'string' };

const taskInfo: Shape = { external_task_id: 'string' };
const times = { created_at: 'int', updated_at: 'int' } as const;

/** `data` of a submit. */
export const submittedShape: Shape = { task_id: 'string', task_status: 'status', 'task_info?': taskInfo, ...times };

/** `data` of a query of a task that has not succeeded. */
export const unfinishedShape: Shape = {
  task_id: 'string',
  task_status: 'status',
  task_status_msg: 'string',
  'task_info?': taskInfo,
  ...times,
};

/** `data` of a query of a task that has. */
export const succeededShape: Shape = {
  ...(unfinishedShape as { [key: string]: Shape }),
  task_result: { images: [{ index: 'int', url: 'url', 'watermark_url?': 'url' }] },
  final_unit_deduction: 'string',
};

/** `data` of the resource packs. */
export const costsShape: Shape = {
  code: 'int',
  msg: 'string',
  resource_pack_subscribe_infos: [
    {
      resource_pack_name: 'string',
      resource_pack_id: 'string',
      resource_pack_type: 'string',
      total_quantity: 'float',
      remaining_quantity: 'float',
      purchase_time: 'int',
      effective_time: 'int',
      invalid_time: 'int',
      status: 'string',
    },
  ],
};
