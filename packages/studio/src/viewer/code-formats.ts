// A request as code that does the same. The key is left to the reader's environment: copied code often ends in a chat.
// A reference picture is read from a file beside the code: its base64 would fill screens.
import type { StudioRequest } from '../api/studio-task.js';

/** Name of the file that the code reads the reference picture from. */
const referenceFile = 'reference.jpg';

/** The submit's fields that say something: no nulls, no callback, fidelities only with a picture. */
export function toSubmitFields(request: StudioRequest, hasReference: boolean): Record<string, unknown> {
  const {
    image_fidelity,
    human_fidelity,
    image_reference,
    negative_prompt,
    watermark,
    callback_url: _,
    ...rest
  } = request;
  return {
    ...rest,
    ...(negative_prompt === null ? {} : { negative_prompt }),
    ...(watermark ? { watermark_info: { enabled: true } } : {}),
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
  hasReference: boolean;
}

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The submit as a command line; its answer names the task. A picture is too long for a command line: it goes by a pipe. */
function toCurl({ apiUrl, fields, hasReference }: Source): string {
  const call = [
    `curl ${quote(`${apiUrl}/images/generations`)}`,
    `-H "Authorization: Bearer $INKLING_API_KEY"`,
    "-H 'Content-Type: application/json'",
  ];
  const json = JSON.stringify(fields);
  if (!hasReference) return [...call, `-d ${quote(json)}`].join(' \\\n  ');
  const body = `{ printf %s ${quote(`${json.slice(0, -1)},"image":"`)}; base64 < ${referenceFile} | tr -d '\\n'; printf '"}'; }`;
  return `${body} |\n  ${[...call, '-d @-'].join(' \\\n  ')}`;
}

/** With the SDK; JSON is a literal of the language. */
function toTypeScript({ apiUrl, fields, hasReference }: Source): string {
  const params = JSON.stringify(fields, null, 2);
  const withImage = `${params.slice(0, -2)},\n  "image": readFileSync('${referenceFile}', 'base64')\n}`;
  return `${hasReference ? "import { readFileSync } from 'node:fs';\n" : ''}import { createClient } from '@inkling/client';

const client = createClient({ baseUrl: ${JSON.stringify(apiUrl)}, apiKey: process.env.INKLING_API_KEY });
const { images } = await client.images.generate(${hasReference ? withImage : params});
console.log(images.map((image) => image.url));
`;
}

/** A JSON value as Python writes it. */
const pythonWords = (json: string) => json.replace(/^(\s*"enabled"): true$/m, '$1: True');

/** With the standard library alone. Fields hold texts, numbers and `true` only. */
function toPython({ apiUrl, fields, hasReference }: Source): string {
  const image = `request["image"] = base64.b64encode(open("${referenceFile}", "rb").read()).decode()\n`;
  return `import base64, json, os, time, urllib.request

api = ${JSON.stringify(`${apiUrl}/images/generations`)}
headers = {"Authorization": "Bearer " + os.environ["INKLING_API_KEY"], "Content-Type": "application/json"}

def call(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as answer:
        return json.load(answer)["data"]

request = ${pythonWords(JSON.stringify(fields, null, 4))}
${hasReference ? image : ''}task = call(api, request)
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
