// The settings of a command's environment, or one failure that lists what is wrong with them.
import { ConfigurationError, type Fault } from '../config/fault.js';
import { readSettings, type Settings } from '../config/settings.js';
import type { CommandWorld } from './command-world.js';

/** Throws ConfigurationError. */
export function settingsInForce({ env }: Pick<CommandWorld, 'env'>): Settings {
  const faults: Fault[] = [];
  const settings = readSettings(env, faults);
  if (faults.length > 0) throw new ConfigurationError(faults);
  return settings;
}
