// The whole service over TLS, for clients that will only speak that.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { testCertificate, testPrivateKey } from '../outbound/loopback-certificate.js';
import { startTestService } from '../service/running-service.js';

export interface TlsService {
  /** On 127.0.0.1, which is the name on the certificate. */
  readonly port: number;
  /** PEM file that a client must trust. */
  readonly authorityFile: string;
}

/** Starts it on a free port; it ends with the test. `configuration` is the content of INKLING_CONFIG. */
export async function startTlsService(context: TestContext, configuration: object): Promise<TlsService> {
  const folder = await mkdtemp(join(tmpdir(), 'inkling-tls-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const authorityFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');
  await writeFile(authorityFile, testCertificate);
  await writeFile(keyFile, testPrivateKey);
  const service = await startTestService(configuration, {
    INKLING_TLS_CERT: authorityFile,
    INKLING_TLS_KEY: keyFile,
  });
  context.after(() => service.close());
  return { port: Number(new URL(service.url).port), authorityFile };
}
