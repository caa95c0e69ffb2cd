// The command line: which commands there are, and what each is asked with. What they do lives in their own folders and
// is loaded when it is needed.
import { Argument, Command, CommanderError } from 'commander';
import type { Configuration } from '../config/configuration.js';
import { ConfigurationError } from '../config/fault.js';
import { systemClock } from '../core/clock.js';
import { addAdminCommands } from './admin/add-admin-commands.js';
import { CommandFailure } from './command-failure.js';
import { type CommandWorld, processWorld } from './command-world.js';
import { printCompletion, shells } from './completion/completion.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import type { GenerateOptions } from './generate/request-body.js';
import type { KeyOptions } from './keys/keys.js';
import type { MigrateOptions } from './migrate/migrate.js';
import type { ModelsOptions } from './models/models.js';
import type { PlanOptions } from './plan/plan.js';
import { textStyleFor } from './text-style.js';
import { describeVersion, versionJson } from './version.js';
import type { WatchOptions } from './watch/watch.js';

/** Runs `inkling <args>`; resolves to the exit code and never rejects. Whatever it started has ended by then. */
export async function runCommandLine(args: readonly string[], world: CommandWorld = processWorld()): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: exitCodes.done };
  const program = buildProgram(world, (code) => {
    outcome.code = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return outcome.code;
  } catch (error) {
    return tellFailure(error, world);
  }
}

/** Says what went wrong and gives the exit code that fits. */
function tellFailure(error: unknown, world: CommandWorld): ExitCode {
  // Commander has said everything itself by then; asking for help or the version is no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const style = textStyleFor(world.stderr, world.env);
  const say = (text: string): unknown => world.stderr.write(`${style.bad('inkling:')} ${text}\n`);
  if (error instanceof ConfigurationError) {
    say(error.message);
    return exitCodes.failed;
  }
  if (error instanceof CommandFailure) {
    say(`${error.message}.`);
    if (error.hint !== undefined) world.stderr.write(`${style.dim('Next:')} ${error.hint}.\n`);
    return error.exitCode;
  }
  // A fault of ours: the stack is for whoever reports it, so it is kept for those who ask for it.
  const detailed = world.env.INKLING_LOG_LEVEL === 'debug' || world.env.INKLING_LOG_LEVEL === 'trace';
  say(
    detailed && error instanceof Error
      ? (error.stack ?? error.message)
      : `${error instanceof Error ? error.message : String(error)}`,
  );
  if (!detailed) world.stderr.write(`${style.dim('Next:')} INKLING_LOG_LEVEL=debug shows where it happened.\n`);
  return exitCodes.failed;
}

function buildProgram(world: CommandWorld, finish: (code: ExitCode) => void): Command {
  const program = new Command('inkling')
    .description('Self-hosted image generation that speaks the Kling Images API.')
    .version(describeVersion(), '-V, --version', 'print the version')
    .helpCommand('help [command]', 'explain a command')
    .showHelpAfterError('(inkling --help explains the commands)')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
      getOutHelpWidth: () => world.stdout.columns ?? 100,
      getErrHelpWidth: () => world.stderr.columns ?? 100,
    })
    .addHelpText(
      'after',
      `
Examples:
  $ inkling serve
  $ inkling generate "a red fox in the snow at sunset, oil painting" -o fox.png
  $ inkling generate "make it winter" --image photo.jpg -n 4 -o winter.png
  $ inkling watch --all
  $ inkling keys add --label laptop --expires 90d

Exit codes: 0 done, 1 it could not be done, 2 asked wrongly, 130 interrupted.
Settings are environment variables: see docs/configuration.md, and inkling doctor for what is in force.`,
    );
  addServe(program, world, finish);
  addGenerate(program, world, finish);
  addWatch(program, world, finish);
  addModels(program, world, finish);
  addPlan(program, world, finish);
  addKeys(program, world, finish);
  addNodes(program, world, finish);
  addAdminCommands(program, world);
  addDoctor(program, world, finish);
  addBackup(program, world, finish);
  addMigrate(program, world, finish);
  addCompletion(program, world, finish);
  program
    .command('version')
    .description('print the version')
    .option('--json', 'print JSON')
    .action(
      ({ json }: { json?: boolean }) =>
        void world.stdout.write(`${json === true ? versionJson() : describeVersion()}\n`),
    );
  return program;
}

