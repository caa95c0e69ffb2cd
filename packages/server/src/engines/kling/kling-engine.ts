// The relay to Kling itself or to any gateway that speaks its API, another Inkling included. Puts the parts together:
// keys, calls, the way of one job, the polling of all of them.
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { EngineDeclarationOf } from '../../config/engine-schemas.js';
import type { Clock } from '../../core/clock.js';
import type { Log } from '../../core/log.js';
import { createAddressPolicy } from '../../outbound/address-policy.js';
import { createGuardedFetch } from '../../outbound/create-guarded-fetch.js';
import type { Engine, EngineCondition } from '../engine.js';
import { createCircuitBreaker } from '../upstream/circuit-breaker.js';
import { createScrubber } from '../upstream/scrub.js';
import { createUpstreamFetch } from '../upstream/upstream-fetch.js';
import { cancelUpstream } from './cancel-upstream.js';
import { checkKeys } from './check-keys.js';
import { createFetchResults } from './fetch-results.js';
import { createJobPoller, type JobPoller } from './job-poller.js';
import { createJobRunner, jobPatienceMs } from './job-runner.js';
import { createKeyCredential, type KlingSecret } from './key-credential.js';
import { createKeyRing } from './key-ring.js';
import { createKlingApi, type UpstreamTask } from './kling-api.js';
import { defaultPollSchedule } from './poll-schedule.js';
import { createCallbackTokens } from './upstream-callback.js';

export interface KlingEngineParts {
  /** The engine's name in the configuration. */
  key: string;
  clock: Clock;
  log: Pick<Log, 'warn' | 'error'>;
  /** Origin under which the upstream can call us back; null: it cannot. */
  publicUrl: string | null;
}

/** Jobs in hand at a time: submits and downloads, which hold pictures in memory. Jobs that wait upstream hold none. */
const concurrency = 16;
/** Once callbacks have proved to arrive, polling is only for those that get lost. */
const callbackFactor = 4;

