// The door to painting from a reference: sizes, repeatability, progress, aborts, and the whole-picture way.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { paintFromReference } from '../../src/reference/paint-from-reference.js';
import { IllustratorError } from '../../src/request.js';
import { ssim } from '../support/ssim.js';
import { photo, photoBytes, repaint } from './fixtures.js';

describe('paintFromReference', () => {
  it('refuses a request without a reference', async () => {
    const request = { prompt: 'x', width: 64, height: 64, seed: 1, format: 'png' } as const;
    await assert.rejects(
      paintFromReference(request, readPrompt('x', { hasReference: true }), { artwork: createArtworkRenderer() }),
      (error: unknown) => error instanceof IllustratorError && error.reason === 'invalid',
    );
  });

  it('refuses bytes that are no picture, whatever the kind', async () => {
    for (const kind of ['whole', 'restyle', 'subject', 'face'] as const)
      await assert.rejects(
        repaint(Buffer.from('no picture'), { kind }),
        (error: unknown) => error instanceof IllustratorError && error.reason === 'undecodable',
      );
  });

  it('paints the size that is asked for, and the composition of the reference', async () => {
    const bytes = await photoBytes('coffee');
    for (const [width, height] of [
      [192, 192],
      [256, 144],
      [144, 256],
    ] as const) {
      const { rgba, plan } = await repaint(bytes, { prompt: '请生成这张照片的梵高风格迁移后的图像', width, height });
      assert.equal(rgba.length, width * height * 4);
      assert.equal(plan.style, 'van-gogh');
      assert.equal(plan.setting, 'reference');
    }
    const size = 192;
    const original = await photo('coffee', 288, 192);
    const { rgba } = await repaint(bytes, { style: 'oil', width: 288, height: 192 });
    assert.ok(ssim(rgba, original.rgba, 288, size, undefined, 4) > 0.6);
  });

  it('gives equal pictures for equal requests, and nine different ones of a task', async () => {
    const bytes = await photoBytes('rocket');
    const wish = { style: 'van-gogh', width: 144, height: 96 } as const;
    const first = await repaint(bytes, wish);
    assert.deepEqual(await repaint(bytes, wish), first);
    const second = await repaint(bytes, { ...wish, index: 1 });
    assert.notDeepEqual(second.rgba, first.rgba);
  });

  it('makes the edits that the prompt asks for', async () => {
    const bytes = await photoBytes('coffee');
    const light = (rgba: Uint8ClampedArray): number =>
      rgba.reduce((sum, value, i) => sum + ((i & 3) === 3 ? 0 : value), 0) / rgba.length;
    const day = await repaint(bytes, { kind: 'whole', prompt: 'this cup', width: 144, height: 96 });
    const night = await repaint(bytes, { kind: 'whole', prompt: '改成夜晚', width: 144, height: 96 });
    assert.ok(light(night.rgba) < light(day.rgba) * 0.75);
    assert.equal(night.plan.time, 'night');
  });

  it('puts another place behind the subject when asked', async () => {
    const bytes = await photoBytes('astronaut');
    const size = 192;
    const { rgba, plan } = await repaint(bytes, { kind: 'whole', prompt: '把背景换成海边', width: size, height: size });
    assert.equal(plan.setting, 'beach');
    const original = await photo('astronaut', size, size);
    const figure = { x0: 60, y0: 100, x1: 130, y1: 180 };
    const wall = { x0: 120, y0: 4, x1: 150, y1: 60 };
    assert.ok(ssim(rgba, original.rgba, size, size, figure) > 0.7);
    assert.ok(ssim(rgba, original.rgba, size, size, wall) < 0.7);
  });

  it('reports progress that never falls and ends at 1', async () => {
    for (const kind of ['restyle', 'subject', 'face'] as const) {
      const seen: number[] = [];
      await repaint(await photoBytes('grace-hopper'), {
        kind,
        width: 128,
        height: 128,
        onProgress: (fraction) => seen.push(fraction),
      });
      assert.deepEqual(
        seen,
        [...seen].sort((a, b) => a - b),
        kind,
      );
      assert.equal(seen.at(-1), 1);
    }
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const bytes = await photoBytes('coffee');
    await assert.rejects(
      repaint(bytes, { signal: controller.signal, onProgress: () => controller.abort(reason) }),
      reason,
    );
  });
});
