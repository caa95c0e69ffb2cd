// The table of settings: every environment variable Inkling reads, with type, default, unit, range and help.
// docs/configuration.md is generated from it. What does not fit into one line belongs in the configuration file.
import type { Environment } from './environment.js';
import type { Fault } from './fault.js';
import { nearestName } from './nearest-name.js';
import { isAddressOrRange, isHostName, parseHttpUrl } from './network-name.js';
import { list, oneOf, type Setting, text, wholeNumber } from './setting-kinds.js';

/** Any text at all. */
const asGiven = (value: string): { value: string } => ({ value });

/** An http(s) URL, kept without its trailing slash, so that paths can be appended. */
function readBaseUrl(value: string): { value: string } | { wrong: string } {
  const url = parseHttpUrl(value);
  if (url === undefined || url.search !== '') return { wrong: 'is not an absolute http or https URL without a query' };
  return { value: url.href.replace(/\/+$/, '') };
}

/** Every setting by the name that the code uses. The order is that of the docs. */
export const settingsTable = {
  port: wholeNumber({
    name: 'PORT',
    fallback: 8790,
    least: 0,
    most: 65535,
    help: 'Port to listen on; 0 takes any free one.',
  }),
  host: text({
    name: 'HOST',
    kind: 'host name or address',
    fallback: '127.0.0.1',
    help: 'Address to listen on. `0.0.0.0` or `::` opens the service to the network.',
    check: (value) =>
      isHostName(value) || (isAddressOrRange(value) && !value.includes('/'))
        ? { value }
        : { wrong: 'is neither a host name nor an address' },
  }),
  dataFolder: text({
    name: 'INKLING_DATA_DIR',
    kind: 'folder',
    fallback: './data',
    help: 'Where the database and the pictures live. Made when missing.',
    check: asGiven,
  }),
  apiKey: text<string | null>({
    name: 'INKLING_API_KEY',
    kind: 'secret',
    range: 'printable ASCII, no spaces',
    fallback: null,
    fallbackText: 'made at the first start and kept in the data folder',
    help: 'Bearer key of the default account, valid as long as it is set.',
    check: (value) =>
      /^[\x21-\x7e]+$/.test(value) ? { value } : { wrong: 'is not a key: only printable ASCII without spaces will do' },
  }),
  adminKey: text<string | null>({
    name: 'INKLING_ADMIN_KEY',
    kind: 'secret',
    range: '16 or more characters of printable ASCII, no spaces',
    fallback: null,
    fallbackText: '`/admin/v1` is closed',
    help: 'Key of `/admin/v1`. Never the key of an account: it opens nothing else, and no other key opens this.',
    check: (value) =>
      /^[\x21-\x7e]{16,}$/.test(value)
        ? { value }
        : { wrong: 'is not an admin key: at least 16 characters of printable ASCII without spaces' },
  }),
  publicUrl: text<string | null>({
    name: 'INKLING_PUBLIC_URL',
    kind: 'URL',
    fallback: null,
    fallbackText: 'the host that the caller used',
    help: 'Address under which callers reach this service; picture links start with it. Set it behind a proxy.',
    check: readBaseUrl,
  }),
  trustedProxies: list({
    name: 'INKLING_TRUSTED_PROXIES',
    kind: 'addresses or CIDR ranges, comma-separated',
    fallback: [],
    fallbackText: 'none',
    help: "Proxies in front of this service whose `X-Forwarded-*` headers are believed; everybody else's are ignored.",
    isItem: isAddressOrRange,
    itemName: 'an address or a CIDR range',
  }),
  corsOrigins: list({
    name: 'INKLING_CORS_ORIGINS',
    kind: '`*`, `none`, or origins, comma-separated',
    fallback: ['*'],
    fallbackText: '`*`',
    help: 'Whose web pages may call the API from a browser. Keys never travel in cookies, so a page needs one of its own.',
    isItem: (item) => item === '*' || item === 'none' || parseHttpUrl(item)?.origin === item,
    itemName: 'an origin such as https://app.example.com',
  }),
  tlsCertificateFile: text<string | null>({
    name: 'INKLING_TLS_CERT',
    kind: 'file (PEM)',
    fallback: null,
    fallbackText: 'plain HTTP',
    help: 'Certificate chain for serving HTTPS. Needs `INKLING_TLS_KEY`.',
    check: asGiven,
  }),
  tlsKeyFile: text<string | null>({
    name: 'INKLING_TLS_KEY',
    kind: 'file (PEM)',
    fallback: null,
    fallbackText: 'plain HTTP',
    help: 'Private key that belongs to `INKLING_TLS_CERT`.',
    check: asGiven,
  }),
  configFile: text<string | null>({
    name: 'INKLING_CONFIG',
    kind: 'file (JSON with comments)',
    fallback: null,
    fallbackText: 'none',
    help: 'The configuration file: accounts, engines, models, policy, queue. See below.',
    check: asGiven,
  }),
  databaseUrl: text<string | null>({
    name: 'INKLING_DATABASE_URL',
    kind: 'URL',
    range: 'postgres://…',
    fallback: null,
    fallbackText: 'SQLite in the data folder',
    help: 'Database for more than one machine.',
    check: (value) => (/^postgres(?:ql)?:\/\/./.test(value) ? { value } : { wrong: 'does not start with postgres://' }),
  }),
  databasePoolSize: wholeNumber({
    name: 'INKLING_DATABASE_POOL_SIZE',
    unit: 'connections',
    fallback: 10,
    least: 2,
    most: 500,
    help: 'PostgreSQL connections of this process at most, beside the one on which it hears of work.',
  }),
  databasePooler: oneOf({
    name: 'INKLING_DATABASE_POOLER',
    words: ['none', 'transaction'],
    fallback: 'none',
    help: 'What stands before PostgreSQL: `transaction` is a pooler such as PgBouncer in transaction mode. Statements are not prepared then, and other processes hear of work by looking every second, unless `INKLING_DATABASE_LISTEN_URL` is set.',
  }),
  databaseListenUrl: text<string | null>({
    name: 'INKLING_DATABASE_LISTEN_URL',
    kind: 'URL',
    range: 'postgres://…',
    fallback: null,
    fallbackText: '`INKLING_DATABASE_URL`',
    help: 'Way to PostgreSQL past a pooler, for the one connection on which this process hears of work.',
    check: (value) => (/^postgres(?:ql)?:\/\/./.test(value) ? { value } : { wrong: 'does not start with postgres://' }),
  }),
  storageUrl: text<string | null>({
    name: 'INKLING_STORAGE_URL',
    kind: 'secret URL',
    range: '`s3://bucket/prefix?endpoint=…&region=…&style=path\\|virtual`',
    fallback: null,
    fallbackText: 'files in the data folder',
    help: 'Bucket for pictures; see `docs/storage.md` for AWS, MinIO, R2 and OSS, and for where credentials come from.',
    check: (value) => (/^s3:\/\/./.test(value) ? { value } : { wrong: 'does not start with s3://' }),
  }),
  pictureLinks: oneOf({
    name: 'INKLING_PICTURE_LINKS',
    words: ['proxied', 'presigned'],
    fallback: 'proxied',
    help: 'Who sends the bytes of a picture: this service, or the bucket, to which callers are redirected (302) by a link that works for 15 minutes.',
  }),
  role: oneOf({
    name: 'INKLING_ROLE',
    words: ['all', 'api', 'worker'],
    fallback: 'all',
    help: 'What this process does: answer callers, make pictures, or both. Less than all needs PostgreSQL, and pictures where every process reaches them. A `worker` answers only `/healthz`, `/readyz` and `/metrics`.',
  }),
  allowPrivateUrls: list({
    name: 'INKLING_ALLOW_PRIVATE_URLS',
    kind: 'hosts or CIDR ranges, comma-separated',
    fallback: [],
    fallbackText: 'none',
    help: 'Private hosts or ranges that image and callback URLs may point to; all others are refused (1300).',
    isItem: (item) => isAddressOrRange(item) || isHostName(item),
    itemName: 'a host name, an address or a CIDR range',
  }),
  callbackEvents: oneOf({
    name: 'INKLING_CALLBACK_EVENTS',
    words: ['final', 'all'],
    fallback: 'final',
    help: 'When callbacks are sent: once the task has ended, or on every change of its status.',
  }),
  retentionDays: wholeNumber({
    name: 'INKLING_RETENTION_DAYS',
    unit: 'days',
    fallback: 30,
    least: 1,
    most: 3650,
    help: 'How long pictures are kept; afterwards their links answer 410.',
  }),
  paintThreads: wholeNumber<number | null>({
    name: 'INKLING_PAINT_THREADS',
    unit: 'threads',
    fallback: null,
    fallbackText: 'one per core',
    least: 1,
    most: 256,
    help: 'Threads that paint. Each holds up to 250 MB while it works.',
  }),
  logLevel: oneOf({
    name: 'INKLING_LOG_LEVEL',
    words: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
    fallback: 'info',
    help: 'Least severe event that is logged.',
  }),
  logFormat: oneOf({
    name: 'INKLING_LOG_FORMAT',
    words: ['auto', 'json', 'pretty'],
    fallback: 'auto',
    help: 'One JSON object a line, or lines for people; `auto` is pretty on a terminal and JSON elsewhere.',
  }),
  otelEndpoint: text<string | null>({
    name: 'INKLING_OTEL_ENDPOINT',
    otherName: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    kind: 'URL',
    fallback: null,
    fallbackText: '`OTEL_EXPORTER_OTLP_ENDPOINT`, else no traces',
    help: 'OpenTelemetry collector that traces are posted to, by OTLP over HTTP: `http://collector:4318`. See `docs/operations.md`.',
    check: readBaseUrl,
  }),
  logPrompts: oneOf({
    name: 'INKLING_LOG_PROMPTS',
    words: ['off', 'on'],
    fallback: 'off',
    help: 'Whether the log holds prompts. Off, because prompts are private.',
  }),
  serverUrl: text<string | null>({
    name: 'INKLING_URL',
    kind: 'URL',
    fallback: null,
    fallbackText: 'the address of `HOST` and `PORT`',
    help: 'Server that `inkling generate` talks to. Not read by the server.',
    check: readBaseUrl,
  }),
};

