// The configuration file's contents: what is accepted, with which defaults, and how each fault is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkConfiguration, emptyConfiguration } from '../../src/config/file-check.js';
import { parseConfiguration } from '../../src/config/file-reader.js';
import type { ConfigurationFile } from '../../src/config/file-schema.js';

/** The example of the contract, §9, with real values where it has dots. */
const fullExample = `{
  "accounts": [{
    "id": "acme", "enabled": true, "weight": 1, "retentionDays": 30, "policy": true,
    "keys": [{ "key": "sk-acme-1", "expiresAt": 1790000000000, "models": ["kling-v1"], "allowIps": ["203.0.113.0/24"] }],
    "accessKey": "ak-acme", "secretKey": "a-secret-of-acme",
    "limits": { "requestsPerSecond": 5, "burst": 10, "concurrency": 9 }, "whenBusy": "refuse", // or "queue"
    "billing": "unlimited",
    "creditLimit": 0,
    "packs": [{ "id": "p1", "name": "trial", "quantity": 100, "effectiveAt": 1760000000000, "expiresAt": 1790000000000 }],
    "webhookSecret": "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI="
  }],
  "engines": {
    "kling-main": { "type": "kling", "baseUrl": "https://api-singapore.klingai.com", "prefix": "/v1", "accessKey": "env:KLING_AK", "secretKey": "env:KLING_SK" },
    "gateway":    { "type": "kling", "baseUrl": "https://www.dmxapi.cn", "prefix": "/kling/v1", "apiKey": "env:GATEWAY_KEY" },
    "gpu":        { "type": "comfyui", "servers": ["http://10.0.0.5:8188"] },
    "local":      { "type": "openai", "baseUrl": "http://127.0.0.1:8080/v1", "apiKey": "env:LOCAL_KEY" },
    "sleeper":    { "type": "sleep", "sleepMs": 50 }
  },
  "models": { "kling-v2": { "engine": "kling-main", "upstreamModel": "kling-v2", "unitsPerImage": 4 }, "load-test": { "engine": "sleeper" } },
  "policy": { "blockedTerms": ["x"], "moderation": { "url": "https://example.com/", "timeoutMs": 2000, "onFailure": "open" } },
  "queue": { "maxWaiting": 10000 },
}`;
const secrets = { KLING_AK: 'ak', KLING_SK: 'sk', GATEWAY_KEY: 'gk', LOCAL_KEY: 'lk' };

/** Checks a text; faults come without the file's name. */
function check(text: string, env: Record<string, string> = {}): { file: ConfigurationFile; faults: string[] } {
  const { file, faults } = checkConfiguration(parseConfiguration(text, 'c.jsonc', env));
  return { file, faults: faults.map((fault) => `${fault.where}: ${fault.message}`.replace(/^c\.jsonc:/, '')) };
}

/** What a kling engine has that says nothing but its address and key. */
const klingDefaults = {
  weight: 1,
  keys: [],
  upstream: 'kling',
  callbacks: true,
  resultHosts: [],
  submitTimeoutMs: 30_000,
  queryTimeoutMs: 15_000,
  pollsPerSecond: 100,
};

