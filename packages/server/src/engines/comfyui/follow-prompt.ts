// From a queued prompt to the files it made. The server is asked every two seconds and whenever its socket says that
// something ended; the socket's steps become progress in between.
import type { Clock } from '../../core/clock.js';
import { EngineError } from '../engine.js';
import type { ComfyUiServer, OutputFile } from './comfyui-server.js';
import { createPromptProgress } from './prompt-progress.js';
import type { ServerEvents } from './server-events.js';
import type { Workflow } from './workflow-template.js';

/** One prompt on one server. */
export interface QueuedPrompt {
  server: ComfyUiServer;
  clientId: string;
  promptId: string;
  workflow: Workflow;
}

export interface FollowParts {
  events: ServerEvents;
  clock: Clock;
  /** Aborts when nobody wants the files any more. */
  signal: AbortSignal;
  onFraction(fraction: number): void;
}

/** Time between two looks, ms. */
const lookMs = 2000;
/** How long a server may be silent before the prompt is given up there, ms: ComfyUI restarts in less. */
const maxSilenceMs = 60_000;

/** Said after which the server is worth a look. */
const endings: readonly string[] = ['execution_success', 'execution_error', 'execution_interrupted'];

/** The prompt is lost: the server forgot it, or is away for too long. It may be queued anew, anywhere. */
export class PromptLost extends EngineError {
  constructor(message: string, cause?: unknown) {
    super('ours', message, { cause });
    this.name = 'PromptLost';
  }
}

/** Resolves to the files. Rejects with PromptLost, an EngineError when the prompt failed, or the reason of `signal`. */
export async function followPrompt(prompt: QueuedPrompt, parts: FollowParts): Promise<OutputFile[]> {
  const { server, promptId } = prompt;
  const { clock, signal } = parts;
  const progress = createPromptProgress(prompt.workflow);
  let wake = new AbortController();
  const onAbort = () => wake.abort();
  signal.addEventListener('abort', onAbort);
  const stopListening = parts.events.listen(server.url, prompt.clientId, promptId, (type, data) => {
    parts.onFraction(progress.take(type, data));
    if (endings.includes(type)) wake.abort();
  });
  let answeredAtMs = clock.now();
  try {
    for (;;) {
      signal.throwIfAborted();
      // Made before the look: what is said during the look is not lost.
      wake = new AbortController();
      const state = await server.look(promptId, signal).catch((error: unknown) => {
        signal.throwIfAborted();
        if (clock.now() - answeredAtMs < maxSilenceMs) return undefined;
        throw new PromptLost(`${server.url} has not answered for a minute`, error);
      });
      if (state) answeredAtMs = clock.now();
      if (state?.kind === 'done') return state.files;
      if (state?.kind === 'failed') throw new EngineError('ours', `ComfyUI: ${state.why}`);
      if (state?.kind === 'gone') throw new PromptLost(`${server.url} no longer knows the prompt: it was restarted`);
      await clock.sleep(lookMs, wake.signal);
    }
  } finally {
    stopListening();
    signal.removeEventListener('abort', onAbort);
  }
}