export function createKlingEngine(options: EngineDeclarationOf<'kling'>, parts: KlingEngineParts): Engine {
  const { clock, log } = parts;
  const keys = readKeys(options);
  const scrub = createScrubber(keys.flatMap(({ secret }) => Object.values(secret)));
  const breaker = createCircuitBreaker(clock);
  const ring = createKeyRing(keys, clock);
  const upstream = createUpstreamFetch([options.baseUrl]);
  const elsewhere = createGuardedFetch({ allowPrivate: options.resultHosts });
  const api = createKlingApi({
    base: options.baseUrl.replace(/\/+$/, '') + options.prefix,
    upstream,
    credentials: new Map(keys.map(({ id, secret }) => [id, createKeyCredential(secret, clock)])),
    breaker,
    clock,
    scrub,
    timeouts: { submitMs: options.submitTimeoutMs, queryMs: options.queryTimeoutMs },
  });
  const dueListeners = new Set<(taskId: string) => void>();
  const answers = new Map<string, UpstreamTask>();
  /** Under which name each job that was begun here may be found upstream. */
  const begun = new Map<string, { keyId: string; externalId: string }>();
  const tokens = createCallbackTokens(Object.values(keys[0]?.secret ?? {}).join('\n'), parts.key);
  let callbacks = options.callbacks && parts.publicUrl !== null && isPublicOrigin(parts.publicUrl);
  let lastError: { message: string; atMs: number } | undefined;
  const schedule = { ...defaultPollSchedule };
  const pollers = new Map<string, JobPoller>();
  const cancelling = new Set<Promise<void>>();
  let closed = false;

  function noteFault(reason: string): void {
    lastError = { message: reason, atMs: clock.now() };
    log.error({ engine: parts.key, reason }, 'an upstream refused or failed');
  }

  function openPoller(keyId: string): JobPoller {
    const found = pollers.get(keyId);
    if (found) return found;
    const poller = createJobPoller(
      {
        api,
        breaker,
        clock,
        keyId,
        onDue(taskId, answer) {
          if (answer) answers.set(taskId, answer);
          for (const listener of dueListeners) listener(taskId);
        },
        onRefused(outcome) {
          if (outcome.kind === 'key') ring.sicken(keyId, outcome.reason);
          if ('reason' in outcome) noteFault(outcome.reason);
        },
      },
      { schedule, listFrom: 20, pollsPerSecond: options.pollsPerSecond, patienceMs: jobPatienceMs },
    );
    pollers.set(keyId, poller);
    return poller;
  }

  const runner = createJobRunner({
    api,
    ring,
    breaker,
    clock,
    fetchResults: createFetchResults(upstream, elsewhere),
    upstream: options.upstream,
    watch(keyId, job) {
      answers.delete(job.taskId);
      openPoller(keyId).add(job);
    },
    takeAnswer(taskId) {
      const answer = answers.get(taskId);
      answers.delete(taskId);
      return answer;
    },
    remember: (taskId, keyId, externalId) => void begun.set(taskId, { keyId, externalId }),
    callbackUrl: (taskId) =>
      callbacks ? `${parts.publicUrl}/callbacks/upstream/${tokens.tokenOf(taskId)}` : undefined,
    refuseCallbacks(reason) {
      callbacks = false;
      log.warn({ engine: parts.key, reason }, 'the upstream takes no callback URLs of ours, polling goes on');
    },
    noteFault,
  });

  function drop(taskId: string, why: 'ended' | 'lost'): void {
    const name = begun.get(taskId);
    if (name) pollers.get(name.keyId)?.remove(taskId);
    begun.delete(taskId);
    answers.delete(taskId);
    ring.vacate(taskId);
    if (why !== 'ended' || !name || options.upstream !== 'inkling' || closed) return;
    const cancel = cancelUpstream(api, clock, name.keyId, name.externalId).finally(() => cancelling.delete(cancel));
    cancelling.add(cancel);
  }

  function condition(): EngineCondition {
    const states = ring.describe().map((one) => one.state);
    const down = breaker.state === 'open' || states.every((state) => state === 'sick');
    return {
      state: down ? 'down' : states.includes('sick') || breaker.state !== 'closed' ? 'degraded' : 'ok',
      lastError: lastError?.message ?? null,
      lastErrorAtMs: lastError?.atMs ?? null,
      watched: [...pollers.values()].reduce((sum, poller) => sum + poller.size, 0),
    };
  }

  return {
    name: 'kling',
    concurrency,
    start: runner.start,
    resume: runner.resume,
    room() {
      if (breaker.state === 'open') return 0;
      return breaker.state === 'half-open' ? Math.min(1, ring.room()) : ring.room();
    },
    onRoom: ring.onRoom,
    watch: {
      onDue(listener) {
        dueListeners.add(listener);
        return () => void dueListeners.delete(listener);
      },
      drop,
    },
    acceptCallback(token) {
      const taskId = tokens.taskOf(token);
      if (taskId === undefined) return false;
      schedule.minMs = defaultPollSchedule.minMs * callbackFactor;
      schedule.maxMs = defaultPollSchedule.maxMs * callbackFactor;
      for (const poller of pollers.values()) poller.poke(taskId);
      return true;
    },
    condition,
    check: () => checkKeys(api, keys, options, parts.key),
    async close() {
      closed = true;
      await Promise.all([...pollers.values()].map((poller) => poller.close()));
      await Promise.all([upstream.close(), elsewhere.close()]);
      await Promise.all(cancelling);
    },
  };
}

export interface KlingKey {
  id: string;
  secret: KlingSecret;
  weight: number;
  concurrency: number;
}

/** All keys of a declaration: the single one beside the list. */
function readKeys(options: EngineDeclarationOf<'kling'>): KlingKey[] {
  return [options, ...options.keys].flatMap((key) => {
    const secret = readSecret(key);
    if (!secret) return [];
    // Random enough that its hash tells nothing; short enough that nobody takes the id for a key.
    const named = 'apiKey' in secret ? secret.apiKey : secret.accessKey;
    const id = createHash('sha256').update(`inkling key id\n${named}`).digest('hex').slice(0, 12);
    return { id, secret, weight: key.weight, concurrency: key.concurrency ?? Number.POSITIVE_INFINITY };
  });
}

function readSecret(
  key: Partial<Record<'apiKey' | 'accessKey' | 'secretKey', string | undefined>>,
): KlingSecret | undefined {
  if (key.apiKey !== undefined) return { apiKey: key.apiKey };
  if (key.accessKey === undefined || key.secretKey === undefined) return undefined;
  return { accessKey: key.accessKey, secretKey: key.secretKey };
}

/** Can a server elsewhere call it? Names are believed, but for those of this machine. */
function isPublicOrigin(origin: string): boolean {
  const host = new URL(origin).hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === 'localhost' || host.endsWith('.localhost')) return false;
  return isIP(host) === 0 || createAddressPolicy([]).permits(host, host);
}
