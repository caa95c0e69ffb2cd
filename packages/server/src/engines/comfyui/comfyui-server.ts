// One ComfyUI server: the handful of its routes that the engine uses, and what their answers mean.
// Shapes as server.py and execution.py of ComfyUI 0.3.64 have them; what changed over the versions is noted where it is.
import { createHash } from 'node:crypto';
import { EngineError } from '../engine.js';
import { callJson, type JsonCall, member } from '../upstream/call-json.js';
import { referenceType } from '../upstream/finish-picture.js';
import { formBody } from '../upstream/form-body.js';
import type { UpstreamFetch } from '../upstream/upstream-fetch.js';
import { explainFailure, explainRefusal } from './prompt-error.js';
import type { Workflow } from './workflow-template.js';

/** A file that a prompt made. */
export interface OutputFile {
  filename: string;
  subfolder: string;
  type: string;
}

/** Where a prompt is. `gone`: the server knows nothing of it: it never came there, or the server was restarted. */
export type PromptState =
  | { kind: 'waiting' | 'running' | 'gone' }
  | { kind: 'done'; files: OutputFile[] }
  | { kind: 'failed'; why: string };

export interface ComfyUiServer {
  /** As configured. */
  readonly url: string;
  /** Prompts in its queue, running ones included. */
  queueLength(signal: AbortSignal): Promise<number>;
  /** Queues a workflow; resolves to its id: `promptId`, unless the server is too old to take one. */
  submit(workflow: Workflow, promptId: string, clientId: string, signal: AbortSignal): Promise<string>;
  look(promptId: string, signal: AbortSignal): Promise<PromptState>;
  /** Takes a prompt out of the queue, or interrupts it where it is the one at work. Others are left alone. */
  cancel(promptId: string, signal: AbortSignal): Promise<void>;
  /** Puts a picture where LoadImage finds it; resolves to its name. */
  upload(bytes: Uint8Array, signal: AbortSignal): Promise<string>;
  download(file: OutputFile, signal: AbortSignal): Promise<Uint8Array>;
  /** What `/object_info` says of a node class; undefined when it is not installed. */
  describeNode(classType: string, signal: AbortSignal): Promise<unknown>;
  /** Version and device, in a few words. */
  describe(signal: AbortSignal): Promise<string>;
}

/** Longest time for a small question, ms: the server answers while it paints, only more slowly. */
const questionMs = 15_000;
const fileMs = 60_000;
/** `/queue` and `/history` carry whole workflows. */
const maxAnswerBytes = 64 * 1024 * 1024;