type ValueOf<Row> = Row extends Setting<infer Value> ? Value : never;

/** The value of every setting; see the table for units and meaning. */
export type Settings = { readonly [Key in keyof typeof settingsTable]: ValueOf<(typeof settingsTable)[Key]> };

/** The environment name of each setting. */
const settingNames = Object.values(settingsTable).map((setting) => setting.name);

/** The value of one setting, or its default with a fault noted. */
function readSetting<Value>(setting: Setting<Value>, env: Environment, faults: Fault[]): Value {
  const name = env[setting.name]?.trim() || setting.otherName === undefined ? setting.name : setting.otherName;
  const given = env[name]?.trim();
  if (given === undefined || given === '') return setting.fallback;
  const outcome = setting.read(given);
  if ('value' in outcome) return outcome.value;
  const shown = setting.kind.startsWith('secret') ? 'its value' : `'${given}'`;
  faults.push({ where: name, message: `${shown} ${outcome.wrong}` });
  return setting.fallback;
}

const prefix = 'INKLING_';

/**
 * Variables of ours by prefix that no setting reads but one is nearly called: a typo nobody would notice otherwise.
 * Addresses such as `tcp://…` are left alone: Kubernetes sets INKLING_PORT to one beside a service called inkling.
 */
function findTypos(env: Environment): Fault[] {
  const known = new Map(settingNames.map((name) => [name.replace(prefix, ''), name]));
  return Object.entries(env)
    .filter(
      ([name, value]) =>
        name.startsWith(prefix) && !settingNames.includes(name) && !/^$|^(?:tcp|udp):/.test(value ?? ''),
    )
    .flatMap(([name]) => {
      // Without the prefix, which would make every two names look alike.
      const meant = known.get(nearestName(name.slice(prefix.length), [...known.keys()]) ?? '');
      return meant === undefined ? [] : [{ where: name, message: `there is no such setting (did you mean ${meant}?)` }];
    });
}

/** Reads every setting; what is wrong is added to `faults` and replaced by the default so that reading goes on. */
export function readSettings(env: Environment, faults: Fault[]): Settings {
  const entries = Object.entries(settingsTable).map(([key, setting]) => [
    key,
    readSetting(setting as Setting<unknown>, env, faults),
  ]);
  faults.push(...findTypos(env));
  const settings = Object.fromEntries(entries) as Settings;
  if ((settings.tlsCertificateFile === null) !== (settings.tlsKeyFile === null)) {
    const [there, missing] =
      settings.tlsKeyFile === null ? ['INKLING_TLS_CERT', 'INKLING_TLS_KEY'] : ['INKLING_TLS_KEY', 'INKLING_TLS_CERT'];
    faults.push({ where: missing, message: `is missing, but ${there} is set: HTTPS needs both` });
  }
  return settings;
}
