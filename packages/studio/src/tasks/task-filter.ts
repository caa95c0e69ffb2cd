// Which tasks the gallery shows.
import type { GalleryTask } from './gallery-task.js';

/** States as people tell them apart. */
export const taskStates = ['running', 'succeed', 'failed'] as const;
export type TaskState = (typeof taskStates)[number];

/** Empty parts ask for nothing. */
export interface TaskFilter {
  /** Part of the prompt. */
  search: string;
  state: TaskState | '';
  model: string;
}

export const noFilter: TaskFilter = { search: '', state: '', model: '' };

/** Does it leave anything out? */
export function isFiltering(filter: TaskFilter): boolean {
  return filter.search !== '' || filter.state !== '' || filter.model !== '';
}

/** The query string of a page of the list. */
export function toQuery(filter: TaskFilter, limit: number, before: string | undefined): string {
  const query = new URLSearchParams({ limit: String(limit) });
  if (before !== undefined) query.set('before', before);
  for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value);
  return query.toString();
}

/** Would the server list this task? For tasks that change while they are shown. */
export function matches(task: GalleryTask, { search, state, model }: TaskFilter): boolean {
  const stateOf = task.status === 'succeed' || task.status === 'failed' ? task.status : 'running';
  return (
    (state === '' || stateOf === state) &&
    (model === '' || task.request.model_name === model) &&
    task.request.prompt.toLowerCase().includes(search.toLowerCase())
  );
}
