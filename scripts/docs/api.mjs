// Writes docs/api.md from the OpenAPI document that the server itself answers at /openapi.json.
import { builtInModels } from '../../packages/server/dist/src/core/model.js';
import { createOpenApiDocument } from '../../packages/server/dist/src/http/openapi/document.js';

export const file = 'docs/api.md';

const origin = 'http://127.0.0.1:8790';

/** The page as Markdown. */
export function generate() {
  const document = createOpenApiDocument(builtInModels, origin);
  const sections = document.tags.map((tag) => tagSection(document, tag)).filter(Boolean);
  return `# API

${document.info.description}

A running server answers this as OpenAPI 3.1 at \`/openapi.json\`, with a page to try it at \`/docs\`. The codes of errors
are in [errors.md](errors.md).

\`\`\`sh
curl ${origin}/kling/v1/images/generations \\
  -H "Authorization: Bearer $INKLING_API_KEY" -H 'Content-Type: application/json' \\
  -d '{"model_name":"kling-v2","prompt":"a red fox in the snow at sunset, oil painting"}'
\`\`\`

${sections.join('\n\n')}

## Objects

${Object.entries(document.components.schemas)
  .map(
    ([name, schema]) => `### ${name}\n\n${fieldTable(schema, name.endsWith('Submit') ? 'required' : 'always there')}`,
  )
  .join('\n\n')}
`;
}

/** The routes under one heading. The vendor's dialect is the gateway's with another prefix: it gets a sentence. */
function tagSection(document, tag) {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.tags.includes(tag.name))
      .map(([method, operation]) => [path, method, operation]),
  );
  const heading = `## ${tag.name[0].toUpperCase()}${tag.name.slice(1)}\n\n${tag.description}`;
  if (tag.name === 'vendor')
    return `${heading}\n\n${routes.map(([path, method, { summary }]) => `- \`${method.toUpperCase()} ${path}\`: ${summary}`).join('\n')}`;
  return `${heading}\n\n${routes.map(([path, method, operation]) => routeSection(path, method, operation)).join('\n\n')}`;
}

function routeSection(path, method, operation) {
  const parts = [
    `### \`${method.toUpperCase()} ${path}\``,
    /[.?]$/.test(operation.summary) ? operation.summary : `${operation.summary}.`,
  ];
  if (operation.description) parts.push(operation.description);
  if (operation.parameters?.length) parts.push(parameterList(operation.parameters));
  const body = operation.requestBody?.content['application/json'];
  if (body && !body.schema.$ref) parts.push(fieldTable(body.schema, 'required'));
  if (body?.schema.$ref) {
    parts.push(`The body is a [${refName(body.schema)}](#${refName(body.schema).toLowerCase()}), for example:`);
    for (const { value } of Object.values(body.examples)) parts.push(json(value));
  }
  parts.push(...answerParts(operation.responses));
  return parts.join('\n\n');
}

function parameterList(parameters) {
  return parameters
    .map(({ name, in: place, description, schema }) => {
      const text =
        description ?? schema.description ?? (schema.examples ? `for example \`${schema.examples[0]}\`` : '');
      const fallback = schema.default === undefined ? '' : `Default ${schema.default}.`;
      const range = rangeOf(schema);
      const words = [text, range && `${range}.`, fallback].filter(Boolean).join(' ');
      return `- \`${name}\` (${place})${words && `: ${words}`}`;
    })
    .join('\n');
}

/** The example of a success, then the codes of errors by status. */
function answerParts(responses) {
  const parts = [];
  for (const [status, response] of Object.entries(responses).filter(([status]) => status < 400)) {
    parts.push(`**${status}** ${response.description}`);
    const content = response.content ?? {};
    const example = content['application/json']?.example;
    if (example) parts.push(json(example));
    const stream = content['text/event-stream']?.example;
    if (stream) parts.push(`\`\`\`text\n${stream.trim()}\n\`\`\``);
  }
  const errors = Object.entries(responses)
    .filter(([status, response]) => status >= 400 && response.content['application/json'].examples)
    .map(
      ([status, response]) => `${status} (${Object.keys(response.content['application/json'].examples).join(', ')})`,
    );
  if (errors.length > 0) parts.push(`Errors: ${errors.join(', ')}.`);
  return parts;
}

/** `needed`: what is said of a field that may not be missing. */
function fieldTable(schema, needed) {
  const rows = fieldRows(schema, '', needed);
  return ['| field | type | default | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fieldRows(schema, prefix, needed) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.type === 'array' ? field.items : field;
    const isRequired = schema.required?.includes(name);
    const fallback = field.default === undefined ? (isRequired ? needed : '') : `\`${JSON.stringify(field.default)}\``;
    const row = `| \`${prefix}${name}\` | ${typeOf(field)} | ${fallback} | ${field.description ?? ''} |`;
    const path = `${prefix}${name}${field.type === 'array' ? '[]' : ''}.`;
    return [row, ...(inner?.properties ? fieldRows(inner, path, needed) : [])];
  });
}

/** The type of a field in words. */
function typeOf(field) {
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ');
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(' ');
  if (field.type === 'array') return `list of ${field.items.enum ? typeOf(field.items) : `${field.items.type}s`}`;
  if (field.type === 'string' && field.maxLength !== undefined)
    return `string, ${field.minLength ?? 0}–${field.maxLength} characters`;
  const range = rangeOf(field);
  return range === '' ? field.type : `${field.type}, ${range}`;
}

/** The numbers a field may hold; the largest integer that JSON can hold exactly is no limit of ours. */
function rangeOf({ minimum, exclusiveMinimum, maximum }) {
  if (maximum === undefined || maximum === Number.MAX_SAFE_INTEGER) return '';
  return exclusiveMinimum === undefined ? `${minimum}–${maximum}` : `more than ${exclusiveMinimum}, at most ${maximum}`;
}

function refName(schema) {
  return schema.$ref.split('/').at(-1);
}

function json(value) {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}
