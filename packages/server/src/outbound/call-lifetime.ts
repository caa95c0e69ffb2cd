// The life of one call to the outside: one timer and one controller from the first lookup to the last byte.
import { OutboundError, quoteUrl, toOutboundError } from './outbound-error.js';

export interface CallLifetime {
  /** Reaches the socket. */
  signal: AbortSignal;
  /** `pending`, or a rejection as soon as the call is ended: undici itself does not look at the signal while it connects. */
  orAbort<T>(pending: Promise<T>): Promise<T>;
  /** What the caller sees of a failure: the reason that ended the call where there was one, else words about `url`. */
  explain(error: unknown, url: URL): unknown;
  /** Ends the call with a reason, wherever it is. */
  abort(reason: unknown): void;
  /** The call is over: nothing of it stays behind. Harmless when repeated. */
  finish(): void;
}

/** Starts the clock of a call. `onFinish` runs once, when the call is over in whatever way. */
export function startCall(
  url: string,
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  onFinish: (call: CallLifetime) => void,
): CallLifetime {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    const seconds = Number((timeoutMs / 1000).toFixed(1));
    call.abort(new OutboundError('timeout', `${quoteUrl(url)} did not answer in full within ${seconds} s`));
  }, timeoutMs);
  const abortByCaller = () => call.abort(callerSignal?.reason);
  callerSignal?.addEventListener('abort', abortByCaller);
  const call: CallLifetime = {
    signal: controller.signal,
    orAbort: (pending) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(controller.signal.reason);
        controller.signal.addEventListener('abort', stop);
        void pending.then(resolve, reject).finally(() => controller.signal.removeEventListener('abort', stop));
      }),
    explain: (error, at) => (controller.signal.aborted ? controller.signal.reason : toOutboundError(error, at)),
    abort(reason) {
      controller.abort(reason);
      call.finish();
    },
    finish() {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', abortByCaller);
      onFinish(call);
    },
  };
  return call;
}
