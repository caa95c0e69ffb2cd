// What S3 and the network say, as one plain sentence that names the bucket and what to look at; never a credential.
import { StorageError } from '../storage.js';

/** Error names of S3 and of the AWS SDK, with what they come from. */
const byName: Record<string, string> = {
  NoSuchBucket: 'there is no such bucket',
  AccessDenied: 'access denied: look at what the key may do (it needs to get, put, delete and list objects)',
  Forbidden: 'access denied: look at what the key may do (it needs to get, put, delete and list objects)',
  InvalidAccessKeyId: 'there is no such access key',
  SignatureDoesNotMatch: 'the secret key is wrong, or this machine has a wrong clock',
  RequestTimeTooSkewed: 'the clock of this machine is wrong',
  ExpiredToken: 'the session token has expired',
  InvalidToken: 'the session token is wrong',
  AuthorizationHeaderMalformed: 'the region is wrong',
  PermanentRedirect: 'the bucket lies in another region, or the endpoint wants another style (path or virtual)',
  InvalidBucketName: 'the service does not accept this bucket name',
  SlowDown: 'it asks for fewer requests',
  CredentialsProviderError: 'no credentials were found: set accessKey and secretKey, the AWS variables, or a role',
  TimeoutError: 'it did not answer in time',
};

/** Codes of Node's network errors. */
const byCode: Record<string, string> = {
  ECONNREFUSED: 'nobody listens at its address',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'there is no way to its address',
  ENETUNREACH: 'there is no way to its address',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody this machine knows',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody this machine knows',
};

/** The parts of an SDK error that mean something. */
interface SdkError {
  name?: unknown;
  code?: unknown;
  $metadata?: { httpStatusCode?: unknown };
}

/** HTTP status of the answer behind an error; undefined when there was none. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as SdkError | undefined)?.$metadata?.httpStatusCode;
  return typeof status === 'number' ? status : undefined;
}

/** `where`: the bucket and its service, as describeS3 writes it. */
export function explainS3Error(error: unknown, where: string): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(`The bucket ${where} cannot be used: ${reasonOf(error)}.`, { cause: error });
}

function reasonOf(error: unknown): string {
  const { name, code } = (error ?? {}) as SdkError;
  // The code first: the SDK calls a cut connection a TimeoutError.
  if (typeof code === 'string' && Object.hasOwn(byCode, code)) return byCode[code] as string;
  if (typeof name === 'string' && Object.hasOwn(byName, name)) return byName[name] as string;
  const status = statusOf(error);
  if (status === undefined) return typeof name === 'string' ? `it failed (${name})` : 'an unknown error';
  if (status === 403) return byName.AccessDenied as string;
  if (status === 301) return byName.PermanentRedirect as string;
  return status >= 500 ? `it answers with an error of its own (HTTP ${status})` : `it refuses (HTTP ${status})`;
}
