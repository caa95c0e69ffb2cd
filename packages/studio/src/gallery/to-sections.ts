// Tasks in order → days of tiles.
import type { GalleryTask } from '../tasks/gallery-task.js';
import type { Words } from '../text/english.js';
import type { Tile } from './arrange-rows.js';

/** What a tile shows: a finished picture, or (`index` of `n`) a task without pictures. */
export interface TileItem {
  task: GalleryTask;
  index: number;
}

/** A failed task is a card of text, whatever its pictures would have been. */
const cardRatio = 1.1;

function tilesOf(task: GalleryTask): Tile<TileItem>[] {
  const tile = (index: number, ratio: number) => ({ key: `${task.id} ${index}`, ratio, item: { task, index } });
  if (task.status === 'succeed') return task.pictures.map(({ index, width, height }) => tile(index, width / height));
  if (task.status === 'failed') return [tile(0, cardRatio)];
  return Array.from({ length: task.request.n }, (_, index) => tile(index, task.width / task.height));
}

/** Day sections, newest first, as the tasks are. */
export function toSections(tasks: readonly GalleryTask[], language: string, words: Words) {
  const dayMs = 24 * 60 * 60 * 1000;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const today = format.format(Date.now());
  const yesterday = format.format(Date.now() - dayMs);
  const sections = new Map<string, Tile<TileItem>[]>();
  for (const task of tasks) {
    const day = format.format(task.createdAtMs);
    const name = day === today ? words.today : day === yesterday ? words.yesterday : day;
    const tiles = sections.get(name) ?? [];
    tiles.push(...tilesOf(task));
    sections.set(name, tiles);
  }
  return [...sections].map(([name, tiles]) => ({ name, tiles }));
}
