// The only wiring: makes every part in order, hands each what it needs, and closes them in reverse.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { availableParallelism, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAccountService } from './accounts/account-service.js';
import { createAdministration } from './accounts/administration.js';
import { applyAccounts } from './accounts/apply-accounts.js';
import { ensureBootstrapKey } from './accounts/bootstrap-key.js';
import { type ContentPolicy, createContentPolicy } from './accounts/policy/content-policy.js';
import { createModerationHook, type Moderate } from './accounts/policy/moderation-hook.js';
import { createCallbackSender } from './callbacks/callback-sender.js';
import type { Configuration } from './config/configuration.js';
import { databaseFile, picturesFolder } from './config/data-layout.js';
import { type Clock, systemClock } from './core/clock.js';
import { createLog, type Log } from './core/log.js';
import { readVersion } from './core/version.js';
import { openEngines } from './engines/engine-factories.js';
import { showEngineMetrics } from './engines/engine-metrics.js';
import type { EngineRegistry } from './engines/engine-registry.js';
import { createApp } from './http/app.js';
import { defaultHttpSettings } from './http/parts.js';
import { renderTask } from './http/wire/render-task.js';
import { createReferenceChecker } from './images/reference-checker.js';
import { createGuardedFetch } from './outbound/create-guarded-fetch.js';
import { openStorage } from './storage/open-storage.js';
import type { Storage } from './storage/storage.js';
import { openStore } from './store/open-store.js';
import { shareDatabase } from './store/sqlite/database-lock.js';
import type { Store } from './store/store.js';
import { createTaskAdministration } from './tasks/task-administration.js';
import { createTaskService } from './tasks/task-service.js';
import { createThumbnailMaker } from './tasks/thumbnail-maker.js';
import { openTelemetry } from './telemetry/telemetry.js';
import { defaultLeaseOptions, type LeaseOptions } from './worker/lease.js';
import { createNodeHeartbeat } from './worker/node-heartbeat.js';
import { createSweeper } from './worker/sweeper.js';
import { createWorker } from './worker/worker.js';

/**
 * How long a stop lets work in hand finish, ms, unless told otherwise: what does not is given back. With the time that
 * answers get after it (`stopAnswersMs`) a stop stays below the ten seconds that are promised, also on a busy machine.
 */
const defaultStopGraceMs = 5000;
const stopAnswersMs = 2500;

/** How long a start waits for PostgreSQL, ms: both may be started at the same time. */
const startPatienceMs = 30_000;

export interface ServiceOptions {
  clock?: Clock;
  /** Leases of claimed tasks; tests shorten them. */
  lease?: LeaseOptions;
  /** Puts something between the service and what it stands on: tests break it there, at moments of their choice. */
  between?: {
    store?(store: Store): Store;
    storage?(storage: Storage): Storage;
    engines?(engines: EngineRegistry): EngineRegistry;
  };
  /** Replaces the logger made from the settings. */
  log?: Log;
  /** How long `close` lets work in hand finish, ms; default 5,000. */
  stopGraceMs?: number;
}

export interface Service {
  readonly store: Store;
  readonly engines: EngineRegistry;
  /** Listens and works from now on; resolves to where it can be called: `http://127.0.0.1:8790`. */
  start(): Promise<{ url: string }>;
  /** Drains: no new claims, submits get 5001, answers finish; resolves within about ten seconds. Twice is harmless. */
  close(): Promise<void>;
}

