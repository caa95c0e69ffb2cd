// `inkling doctor`: what is configured, what works, what does not and why. Looks, and changes nothing.
import { type Configuration, readConfiguration } from '../../config/configuration.js';
import { ConfigurationError } from '../../config/fault.js';
import { settingsTable } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import type { EngineRegistry } from '../../engines/engine-registry.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { type TextStyle, textStyleFor } from '../text-style.js';
import { dataChecks } from './data-checks.js';
import { type Check, type Finding, runChecks } from './finding.js';
import { machineCheck, nodeCheck } from './machine-checks.js';
import { networkChecks } from './network-checks.js';

export interface DoctorParts {
  world: CommandWorld;
  clock: Clock;
  /** The engines of a configuration, as the service would make them. */
  openEngines(configuration: Configuration): EngineRegistry;
}

/** Runs every check. The exit code is 1 if anything is broken. */
export async function diagnose(options: { json?: boolean }, parts: DoctorParts): Promise<ExitCode> {
  const { world } = parts;
  const findings = await findAll(parts);
  if (options.json === true) world.stdout.write(`${JSON.stringify(findings)}\n`);
  else world.stdout.write(formatFindings(findings, textStyleFor(world.stdout, world.env)));
  return findings.some((finding) => finding.state === 'broken') ? exitCodes.failed : exitCodes.done;
}

async function findAll(parts: DoctorParts): Promise<Finding[]> {
  const { world, clock } = parts;
  const node = await runChecks([nodeCheck(process.versions.node)]);
  let configuration: Configuration;
  try {
    configuration = readConfiguration(world.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const faults = error.faults.map(({ where, message }): Finding => {
      return { name: 'configuration', state: 'broken', detail: `${where}: ${message}` };
    });
    const rest: Finding = { name: 'everything else', state: 'skipped', detail: 'it depends on the configuration' };
    return [...node, ...faults, rest];
  }
  const { settings } = configuration;
  const checks = [
    configurationCheck(configuration, parts),
    machineCheck(settings.paintThreads),
    ...dataChecks(configuration, clock),
    ...networkChecks(settings, clock),
  ];
  return [...node, ...(await runChecks(checks)), ...(await checkEngines(configuration, parts))];
}

/** Names what differs from the defaults. */
function configurationCheck({ settings, models, accounts }: Configuration, { world }: DoctorParts): Check {
  return {
    name: 'configuration',
    look: async () => {
      const set = Object.values(settingsTable)
        .map((setting) => setting.name)
        .filter((name) => world.env[name]);
      const variables = set.length === 0 ? 'all settings at their defaults' : `${set.join(', ')} set`;
      const file = settings.configFile === null ? '' : `, file ${settings.configFile}`;
      const declared = accounts.length === 0 ? '' : `, ${accounts.length} accounts declared`;
      return { state: 'ok', detail: `${variables}${file}${declared}, ${models.names.length} models` };
    },
  };
}

/** Tries every engine that a model is bound to; an engine without models is named too, because nobody can reach it. */
async function checkEngines(configuration: Configuration, parts: DoctorParts): Promise<Finding[]> {
  const registry = parts.openEngines(configuration);
  const modelsOf = (key: string): string[] =>
    configuration.models
      .list()
      .filter((model) => model.engine === key)
      .map((model) => model.name);
  const check = (key: string): Check => ({
    name: `engine ${key}`,
    look: async () => {
      const models = modelsOf(key);
      if (models.length === 0 && key !== 'illustrator') {
        return { state: 'warning', detail: 'no model is bound to it', advice: `name it in models.NAME.engine` };
      }
      const engine = await registry.get(key);
      const seen = await engine.check();
      return { state: 'ok', detail: models.length === 0 ? seen : `${seen}; models ${models.join(', ')}` };
    },
  });
  try {
    return await runChecks(registry.keys.map(check));
  } finally {
    await registry.close();
  }
}

const words: Record<Finding['state'], string> = { ok: 'ok', warning: 'warning', broken: 'BROKEN', skipped: 'skipped' };

/** One line a finding, its advice below it, and a last line that sums up. */
function formatFindings(findings: readonly Finding[], style: TextStyle): string {
  const paint = { ok: style.good, warning: style.warn, broken: style.bad, skipped: style.dim };
  const widest = Math.max(...findings.map((finding) => finding.name.length));
  const lines = findings.flatMap(({ name, state, detail, advice }) => {
    const line = `${paint[state](words[state].padEnd(7))}  ${name.padEnd(widest)}  ${detail}`;
    return advice === undefined ? [line] : [line, `${' '.repeat(widest + 11)}${style.dim(`→ ${advice}`)}`];
  });
  const count = (state: Finding['state']): number => findings.filter((finding) => finding.state === state).length;
  const summary =
    count('broken') > 0
      ? `${count('broken')} broken`
      : count('warning') > 0
        ? 'It works; see the warnings.'
        : 'All is well.';
  return `${lines.join('\n')}\n\n${summary}\n`;
}
