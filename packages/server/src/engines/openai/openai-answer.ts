// What an OpenAI-style server answers: pictures, or an error that says whose fault it is.
import { businessCodes } from '../../core/errors.js';
import { EngineError } from '../engine.js';
import { type JsonAnswer, member, quoteServer, retryAfterMs } from '../upstream/call-json.js';

/** A picture as it came: its bytes, or where they are. */
export type OpenAiPicture = { bytes: Uint8Array } | { url: string };

/** What a refusal for its content is called, by the servers that say so. */
const policyPattern = /content_policy|moderation_blocked|safety|content[ _-]?filter|nsfw/i;

/** The pictures of a good answer; EngineError when there are none. */
export function readPictures(answer: JsonAnswer): OpenAiPicture[] {
  const data = member(answer.json, 'data');
  const pictures = (Array.isArray(data) ? data : []).flatMap((item): OpenAiPicture[] => {
    const [base64, url] = [member(item, 'b64_json'), member(item, 'url')];
    if (typeof base64 === 'string' && base64 !== '') return [{ bytes: Buffer.from(base64, 'base64') }];
    if (typeof url !== 'string') return [];
    const inside = /^data:[^,]{0,200};base64,/i.exec(url.slice(0, 256));
    return [inside ? { bytes: Buffer.from(url.slice(inside[0].length), 'base64') } : { url }];
  });
  if (pictures.length === 0) throw new EngineError('ours', 'the server answered without a picture');
  return pictures;
}

/** The server said no: definitely, so that nothing was made. */
export class Refusal extends EngineError {
  /** It will pass by waiting. */
  readonly limited: boolean;

  constructor(fault: 'request' | 'ours', message: string, limited: boolean, waitMs?: number) {
    super(fault, message, waitMs === undefined ? {} : { retryAfterMs: waitMs });
    this.name = 'Refusal';
    this.limited = limited;
  }
}

/** What an answer that is not 200 stands for. `secrets` never come out, whatever the server says. */
export function refusalOf(answer: JsonAnswer, nowMs: number, secrets: readonly (string | undefined)[]): Refusal {
  const { status, headers, json } = answer;
  // OpenAI and most others: {error: {message, code}}; some: {error: "…"}; FastAPI: {detail: …}.
  const error = member(json, 'error') ?? member(json, 'detail') ?? json;
  const code = member(error, 'code') ?? member(error, 'type');
  const words = quoteServer(member(error, 'message') ?? error ?? '', secrets);
  const said = words === '' ? '' : `: ${words}`;
  const waitMs = retryAfterMs(headers, nowMs);
  const refused = (message: string) => new Refusal('request', message, false);
  if (status === 400 && policyPattern.test(`${String(code)} ${words}`))
    return refused(`${businessCodes[1301].message}: the model that paints refused the prompt or the picture`);
  if (status === 400 || status === 413 || status === 422)
    return refused(`The server of this model refused the request${said}`);
  const limited = status === 429 && code !== 'insufficient_quota';
  return new Refusal('ours', `${meaningOf(status)}${said}`, limited, waitMs);
}

function meaningOf(status: number): string {
  if (status === 401 || status === 403) return 'the server refuses our key';
  if (status === 404) return 'the server has no such model or route';
  if (status === 429) return 'the server has had enough of our requests';
  return `the server answered with HTTP status ${status}`;
}