/** Things that were made and must be closed, last made first. */
function createCloser() {
  const closes: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of closes.reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some parts could not be closed');
  }
  return {
    add(close: () => Promise<unknown>) {
      closes.push(close);
    },
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

/** The content policy. The moderation service is the operator's choice of address: private ones are as good as others. */
function createPolicy(
  { policy }: Configuration,
  store: Store,
  closer: { add(close: () => Promise<unknown>): void },
  log: Log,
): ContentPolicy {
  const { moderation } = policy;
  let moderate: Moderate | undefined;
  if (moderation) {
    const outbound = createGuardedFetch({ allowPrivate: [new URL(moderation.url).hostname] });
    closer.add(() => outbound.close());
    moderate = createModerationHook(moderation, outbound, log);
  }
  return createContentPolicy({
    accounts: store.accounts,
    blockedTerms: policy.blockedTerms,
    useDefaultTerms: policy.defaultTerms,
    moderate,
    moderatePictures: moderation?.pictures ?? false,
  });
}

/** The built page, where there is one. */
function findStudio(): string | undefined {
  const folder = fileURLToPath(new URL('../../../studio/dist', import.meta.url));
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}

/** Makes the whole service in this process. Rejects, with everything closed again, when a part cannot be made. */
export async function createService(configuration: Configuration, options: ServiceOptions = {}): Promise<Service> {
  const { settings } = configuration;
  const clock = options.clock ?? systemClock;
  const stopGraceMs = options.stopGraceMs ?? defaultStopGraceMs;
  const closer = createCloser();
  try {
    const log = options.log ?? (await createLog({ level: settings.logLevel, format: settings.logFormat }));
    const dataFolder = resolve(settings.dataFolder);
    await mkdir(dataFolder, { recursive: true });
    const nodeId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
    const engineOf = (model: string): string => configuration.models.find(model)?.engine ?? 'none';
    const { otelEndpoint } = settings;
    const telemetry = await openTelemetry({ otelEndpoint, instanceId: nodeId, clock, engineOf });
    closer.add(() => telemetry.close());
    const { between = {} } = options;
    const openedStorage = await openStorage(configuration.bucket, picturesFolder(dataFolder));
    const storage = telemetry.storage(between.storage?.(openedStorage) ?? openedStorage);
    closer.add(() => storage.close());
    await storage.check();
    if (settings.databaseUrl === null) {
      const shared = shareDatabase(databaseFile(dataFolder));
      if (shared === undefined)
        throw new Error(`The database in ${dataFolder} is being moved: wait until that is done`);
      closer.add(async () => shared.release());
    }
    const openedStore = await openStore({ ...settings, dataFolder }, clock, log, startPatienceMs);
    const store = telemetry.store(between.store?.(openedStore) ?? openedStore);
    closer.add(() => store.close());
    await applyAccounts(store, clock, configuration.accounts);
    if (settings.apiKey === null && settings.role !== 'worker') await ensureBootstrapKey(store, clock, dataFolder);

    const guarded = createGuardedFetch({ allowPrivate: settings.allowPrivateUrls });
    closer.add(() => guarded.close());
    await guarded.selfTest();
    const outbound = telemetry.outbound(guarded);
    const references = createReferenceChecker({ guardedFetch: outbound, processes: availableParallelism() });
    closer.add(() => references.close());
    const isAlive = async (token: string) => (await store.pictures.find(token))?.deletedAtMs === null;
    const thumbnails = createThumbnailMaker({ storage, isAlive });
    closer.add(() => thumbnails.close());

    const policy = createPolicy(configuration, store, closer, log);
    const models = configuration.models.list();
    const accounts = createAccountService({ store, clock, permanentKey: settings.apiKey });
    const tasks = createTaskService({
      store,
      storage,
      clock,
      maxWaiting: configuration.queue.maxWaiting,
      unitsPerImage: (name) => configuration.models.find(name)?.unitsPerImage ?? 0,
    });
    const openedEngines = openEngines(configuration, { clock, log });
    const engines = telemetry.engines(between.engines?.(openedEngines) ?? openedEngines);
    closer.add(() => engines.close());

    const dayMs = 24 * 60 * 60 * 1000;
    const retentionMsOf = async (accountId: string) =>
      ((await store.accounts.find(accountId))?.retentionDays ?? settings.retentionDays) * dayMs;
    const worker = createWorker({
      store,
      storage,
      references,
      clock,
      log,
      engines,
      models,
      policy,
      workerId: nodeId,
      lease: options.lease ?? defaultLeaseOptions,
      maxFaults: 5,
      maxLost: 20,
      pollMs: 1000,
      logPrompts: settings.logPrompts === 'on',
      retentionMsOf,
    });
    telemetry.metrics.read('inkling_tasks_in_hand', () => worker.running);
    showEngineMetrics(telemetry.metrics, engines.health);
    const modelNames = models.map((model) => model.name);
    const sweeper = createSweeper({ store, storage, clock, log, models: modelNames, intervalMs: 60_000 });
    const sender = createCallbackSender({
      store,
      outbound,
      clock,
      log,
      renderTask: (task) => renderTask(task, settings.publicUrl ?? task.publicOrigin),
      secretsOf: async (accountId) => (await store.accounts.find(accountId))?.webhookSecrets ?? [],
      traceParentOf: telemetry.traceParentOf,
      concurrency: 64,
      perHost: 4,
      pollMs: 1000,
    });
    const { role } = settings;
    const heartbeat = createNodeHeartbeat({
      nodes: store.nodes,
      clock,
      log,
      node: { id: nodeId, role, host: hostname(), pid: process.pid, version: readVersion() },
      running: () => worker.running,
    });
    const administration = createAdministration(store, clock, 'api');
    const studioFolder = findStudio();
    const app = createApp({
      tasks,
      accounts,
      policy,
      references,
      storage,
      store,
      packs: store.accounts,
      nodes: store.nodes,
      probesOnly: role === 'worker',
      admin: {
        administration,
        taskAdministration: createTaskAdministration({ administration, tasks, store }),
        store,
        adminKey: settings.adminKey,
        engines,
      },
      engines,
      thumbnails,
      gallery: store.gallery,
      models,
      clock,
      log,
      metrics: telemetry.metrics,
      ...(telemetry.tracer === undefined ? {} : { tracer: telemetry.tracer }),
      settings: {
        ...defaultHttpSettings,
        closeTimeoutMs: stopAnswersMs,
        publicUrl: settings.publicUrl,
        pictureLinks: settings.pictureLinks,
        trustedProxies: settings.trustedProxies,
        corsOrigins: settings.corsOrigins,
        tls: await readTls(settings),
      },
      ...(studioFolder === undefined ? {} : { studioFolder }),
    });
    closer.add(() => app.close());
    closer.add(() =>
      Promise.all([worker.stop(stopGraceMs), sender.stop(stopGraceMs), sweeper.stop()]).then(() => heartbeat.stop()),
    );
    closer.add(async () => tasks.drain());

    return {
      store,
      engines,
      async start() {
        await app.listen({ host: settings.host, port: settings.port });
        heartbeat.start();
        // An API node answers and nothing else: what it accepts, others paint, deliver and sweep.
        if (role !== 'api') {
          worker.start();
          sender.start();
          sweeper.start();
        }
        const { port } = app.server.address() as AddressInfo;
        return { url: settings.publicUrl ?? localUrl(settings.host, port, settings.tlsCertificateFile !== null) };
      },
      close: () => closer.close(),
    };
  } catch (error) {
    await closer.close().catch(() => undefined);
    throw error;
  }
}

/** Certificate and key as text, or null for plain HTTP. */
async function readTls(settings: Configuration['settings']): Promise<{ cert: string; key: string } | null> {
  const { tlsCertificateFile, tlsKeyFile } = settings;
  if (tlsCertificateFile === null || tlsKeyFile === null) return null;
  return { cert: await readFile(tlsCertificateFile, 'utf8'), key: await readFile(tlsKeyFile, 'utf8') };
}

/** The address to call from this machine. */
function localUrl(host: string, port: number, secure: boolean): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${secure ? 'https' : 'http'}://${name}:${port}`;
}
