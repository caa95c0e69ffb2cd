// Writes docs/configuration.md from the table of settings and the schema of the configuration file.
import { describeSections } from '../../packages/server/dist/src/config/describe-sections.js';
import { settingsTable } from '../../packages/server/dist/src/config/settings.js';

export const file = 'docs/configuration.md';

/** What each section of the file is for. */
const introductions = {
  accounts: 'Accounts declared here are created or updated at the start; others live in the database.',
  engines: 'Whoever makes pictures, by a name of your own. `illustrator` is always there.',
  models:
    'Models by name: changes to a built-in one, or a new one with the abilities of `kling-v1` unless it says otherwise.',
  policy: 'What a prompt may not hold.',
  queue: 'How long the queue may get.',
};

const example = `{
  // Comments and trailing commas are fine.
  "accounts": [{ "id": "acme", "keys": [{ "key": "env:ACME_KEY", "expiresAt": 1790000000000 }] }],
  "engines": { "sleeper": { "type": "sleep", "sleepMs": 50 } },
  "models": { "load-test": { "engine": "sleeper", "unitsPerImage": 0 } },
  "queue": { "maxWaiting": 2000 },
}`;

/** The page as Markdown. */
export function generate() {
  return `# Configuration

Everything has a default: \`npm start\` needs no configuration. Settings come from environment variables; what does not
fit into one line comes from a file that \`INKLING_CONFIG\` names. Both are read once, at the start. If anything is wrong
the start is refused with one message that lists every fault. \`inkling doctor\` shows what is in force and whether it works.

## Environment variables

An empty variable counts as unset.

${table(['Variable', 'Type', 'Default', 'What it does'], Object.values(settingsTable).map(settingRow))}

## The configuration file

JSON with comments. Every part is optional; unknown keys are refused. In place of any string, \`"env:NAME"\` takes the value
of an environment variable and \`"file:PATH"\` the text of a file (relative to the configuration file), so that secrets stay
out of it.

\`\`\`jsonc
${example}
\`\`\`

${Object.entries(describeSections())
  .map(([name, schema]) => `### \`${name}\`\n\n${introductions[name]}\n\n${sectionTables(name, schema)}`)
  .join('\n\n')}
`;
}

/** One row of the table of settings. */
function settingRow(setting) {
  const kind = [setting.kind, setting.range].filter(Boolean).join(', ') + (setting.unit ? ` (${setting.unit})` : '');
  return [`\`${setting.name}\``, kind, setting.fallbackText ?? code(setting.fallback), setting.help];
}

/** The tables of one section: its own, and one for each object inside it. */
function sectionTables(name, root) {
  if (root.type === 'array') return objectTable(`${name}[]`, root.items);
  if (root.additionalProperties?.oneOf) {
    return root.additionalProperties.oneOf
      .map(
        (option) =>
          `#### Type \`${option.properties.type.const}\`\n\n${option.properties.type.description}\n\n${objectTable(`${name}.NAME`, option)}`,
      )
      .join('\n\n');
  }
  if (root.additionalProperties) return objectTable(`${name}.NAME`, root.additionalProperties);
  return objectTable(name, root);
}

/** A table of an object's keys; objects inside it give their keys to the same table. */
function objectTable(path, schema) {
  return table(['Key', 'Type', 'Default', 'What it is'], objectRows(path, schema));
}

function objectRows(path, schema) {
  return Object.entries(schema.properties).flatMap(([key, property]) => {
    const required = schema.required?.includes(key) ?? false;
    const inner = property.properties ? property : property.items?.properties ? property.items : undefined;
    const innerPath = `${path}.${key}${property.type === 'array' ? '[]' : ''}`;
    const fallback = required ? 'required' : property.default === undefined ? '' : code(property.default);
    const row = [`\`${path}.${key}\``, typeOf(property), fallback, property.description ?? ''];
    return [row, ...(inner ? objectRows(innerPath, inner) : [])];
  });
}

/** The type of a value in words. */
function typeOf(schema) {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(' \\| ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  if (schema.type === 'array')
    return `list of ${typeOf(schema.items)}${schema.items.type === 'string' && !schema.items.enum ? 's' : ''}`;
  if (schema.type === 'integer' || schema.type === 'number') return numberType(schema);
  return schema.type;
}

/** \`integer, 1–9\` */
function numberType(schema) {
  const least =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : `more than ${schema.exclusiveMinimum}`);
  // The largest number that JSON can hold exactly is no limit of ours.
  const most = schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum;
  if (least === undefined && most === undefined) return schema.type;
  if (typeof least === 'string') return `${schema.type}, ${least}${most === undefined ? '' : `, at most ${most}`}`;
  return `${schema.type}, ${least}–${most ?? ''}`;
}

/** A value as inline code. */
function code(value) {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** A Markdown table. */
function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
