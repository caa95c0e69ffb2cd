// Server-sent events out of a response body (WHATWG HTML, section 9.2).
import { ConnectionError } from './errors.js';

export interface ServerEvent {
  event: string;
  data: string;
  id: string | undefined;
}

/** The next piece; rejects when none comes in time: a connection that died without a word looks just like that. */
function readInTime<Piece>(reading: Promise<Piece>, silenceMs: number): Promise<Piece> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ConnectionError(`silence for ${silenceMs} ms`)), silenceMs);
  });
  return Promise.race([reading, silence]).finally(() => clearTimeout(timer));
}

/** Parses the stream; comments are skipped, an event that is cut off is dropped, as the standard says. */
export async function* readServerEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event = { event: 'message', data: [] as string[], id: undefined as string | undefined };
  try {
    for (;;) {
      const { value, done } = await readInTime(reader.read(), silenceMs);
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (event.data.length > 0) yield { event: event.event, data: event.data.join('\n'), id: event.id };
          event = { event: 'message', data: [], id: event.id };
          continue;
        }
        const [, field = '', text = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (field === 'event') event.event = text;
        else if (field === 'data') event.data.push(text);
        else if (field === 'id') event.id = text;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
