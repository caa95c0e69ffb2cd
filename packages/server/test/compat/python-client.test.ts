// Python's own http.client over TLS, verified against a certificate authority, with nothing installed: a key, a signed
// token, a reference picture in both spellings of base64. Where there is no python3 these tests are skipped by name.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { permanentKey, sleepingModels } from '../service/running-service.js';
import { startTlsService } from './tls-service.js';

const missing = spawnSync('python3', ['--version']).status === 0 ? false : 'python3 is not on this machine';
const script = new URL('../../../test/compat/kling-client.py', import.meta.url);

/** Runs the client with these arguments; what it prints is JSON. */
async function runPython(port: number, authorityFile: string, ...args: string[]): Promise<Record<string, unknown>> {
  const env = { ...process.env, SSL_CERT_FILE: authorityFile, PYTHONIOENCODING: 'utf-8' };
  const { stdout } = await promisify(execFile)('python3', [script.pathname, String(port), ...args], { env });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const vendorAccount = {
  id: 'vendor',
  keys: [],
  accessKey: 'ak-python',
  secretKey: 'secret-of-the-python-account-0123456789',
};
const configuration = { ...sleepingModels, accounts: [vendorAccount] };

test('python: a key, text to picture, on one connection', { skip: missing }, async (context) => {
  const { port, authorityFile } = await startTlsService(context, configuration);
  const result = await runPython(port, authorityFile, 'text', permanentKey);
  assert.deepEqual(result, {
    statuses_seen_are_known: true,
    status: 'succeed',
    pictures: 2,
    content_type: 'image/png',
    size: [1248, 832],
  });
});

test('python: a signed token, in the vendor dialect', { skip: missing }, async (context) => {
  const { port, authorityFile } = await startTlsService(context, configuration);
  const result = await runPython(port, authorityFile, 'token', vendorAccount.accessKey, vendorAccount.secretKey);
  assert.deepEqual(result, { good: [200, 0], forged: [401, 1000], stranger: [401, 1002], late: [401, 1004] });
});

test('python: a reference picture, with and without line breaks', { skip: missing }, async (context) => {
  const { port, authorityFile } = await startTlsService(context, configuration);
  const result = await runPython(port, authorityFile, 'image', permanentKey);
  assert.deepEqual(result, {
    b64encode: [200, 0],
    encodebytes: [200, 0],
    data_url: [400, 1201],
    too_small: [400, 1201],
  });
});

test('python: no key, and an answer that is not a success', { skip: missing }, async (context) => {
  const { port, authorityFile } = await startTlsService(context, configuration);
  const result = await runPython(port, authorityFile, 'errors', permanentKey);
  assert.deepEqual(result, {
    no_key: [401, 1001, false],
    bare_key: [401, 1002, false],
    no_task: [404, 1203, false],
    no_prompt: [400, 1201, false],
  });
});

test('the script uses the standard library alone', async () => {
  const imports = (await readFile(script, 'utf8')).match(/^(?:import|from) .*$/gm) ?? [];
  const standard = /^import (?:base64|hashlib|hmac|http\.client|json|struct|sys|time|zlib)$/;
  assert.ok(imports.length > 0);
  for (const line of imports) assert.match(line, standard);
});
