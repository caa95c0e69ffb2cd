// A request as code that does the same. The key is left to the reader's environment: copied code often ends in a chat.
// A reference picture is fetched from the server that has it: its base64 would fill screens.
import type { StudioRequest } from '../api/studio-task.js';

/**
 * The submit's fields that say something: no nulls, fidelities only with a picture. No name of the task's own: the
 * server takes each only once.
 */
export function toSubmitFields(request: StudioRequest, hasReference: boolean): Record<string, unknown> {
  const { image_fidelity, human_fidelity, image_reference, negative_prompt, watermark, callback_url, ...rest } =
    request;
  return {
    ...rest,
    ...(negative_prompt === null ? {} : { negative_prompt }),
    ...(watermark ? { watermark_info: { enabled: true } } : {}),
    ...(callback_url === null ? {} : { callback_url }),
    ...(hasReference
      ? { image_fidelity, human_fidelity, ...(image_reference === null ? {} : { image_reference }) }
      : {}),
  };
}

/** What code is made of. */
interface Source {
  /** The API's address with its prefix. */
  apiUrl: string;
  fields: Record<string, unknown>;
  /** Where the picture lies that it starts from. */
  referenceUrl: string | undefined;
}

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const curlKey = '-H "Authorization: Bearer $INKLING_API_KEY"';

/**
 * The submit as a command line; its answer names the task. A picture is too long for a command line: it goes by a file,
 * which may as well be another one, and a pipe.
 */
function toCurl({ apiUrl, fields, referenceUrl }: Source): string {
  const call = [`curl ${quote(`${apiUrl}/images/generations`)}`, curlKey, "-H 'Content-Type: application/json'"];
  const json = JSON.stringify(fields);
  if (referenceUrl === undefined) return [...call, `-d ${quote(json)}`].join(' \\\n  ');
  const fetching = `curl -sSf ${quote(referenceUrl)} ${curlKey} -o reference.jpg`;
  const start = quote(`${json.slice(0, -1)},"image":"`);
  const body = `{ printf %s ${start}; base64 < reference.jpg | tr -d '\\n'; printf '"}'; }`;
  return `${fetching} &&\n${body} |\n  ${[...call, '-d @-'].join(' \\\n  ')}`;
}

/** With the SDK; JSON is a literal of the language. */
function toTypeScript({ apiUrl, fields, referenceUrl }: Source): string {
  const params = JSON.stringify(fields, null, 2);
  const client = `import { createClient } from '@inkling/client';

const apiKey = process.env.INKLING_API_KEY;
const client = createClient({ baseUrl: ${JSON.stringify(apiUrl)}, apiKey });
`;
  const reference =
    referenceUrl === undefined
      ? ''
      : `const reference = await fetch(${JSON.stringify(referenceUrl)}, {
  headers: { authorization: \`Bearer \${apiKey}\` },
});
if (!reference.ok) throw new Error(\`reference picture: HTTP \${reference.status}\`);
`;
  const withImage = `${params.slice(0, -2)},\n  "image": await reference.blob()\n}`;
  return `${client}${reference}const { images } = await client.images.generate(${reference === '' ? params : withImage});
console.log(images.map((image) => image.url));
`;
}

/** A JSON value as Python writes it. */
const pythonWords = (json: string) => json.replace(/^(\s*"enabled"): true$/m, '$1: True');

/** With the standard library alone. Fields hold texts, numbers and `true` only. */
function toPython({ apiUrl, fields, referenceUrl }: Source): string {
  const image = `with urllib.request.urlopen(urllib.request.Request(${JSON.stringify(referenceUrl)}, None, headers)) as reference:
    request["image"] = base64.b64encode(reference.read()).decode()
`;
  return `import base64, json, os, time, urllib.request

api = ${JSON.stringify(`${apiUrl}/images/generations`)}
headers = {"Authorization": "Bearer " + os.environ["INKLING_API_KEY"], "Content-Type": "application/json"}

def call(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as answer:
        return json.load(answer)["data"]

request = ${pythonWords(JSON.stringify(fields, null, 4))}
${referenceUrl === undefined ? '' : image}task = call(api, request)
while task["task_status"] not in ("succeed", "failed"):
    time.sleep(1)
    task = call(api + "/" + task["task_id"])
print(task.get("task_result") or task["task_status_msg"])
`;
}

/** By the name on the button. */
export const codeFormats: Record<string, (source: Source) => string> = {
  curl: toCurl,
  TypeScript: toTypeScript,
  Python: toPython,
};
