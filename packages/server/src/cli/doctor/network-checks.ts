// Checks of the ways in and out: the port, the certificate, and the guard against private addresses.
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { request } from 'undici';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { createGuardedFetch } from '../../outbound/create-guarded-fetch.js';
import { proveGuard } from '../../outbound/self-test.js';
import { localBaseUrl } from '../generate/find-gateway.js';
import { explainStartFailure } from '../serve/start-failure.js';
import type { Check, Finding } from './finding.js';

/** A certificate with less than this left should be renewed, ms. */
const soonMs = 14 * 86_400_000;
const answerTimeoutMs = 2000;

/** Does the program on the port answer as Inkling does? */
async function isInkling(settings: Settings): Promise<boolean> {
  try {
    const timeouts = { headersTimeout: answerTimeoutMs, bodyTimeout: answerTimeoutMs };
    const { statusCode, body } = await request(`${localBaseUrl(settings)}/healthz`, timeouts);
    const answer = (await body.json()) as { status?: unknown };
    return statusCode === 200 && answer.status === 'ok';
  } catch {
    return false;
  }
}

function portCheck(settings: Settings): Check {
  return {
    name: 'port',
    look: async () => {
      const server = createServer();
      try {
        await new Promise<void>((resolve, reject) => {
          server.once('error', reject);
          server.listen(settings.port, settings.host, resolve);
        });
        return { state: 'ok', detail: `${settings.host}:${settings.port} is free` };
      } catch (error) {
        if (await isInkling(settings)) return { state: 'ok', detail: `a server answers at ${localBaseUrl(settings)}` };
        throw explainStartFailure(error, settings);
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function certificateCheck(file: string, clock: Clock): Check {
  return {
    name: 'certificate',
    look: async () => {
      const certificate = new X509Certificate(await readFile(file));
      const endsMs = Date.parse(certificate.validTo);
      const detail = `for ${certificate.subjectAltName ?? certificate.subject}, until ${new Date(endsMs).toISOString().slice(0, 10)}`;
      const leftMs = endsMs - clock.now();
      if (leftMs > soonMs) return { state: 'ok', detail };
      return { state: leftMs > 0 ? 'warning' : 'broken', detail, advice: 'renew it' };
    },
  };
}

/** Anybody on the network can call a service that listens on all addresses without a certificate: worth a word. */
function exposure(settings: Settings): Omit<Finding, 'name'> {
  const loopback = /^(?:localhost|127\.|::1$)/.test(settings.host);
  if (loopback) return { state: 'ok', detail: 'only programs on this machine can call it' };
  if (settings.tlsKeyFile !== null || settings.trustedProxies.length > 0) {
    return { state: 'ok', detail: 'other machines can call it' };
  }
  return {
    state: 'warning',
    detail: 'other machines can call it, and keys travel unencrypted',
    advice: 'set INKLING_TLS_CERT and INKLING_TLS_KEY, or put a proxy in front and name it in INKLING_TRUSTED_PROXIES',
  };
}

function guardCheck(settings: Settings): Check {
  return {
    name: 'address guard',
    look: async () => {
      await proveGuard(createGuardedFetch);
      const { allowPrivateUrls } = settings;
      const opened = allowPrivateUrls.length === 0 ? '' : `, but ${allowPrivateUrls.join(', ')} is open`;
      return { state: 'ok', detail: `image and callback URLs cannot reach private addresses${opened}` };
    },
  };
}

/** Everything about the network. */
export function networkChecks(settings: Settings, clock: Clock): Check[] {
  const { tlsCertificateFile } = settings;
  return [
    portCheck(settings),
    { name: 'exposure', look: async () => exposure(settings) },
    ...(tlsCertificateFile === null ? [] : [certificateCheck(tlsCertificateFile, clock)]),
    guardCheck(settings),
  ];
}