function addServe(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('serve')
    .description('start the service: API, workers and studio')
    .addHelpText('after', '\nSettings come from environment variables: see docs/configuration.md.')
    .action(async () => {
      const [{ serve }, { createService }] = await Promise.all([import('./serve/serve.js'), import('../main.js')]);
      finish(await serve({ world, clock: systemClock, createService }));
    });
}

function addGenerate(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('generate')
    .description('make pictures: at a running server, at any Kling-compatible gateway, or right here')
    .argument('<prompt>', 'what the picture shows, in Chinese or English')
    .option('-o, --output <file>', 'file to write; several pictures become out-0.png, out-1.png, …')
    .option('-i, --image <file or URL>', 'reference picture for image-to-image')
    .option('-m, --model <name>', 'model; kling-v1 if not given, kling-v1-5 with --image-reference')
    .option('--negative <prompt>', 'what the picture must not show')
    .option('-r, --ratio <w:h>', 'aspect ratio: 1:1, 16:9, 9:16, 4:3, 3:4, 3:2, 2:3, 21:9')
    .option('-n, --number <count>', 'how many pictures, 1 to 9')
    .option('--seed <number>', 'same seed, same picture')
    .option('--format <png|jpg>', 'file format; by default that of --output')
    .option('--resolution <1k|2k>', 'size of the picture')
    .option('--image-reference <subject|face>', 'what is taken from the reference picture (kling-v1-5)')
    .option('--image-fidelity <0…1>', 'how close the reference picture is followed')
    .option('--human-fidelity <0…1>', 'how close the features of a face are followed')
    .option('--watermark', 'ask for a marked copy as well')
    .option('--base-url <URL>', 'gateway: https://host, https://host/kling/v1 or https://host/v1')
    .option('--key <key>', 'API key; INKLING_API_KEY if not given')
    .option('--timeout <seconds>', 'longest wait', '600')
    .option('--preview <auto|kitty|iterm2|off>', 'show the picture in terminals that can', 'auto')
    .option('--json', 'print one JSON object: task_id, files, urls')
    .action(async (prompt: string, options: GenerateOptions) => {
      const [{ generate }, { startLocalService }] = await Promise.all([
        import('./generate/generate.js'),
        import('./generate/local-service.js'),
      ]);
      const parts = { world, clock: systemClock, startLocalService: () => startLocalService(world) };
      finish(await generate(prompt, options, parts));
    });
}

function addWatch(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('watch')
    .description('follow a task to its end, or everything that happens')
    .argument('[task]', 'its task_id or external_task_id')
    .option('--all', 'every task of the account, until Ctrl-C')
    .option('--base-url <URL>', 'gateway: https://host, https://host/kling/v1 or https://host/v1')
    .option('--key <key>', 'API key; INKLING_API_KEY if not given')
    .option('--timeout <seconds>', 'longest wait for one task', '86400')
    .option('--json', 'print one JSON object for each state')
    .action(async (task: string | undefined, options: WatchOptions) => {
      const { watch } = await import('./watch/watch.js');
      finish(await watch(task, options, { world, clock: systemClock }));
    });
}

function addModels(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('models')
    .description('show the models there are, and what each can do')
    .option('--base-url <URL>', 'gateway: https://host, https://host/kling/v1 or https://host/v1')
    .option('--key <key>', 'API key; INKLING_API_KEY if not given')
    .option('--json', 'print JSON')
    .action(async (options: ModelsOptions) => {
      const { listModels } = await import('./models/models.js');
      finish(await listModels(options, { world }));
    });
}

function addCompletion(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('completion')
    .description('print a script that completes commands and options in your shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .addHelpText(
      'after',
      `
To have it in every shell:
  $ inkling completion bash > ~/.local/share/bash-completion/completions/inkling
  $ inkling completion zsh > ~/.zfunc/_inkling          (with ~/.zfunc in $fpath)
  $ inkling completion fish > ~/.config/fish/completions/inkling.fish`,
    )
    .action((shell: (typeof shells)[number]) => finish(printCompletion(shell, program, world)));
}

