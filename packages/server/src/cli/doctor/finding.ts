// What the doctor finds.

export interface Finding {
  /** What was looked at, in a word or two. */
  name: string;
  /** `ok`, works but should not stay so, does not work, or was not looked at because something before it is broken. */
  state: 'ok' | 'warning' | 'broken' | 'skipped';
  /** What was seen, in a sentence without full stop. */
  detail: string;
  /** The next step, where there is one. */
  advice?: string;
}

/** Something to look at. */
export interface Check {
  name: string;
  /** Says what it saw. What it throws counts as broken. */
  look(): Promise<Omit<Finding, 'name'>>;
}

/** Runs the checks one after the other: they would disturb one another's timing. */
export async function runChecks(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, look } of checks) {
    findings.push({ name, ...(await look().catch((error: unknown) => broken(error))) });
  }
  return findings;
}

/** The finding that an error stands for. */
function broken(error: unknown): Omit<Finding, 'name'> {
  const hint = error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  return { state: 'broken', detail, ...(hint === undefined ? {} : { advice: hint }) };
}
