// Tries every key of a relay for `inkling doctor`, with a call that costs nothing, and says what to do about what it finds.
import type { CallOutcome, KlingApi } from './kling-api.js';

/** A failed check with the next step, as the doctor shows it. */
class EngineCheckError extends Error {
  override readonly name = 'EngineCheckError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Resolves to a sentence when every key is let in. Throws EngineCheckError about the first one that is not. */
export async function checkKeys(
  api: Pick<KlingApi, 'list'>,
  keys: readonly { id: string; secret: object }[],
  { baseUrl, prefix }: { baseUrl: string; prefix: string },
  engineKey: string,
): Promise<string> {
  const address = `${new URL(baseUrl).origin}${prefix}`;
  for (const [index, { id, secret }] of keys.entries()) {
    const outcome = await api.list(id, 1, 1);
    // Told to wait, but told so by the right server with a key that it knows.
    if (outcome.kind === 'ok' || outcome.kind === 'busy') continue;
    const which = keys.length === 1 ? 'the key' : `key ${index + 1} of ${keys.length}`;
    const names = 'apiKey' in secret ? 'apiKey' : 'accessKey and secretKey';
    throw explain(outcome, address, which, names, engineKey);
  }
  return `${address} lets ${keys.length === 1 ? 'its key' : `all ${keys.length} keys`} in`;
}

function explain(
  outcome: Exclude<CallOutcome<unknown>, { kind: 'ok' | 'busy' }>,
  address: string,
  which: string,
  names: string,
  engineKey: string,
): EngineCheckError {
  const place = `engines.${engineKey}`;
  switch (outcome.kind) {
    case 'key':
      return new EngineCheckError(
        `${address} refuses ${which} (${outcome.reason})`,
        /110[012]/.test(outcome.reason)
          ? 'the account behind the key needs attention: see its balance in the console of the upstream'
          : `see ${names} of ${place} in the configuration file, and the clock of this machine`,
      );
    case 'doubt':
      return new EngineCheckError(
        `${address} cannot be used: ${outcome.reason}`,
        `see that baseUrl of ${place} is right and that this machine may call it`,
      );
    default: {
      const reason = 'reason' in outcome ? outcome.reason : 'message' in outcome ? outcome.message : outcome.kind;
      return new EngineCheckError(
        `${address} does not answer as a Kling API does (${reason})`,
        `see baseUrl and prefix of ${place}: Kling itself has /v1, most gateways /kling/v1`,
      );
    }
  }
}
