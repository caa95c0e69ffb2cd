// Server-sent events, however they are written and cut into pieces.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readServerEvents, type ServerEvent } from '../src/event-stream.js';

/** A body that comes in these pieces. */
function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(pieces: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readServerEvents(bodyOf(pieces), 60_000)) events.push(event);
  return events;
}
const readText = (text: string) => read([new TextEncoder().encode(text)]);

describe('server-sent events', () => {
  it('have a name, an id and data; what is left out has the values of the standard', async () => {
    assert.deepEqual(await readText('data: one\n\nevent: end\nid: 7\ndata: two\n\ndata: three\n\n'), [
      { event: 'message', data: 'one', id: undefined },
      { event: 'end', data: 'two', id: '7' },
      // An id stays until the next one.
      { event: 'message', data: 'three', id: '7' },
    ]);
  });

  it('join several lines of data, and lose one space behind the colon', async () => {
    const [event] = await readText('data: a\ndata:b\ndata:  c\ndata\n\n');
    assert.equal(event?.data, 'a\nb\n c\n');
  });

  it('are nothing without data; comments and unknown fields are passed over', async () => {
    assert.deepEqual(await readText(': hello\n\nretry: 1000\nevent: status\n\nid: 3\n\nstrange: x\n\n'), []);
  });

  it('that are cut off do not count', async () => {
    assert.deepEqual(await readText('data: whole\n\ndata: cut'), [{ event: 'message', data: 'whole', id: undefined }]);
    assert.deepEqual(await readText('data: whole\n'), []);
  });

  it('are the same in any pieces and with any line ends', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => value.replaceAll(/[\r\n]/g, '·'));
    const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        cuts,
        async (datas, end, at) => {
          const written = datas.map((data, index) => `id: ${index}${end}data: ${data}${end}${end}`).join('');
          // The last line end is complete only when something follows it, or it is no lone carriage return.
          const bytes = new TextEncoder().encode(`${written}: end\n`);
          const places = [0, ...at.filter((place) => place < bytes.length).sort((one, two) => one - two), bytes.length];
          const pieces = places.slice(1).map((place, index) => bytes.slice(places[index], place));
          const events = await read(pieces);
          assert.deepEqual(
            events.map((event) => event.data),
            datas,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('let go of the connection when nobody reads on', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: one\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _event of readServerEvents(body, 60_000)) break;
    assert.equal(cancelled, true);
  });
});
