// A task as the gallery shows it.
import type { ImageTask, TaskStatus } from '@inkling/client';
import type { StudioRequest, StudioTask } from '../api/studio-task.js';

/** One finished picture; `small` and `medium` are 320 and 640 px wide. */
export interface GalleryPicture {
  index: number;
  url: string;
  small: string;
  medium: string;
  /** Address of its visibly marked twin, where one was asked for and the engine makes them. */
  marked: string | undefined;
  width: number;
  height: number;
  bytes: number;
}

/** One task of the account. */
export interface GalleryTask {
  id: string;
  externalId: string | undefined;
  status: TaskStatus;
  /** Why it failed, in the server's words. */
  message: string;
  createdAtMs: number;
  /** Undefined while it runs. */
  endedAtMs: number | undefined;
  /** What was asked for. */
  request: StudioRequest;
  /** Of each picture, px. */
  width: number;
  height: number;
  pictures: GalleryPicture[];
  units: number;
  /** It started from a picture, which the server may still have. */
  hasReference: boolean;
  /** 0–1. */
  progress: number;
  /** Of each picture, 0–1; undefined where only the whole is known. */
  pictureProgress: readonly number[] | undefined;
  /** Tasks before it while it waits, where the server says. */
  queuePosition: number | undefined;
}

/** Will it change no more? */
export function hasEnded(task: Pick<GalleryTask, 'status'>): boolean {
  return task.status === 'succeed' || task.status === 'failed';
}

/** What the server writes when the caller ended the task (contract §7). */
const cancelledMessage = 'Cancelled by the caller';

/** Did its owner end it? */
export function wasCancelled(task: GalleryTask): boolean {
  return task.status === 'failed' && task.message === cancelledMessage;
}

/** An address that a browser may load: nothing but http(s). */
const isWeb = (url: string) => /^https?:\/\//i.test(url);

function markedTwin(task: StudioTask, index: number): string | undefined {
  const url = task.task_result?.images.find((image) => image.index === index)?.watermark_url;
  return url !== undefined && isWeb(url) ? url : undefined;
}

/** Reads a task off the wire. */
export function toGalleryTask(task: StudioTask): GalleryTask {
  return {
    id: task.task_id,
    externalId: task.task_info?.external_task_id,
    status: task.task_status,
    message: task.task_status_msg ?? '',
    createdAtMs: task.created_at,
    endedAtMs: task.ended_at ?? undefined,
    request: task.request,
    width: task.width,
    height: task.height,
    pictures: task.pictures
      .filter(({ url }) => isWeb(url))
      .map(({ index, url, thumbnails, width, height, byte_length: bytes }) => ({
        index,
        url,
        small: thumbnails['320'] ?? url,
        medium: thumbnails['640'] ?? url,
        marked: markedTwin(task, index),
        width,
        height,
        bytes,
      })),
    units: task.units,
    hasReference: task.has_reference,
    progress: task.progress,
    pictureProgress: task.progress_per_image,
    queuePosition: undefined,
  };
}

/** The further of each pair: an answer may be older than what is known, and a new try does not set a picture back. */
export function furthest(
  one: readonly number[] | undefined,
  other: readonly number[] | undefined,
): readonly number[] | undefined {
  if (!one || !other) return one ?? other;
  return other.map((fraction, index) => Math.max(fraction, one[index] ?? 0));
}

/** Where the picture lies that a task started from, while the server keeps it; for whoever has the account's key. */
export function referencePath(taskId: string): string {
  return `/studio/v1/tasks/${encodeURIComponent(taskId)}/reference`;
}

/** How far one picture is, 0–1: by itself where that is known, else with all the others. */
export function progressOf(task: GalleryTask, index: number): number {
  return task.pictureProgress?.[index] ?? task.progress;
}

/** A known task with what an event of its stream says. Pictures come with the whole task, not with events. */
export function withEvent(
  task: GalleryTask,
  event: ImageTask & { progress?: number; progress_per_image?: number[]; queue_position?: number },
): GalleryTask {
  return {
    ...task,
    status: event.task_status,
    message: event.task_status_msg ?? '',
    progress: Math.max(task.progress, event.progress ?? 0),
    pictureProgress: furthest(task.pictureProgress, event.progress_per_image),
    queuePosition: event.task_status === 'submitted' ? (event.queue_position ?? task.queuePosition) : undefined,
  };
}
