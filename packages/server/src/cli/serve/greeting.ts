// What `inkling serve` says once it listens: where, with which key, and a first picture to try.
import type { TextStyle } from '../text-style.js';

export interface GreetingFacts {
  /** Origin of the service as it is reached from this machine. */
  url: string;
  /** Key of the default account; undefined when it is not to be shown. */
  key: string | undefined;
  /** Seconds from the start of the process. */
  startedInS: number;
}

/** A line to paste into a shell that hands in a first request. */
export function firstRequest(url: string, key: string | undefined): string {
  const body = JSON.stringify({ model_name: 'kling-v1', prompt: 'a red fox in the snow at sunset, oil painting' });
  return [
    `curl -s '${url}/kling/v1/images/generations' -H 'Prefer: wait=20'`,
    `-H 'Authorization: Bearer ${key ?? '<your key>'}' -H 'Content-Type: application/json' -d '${body}'`,
  ].join(' ');
}

/** Address of the studio; the key in the fragment never leaves the browser. */
export function studioLink(url: string, key: string | undefined): string {
  return key === undefined ? `${url}/` : `${url}/#key=${encodeURIComponent(key)}`;
}

/** The greeting: set out for a terminal, or as plain `name: value` lines for anything else. */
export function formatGreeting(facts: GreetingFacts, style: TextStyle, forTerminal: boolean): string {
  const { url, key } = facts;
  const shownKey = key ?? 'the one in INKLING_API_KEY';
  if (!forTerminal) {
    return [
      `Inkling listens on ${url}`,
      `key: ${shownKey}`,
      `studio: ${studioLink(url, key)}`,
      `first picture: ${firstRequest(url, key)}`,
      '',
    ].join('\n');
  }
  return [
    '',
    `  ${style.bold('Inkling')} is ready ${style.dim(`after ${facts.startedInS.toFixed(1)} s`)}`,
    '',
    `  ${style.dim('Studio')}   ${style.accent(studioLink(url, key))}`,
    `  ${style.dim('API')}      ${url}/kling/v1 and ${url}/v1 ${style.dim(`(documented at ${url}/docs)`)}`,
    `  ${style.dim('Key')}      ${shownKey}`,
    '',
    `  ${style.dim('A first picture:')}`,
    `  inkling generate "a red fox in the snow at sunset, oil painting" -o fox.png`,
    `  ${style.dim('or, without the command line:')}`,
    `  ${firstRequest(url, key)}`,
    '',
    `  ${style.dim('Ctrl-C stops it; what is being painted is finished first.')}`,
    '',
    '',
  ].join('\n');
}
