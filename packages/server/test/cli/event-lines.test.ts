// Reading server-sent events, however they are cut into chunks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEvents } from '../../src/cli/generate/event-lines.js';

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]) {
  let start = 0;
  for (const size of sizes) {
    yield bytes.slice(start, start + size);
    start += size;
  }
  yield bytes.slice(start);
}

/** All events of a text. */
async function eventsOf(text: string, sizes: readonly number[] = []): Promise<string[]> {
  const events: string[] = [];
  for await (const event of readEvents(inChunks(new TextEncoder().encode(text), sizes))) events.push(event);
  return events;
}

describe('readEvents', () => {
  const streams: [what: string, text: string, ...events: string[]][] = [
    ['one event', 'data: a\n\n', 'a'],
    [
      'ids, names and comments aside',
      ': hello\nid: 1\nevent: status\nretry: 5\ndata: a\n\n: beat\n\ndata: b\n\n',
      'a',
      'b',
    ],
    ['several lines of data', 'data: a\ndata:b\ndata:  c\n\n', 'a\nb\n c'],
    ['carriage returns', 'data: a\r\n\r\ndata: b\r\r', 'a', 'b'],
    ['nothing without a blank line', 'data: a\n'],
    ['nothing at all', ''],
    ['no data, no event', 'event: end\n\n'],
  ];
  for (const [what, text, ...events] of streams) {
    it(`reads ${what}`, async () => assert.deepEqual(await eventsOf(text.endsWith('\r') ? `${text}\n` : text), events));
  }

  it('reads the same however the stream is cut, within characters too', async () => {
    const text = 'id: 1\ndata: {"狐狸":"🦊"}\n\n: still here\n\ndata: zwei\ndata: drei\n\n';
    const whole = await eventsOf(text);
    assert.deepEqual(whole, ['{"狐狸":"🦊"}', 'zwei\ndrei']);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }), async (sizes) => {
        assert.deepEqual(await eventsOf(text, sizes), whole);
      }),
    );
  });

  it('gives up on a line that never ends', async () => {
    let sent = 0;
    async function* endless() {
      for (; sent < 100; sent += 1) yield new Uint8Array(100_000).fill(97);
    }
    const events: string[] = [];
    for await (const event of readEvents(endless())) events.push(event);
    assert.deepEqual(events, []);
    assert.ok(sent < 20, `${sent} chunks were read`);
  });
});
