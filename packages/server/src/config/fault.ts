// What is wrong with a configuration, said once and in full: every fault is collected, then one error carries them all.

/** One thing that is wrong. */
export interface Fault {
  /** Where it stands: `PORT`, or `/etc/inkling.json:12: accounts[0].limits`. */
  where: string;
  /** What is wrong and what would be right; no full stop, never a secret. */
  message: string;
}

/** The configuration cannot be used. Its message is meant for the person who wrote the configuration: no stack needed. */
export class ConfigurationError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(describeFaults(faults));
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

/** A single fault as one sentence; several as a heading and a line each. */
function describeFaults(faults: readonly Fault[]): string {
  const lines = faults.map((fault) => `${fault.where}: ${fault.message}`);
  if (lines.length === 1) return `The configuration is wrong: ${lines[0]}.`;
  return [`${faults.length} things in the configuration are wrong:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
