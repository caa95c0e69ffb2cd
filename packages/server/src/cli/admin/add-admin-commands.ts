// The administrative commands and what each is asked with; what they do is loaded when it is needed.
import { Argument, type Command } from 'commander';
import { systemClock } from '../../core/clock.js';
import type { CommandWorld } from '../command-world.js';
import { accountOptions } from './account-options.js';
import type { AdminParts } from './administer.js';

const jsonOption = ['--json', 'print JSON, as /admin/v1 answers it'] as const;

/** Adds `accounts`, `packs`, `tasks`, `callbacks`, `maintenance` and `audit`. */
export function addAdminCommands(program: Command, world: CommandWorld): void {
  const parts: AdminParts = { world, clock: systemClock };
  addAccounts(program.command('accounts').description('accounts: list, show, add, set, rotate-secret, purge'), parts);
  addPacks(program.command('packs').description('prepaid units of accounts: list, put'), parts);
  addTasks(program.command('tasks').description("every account's tasks: list, show, cancel, delete"), parts);
  addCallbacks(program.command('callbacks').description('callbacks: list, show, redeliver'), parts);
  program
    .command('maintenance')
    .description('refuse new submits with 5001 while everything else goes on')
    .addArgument(new Argument('[on|off]', 'how it stands if not given').choices(['on', 'off']))
    .option(...jsonOption)
    .action(async (to, options) => (await import('./maintenance.js')).maintenance(to, options, parts));
  program
    .command('audit')
    .description('who changed what, newest first')
    .option('--limit <number>', 'at most so many', '50')
    .option(...jsonOption)
    .action(async (options) => (await import('./audit.js')).listAudit(options, parts));
}

function addAccounts(accounts: Command, parts: AdminParts): void {
  const load = () => import('./accounts.js');
  accounts
    .command('list')
    .description('accounts with what they have in use')
    .option(...jsonOption)
    .action(async (options) => (await load()).listAccounts(options, parts));
  accounts
    .command('show')
    .description('one account')
    .argument('<id>')
    .option(...jsonOption)
    .action(async (id, options) => (await load()).showAccount(id, options, parts));
  for (const job of ['add', 'set'] as const) {
    const command = accounts
      .command(job)
      .description(job === 'add' ? 'make an account, without limits unless told' : 'change what is named of an account')
      .argument('<id>', 'letters, digits, `_`, `.`, `-`')
      .option(...jsonOption)
      .action(async (id, options) => (await load()).putAccount(job, id, options, parts));
    for (const { flag, help } of accountOptions) command.option(flag, help);
  }
  accounts
    .command('rotate-secret')
    .description('sign callbacks with a new secret, and with the last one beside it; prints it')
    .argument('<id>')
    .option(...jsonOption)
    .action(async (id, options) => (await load()).rotateSecret(id, options, parts));
  accounts
    .command('purge')
    .description('remove an account with its keys, packs, tasks and pictures')
    .argument('<id>')
    .option('--yes', 'there is no way back')
    .option(...jsonOption)
    .action(async (id, options) => (await load()).purgeAccount(id, options, parts));
}

function addPacks(packs: Command, parts: AdminParts): void {
  const load = () => import('./packs.js');
  packs
    .command('list')
    .description('packs of an account')
    .argument('<account>')
    .option(...jsonOption)
    .action(async (account, options) => (await load()).listPacks(account, options, parts));
  packs
    .command('put')
    .description('make a pack, or change what is named of it; what was spent stays spent')
    .argument('<account>')
    .argument('<id>', 'of the pack')
    .option('--name <text>', 'its name in /account/costs; its id if not given')
    .option('--quantity <units>', 'units it begins with')
    .option('--from <when>', '30d, 12h, or a date such as 2027-01-31; now if not given')
    .option('--expires <when>', '30d, 12h, or a date such as 2027-01-31')
    .option(...jsonOption)
    .action(async (account, id, options) => (await load()).putPack(account, id, options, parts));
}

function addTasks(tasks: Command, parts: AdminParts): void {
  const load = () => import('./tasks.js');
  tasks
    .command('list')
    .description('tasks, newest first')
    .option('--account <id>', 'only those of this account')
    .option('--status <status>', 'submitted, processing, succeed or failed')
    .option('--limit <number>', 'at most so many, 1 to 500', '50')
    .option(...jsonOption)
    .action(async (options) => (await load()).listTasks(options, parts));
  const jobs = [
    ['show', 'one task, whoever owns it', 'showTask'],
    ['cancel', 'end a task as failed; one that has ended is left as it is', 'cancelTask'],
    ['delete', 'remove a task with its pictures and callbacks now', 'deleteTask'],
  ] as const;
  for (const [name, description, job] of jobs) {
    tasks
      .command(name)
      .description(description)
      .argument('<task id>')
      .option(...jsonOption)
      .action(async (id, options) => (await load())[job](id, options, parts));
  }
}

function addCallbacks(callbacks: Command, parts: AdminParts): void {
  const load = () => import('./callbacks.js');
  callbacks
    .command('list')
    .description('callbacks of all tasks, newest first')
    .option('--state <state>', 'pending, delivered or dead')
    .option('--limit <number>', 'at most so many, 1 to 500', '50')
    .option(...jsonOption)
    .action(async (options) => (await load()).listCallbacks(options, parts));
  callbacks
    .command('show')
    .description('every try of the callbacks of a task')
    .argument('<task id>')
    .option(...jsonOption)
    .action(async (id, options) => (await load()).showCallbacks(id, options, parts));
  callbacks
    .command('redeliver')
    .description('make a callback again now, under the same webhook-id')
    .argument('<callback id>', 'msg_…, as list and show name it')
    .option(...jsonOption)
    .action(async (id, options) => (await load()).redeliverCallback(id, options, parts));
}
