// `inkling tasks`: every account's tasks, and an end to any of them.
import { type Task, taskStatuses } from '../../core/task.js';
import { renderAdminTask } from '../../http/admin/render-admin.js';
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';
import { type AdminParts, administer } from './administer.js';
import { type ShowOptions, shortTime, showDone, showObject, showRows } from './show.js';

export interface TaskListOptions extends ShowOptions {
  account?: string;
  status?: string;
  limit?: string;
}

/** The option's number, 1 to 500. */
export function readLimit(limit: string | undefined): number {
  const number = limit === undefined ? 50 : Number(limit);
  if (!Number.isInteger(number) || number < 1 || number > 500)
    throw new CommandFailure(`--limit takes a number from 1 to 500, not '${limit}'`, { exitCode: exitCodes.usage });
  return number;
}

/** A value out of a list. */
export function readChoice<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    const problem = `${option} takes ${choices.join(', ')}, not '${value}'`;
    throw new CommandFailure(problem, { exitCode: exitCodes.usage });
  }
  return found;
}

const render = (task: Task, publicUrl: string | null) => renderAdminTask(task, publicUrl ?? task.publicOrigin);

export async function listTasks(options: TaskListOptions, parts: AdminParts): Promise<void> {
  const limit = readLimit(options.limit);
  const status = readChoice('--status', options.status, taskStatuses);
  const { account } = options;
  const found = await administer(parts, async ({ tasks, publicUrl }) => {
    const filter = { limit, offset: 0, ...(account && { accountId: account }), ...(status && { status }) };
    return (await tasks.listTasks(filter)).map((task) => render(task, publicUrl));
  });
  showRows(
    parts.world,
    options,
    found,
    {
      'TASK ID': (task) => task.task_id,
      ACCOUNT: (task) => task.account_id,
      MODEL: (task) => task.model_name,
      N: (task) => task.n,
      STATUS: (task) => task.task_status,
      CREATED: (task) => shortTime(task.created_at),
      MESSAGE: (task) => task.task_status_msg,
    },
    'There are no such tasks.',
  );
}

export async function showTask(id: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  const task = await administer(parts, async (house) => render(await house.tasks.findTask(id), house.publicUrl));
  showObject(parts.world, options, task);
}

/** A worker in another process drops what it is painting at its next heartbeat; the slots are free at once. */
export async function cancelTask(id: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  const task = await administer(parts, async (house) => render(await house.tasks.cancelTask(id), house.publicUrl));
  const state = `${task.task_status}${task.task_status_msg === '' ? '' : ` (${task.task_status_msg})`}`;
  showDone(parts.world, options, task, `Task ${id} of account '${task.account_id}' has ended: ${state}.`);
}

export async function deleteTask(id: string, options: ShowOptions, parts: AdminParts): Promise<void> {
  await administer(parts, ({ tasks }) => tasks.deleteTask(id));
  showDone(parts.world, options, { task_id: id, deleted: true }, `Task ${id} is gone, with its pictures.`);
}
