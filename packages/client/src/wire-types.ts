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
  /** Inkling only: same seed, same picture. An integer in [0, 2^32). */
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
}

/** Every answer: `data` is there when `code` is 0, and only then. */
export interface Envelope<Data> {
  code: number;
  message: string;
  request_id: string;
  data?: Data;
}
