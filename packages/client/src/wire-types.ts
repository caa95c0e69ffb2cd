// The wire: what goes over HTTP, field by field, as the Kling Images API and Inkling speak it.

export type TaskStatus = 'submitted' | 'processing' | 'succeed' | 'failed';

/** The body of a submit. Only `prompt` is required by every service; gateways want `model_name` too. */
export interface GenerateParams {
  /** 1–2500 characters. */
  prompt: string;
  model_name?: string;
  /** Up to 2500 characters; not together with `image`. */
  negative_prompt?: string;
  /** Reference picture: an http(s) URL, or base64 without the `data:` prefix. */
  image?: string;
  image_reference?: 'subject' | 'face';
  /** [0, 1] */
  image_fidelity?: number;
  /** [0, 1] */
  human_fidelity?: number;
  output_format?: 'png' | 'jpg';
  /** 1–9 pictures. */
  n?: number;
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9';
  resolution?: '1k' | '2k';
  callback_url?: string;
  /** Unique within the account, up to 255 characters. */
  external_task_id?: string;
  watermark_info?: { enabled: boolean };
  /** Inkling only: same seed, same picture. An integer in [0, 2^32). Not sent to Kling itself. */
  seed?: number;
}

export interface GeneratedImage {
  /** 0-based. */
  index: number;
  url: string;
  watermark_url?: string;
}

/** A task as queries, lists, waits and callbacks show it. Times are Unix milliseconds. */
export interface ImageTask {
  task_id: string;
  task_status: TaskStatus;
  /** Why it failed. */
  task_status_msg?: string;
  task_info?: { external_task_id: string };
  created_at: number;
  updated_at: number;
  /** Present once it succeeded. */
  task_result?: { images: GeneratedImage[] };
  /** Billing units, as text. */
  final_unit_deduction?: string;
}

/** What Inkling says about one model. */
export interface ModelInfo {
  model_name: string;
  engine: string;
  text_to_image: boolean;
  image_to_image: string[];
  image_reference_required: boolean;
  aspect_ratios: string[];
  resolutions: string[];
  sizes: { aspect_ratio: string; resolution: string; width: number; height: number }[];
  max_n: number;
  max_prompt_length: number;
  units_per_image: number;
  /** False while its engine is down: submits are accepted and wait. Servers before 0.2 do not say. */
  available?: boolean;
}

/** One callback that a task owed, and every try of it. Times are Unix milliseconds. */
export interface CallbackDelivery {
  /** The `webhook-id` of every try. */
  webhook_id: string;
  url: string;
  /** What it tells of. */
  task_status: TaskStatus;
  /** `pending` until it arrived (`delivered`) or was given up (`dead`). */
  state: 'pending' | 'delivered' | 'dead';
  attempts: number;
  /** `null` once it has ended. */
  next_attempt_at: number | null;
  created_at: number;
  ended_at: number | null;
  log: {
    attempt: number;
    started_at: number;
    duration_ms: number;
    /** `null` when there was no answer; `error` says why. */
    http_status: number | null;
    error: string | null;
    /** The beginning of what the receiver answered. */
    reply: string | null;
  }[];
}

/** A resource pack of the account. Times are Unix milliseconds. */
export interface ResourcePack {
  resource_pack_name: string;
  resource_pack_id: string;
  resource_pack_type: 'decreasing_total' | 'constant_period';
  total_quantity: number;
  remaining_quantity: number;
  purchase_time: number;
  effective_time: number;
  invalid_time: number;
  status: 'toBeOnline' | 'online' | 'expired' | 'runOut';
}

/** Every answer: `data` is there when `code` is 0, and only then. */
export interface Envelope<Data> {
  code: number;
  message: string;
  request_id: string;
  data?: Data;
}
