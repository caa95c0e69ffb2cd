// What the rest of the house may do with tasks.
import type { Picture, Task } from '../core/task.js';
import type { NewTask } from '../store/store.js';

export type SubmitInput = Omit<NewTask, 'id' | 'units'> & {
  /** Chosen by the caller of submit, because the reference is stored below it first. */
  id: string;
};

export interface TaskService {
  /** A fresh id, for whoever must store a reference before submitting. */
  newId(): string;
  /** AppError 1201 (external id taken, idempotency conflict), 5001 (draining), 5002 (queue full). */
  submit(input: SubmitInput): Promise<Task>;
  find(accountId: string, idOrExternalId: string): Promise<Task | undefined>;
  list(accountId: string, pageNumber: number, pageSize: number): Promise<Task[]>;
  cancel(accountId: string, idOrExternalId: string): Promise<Task | undefined>;
  /** Resolves when the task has ended or `ms` have passed, with the task as it then stands. */
  waitForEnd(accountId: string, id: string, ms: number, signal?: AbortSignal): Promise<Task | undefined>;
  /** Of a waiting task, 0-based; undefined when it is not waiting. */
  queuePosition(id: string): Promise<number | undefined>;
  findPicture(token: string): Promise<Picture | undefined>;
  /** From now on submits are refused with 5001. */
  drain(): void;
  readonly draining: boolean;
}
