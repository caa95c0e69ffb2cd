// The studio's own routes on the wire: a task with all there is to know of it.
import type { ImageTask } from '@inkling/client';

/** What was asked for, with every default filled in. */
export interface StudioRequest {
  model_name: string;
  prompt: string;
  negative_prompt: string | null;
  image_reference: 'subject' | 'face' | null;
  /** [0, 1] */
  image_fidelity: number;
  /** [0, 1] */
  human_fidelity: number;
  n: number;
  aspect_ratio: string;
  resolution: string;
  output_format: 'png' | 'jpg';
  seed: number;
  watermark: boolean;
  callback_url: string | null;
}

/** A finished picture. */
export interface StudioPicture {
  /** 0-based. */
  index: number;
  url: string;
  /** URLs of WebP pictures by their width, px. */
  thumbnails: Record<string, string>;
  width: number;
  height: number;
  byte_length: number;
}

/** A task; times are Unix ms. */
export interface StudioTask extends ImageTask {
  request: StudioRequest;
  /** Pixels of each picture. */
  width: number;
  height: number;
  /** [0, 1] */
  progress: number;
  /** The same for each picture, while the task runs; absent where the engine does not tell. */
  progress_per_image?: number[];
  faults: number;
  units: number;
  ended_at: number | null;
  has_reference: boolean;
  pictures: StudioPicture[];
}

/** A moment of a task's tries. */
export interface HistoryMark {
  /** A worker took it; a try failed for no fault of the request; its worker was not heard of any more. */
  kind: 'started' | 'fault' | 'lost';
  worker: string | null;
  at: number;
}

/** A task read by itself. */
export interface StudioTaskDetail extends StudioTask {
  /** Oldest first. */
  history: HistoryMark[];
}

/** One page of the list. */
export interface StudioPage {
  tasks: StudioTask[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
}

/** A face in a picture: left, top, right, bottom as fractions of its sides. */
export interface FoundFace {
  box: [number, number, number, number];
  score: number;
}

/** One try of a callback. */
interface CallbackAttempt {
  attempt: number;
  started_at: number;
  duration_ms: number;
  http_status: number | null;
  error: string | null;
  reply: string | null;
}

/** A callback of a task with every try. */
export interface TaskCallback {
  webhook_id: string;
  url: string;
  task_status: string;
  state: 'pending' | 'delivered' | 'dead';
  attempts: number;
  next_attempt_at: number | null;
  created_at: number;
  ended_at: number | null;
  log: CallbackAttempt[];
}

/** A resource pack as `GET /account/costs` shows it. */
export interface ResourcePack {
  resource_pack_id: string;
  resource_pack_name: string;
  total_quantity: number;
  remaining_quantity: number;
  effective_time: number;
  invalid_time: number;
  status: 'toBeOnline' | 'online' | 'expired' | 'runOut';
}
