// What the HTTP room is made of: the slices of the house it uses, and its settings with their defaults.
import type { ContentPolicy } from '../accounts/policy/content-policy.js';
import type { Caller } from '../core/account.js';
import type { Clock } from '../core/clock.js';
import type { Log } from '../core/log.js';
import type { Metrics } from '../core/metrics.js';
import type { Model } from '../core/model.js';
import type { Tracer } from '../core/tracing.js';
import type { ReferenceChecker } from '../images/checked-picture.js';
import type { Storage } from '../storage/storage.js';
import type { Store } from '../store/store.js';
import type { TaskService } from '../tasks/task-service.js';
import type { ThumbnailMaker } from '../tasks/thumbnail-maker.js';
import type { AdminParts } from './admin/admin-routes.js';
import type { EngineWindow } from './engine-window.js';

/** Turns an `Authorization` header into a caller; throws AppError 1000–1004, 1100, 1302, 1304. */
export interface Authenticator {
  authenticate(authorization: string | undefined, callerIp: string): Promise<Caller>;
}

/** Bounds and addresses; the defaults are below. */
export interface HttpSettings {
  /** Origin that callers reach us by, `https://images.example.com`; null: the host each caller used. */
  publicUrl: string | null;
  /** Who sends pictures: we, or the storage's own links, where it can make some. */
  pictureLinks: 'proxied' | 'presigned';
  /** Whose `X-Forwarded-*` headers are believed: addresses and CIDR ranges of proxies. */
  trustedProxies: readonly string[];
  /** Origins whose pages may read answers, `https://app.example.com`; `*` is every page. */
  corsOrigins: readonly string[];
  /** PEM certificate and key; null: plain HTTP. */
  tls: { cert: string; key: string } | null;
  /** Open sockets; further ones are refused at once. */
  maxConnections: number;
  /** Bytes of large request bodies held in memory at the same time; further uploads wait unread. */
  uploadMemoryBytes: number;
  /** From the first byte of a request to the last of its headers, ms. */
  headersTimeoutMs: number;
  /** From the first byte of a request to the last of its body, ms. */
  requestTimeoutMs: number;
  /** A socket on which nothing moves is closed, ms. Longer than the longest `Prefer: wait` (60 s). */
  idleTimeoutMs: number;
  /** How often slow requests are looked for, ms. */
  checkIntervalMs: number;
  /** How long an image URL may keep a submit waiting before the task is accepted unchecked, ms. */
  referenceDeadlineMs: number;
  /** Silence on an event stream before a comment is sent to keep it open, ms. */
  heartbeatMs: number;
  /** How long `close` lets running answers finish, ms. */
  closeTimeoutMs: number;
}

/** What holds unless the configuration says otherwise. */
export const defaultHttpSettings: HttpSettings = {
  publicUrl: null,
  pictureLinks: 'proxied',
  trustedProxies: [],
  corsOrigins: ['*'],
  tls: null,
  maxConnections: 10_000,
  uploadMemoryBytes: 64 * 1024 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  idleTimeoutMs: 75_000,
  checkIntervalMs: 1000,
  referenceDeadlineMs: 2500,
  heartbeatMs: 15_000,
  closeTimeoutMs: 5000,
};

/** Everything that `createApp` is given. Each route names the slice that it uses. */
export interface HttpParts {
  tasks: TaskService;
  /** Who is calling. */
  accounts: Authenticator;
  /** Looks at prompts before anything is fetched or stored. */
  policy: Pick<ContentPolicy, 'checkPrompt'>;
  /** Checks reference pictures, off the event loop. */
  references: Pick<ReferenceChecker, 'checkBase64' | 'checkUrl' | 'checkUrlShape' | 'findFaces'>;
  /** Small pictures of finished ones. */
  thumbnails: Pick<ThumbnailMaker, 'get'>;
  /** An account's tasks as the studio shows them. */
  gallery: Pick<Store['gallery'], 'page' | 'marks'>;
  /** Where references are put and pictures are read. */
  storage: Pick<Storage, 'put' | 'get' | 'removeBelow' | 'presign' | 'check'>;
  /** Asked by `/readyz` whether it answers. */
  store: Pick<Store, 'check'>;
  /** Absent: there are no routes under `/admin/v1`. */
  admin?: Omit<AdminParts, 'settings' | 'clock'>;
  /** Resource packs of accounts. */
  packs: Pick<Store['accounts'], 'listPacks'>;
  /** Every model there is, in the order in which callers see them. */
  models: readonly Model[];
  /** For deadlines, expiry and the age of answers; sockets keep Node's own time. */
  clock: Clock;
  log: Log;
  settings: HttpSettings;
  /** Folder of the built web page, served at `/`; absent: `/` says in JSON what this is. */
  studioFolder?: string;
  /** Processes of the service, for `/metrics`. */
  nodes?: Pick<Store['nodes'], 'list'>;
  /** True: only `/healthz`, `/readyz` and `/metrics`, for a process that serves no callers. */
  probesOnly?: boolean;
  /** How engines are, by their names, and where their servers call back. */
  engines?: EngineWindow;
  /** Where all rooms count; `/metrics` shows it. Absent: the app counts for itself. */
  metrics?: Metrics;
  /** Where traces go; absent while tracing is off. */
  tracer?: Pick<Tracer, 'start'>;
}
