// Where the store's tasks come from: the studio's own list, and the SDK for what Kling's routes do as well.
import type { Images } from '@inkling/client';
import type { Caller } from '../api/caller.js';
import type { StudioPage, StudioTask } from '../api/studio-task.js';
import { type TaskFilter, toQuery } from './task-filter.js';

/** What the task store asks of the server. */
export interface TaskSource {
  page(filter: TaskFilter, limit: number, before: string | undefined, signal: AbortSignal): Promise<StudioPage>;
  get(taskId: string, signal: AbortSignal): Promise<StudioTask>;
  cancel(taskId: string): Promise<void>;
  remove(taskId: string): Promise<void>;
  events: Images['events'];
}

/** `apiPath`: the prefix of Kling's routes. */
export function createTaskSource(images: Images, call: Caller, apiPath: string): TaskSource {
  const path = (id: string) => `/studio/v1/tasks/${encodeURIComponent(id)}`;
  return {
    page: (filter, limit, before, signal) =>
      call<StudioPage>('GET', `/studio/v1/tasks?${toQuery(filter, limit, before)}`, { signal }),
    get: (taskId, signal) => call<StudioTask>('GET', path(taskId), { signal }),
    async cancel(taskId) {
      await images.cancel(taskId);
    },
    async remove(taskId) {
      await call('DELETE', `${apiPath}/images/generations/${encodeURIComponent(taskId)}`);
    },
    events: (taskId, options) => images.events(taskId, options),
  };
}
