// The pool of painting threads: same bytes as in one thread, errors with their class, aborts that bite, threads that end.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { illustrate } from '../../src/illustrate.js';
import { createPainters, type Painters } from '../../src/pool/create-painters.js';
import { type IllustrateRequest, IllustratorError } from '../../src/request.js';

const request: IllustrateRequest = { prompt: 'a cat on a sofa', width: 256, height: 192, seed: 3, format: 'png' };

async function withPainters<T>(threads: number, use: (painters: Painters) => Promise<T>): Promise<T> {
  const painters = createPainters({ threads });
  try {
    return await use(painters);
  } finally {
    await painters.close();
  }
}

describe('createPainters', () => {
  it('paints the same bytes as the calling thread, on any number of threads', async () => {
    const here = await illustrate(request);
    for (const threads of [1, 3]) {
      await withPainters(threads, async (painters) => {
        const pictures = await Promise.all([0, 1, 2].map(() => painters.paint(request)));
        for (const picture of pictures) {
          assert.ok(Buffer.from(picture.bytes).equals(Buffer.from(here.bytes)));
          assert.deepEqual(picture.plan, here.plan);
          assert.deepEqual(picture.brief, here.brief);
        }
      });
    }
  });

  it('hands over the marked twin and reports progress', async () => {
    await withPainters(1, async (painters) => {
      const seen: number[] = [];
      const picture = await painters.paint(
        { ...request, watermark: true },
        { onProgress: (fraction) => seen.push(fraction) },
      );
      assert.ok(picture.watermarked && picture.watermarked.length > 1000);
      assert.ok(picture.bytes instanceof Uint8Array);
      assert.ok(seen.length > 2);
      for (const [i, value] of seen.entries()) assert.ok(value <= 1 && value > (seen[i - 1] ?? 0));
    });
  });

  it('rejects a bad request with its typed error', async () => {
    await withPainters(1, async (painters) => {
      await assert.rejects(painters.paint({ ...request, prompt: '' }), (error) => {
        assert.ok(error instanceof IllustratorError);
        assert.deepEqual([error.reason, error.field], ['invalid', 'prompt']);
        return true;
      });
    });
  });

  it('ends a running picture with the reason of the abort, and paints the next', async () => {
    await withPainters(1, async (painters) => {
      const reason = new Error('no longer wanted');
      const controller = new AbortController();
      const slow = painters.paint(
        { ...request, width: 3000, height: 3000 },
        {
          signal: controller.signal,
          onProgress: () => controller.abort(reason),
        },
      );
      await assert.rejects(slow, reason);
      assert.ok((await painters.paint(request)).bytes.length > 1000);
    });
  });

  it('does not start what is aborted already', async () => {
    await withPainters(1, async (painters) => {
      const reason = new Error('too late');
      await assert.rejects(painters.paint(request, { signal: AbortSignal.abort(reason) }), reason);
    });
  });

  it('takes a waiting picture out of the queue when it is aborted', async () => {
    await withPainters(1, async (painters) => {
      const controller = new AbortController();
      const running = painters.paint({ ...request, width: 512, height: 512 });
      const waiting = painters.paint(request, { signal: controller.signal });
      const reason = new Error('changed my mind');
      controller.abort(reason);
      await assert.rejects(waiting, reason);
      assert.ok((await running).bytes.length > 1000);
    });
  });

  it('closes twice without harm, and rejects what was being painted', async () => {
    const painters = createPainters({ threads: 1 });
    const running = painters.paint({ ...request, width: 2000, height: 2000 });
    const rejected = assert.rejects(running);
    await painters.close();
    await painters.close();
    await rejected;
  });

  it('refuses a pool without threads', () => {
    for (const threads of [0, -1, 1.5, Number.NaN]) assert.throws(() => createPainters({ threads }), RangeError);
  });
});
