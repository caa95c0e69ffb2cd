// The table of settings: defaults, what each kind accepts and refuses, and how faults are told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Fault } from '../../src/config/fault.js';
import { readSettings, type Settings, settingsTable } from '../../src/config/settings.js';

/** Settings of an environment that must be without fault. */
function settingsOf(env: Record<string, string>): Settings {
  const faults: Fault[] = [];
  const settings = readSettings(env, faults);
  assert.deepEqual(faults, []);
  return settings;
}

/** Faults of an environment, as `where: message`. */
function faultsOf(env: Record<string, string>): string[] {
  const faults: Fault[] = [];
  readSettings(env, faults);
  return faults.map((fault) => `${fault.where}: ${fault.message}`);
}

describe('settings', () => {
  it('have the defaults that everybody relies on', () => {
    assert.deepEqual(settingsOf({}), {
      port: 8790,
      host: '127.0.0.1',
      dataFolder: './data',
      apiKey: null,
      adminKey: null,
      publicUrl: null,
      trustedProxies: [],
      corsOrigins: ['*'],
      tlsCertificateFile: null,
      tlsKeyFile: null,
      configFile: null,
      databaseUrl: null,
      databasePoolSize: 10,
      databasePooler: 'none',
      databaseListenUrl: null,
      storageUrl: null,
      pictureLinks: 'proxied',
      role: 'all',
      allowPrivateUrls: [],
      callbackEvents: 'final',
      retentionDays: 30,
      paintThreads: null,
      logLevel: 'info',
      logFormat: 'auto',
      logPrompts: 'off',
      otelEndpoint: null,
      serverUrl: null,
    });
  });

  it('treat an empty or blank variable as unset', () => {
    const blank = Object.fromEntries(Object.values(settingsTable).map((setting) => [setting.name, '  ']));
    assert.deepEqual(settingsOf(blank), settingsOf({}));
  });

  it('ignore the rest of the environment', () => {
    // Kubernetes puts INKLING_PORT=tcp://… beside every pod of a namespace that has a service called inkling.
    const others = { PATH: '/bin', INKLING_PORT: 'tcp://10.0.0.1:8790', INKLING_SERVICE_HOST: '10.0.0.1' };
    assert.deepEqual(settingsOf(others), settingsOf({}));
  });

  const accepted: [key: keyof Settings, text: string, value: unknown][] = [
    ['port', '0', 0],
    ['port', '65535', 65535],
    ['port', ' 8080 ', 8080],
    ['host', '0.0.0.0', '0.0.0.0'],
    ['host', '::', '::'],
    ['host', 'localhost', 'localhost'],
    ['dataFolder', '/var/lib/inkling', '/var/lib/inkling'],
    ['apiKey', 'sk-test', 'sk-test'],
    ['publicUrl', 'https://pictures.example.com/', 'https://pictures.example.com'],
    ['publicUrl', 'https://example.com/inkling', 'https://example.com/inkling'],
    ['trustedProxies', '10.0.0.1, 192.168.0.0/16,,fd00::/8', ['10.0.0.1', '192.168.0.0/16', 'fd00::/8']],
    ['corsOrigins', 'https://a.example, http://localhost:3000', ['https://a.example', 'http://localhost:3000']],
    ['corsOrigins', 'none', ['none']],
    ['configFile', 'inkling.jsonc', 'inkling.jsonc'],
    ['databaseUrl', 'postgres://inkling@db/inkling', 'postgres://inkling@db/inkling'],
    ['databaseUrl', 'postgresql://db', 'postgresql://db'],
    ['storageUrl', 's3://bucket/prefix?region=x', 's3://bucket/prefix?region=x'],
    ['role', 'worker', 'worker'],
    ['role', 'API', 'api'],
    ['allowPrivateUrls', 'localhost,10.0.0.0/8,minio.internal', ['localhost', '10.0.0.0/8', 'minio.internal']],
    ['callbackEvents', 'all', 'all'],
    ['retentionDays', '1', 1],
    ['paintThreads', '4', 4],
    ['logLevel', 'silent', 'silent'],
    ['logFormat', 'json', 'json'],
    ['adminKey', 'ak-administrator-1', 'ak-administrator-1'],
    ['logPrompts', 'on', 'on'],
    ['serverUrl', 'http://127.0.0.1:9000/', 'http://127.0.0.1:9000'],
  ];
  for (const [key, text, value] of accepted) {
    it(`read ${settingsTable[key].name}=${text}`, () => {
      assert.deepEqual(settingsOf({ [settingsTable[key].name]: text })[key], value);
    });
  }

  const refused: [key: keyof Settings, text: string][] = [
    ['port', '-1'],
    ['port', '65536'],
    ['port', '8790.5'],
    ['port', '0x10'],
    ['port', '1e3'],
    ['host', 'http://localhost'],
    ['host', '10.0.0.0/8'],
    ['host', '999.1.1.1'],
    ['apiKey', 'two words'],
    ['apiKey', 'schlüssel'],
    ['publicUrl', 'pictures.example.com'],
    ['publicUrl', 'ftp://example.com'],
    ['publicUrl', 'https://user:pass@example.com'],
    ['publicUrl', 'https://example.com/?a=1'],
    ['corsOrigins', 'https://a.example/'],
    ['corsOrigins', 'a.example'],
    ['trustedProxies', 'proxy.internal'],
    ['trustedProxies', '10.0.0.0/33'],
    ['databaseUrl', 'mysql://db'],
    ['databaseUrl', 'postgres://'],
    ['storageUrl', '/srv/pictures'],
    ['role', 'both'],
    ['allowPrivateUrls', 'http://localhost'],
    ['allowPrivateUrls', '10.0.0'],
    ['callbackEvents', 'none'],
    ['retentionDays', '0'],
    ['retentionDays', '3651'],
    ['paintThreads', '0'],
    ['logLevel', 'verbose'],
    ['logFormat', 'xml'],
    ['adminKey', 'two words of some length'],
    ['adminKey', 'too-short'],
    ['logPrompts', 'maybe'],
    ['serverUrl', 'localhost:8790'],
  ];
  for (const [key, text] of refused) {
    it(`refuse ${settingsTable[key].name}=${text}`, () => {
      const faults = faultsOf({ [settingsTable[key].name]: text });
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.ok(faults[0]?.startsWith(`${settingsTable[key].name}: `));
    });
  }

  it('tell every fault and go on with the defaults', () => {
    const faults: Fault[] = [];
    const settings = readSettings({ PORT: 'x', INKLING_ROLE: 'y', HOST: '::1' }, faults);
    assert.deepEqual(
      faults.map((fault) => fault.where),
      ['PORT', 'INKLING_ROLE'],
    );
    assert.equal(settings.port, 8790);
    assert.equal(settings.host, '::1');
  });

  it('say what is allowed', () => {
    assert.deepEqual(faultsOf({ PORT: '70000' }), ["PORT: '70000' is not a whole number from 0 to 65535"]);
    assert.deepEqual(faultsOf({ INKLING_ROLE: 'both' }), ["INKLING_ROLE: 'both' is none of: all, api, worker"]);
  });

  it('never quote a key', () => {
    assert.deepEqual(faultsOf({ INKLING_API_KEY: 'sk-very secret' }).join().includes('secret'), false);
  });

  it('notice a misspelt name', () => {
    for (const [typed, meant] of [
      ['INKLING_DATADIR', 'INKLING_DATA_DIR'],
      ['INKLING_RETENTION_DAY', 'INKLING_RETENTION_DAYS'],
      ['INKLING_PORT', 'PORT'],
      ['INKLING_HOST', 'HOST'],
    ] as const) {
      assert.deepEqual(faultsOf({ [typed]: '9' }), [`${typed}: there is no such setting (did you mean ${meant}?)`]);
    }
  });

  for (const [there, missing] of [
    ['INKLING_TLS_CERT', 'INKLING_TLS_KEY'],
    ['INKLING_TLS_KEY', 'INKLING_TLS_CERT'],
  ] as const) {
    it(`want ${missing} beside ${there}`, () => {
      assert.deepEqual(faultsOf({ [there]: '/etc/pem' }), [
        `${missing}: is missing, but ${there} is set: HTTPS needs both`,
      ]);
    });
  }

  it('never throw, whatever the environment holds', () => {
    const names = Object.values(settingsTable).map((setting) => setting.name);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })), (env) => {
        const faults: Fault[] = [];
        const settings = readSettings(env, faults);
        assert.ok(Number.isInteger(settings.port) && settings.port >= 0 && settings.port <= 65535);
        assert.ok(['all', 'api', 'worker'].includes(settings.role));
        for (const fault of faults) assert.ok(names.includes(fault.where));
      }),
    );
  });

  it('have unique names and a sentence of help each', () => {
    const names = Object.values(settingsTable).map((setting) => setting.name);
    assert.equal(new Set(names).size, names.length);
    for (const setting of Object.values(settingsTable)) assert.match(setting.help, /^[A-Z].+\.$/s, setting.name);
  });
});
