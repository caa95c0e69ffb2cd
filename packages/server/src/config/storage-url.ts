// INKLING_STORAGE_URL: `s3://bucket/prefix?endpoint=…&region=…&style=…`, read into what S3 storage needs. Credentials come
// from the URL (user name and password, or `accessKey` and `secretKey`, each also as `env:NAME` or `file:PATH`), else from
// the usual AWS variables, else from wherever the AWS SDK finds them (roles of a machine or pod).
import type { Environment } from './environment.js';
import type { Fault } from './fault.js';
import { suggest } from './nearest-name.js';
import { parseHttpUrl } from './network-name.js';
import { readSecretReference } from './secret-reference.js';

/** A bucket and how to reach it. */
export interface S3Declaration {
  bucket: string;
  /** Everything lies below it; empty for the bucket's root, never with a slash at either end. */
  prefix: string;
  /** Origin of the S3 service; null is AWS itself in that region. */
  endpoint: string | null;
  /** Origin that callers reach the service by, where it differs: for presigned links. */
  publicEndpoint: string | null;
  region: string;
  /** True: `https://host/bucket/key`; false: `https://bucket.host/key`. */
  pathStyle: boolean;
  /** Null: the AWS SDK looks for a role. */
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | null;
}

const parameterNames = ['endpoint', 'publicEndpoint', 'region', 'style', 'accessKey', 'secretKey', 'sessionToken'];

/** The rules that AWS, MinIO, R2 and OSS have in common. */
const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** The parts that storage keys are made of, see storage/storage-key.ts. */
const partPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Reads the URL; adds what is wrong to `faults`, and then gives undefined. No fault repeats the URL: it holds secrets. */
export function readStorageUrl(
  text: string,
  where: string,
  env: Environment,
  faults: Fault[],
): S3Declaration | undefined {
  const wrong: string[] = [];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) {
    faults.push({ where, message: 'is not a URL like s3://bucket/prefix?endpoint=https://…' });
    return undefined;
  }
  const parameters = url.searchParams;
  for (const name of new Set(parameters.keys()))
    if (!parameterNames.includes(name)) wrong.push(`has no parameter '${name}'${suggest(name, parameterNames)}`);

  /** A parameter, its secret looked up; an empty one counts as missing. */
  const read = (name: string, given: string | null): string | undefined => {
    if (given === null || given === '') return undefined;
    const outcome = readSecretReference(given, '.', env);
    if ('value' in outcome) return outcome.value;
    wrong.push(`${name}: ${outcome.wrong}`);
    return undefined;
  };
  const origin = (name: string, given: string | undefined): string | null => {
    if (given === undefined) return null;
    const parsed = parseHttpUrl(given);
    if (parsed !== undefined && parsed.search === '') return parsed.href.replace(/\/+$/, '');
    wrong.push(`${name} is not an http or https URL like https://s3.example.com`);
    return null;
  };

  const bucket = url.hostname;
  if (!bucketPattern.test(bucket)) wrong.push('does not name a bucket behind s3:// (3–63 of a–z, 0–9, . and -)');
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  if (prefix !== '' && !prefix.split('/').every((part) => partPattern.test(part)))
    wrong.push('has a prefix that is not made of letters, digits, . _ - and /');
  const endpoint = origin(
    'endpoint',
    read('endpoint', parameters.get('endpoint')) ?? env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL,
  );
  const publicEndpoint = origin('publicEndpoint', read('publicEndpoint', parameters.get('publicEndpoint')));
  const region = read('region', parameters.get('region')) ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (region === undefined && endpoint === null) wrong.push('needs region=… (or endpoint=… where it is not AWS)');
  const style = parameters.get('style') ?? (endpoint === null ? 'virtual' : 'path');
  if (style !== 'path' && style !== 'virtual') wrong.push("has a style that is neither 'path' nor 'virtual'");
  const credentials = readCredentials(url, read, env, wrong);
  faults.push(...wrong.map((message) => ({ where, message })));
  if (wrong.length > 0) return undefined;
  return {
    bucket,
    prefix,
    endpoint,
    publicEndpoint,
    // Services that are not AWS hardly care; this is what they expect.
    region: region ?? 'us-east-1',
    pathStyle: style === 'path',
    credentials,
  };
}

/** The pair of keys, or null for none at all; half a pair is a fault. */
function readCredentials(
  url: URL,
  read: (name: string, given: string | null) => string | undefined,
  env: Environment,
  wrong: string[],
): S3Declaration['credentials'] {
  const fromUrl = {
    accessKeyId: read('the user name', decode(url.username)) ?? read('accessKey', url.searchParams.get('accessKey')),
    secretAccessKey: read('the password', decode(url.password)) ?? read('secretKey', url.searchParams.get('secretKey')),
  };
  const isInUrl = fromUrl.accessKeyId !== undefined || fromUrl.secretAccessKey !== undefined;
  const { accessKeyId, secretAccessKey } = isInUrl
    ? fromUrl
    : { accessKeyId: env.AWS_ACCESS_KEY_ID || undefined, secretAccessKey: env.AWS_SECRET_ACCESS_KEY || undefined };
  if (accessKeyId === undefined && secretAccessKey === undefined) return null;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    wrong.push(
      `names ${accessKeyId === undefined ? 'a secret key without its access key' : 'an access key without its secret key'}`,
    );
    return null;
  }
  const sessionToken =
    read('sessionToken', url.searchParams.get('sessionToken')) ??
    (isInUrl ? undefined : env.AWS_SESSION_TOKEN || undefined);
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

/** Percent-decoded, or as it stands where that fails. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `s3://bucket/prefix at https://…`: what may be shown, without secrets. */
export function describeS3({ bucket, prefix, endpoint, region }: S3Declaration): string {
  return `s3://${bucket}${prefix === '' ? '' : `/${prefix}`} at ${endpoint ?? `AWS ${region}`}`;
}
