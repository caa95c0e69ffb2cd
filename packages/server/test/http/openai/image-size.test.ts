// OpenAI's sizes find the nearest of ours, for any model and any size.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { builtInModels, type Model, pixelSize } from '../../../src/core/model.js';
import { readSize } from '../../../src/http/openai/image-size.js';

const modelOf = (name: string) => builtInModels.find((model) => model.name === name) as Model;
const small = modelOf('kling-v1');
const large = modelOf('kling-v2-1');

describe('a size', () => {
  const known: [size: string, ratio: string, resolution: string][] = [
    ['256x256', '1:1', '1k'],
    ['512x512', '1:1', '1k'],
    ['1024x1024', '1:1', '1k'],
    ['1536x1024', '3:2', '1k'],
    ['1024x1536', '2:3', '1k'],
    ['1792x1024', '16:9', '1k'],
    ['1024x1792', '9:16', '1k'],
    ['1152x896', '4:3', '1k'],
    ['2048x2048', '1:1', '2k'],
    ['2720x1536', '16:9', '2k'],
    ['1536x640', '21:9', '1k'],
  ];
  for (const [size, aspect_ratio, resolution] of known) {
    it(`${size} is ${aspect_ratio} at ${resolution}`, () => {
      assert.deepEqual(readSize(size, large), { aspect_ratio, resolution });
    });
  }

  it('far larger than any of the model is refused', () => {
    assert.throws(() => readSize('4096x4096', large), { field: 'size' });
  });

  it('left out, empty or auto leaves the choice to us', () => {
    for (const size of [undefined, null, '', 'auto']) assert.deepEqual(readSize(size, small), {});
  });

  it('may be written with other signs', () => {
    for (const size of ['1024X1024', ' 1024x1024 ', '1024×1024', '1024*1024'])
      assert.deepEqual(readSize(size, small), { aspect_ratio: '1:1', resolution: '1k' });
  });

  it('that the model cannot paint is refused with those it can', () => {
    for (const size of ['2048x2048', '1280x1024', '1000x10', '0x0', '10x0', 'big', '1024', 7, {}, '-1x-1'])
      assert.throws(
        () => readSize(size, small),
        (error: { code?: number; field?: string; message: string }) =>
          error.code === 1201 &&
          error.field === 'size' &&
          error.message.endsWith('1360x768, 768x1360, 1024x1024, 1168x880, 880x1168, 1248x832, 832x1248'),
        String(size),
      );
  });

  it('of ours is found exactly', () => {
    for (const model of builtInModels)
      for (const aspect_ratio of model.aspectRatios)
        for (const resolution of model.resolutions) {
          const { width, height } = pixelSize(aspect_ratio, resolution) as { width: number; height: number };
          assert.deepEqual(readSize(`${width}x${height}`, model), { aspect_ratio, resolution });
        }
  });

  it('is never answered by one of another shape, or much smaller', () => {
    const side = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(...builtInModels), (width, height, model) => {
        let found: ReturnType<typeof readSize>;
        try {
          found = readSize(`${width}x${height}`, model);
        } catch {
          return;
        }
        const painted = pixelSize(found.aspect_ratio ?? '', found.resolution ?? '1k');
        assert.ok(painted && model.aspectRatios.includes(found.aspect_ratio ?? ''));
        const error = (painted.width / painted.height) * (height / width);
        assert.ok(error > 1 / 1.0501 && error < 1.0501, `${width}x${height} became ${found.aspect_ratio}`);
        assert.ok(width * height <= painted.width * painted.height * 2.2001);
      }),
    );
  });
});
