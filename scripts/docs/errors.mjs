// Writes docs/errors.md from the table of business codes.
import { businessCodes } from '../../packages/server/dist/src/core/errors.js';

export const file = 'docs/errors.md';

/** The page as Markdown. */
export function generate() {
  const rows = Object.entries(businessCodes).map(
    ([code, { status, message, when, retryable }]) =>
      `| ${status} | ${code} | ${when} | \`${message}\` | ${retryable ? 'yes' : ''} |`,
  );
  return `# Errors

Every error is JSON, whatever went wrong, with a fitting HTTP status and never a \`data\` key:

\`\`\`json
{ "code": 1201, "message": "n value '10' is invalid, allowed: integers from 1 to 9", "request_id": "6ob2E-bhzekeXsjvIydhHQ" }
\`\`\`

\`request_id\` is also in the \`x-request-id\` header and in the server's log. "Later" marks what may succeed without
being changed; where waiting helps, \`Retry-After\` says how many seconds. The message is the usual one: it often says more.

| HTTP | code | when | message | later |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Checks are made in this order: authentication, the shape of the body, the model, the parameters, the reference picture,
the account's limits. The first that fails answers.

## Codes with another status

A few refusals have a status of their own; the code is the nearest one.

| HTTP | code | when |
| --- | --- | --- |
| 400 | 1201 | under \`/v1\`: no such task or model (under \`/kling/v1\` that is 404 and 1203) |
| 408 | 1200 | the request was not received in time |
| 410 | 1203 | the picture has expired and is no longer kept |
| 413 | 1201 | the body is larger than 15 MiB |
| 416 | 1201 | no byte of the range exists |
| 431 | 1201 | the request's headers are larger than 16 KiB |
`;
}
