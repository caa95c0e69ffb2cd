// Why the service cannot start, in one sentence with the next step.
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { newToken } from '../../core/ids.js';
import { CommandFailure, describeSystemError } from '../command-failure.js';
import { hasErrorCode, makeFolder } from '../make-folder.js';

/** Makes the data folder if it is missing, and refuses one that cannot be written to. */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    // Rights alone do not tell: root has them all, on a read-only disk too.
    const probe = join(folder, `.probe-${newToken()}`);
    await writeFile(probe, '', { flag: 'wx' });
    await unlink(probe);
  } catch (error) {
    const reason = hasErrorCode(error, 'ENOENT') ? 'no folder can be made there' : describeSystemError(error);
    throw new CommandFailure(`The data folder '${folder}' cannot be used: ${reason}`, {
      cause: error,
      hint: 'choose another with INKLING_DATA_DIR, or change who may write there',
    });
  }
}

/** A failure to listen as a sentence; anything else is given back as it is. */
export function explainStartFailure(error: unknown, settings: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
  if (code === 'EADDRINUSE') {
    return new CommandFailure(`Port ${settings.port} is in use: another program listens on ${place}`, {
      cause: error,
      hint: 'stop it, or choose another port with PORT=…',
    });
  }
  if (code === 'EACCES') {
    return new CommandFailure(`Listening on ${place} is not allowed`, {
      cause: error,
      hint: 'ports below 1024 need special rights: choose another with PORT=…',
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new CommandFailure(`'${settings.host}' is not an address of this machine`, {
      cause: error,
      hint: 'HOST takes 127.0.0.1, 0.0.0.0, :: or an address of this machine',
    });
  }
  return error;
}
