// What one asks of the illustrator, and what comes back.
import type { Brief } from './brief/brief.js';

/** How a reference picture is used. `restyle` keeps the whole picture and changes its style; `whole` lets the prompt edit it too. */
export type ReferenceKind = 'whole' | 'restyle' | 'subject' | 'face';

export interface Reference {
  /** PNG or JPEG bytes already checked by the caller (≤ 40 Mpx); EXIF orientation is honoured. */
  bytes: Uint8Array;
  kind: ReferenceKind;
  /** [0,1]: 0 free interpretation, 1 the reference itself. */
  imageFidelity: number;
  /** [0,1]: how close facial features stay. */
  humanFidelity: number;
}

export interface IllustrateRequest {
  /** 1–2500 code points. */
  prompt: string;
  negativePrompt?: string;
  /** Pixels, 64–4096 each. */
  width: number;
  height: number;
  /** [0, 2^32). Same seed, index, request and version: same bytes. */
  seed: number;
  /** Which picture of the task, 0-based: varies composition, palette and light. */
  index?: number;
  format: 'png' | 'jpg';
  reference?: Reference;
  /** Paint a second, visibly marked picture too. */
  watermark?: boolean;
  /** Write prompt, seed, style and version into a text chunk or comment; default true. */
  metadata?: boolean;
}

/** One drawn instance; boxes are fractions of the picture, `[x0,y0,x1,y1]`. */
export interface PlannedSubject {
  noun: string;
  concept: string;
  colour: string | null;
  box: [number, number, number, number];
}

/** The scene as planned, in the words of `inkling plan --json`. */
export interface Plan {
  subjects: PlannedSubject[];
  lettering: { text: string; box: [number, number, number, number] }[];
  setting: string;
  time: string;
  weather: string;
  style: string;
  unplaced: string[];
}

export interface Illustration {
  bytes: Uint8Array;
  /** Present when `watermark` was asked for. */
  watermarked?: Uint8Array;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  seed: number;
  plan: Plan;
  brief: Brief;
}

export interface IllustrateOptions {
  signal?: AbortSignal;
  /** Fraction done, 0–1, never falling. */
  onProgress?: (fraction: number) => void;
}

/** Why a request was refused. `field` names the part of the request at fault. */
export class IllustratorError extends Error {
  readonly field: string;
  readonly reason: 'invalid' | 'no-face' | 'many-faces' | 'undecodable';
  constructor(reason: IllustratorError['reason'], field: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'IllustratorError';
    this.reason = reason;
    this.field = field;
  }
}