function addPlan(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('plan')
    .description('show how the illustrator understands a prompt, without painting it')
    .argument('<prompt>', 'the prompt, or - for one prompt a line on standard input')
    .option('--negative <prompt>', 'what the picture must not show')
    .option('-r, --ratio <w:h>', 'aspect ratio', '1:1')
    .option('--seed <number>', 'seed of the composition', '0')
    .option('--json', 'print one JSON object a line')
    .action(async (prompt: string, options: PlanOptions) => {
      const [{ plan }, { planPrompt }] = await Promise.all([import('./plan/plan.js'), import('@inkling/illustrator')]);
      finish(await plan(prompt, options, { world, planPrompt }));
    });
}

function addNodes(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('nodes')
    .description('show the processes of the service: roles, versions, tasks in hand')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { listNodes } = await import('./nodes/nodes.js');
      finish(await listNodes(options, { world, clock: systemClock }));
    });
}

function addDoctor(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('say what is configured, what works, what does not, and why')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const [{ diagnose }, { openEngines }, { createLog }] = await Promise.all([
        import('./doctor/doctor.js'),
        import('../engines/engine-factories.js'),
        import('../core/log.js'),
      ]);
      // What an engine has to say comes back as a finding.
      const parts = { clock: systemClock, log: await createLog({ level: 'silent', format: 'json' }) };
      const open = (configuration: Configuration) => openEngines(configuration, parts);
      finish(await diagnose(options, { world, clock: systemClock, openEngines: open }));
    });
}

function addBackup(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('backup')
    .description('copy the data folder, also beside a running server; again into the same folder copies what is new')
    .argument('<folder>', 'where the copy goes; the service can be started from it')
    .action(async (folder: string) => {
      const { backup } = await import('./backup/backup.js');
      finish(await backup(folder, { world }));
    });
}

function addMigrate(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  program
    .command('migrate')
    .description('move everything from the data folder to PostgreSQL, and pictures to a bucket')
    .requiredOption('--to <URL>', 'an empty database: postgres://user:password@host/database')
    .option('--storage <URL>', 'a bucket for the pictures: s3://…; without it they stay where they are')
    .option('--dry-run', 'say what would be moved, and write nothing')
    .addHelpText('after', '\nStop the server first. Interrupted, the same command goes on where it stopped.')
    .action(async (options: MigrateOptions) => {
      const { migrate } = await import('./migrate/migrate.js');
      finish(await migrate(options, { world }));
    });
}

function addKeys(program: Command, world: CommandWorld, finish: (code: ExitCode) => void): void {
  const keys = program.command('keys').description('API keys: add, list, revoke');
  const run = async (job: 'addKey' | 'listKeys' | 'revokeKey', options: KeyOptions): Promise<void> => {
    const commands = await import('./keys/keys.js');
    finish(await commands[job](options, { world, clock: systemClock }));
  };
  keys
    .command('add')
    .description('make a key and print it; it is shown only now')
    .option('--account <id>', 'account that the key belongs to', 'default')
    .option('--label <text>', 'what the key is for', '')
    .option('--expires <when>', '30d, 12h, or a date such as 2027-01-31; never if not given')
    .option('--models <names>', 'the only models it may use, by commas; all if not given')
    .option('--allow-ips <addresses>', 'the only addresses or CIDR ranges it may call from, by commas')
    .option('--json', 'print JSON')
    .action((options: KeyOptions) => run('addKey', options));
  keys
    .command('list')
    .description('show the keys there are, without their secrets')
    .option('--account <id>', 'only those of this account')
    .option('--json', 'print JSON')
    .action((options: KeyOptions) => run('listKeys', options));
  keys
    .command('revoke')
    .description('make a key useless, at once and for good')
    .argument('<key>', 'its id, the beginning of its id, its hint, or the key itself')
    .option('--json', 'print JSON')
    .action((which: string, options: KeyOptions) => run('revokeKey', { ...options, which }));
}
