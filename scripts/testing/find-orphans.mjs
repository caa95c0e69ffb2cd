// Finds programs that tests started and nobody ended: they carry the run's id in their environment.
import { readdirSync, readFileSync } from 'node:fs';

/** Name of the environment variable that marks every process of a run. */
export const runIdVariable = 'TEST_RUN_ID';

/** Living processes of a run other than this one, with their command lines. Only Linux can tell; elsewhere none. */
export function findOrphans(runId) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const environment = readProcessFile(name, 'environ');
      if (!environment.includes(`${runIdVariable}=${runId}`)) return [];
      return [{ pid: Number(name), command: readProcessFile(name, 'cmdline').join(' ').trim() }];
    });
}

/** A NUL-separated file of a process; empty when the process is gone or somebody else's. */
function readProcessFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
