// What an administrator may do with tasks, callbacks and whole accounts, whoever owns them. The command line and
// `/admin/v1` both come through here, so that every change is made the same way and written into the audit log.
import type { Administration } from '../accounts/administration.js';
import { AppError, quoteValue } from '../core/errors.js';
import type { Task, TaskStatus } from '../core/task.js';
import type { Delivery, DeliveryAttempt, Store } from '../store/store.js';
import type { TaskService } from './task-service.js';

export interface TaskFilter {
  accountId?: string;
  status?: TaskStatus;
  /** In tasks. */
  limit: number;
  offset: number;
}

export interface TaskAdministration {
  /** Newest first. */
  listTasks(filter: TaskFilter): Promise<Task[]>;
  /** By task id. AppError 1203 when there is none. */
  findTask(id: string): Promise<Task>;
  /** Ends a task; one already ended is returned as it is. AppError 1203. */
  cancelTask(id: string): Promise<Task>;
  /** Removes a task with its pictures and callbacks, ending it first if need be. AppError 1203. */
  deleteTask(id: string): Promise<void>;
  /** Newest first. */
  listCallbacks(state: Delivery['state'] | undefined, limit: number): Promise<Delivery[]>;
  /** Of one task, oldest first, with every try. AppError 1203. */
  callbacksOf(taskId: string): Promise<(Delivery & { log: DeliveryAttempt[] })[]>;
  /** Makes a callback due now. AppError 1203 when there is none, or a try is under way. */
  redeliver(callbackId: string): Promise<void>;
  /** Removes an account with its keys, packs, tasks and pictures; new submits are refused meanwhile. AppError 1203. */
  purgeAccount(id: string): Promise<{ tasks: number }>;
}

interface TaskAdministrationParts {
  administration: Administration;
  tasks: Pick<TaskService, 'cancel' | 'remove'>;
  store: Pick<Store, 'admin' | 'deliveries'>;
}

/** Tasks that a purge removes between two looks. */
const purgeBatch = 100;

export function createTaskAdministration(parts: TaskAdministrationParts): TaskAdministration {
  const { administration, tasks, store } = parts;

  async function findTask(id: string): Promise<Task> {
    const task = await store.admin.findTask(id);
    if (!task) throw new AppError(1203, `There is no task '${quoteValue(id)}'`);
    return task;
  }

  return {
    listTasks: (filter) => store.admin.listTasks(filter),
    findTask,

    async cancelTask(id) {
      const task = await findTask(id);
      await administration.note('task.cancel', task.id);
      return (await tasks.cancel(task.accountId, task.id)) ?? task;
    },

    async deleteTask(id) {
      const task = await findTask(id);
      await administration.note('task.delete', task.id);
      await tasks.remove(task.accountId, task.id);
    },

    listCallbacks: (state, limit) => store.deliveries.list(state, limit),

    async callbacksOf(taskId) {
      return store.deliveries.listOfTask((await findTask(taskId)).id);
    },

    async redeliver(callbackId) {
      if (!(await store.deliveries.redeliver(callbackId)))
        throw new AppError(1203, `No callback '${quoteValue(callbackId)}' that could be made again now`);
      await administration.note('callback.redeliver', callbackId);
    },

    async purgeAccount(id) {
      await administration.getAccount(id);
      await administration.putAccount(id, { enabled: false });
      let removed = 0;
      for (;;) {
        const some = await store.admin.listTasks({ accountId: id, limit: purgeBatch, offset: 0 });
        if (some.length === 0) break;
        for (const task of some) await tasks.remove(task.accountId, task.id);
        removed += some.length;
      }
      await store.admin.deleteAccount(id);
      await administration.note('account.purge', id, { tasks: removed });
      return { tasks: removed };
    },
  };
}
