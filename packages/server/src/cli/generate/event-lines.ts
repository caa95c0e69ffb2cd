// Server-sent events, as far as a reader of task states needs them (WHATWG HTML §9.2.6): the data of each event.

/** Longest event, in characters: a task with nine pictures is far below. */
const maxEventLength = 1_000_000;

/** The `data` of every event of a stream, as text. Ends quietly when an event is longer than any task can be. */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield data.join('\n');
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    if (rest.length > maxEventLength) return;
  }
}
