// Every metric of ours: name, kind, labels and what it means. `docs/metrics.md` is generated from this table, tests hold
// the alerts and the dashboard to it, and only what stands here can be counted. Labels take their values from small sets
// of ours, never from what callers send: models, engines and routes of the configuration, words from the code.

interface MetricRow {
  kind: 'counter' | 'gauge' | 'histogram';
  /** One sentence, shown to Prometheus too. */
  help: string;
  labels: readonly string[];
  /** Upper bounds of a histogram, seconds. */
  bounds?: readonly number[];
  /** `cluster`: every process gives the same number, so take the highest, never the sum. */
  scope: 'process' | 'cluster';
}

/** A submit is expected around 2 ms, `Prefer: wait` may take 60 s. */
const requestBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;
/** From a row of SQLite to a database that is about to give up. */
const storeBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
/** From a file on a good disk to a bucket after four tries. */
const storageBounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;
/** From a sleeping engine to a remote one that takes its time. */
const workBounds = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1800, 3600] as const;

export const metricTable = {
  inkling_build_info: {
    kind: 'gauge',
    help: 'Always 1; the label says which version runs.',
    labels: ['version'],
    scope: 'process',
  },
  inkling_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'Time from the head of a request to the end of its answer.',
    labels: ['method', 'route', 'status'],
    bounds: requestBounds,
    scope: 'process',
  },
  inkling_http_event_streams: {
    kind: 'gauge',
    help: 'Open event streams.',
    labels: [],
    scope: 'process',
  },
  inkling_maintenance: {
    kind: 'gauge',
    help: '1 while maintenance mode refuses submits.',
    labels: [],
    scope: 'cluster',
  },
  inkling_nodes: {
    kind: 'gauge',
    help: 'Processes of the service by role and state: up, or silent (not heard of for 30 s).',
    labels: ['role', 'state'],
    scope: 'cluster',
  },
  inkling_tasks: {
    kind: 'gauge',
    help: 'Unfinished tasks by state: waiting for a worker, or running (in hand or parked until a later try).',
    labels: ['state'],
    scope: 'cluster',
  },
  inkling_tasks_oldest_waiting_seconds: {
    kind: 'gauge',
    help: 'Age of the oldest task that waits for a worker or for slots of its account; 0 when none waits.',
    labels: [],
    scope: 'cluster',
  },
  inkling_tasks_in_hand: {
    kind: 'gauge',
    help: 'Tasks that this process is working on.',
    labels: [],
    scope: 'process',
  },
  inkling_tasks_submitted_total: {
    kind: 'counter',
    help: 'Submits answered by this process: outcome created, replayed, or why it was refused.',
    labels: ['model', 'outcome'],
    scope: 'process',
  },
  inkling_tasks_ended_total: {
    kind: 'counter',
    help: 'Tasks ended by this process: result succeed, failed or cancelled.',
    labels: ['result', 'model', 'engine'],
    scope: 'process',
  },
  inkling_task_queue_seconds: {
    kind: 'histogram',
    help: 'Time from a submit to the first claim of its task.',
    labels: ['model'],
    bounds: workBounds,
    scope: 'process',
  },
  inkling_task_duration_seconds: {
    kind: 'histogram',
    help: 'Time from a submit to the end of its task: result succeed or failed.',
    labels: ['model', 'result'],
    bounds: workBounds,
    scope: 'process',
  },
  inkling_attempt_duration_seconds: {
    kind: 'histogram',
    help: 'Time from a claim to what became of it: outcome succeed, failed, fault (tried again), parked (a remote engine works on, or a stop) or lost.',
    labels: ['engine', 'outcome'],
    bounds: workBounds,
    scope: 'process',
  },
  inkling_lease_losses_total: {
    kind: 'counter',
    help: 'Tasks that were taken from this process while it worked on them: cancelled, or its heartbeats came too late.',
    labels: ['engine'],
    scope: 'process',
  },
  inkling_engine_call_duration_seconds: {
    kind: 'histogram',
    help: 'Time of one call of an engine: outcome done, waiting (remote work goes on), request (refused for good), ours (a fault worth another try) or aborted.',
    labels: ['engine', 'outcome'],
    bounds: workBounds,
    scope: 'process',
  },
  inkling_engine_state: {
    kind: 'gauge',
    help: '1 for the state that an engine is in (unused, ok, degraded, down), 0 for the others.',
    labels: ['engine', 'state'],
    scope: 'process',
  },
  inkling_engine_jobs: {
    kind: 'gauge',
    help: 'Jobs of an engine: in hand here, or watched while they wait for something remote.',
    labels: ['engine', 'where'],
    scope: 'process',
  },
  inkling_engine_jobs_ended_total: {
    kind: 'counter',
    help: 'Jobs by how they ended: done, refused because of the request, faulty because of the engine.',
    labels: ['engine', 'outcome'],
    scope: 'process',
  },
  inkling_pictures_total: {
    kind: 'counter',
    help: 'Finished pictures, marked twins not counted.',
    labels: ['model', 'engine'],
    scope: 'process',
  },
  inkling_callbacks_pending: {
    kind: 'gauge',
    help: 'Callbacks that are owed: never tried yet, or waiting for another try.',
    labels: [],
    scope: 'cluster',
  },
  inkling_callback_attempts_total: {
    kind: 'counter',
    help: 'Tries to deliver a callback by verdict: delivered, retry or dead.',
    labels: ['verdict'],
    scope: 'process',
  },
  inkling_callback_duration_seconds: {
    kind: 'histogram',
    help: 'Time of one try to deliver a callback.',
    labels: [],
    bounds: requestBounds,
    scope: 'process',
  },
  inkling_store_duration_seconds: {
    kind: 'histogram',
    help: 'Time of one operation of the database, queueing for a connection or a shared commit included.',
    labels: ['operation'],
    bounds: storeBounds,
    scope: 'process',
  },
  inkling_store_errors_total: {
    kind: 'counter',
    help: 'Operations of the database that failed.',
    labels: ['operation'],
    scope: 'process',
  },
  inkling_storage_duration_seconds: {
    kind: 'histogram',
    help: 'Time of one operation of the storage of pictures, its own retries included.',
    labels: ['operation'],
    bounds: storageBounds,
    scope: 'process',
  },
  inkling_storage_errors_total: {
    kind: 'counter',
    help: 'Operations of the storage of pictures that failed after all their retries.',
    labels: ['operation'],
    scope: 'process',
  },
  inkling_storage_written_bytes_total: {
    kind: 'counter',
    help: 'Bytes of pictures and references written.',
    labels: [],
    scope: 'process',
  },
  inkling_egress_calls_total: {
    kind: 'counter',
    help: 'Calls to addresses that callers gave: outcome answered, or why there was no answer; forbidden is a private address that was refused.',
    labels: ['outcome'],
    scope: 'process',
  },
} as const satisfies Record<string, MetricRow>;

export type MetricName = keyof typeof metricTable;

/** Names of metrics of one kind. */
export type MetricOf<Kind extends MetricRow['kind']> = {
  [Name in MetricName]: (typeof metricTable)[Name]['kind'] extends Kind ? Name : never;
}[MetricName];

/** As many strings as there are names. */
type Strings<Names extends readonly string[]> = { readonly [Index in keyof Names]: string };

/** One value for each label, in the table's order. */
export type LabelValues<Name extends MetricName> = Strings<(typeof metricTable)[Name]['labels']>;