describe('checkConfiguration', () => {
  it('accepts the example of the contract whole', () => {
    const { file, faults } = check(fullExample, secrets);
    assert.deepEqual(faults, []);
    assert.deepEqual(file.accounts[0]?.webhookSecret, ['whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=']);
    assert.deepEqual(file.engines['kling-main'], {
      type: 'kling',
      baseUrl: 'https://api-singapore.klingai.com',
      prefix: '/v1',
      accessKey: 'ak',
      secretKey: 'sk',
      ...klingDefaults,
    });
    assert.deepEqual(file.models['kling-v2'], { engine: 'kling-main', upstreamModel: 'kling-v2', unitsPerImage: 4 });
    assert.deepEqual(file.policy.moderation, {
      url: 'https://example.com/',
      timeoutMs: 2000,
      onFailure: 'open',
      pictures: false,
    });
  });

  it('needs nothing at all', () => {
    const { file, faults } = check('{}');
    assert.deepEqual(faults, []);
    assert.deepEqual(file, emptyConfiguration());
    assert.deepEqual(file, {
      accounts: [],
      engines: {},
      models: {},
      policy: { blockedTerms: [], defaultTerms: true },
      queue: { maxWaiting: 10_000 },
    });
  });

  it('fills in the defaults of an account', () => {
    assert.deepEqual(check('{"accounts": [{"id": "a"}]}').file.accounts, [
      {
        id: 'a',
        enabled: true,
        weight: 1,
        policy: true,
        keys: [],
        limits: {},
        whenBusy: 'refuse',
        billing: 'unlimited',
        creditLimit: 0,
        packs: [],
      },
    ]);
  });

  it('fills in the defaults of engines, models and moderation', () => {
    const { file } = check(`{
      "engines": {"s": {"type": "sleep"}, "k": {"type": "kling", "baseUrl": "http://a", "apiKey": "k"}},
      "models": {"m": {}},
      "policy": {"moderation": {"url": "http://a"}}
    }`);
    assert.deepEqual(file.engines.s, { type: 'sleep', sleepMs: 50 });
    assert.deepEqual(file.engines.k, {
      type: 'kling',
      baseUrl: 'http://a',
      prefix: '/v1',
      apiKey: 'k',
      ...klingDefaults,
    });
    assert.deepEqual(file.models.m, { engine: 'illustrator' });
    assert.deepEqual(file.policy.moderation, { url: 'http://a', timeoutMs: 2000, onFailure: 'open', pictures: false });
  });

  it('takes two webhook secrets while they rotate', () => {
    const one = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const { file, faults } = check(`{"accounts": [{"id": "a", "webhookSecret": ["${one}", "${one}"]}]}`);
    assert.deepEqual(faults, []);
    assert.deepEqual(file.accounts[0]?.webhookSecret, [one, one]);
  });

  it("lets an editor's $schema stand", () => {
    assert.deepEqual(check('{"$schema": "./configuration.schema.json"}').faults, []);
  });

  const refused: [text: string, ...faults: string[]][] = [
    ['[]', '1: expected an object, not a list'],
    ['3', '1: expected an object, not a number'],
    ['null', '1: expected an object, not null'],
    ['{"acounts": []}', "1: acounts: unknown key (did you mean 'accounts'?)"],
    ['{"x": 1}', '1: x: unknown key, known are: accounts, engines, models, policy, queue'],
    ['{"accounts": {}}', '1: accounts: expected a list, not an object'],
    ['{"accounts": [3]}', '1: accounts[0]: expected an object, not 3'],
    ['{"accounts": [{}]}', '1: accounts[0].id: is missing'],
    ['{"accounts": [{"id": "a", "enabled": "yes"}]}', '1: accounts[0].enabled: expected true or false, not a string'],
    ['{"accounts": [{"id": "a", "weight": 0}]}', '1: accounts[0].weight: expected at least 0.01, not 0'],
    [
      '{"accounts": [{"id": "a", "retentionDays": 1.5}]}',
      '1: accounts[0].retentionDays: expected a whole number, not 1.5',
    ],
    ['{"accounts": [{"id": "a", "limts": {}}]}', "1: accounts[0].limts: unknown key (did you mean 'limits'?)"],
    [
      '{"accounts": [{"id": "a", "limits": {"burst": 3}}]}',
      '1: accounts[0].limits.burst: means nothing without requestsPerSecond',
    ],
    ['{"accounts": [{"id": "a", "whenBusy": "wait"}]}', "1: accounts[0].whenBusy: expected one of 'refuse', 'queue'"],
    [
      '{"accounts": [{"id": "a", "billing": "prepayed"}]}',
      "1: accounts[0].billing: expected one of 'unlimited', 'prepaid', 'postpaid' (did you mean 'prepaid'?)",
    ],
    [
      '{"accounts": [{"id": "a", "creditLimit": 5}]}',
      "1: accounts[0].creditLimit: means nothing unless billing is 'postpaid'",
    ],
    [
      '{"accounts": [{"id": "a", "accessKey": "ak"}]}',
      '1: accounts[0].accessKey: accessKey and secretKey go together: give both or neither',
    ],
    [
      '{"accounts": [{"id": "a", "keys": [{"key": "sk-1", "expiresAt": 1790000000}]}]}',
      '1: accounts[0].keys[0].expiresAt: expected a time in Unix milliseconds (13 digits)',
    ],
    [
      '{"accounts": [{"id": "a", "keys": [{"key": "sk-1", "models": []}]}]}',
      '1: accounts[0].keys[0].models: expected at least 1 entries, not fewer',
    ],
    [
      '{"accounts": [{"id": "a", "keys": [{"key": "sk-1", "allowIps": ["1.2.3.4/99"]}]}]}',
      '1: accounts[0].keys[0].allowIps[0]: expected an IP address or a CIDR range',
    ],
    [
      '{"accounts": [{"id": "a", "packs": [{"id": "p", "name": "n", "quantity": 1, "effectiveAt": 1790000000000, "expiresAt": 1760000000000}]}]}',
      '1: accounts[0].packs[0].expiresAt: must be later than effectiveAt',
    ],
    [
      '{"accounts": [{"id": "a", "webhookSecret": "whsec_short"}]}',
      '1: accounts[0].webhookSecret: expected whsec_ and 24 to 64 bytes in base64, or a list of two such secrets',
    ],
    [
      '{"engines": {"k": {"type": "klng"}}}',
      "1: engines.k.type: expected one of 'illustrator', 'sleep', 'kling', 'comfyui', 'openai', 'a1111', 'module' (did you mean 'kling'?)",
    ],
    [
      '{"engines": {"k": {}}}',
      "1: engines.k.type: is missing; one of 'illustrator', 'sleep', 'kling', 'comfyui', 'openai', 'a1111', 'module'",
    ],
    ['{"engines": {"k": {"type": "sleep", "sleepMs": -1}}}', '1: engines.k.sleepMs: expected at least 0, not -1'],
    ['{"engines": {"k": {"type": "sleep", "ms": 1}}}', '1: engines.k.ms: unknown key, known are: type, sleepMs'],
    [
      '{"engines": {"k": {"type": "kling", "baseUrl": "http://a"}}}',
      '1: engines.k: needs either apiKey, or both accessKey and secretKey',
    ],
    [
      '{"engines": {"k": {"type": "kling", "baseUrl": "http://a", "apiKey": "x", "secretKey": "y"}}}',
      '1: engines.k: needs either apiKey, or both accessKey and secretKey',
    ],
    [
      '{"engines": {"k": {"type": "openai", "baseUrl": "a:80"}}}',
      '1: engines.k.baseUrl: expected an absolute http or https URL',
    ],
    [
      '{"engines": {"a b": {"type": "sleep"}}}',
      "1: engines[\"a b\"]: the name is invalid: expected 1–64 letters, digits, '.', '_' or '-', starting with a letter or digit",
    ],
    ['{"models": {"m": {"maxN": 10}}}', '1: models.m.maxN: expected at most 9, not 10'],
    [
      '{"models": {"m": {"resolutions": ["4k"]}}}',
      "1: models.m.resolutions[0]: expected one of '1k', '2k' (did you mean '1k'?)",
    ],
    ['{"policy": {"blockedTerms": "x"}}', '1: policy.blockedTerms: expected a list, not a string'],
    ['{"policy": {"moderation": {}}}', '1: policy.moderation.url: is missing'],
    ['{"queue": {"maxWaiting": 0}}', '1: queue.maxWaiting: expected at least 1, not 0'],
    ['{"queue": null}', '1: queue: expected an object, not null'],
  ];
  for (const [text, ...faults] of refused) it(`refuses ${text}`, () => assert.deepEqual(check(text).faults, faults));

  it('lists the faults of all sections at once, each with its line', () => {
    const { faults } = check(
      '{\n"queue": {"max": 1},\n"models": {"m": {"maxN": "2", "ratio": 1}},\n"accounts": [{}]\n}',
    );
    assert.deepEqual(faults, [
      '4: accounts[0].id: is missing',
      '3: models.m.maxN: expected a number, not a string',
      '3: models.m.ratio: unknown key, known are: engine, upstreamModel, unitsPerImage, textToImage, referenceUses, aspectRatios, resolutions, maxN',
      '2: queue.max: unknown key, known are: maxWaiting',
    ]);
  });

  it('keeps the sections that are right', () => {
    const { file } = check('{"queue": {"maxWaiting": 7}, "models": 3}');
    assert.equal(file.queue.maxWaiting, 7);
    assert.deepEqual(file.models, {});
  });

  it('never quotes a secret', () => {
    const hidden = 'geheim geheim';
    const { faults } = check(
      `{"accounts": [{"id": "env:S", "keys": [{"key": "env:S", "expiresAt": "env:S"}], "accessKey": "env:S", "secretKey": "env:S", "billing": "env:S", "webhookSecret": "env:S"}],
        "engines": {"k": {"type": "env:S", "baseUrl": "env:S"}, "o": {"type": "openai", "baseUrl": "env:S", "apiKey": "env:S"}}}`,
      { S: hidden },
    );
    assert.ok(faults.length >= 8, faults.join('\n'));
    assert.equal(faults.join('\n').includes('geheim'), false);
  });

  it('finds a fault or a value in any JSON, and never throws', () => {
    const key = fc.constantFrom(
      'accounts',
      'engines',
      'models',
      'policy',
      'queue',
      'id',
      'keys',
      'type',
      'engine',
      'x',
    );
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(key, tree), (root) => {
        const { faults, file } = check(JSON.stringify(root));
        assert.ok(Number.isInteger(file.queue.maxWaiting));
        if (Object.hasOwn(root, 'x')) assert.ok(faults.some((fault) => fault.includes('x: unknown key')));
      }),
    );
  });
});
