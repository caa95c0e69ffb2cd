// A request as code that does the same. The key is left to the reader's environment: copied code often ends in a chat.
import type { GenerateParams } from '@inkling/client';

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The submit as a command line; its answer names the task. */
function toCurl(apiUrl: string, params: GenerateParams): string {
  return [
    `curl ${quote(`${apiUrl}/images/generations`)}`,
    `-H "Authorization: Bearer $INKLING_API_KEY"`,
    "-H 'Content-Type: application/json'",
    `-d ${quote(JSON.stringify(params))}`,
  ].join(' \\\n  ');
}

/** With the SDK; JSON is a literal of the language. */
function toTypeScript(apiUrl: string, params: GenerateParams): string {
  return `import { createClient } from '@inkling/client';

const client = createClient({ baseUrl: ${JSON.stringify(apiUrl)}, apiKey: process.env.INKLING_API_KEY });
const { images } = await client.images.generate(${JSON.stringify(params, null, 2)});
console.log(images.map((image) => image.url));
`;
}

/** With the standard library alone. The request holds texts and numbers only, whose JSON is a literal of Python, too. */
function toPython(apiUrl: string, params: GenerateParams): string {
  return `import json, os, time, urllib.request

api = ${JSON.stringify(`${apiUrl}/images/generations`)}
headers = {"Authorization": "Bearer " + os.environ["INKLING_API_KEY"], "Content-Type": "application/json"}

def call(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as answer:
        return json.load(answer)["data"]

task = call(api, ${JSON.stringify(params, null, 4)})
while task["task_status"] not in ("succeed", "failed"):
    time.sleep(1)
    task = call(api + "/" + task["task_id"])
print(task.get("task_result") or task["task_status_msg"])
`;
}

/** By the name on the button: the API's address with its prefix, and the request. */
export const codeFormats: Record<string, (apiUrl: string, params: GenerateParams) => string> = {
  curl: toCurl,
  TypeScript: toTypeScript,
  Python: toPython,
};
