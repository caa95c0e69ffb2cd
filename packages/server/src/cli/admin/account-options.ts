// What `inkling accounts add|set` may be told of an account: one row an option, checked by the schema of `/admin/v1`.
import type { Account } from '../../core/account.js';
import { accountBody, checkAdmin, toAccountChanges } from '../../http/admin/admin-bodies.js';
import { CommandFailure } from '../command-failure.js';
import { exitCodes } from '../exit-code.js';
import { explain } from './administer.js';

/** Options as commander gives them, by their names in camel case. */
export type AccountOptions = Record<string, unknown>;

interface AccountOption {
  flag: string;
  field: keyof typeof accountBody.shape;
  help: string;
}

/** `none` takes a limit away, where there can be none. */
export const accountOptions: readonly AccountOption[] = [
  { flag: '--enabled <on|off>', field: 'enabled', help: 'off: every request is refused (1100)' },
  { flag: '--weight <number>', field: 'weight', help: 'share of the workers beside other accounts, 0.01 to 1000' },
  { flag: '--rate <number|none>', field: 'requests_per_second', help: 'requests per second and key' },
  { flag: '--burst <number|none>', field: 'burst', help: 'requests that may come at once' },
  { flag: '--concurrency <number|none>', field: 'concurrency', help: 'pictures in work at a time' },
  { flag: '--when-busy <refuse|queue>', field: 'when_busy', help: 'what happens to a submit beyond that' },
  { flag: '--billing <kind>', field: 'billing', help: 'unlimited, prepaid or postpaid' },
  { flag: '--credit-limit <units>', field: 'credit_limit', help: 'units that a post-paid account may owe' },
  {
    flag: '--retention-days <days|none>',
    field: 'retention_days',
    help: "how long pictures live; none: the service's",
  },
  { flag: '--policy <on|off>', field: 'policy', help: 'does the content policy look at its prompts?' },
  { flag: '--access-key <key|none>', field: 'access_key', help: 'the `iss` of its tokens' },
  { flag: '--secret-key <key|none>', field: 'secret_key', help: 'what its tokens are signed with' },
];

/** Name of an option without its value. */
const nameOf = (option: AccountOption) => option.flag.replace(/ .*/, '');
/** The name under which commander hands it over. */
const keyOf = (option: AccountOption) =>
  nameOf(option)
    .slice(2)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const numbers = new Set(['weight', 'requests_per_second', 'burst', 'concurrency', 'credit_limit', 'retention_days']);
const switches = new Set(['enabled', 'policy']);

/** The value that a text stands for; what it cannot stand for is left to the schema to refuse. */
function plainValue(field: string, text: string): unknown {
  if (switches.has(field)) return text === 'on' ? true : text === 'off' ? false : text;
  if (text === 'none') return null;
  return numbers.has(field) && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/** The changes asked for. CommandFailure naming the option that is wrong. */
export function readAccountOptions(options: AccountOptions): Partial<Omit<Account, 'id'>> {
  const body: Record<string, unknown> = {};
  for (const option of accountOptions) {
    const given = options[keyOf(option)];
    if (typeof given !== 'string') continue;
    const value = plainValue(option.field, given);
    const checked = accountBody.shape[option.field].safeParse(value);
    if (!checked.success) {
      throw new CommandFailure(`${nameOf(option)} takes ${option.flag.split(' ')[1]}: ${option.help}, not '${given}'`, {
        exitCode: exitCodes.usage,
      });
    }
    body[option.field] = value;
  }
  try {
    return toAccountChanges(checkAdmin(accountBody, body));
  } catch (error) {
    throw explain(error);
  }
}
