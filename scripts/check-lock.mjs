// The lock file must carry `npm ci` on every platform: each dependency it mentions has its own entry (npm leaves out
// packages of other platforms that a registry does not serve, and then refuses the lock), and none names a registry's
// host, so that whoever installs uses their own.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Where Node would look for `name` from the package at `from`, nearest first: `a/node_modules/name`, …, `node_modules/name`. */
function* placesOf(from, name) {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (!folder.endsWith('node_modules')) yield `${folder}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

const faults = Object.entries(packages).flatMap(([path, entry]) => {
  const wanted = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
  const missing = wanted.filter((name) => ![...placesOf(path, name)].some((place) => place in packages));
  const host = /^https?:/.test(entry.resolved ?? '') ? [`${path} names the registry it came from`] : [];
  return [...missing.map((name) => `${name}, which ${path || 'the root'} depends on, has no entry`), ...host];
});
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
