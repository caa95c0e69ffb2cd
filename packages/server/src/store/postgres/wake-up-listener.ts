// Hears what other processes tell, on a connection of its own that is made again whenever it is lost.
//
// A probe, sent through the database to ourselves now and then, proves the whole way: a connection that is half open and
// a pooler that swallows notifications both look alive otherwise. While it is not proven, `onGap` is called every second:
// whoever waits for something looks by himself.
import pg from 'pg';
import { backoffMs } from '../../core/backoff.js';
import type { Log } from '../../core/log.js';
import { connectionConfig, cutConnection } from './connection-pool.js';
import { decodeWakeUp, encodeWakeUp, type WakeUp, wakeUpChannel } from './wake-up.js';

export interface ListenerOptions {
  /** A direct connection: LISTEN does not work through a pooler in transaction mode. */
  url: string;
  /** Our own mark: what carries it is no news. */
  origin: string;
  onWakeUp(wakeUp: WakeUp): void;
  /** Something may have been missed. */
  onGap(): void;
  /** The connection is back after a loss. */
  onBack(): void;
  log: Pick<Log, 'info' | 'warn'>;
  /** Longest wait for a connection and for a probe, ms. */
  timeoutMs: number;
  /** Time between probes, ms. */
  probeMs: number;
}

export interface WakeUpListener {
  /** Resolves once the first attempt has succeeded or failed; with `connect` false there is none, and gaps all the time. */
  start(connect: boolean): Promise<void>;
  /** Notifications arrive. */
  readonly live: boolean;
  close(): Promise<void>;
}

/** Time between two calls of `onGap`, ms: a task that nobody told of starts at most so much later. */
const gapMs = 1000;

const pause = { baseMs: 100, maxMs: 5000, jitter: 0.5 };

export function createWakeUpListener(options: ListenerOptions): WakeUpListener {
  const { origin, log, timeoutMs } = options;
  const closing = new AbortController();
  let live = false;
  let running: Promise<void> | undefined;
  let gapTimer: NodeJS.Timeout | undefined;
  let cutCurrent: (() => void) | undefined;

  /** Resolves after `ms`, or at once when closed. */
  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        closing.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      closing.signal.addEventListener('abort', done);
    });
  }

  /** One connection from its making to its loss. Rejects with the reason of the loss. */
  async function listen(onLive: () => void): Promise<never> {
    const client = new pg.Client(connectionConfig(options.url, 'inkling listen', timeoutMs));
    cutCurrent = () => cutConnection(client);
    let echo: (() => void) | undefined;
    const lost = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('the connection ended')));
      closing.signal.addEventListener('abort', () => reject(new Error('closed')), { once: true });
    });
    // Whoever does not wait for it just now must not make it an unhandled rejection.
    lost.catch(() => undefined);
    client.on('notification', ({ payload = '' }) => {
      const wakeUp = decodeWakeUp(payload);
      if (wakeUp.origin === origin) echo?.();
      else options.onWakeUp(wakeUp);
    });

    /** Sends a probe to ourselves; rejects when it does not come back. */
    async function probe(): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      try {
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new Error('no notification came back in time')), timeoutMs);
        });
        const heard = new Promise<void>((resolve) => {
          echo = resolve;
        });
        const sent = client.query('select pg_notify($1, $2)', [wakeUpChannel, encodeProbe(origin)]);
        await Promise.race([Promise.all([sent, heard]), late, lost]);
      } finally {
        clearTimeout(timer);
      }
    }

    try {
      await Promise.race([client.connect(), lost]);
      await Promise.race([client.query(`listen ${wakeUpChannel}`), lost]);
      await probe();
      onLive();
      for (;;) {
        await rest(options.probeMs);
        await probe();
      }
    } finally {
      cutConnection(client);
    }
  }

  async function run(onFirst: () => void): Promise<void> {
    let attempt = 0;
    let wasLive = false;
    while (!closing.signal.aborted) {
      try {
        await listen(() => {
          attempt = 0;
          live = true;
          if (wasLive) {
            log.info({}, 'wake-ups from other processes arrive again');
            options.onBack();
          }
          wasLive = true;
          onFirst();
        });
      } catch (error) {
        if (live && !closing.signal.aborted) log.warn({ err: error }, 'wake-ups are lost, polling until they are back');
        live = false;
        onFirst();
      }
      attempt += 1;
      await rest(backoffMs(attempt, pause));
    }
  }

  return {
    start(connect) {
      return new Promise((resolve) => {
        gapTimer = setInterval(() => {
          if (!live) options.onGap();
        }, gapMs).unref();
        if (connect) running = run(resolve);
        else resolve();
      });
    },
    get live() {
      return live;
    },
    async close() {
      closing.abort();
      clearInterval(gapTimer);
      cutCurrent?.();
      await running;
    },
  };
}

/** A wake-up that says nothing; it carries our mark. */
function encodeProbe(origin: string): string {
  return encodeWakeUp({ origin, ready: false, owed: false, callers: false, changed: [] })[0] ?? `${origin} `;
}