export function createComfyUiServer(
  url: string,
  upstream: UpstreamFetch,
  headers: Readonly<Record<string, string>>,
): ComfyUiServer {
  const base = url.replace(/\/+$/, '');
  const { host } = new URL(url);

  /** The JSON of a 200; EngineError for any other status. */
  async function ask(path: string, signal: AbortSignal, call: Partial<JsonCall> = {}): Promise<unknown> {
    const common = { timeoutMs: questionMs, maxBytes: maxAnswerBytes, ...call, signal };
    const answer = await callJson(upstream, base + path, { ...common, headers: { ...headers, ...call.headers } });
    if (answer.status === 200) return answer.json;
    if (answer.status === 400 && path === '/prompt')
      throw new EngineError('ours', `ComfyUI at ${host} refused the workflow: ${explainRefusal(answer.json)}`);
    const said = `ComfyUI at ${host} answered ${path.split('?')[0]} with HTTP status ${answer.status}`;
    // A proxy in front of it, or a crash: what became of the request is unknown, as if no answer had come.
    throw new EngineError('ours', said, answer.status >= 500 ? { cause: new Error(said) } : {});
  }

  async function lookInHistory(promptId: string, signal: AbortSignal): Promise<PromptState | undefined> {
    const entry = member(await ask(`/history/${encodeURIComponent(promptId)}`, signal), promptId);
    if (entry === undefined) return undefined;
    const status = member(entry, 'status');
    // Old versions have no status in the history; there only what succeeded has outputs.
    const failed = member(status, 'status_str') === 'error' || member(status, 'completed') === false;
    if (failed) return { kind: 'failed', why: explainFailure(member(status, 'messages')) };
    return { kind: 'done', files: readFiles(member(entry, 'outputs')) };
  }

  async function lookInQueue(promptId: string, signal: AbortSignal): Promise<'waiting' | 'running' | undefined> {
    const queue = await ask('/queue', signal);
    // Entries are [number, id, workflow, …].
    const holds = (list: unknown) =>
      (Array.isArray(list) ? list : []).some((entry) => Array.isArray(entry) && entry[1] === promptId);
    if (holds(member(queue, 'queue_running'))) return 'running';
    return holds(member(queue, 'queue_pending')) ? 'waiting' : undefined;
  }

  return {
    url,
    async queueLength(signal) {
      const answer = await ask('/prompt', signal);
      const remaining = member(member(answer, 'exec_info'), 'queue_remaining');
      return typeof remaining === 'number' ? remaining : 0;
    },
    async submit(workflow, promptId, clientId, signal) {
      const json = { prompt: workflow, client_id: clientId, prompt_id: promptId };
      const given = member(await ask('/prompt', signal, { json }), 'prompt_id');
      if (typeof given !== 'string')
        throw new EngineError('ours', `${host} queued a prompt without an id: is it ComfyUI?`);
      return given;
    },
    async look(promptId, signal) {
      const ended = await lookInHistory(promptId, signal);
      if (ended) return ended;
      const queued = await lookInQueue(promptId, signal);
      if (queued) return { kind: queued };
      // It may have ended between the two looks.
      return (await lookInHistory(promptId, signal)) ?? { kind: 'gone' };
    },
    async cancel(promptId, signal) {
      await ask('/queue', signal, { json: { delete: [promptId] } });
      // Old versions interrupt whatever runs, so only what is ours and runs is interrupted at all.
      if ((await lookInQueue(promptId, signal)) === 'running')
        await ask('/interrupt', signal, { json: { prompt_id: promptId } });
    },
    async upload(bytes, signal) {
      const contentType = referenceType(bytes);
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      // By content: the same picture is there once, however often it is used.
      const fileName = `${hash}.${contentType === 'image/png' ? 'png' : 'jpg'}`;
      const form = formBody([
        { name: 'image', fileName, contentType, bytes },
        { name: 'subfolder', text: 'inkling' },
        { name: 'overwrite', text: 'true' },
      ]);
      const stored = await ask('/upload/image', signal, { ...form, method: 'POST', timeoutMs: fileMs });
      const [name, subfolder] = [member(stored, 'name'), member(stored, 'subfolder')];
      if (typeof name !== 'string') throw new EngineError('ours', `${host} did not take the reference picture`);
      return typeof subfolder === 'string' && subfolder !== '' ? `${subfolder}/${name}` : name;
    },
    async download(file, signal) {
      const response = await upstream.fetch(`${base}/view?${new URLSearchParams({ ...file })}`, {
        headers,
        signal,
        timeoutMs: fileMs,
        maxBytes: maxAnswerBytes,
      });
      if (response.status === 200) return response.bytes();
      response.discard();
      throw new EngineError(
        'ours',
        `ComfyUI at ${host} no longer has a picture it made: HTTP status ${response.status}`,
      );
    },
    async describeNode(classType, signal) {
      return member(await ask(`/object_info/${encodeURIComponent(classType)}`, signal), classType);
    },
    async describe(signal) {
      const stats = await ask('/system_stats', signal);
      const version = member(member(stats, 'system'), 'comfyui_version');
      const devices = member(stats, 'devices');
      const [device] = Array.isArray(devices) ? devices : [];
      return `ComfyUI ${String(version ?? 'of an unknown version')} on ${String(member(device, 'name') ?? 'an unknown device')}`;
    },
  };
}

/** Pictures among the outputs, node by node; previews only where nothing was saved. */
function readFiles(outputs: unknown): OutputFile[] {
  const files = Object.values(outputs ?? {}).flatMap((output) => {
    const images = member(output, 'images');
    return (Array.isArray(images) ? images : []).flatMap((image): OutputFile[] => {
      const [filename, subfolder, type] = ['filename', 'subfolder', 'type'].map((name) => member(image, name));
      if (typeof filename !== 'string') return [];
      return [{ filename, subfolder: String(subfolder ?? ''), type: String(type ?? 'output') }];
    });
  });
  const saved = files.filter((file) => file.type === 'output');
  return saved.length > 0 ? saved : files;
}
