// A task's request as a command line that does the same.
import type { GenerateParams } from '@inkling/client';

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The key is left to the reader's environment: a copied command often ends in a chat. `url`: of the submit. */
export function toCurl(url: string, params: GenerateParams): string {
  return [
    `curl ${quote(url)}`,
    `-H "Authorization: Bearer $INKLING_API_KEY"`,
    "-H 'Content-Type: application/json'",
    `-d ${quote(JSON.stringify(params))}`,
  ].join(' \\\n  ');
}
