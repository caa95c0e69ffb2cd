// Thumbnails through a real process: small, made once, kept beside the picture, gone with it, within bounds.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import type { AppError } from '../../src/core/errors.js';
import type { Picture } from '../../src/core/task.js';
import { createThumbnailMaker, type ThumbnailMaker, type ThumbnailOptions } from '../../src/tasks/thumbnail-maker.js';
import { noisePng } from '../images/picture-files.js';
import { createMemoryStorage } from '../support/memory-storage.js';
import { samplePicture } from '../support/task-samples.js';

let storage: ReturnType<typeof createMemoryStorage>;
let reads: string[];
let makers: ThumbnailMaker[];
beforeEach(() => {
  storage = createMemoryStorage();
  reads = [];
  makers = [];
});
afterEach(() => Promise.all(makers.map((maker) => maker.close())));

function open(options: Partial<ThumbnailOptions> = {}): ThumbnailMaker {
  const counting = {
    ...storage,
    read: (key: string) => {
      reads.push(key);
      return storage.read(key);
    },
  };
  const maker = createThumbnailMaker({ storage: counting, isAlive: async () => true, ...options });
  makers.push(maker);
  return maker;
}

async function keep(width: number, height: number): Promise<Picture> {
  const picture = samplePicture('task1', 0, Date.now() + 1_000_000);
  await storage.put(picture.storageKey, await noisePng(width, height), 'image/png');
  return picture;
}

const codeOf = (pending: Promise<unknown>) =>
  pending.then(
    () => 0,
    (error: AppError) => error.code ?? String(error),
  );

describe('a thumbnail', () => {
  it('is a WebP of the width that was asked for', async () => {
    const maker = open();
    const picture = await keep(900, 600);
    for (const [width, height] of [
      [320, 213],
      [640, 427],
    ] as const) {
      const bytes = (await maker.get(picture, width)) ?? assert.fail('there is none');
      const facts = await sharp(bytes).metadata();
      assert.deepEqual([facts.format, facts.width, facts.height], ['webp', width, height]);
    }
  });

  it('is never larger than the picture', async () => {
    const bytes = (await open().get(await keep(300, 200), 640)) ?? assert.fail('there is none');
    assert.equal((await sharp(bytes).metadata()).width, 300);
  });

  it('is made once: kept below the task, and shared by all who ask meanwhile', async () => {
    const maker = open();
    const picture = await keep(700, 700);
    const [one, other] = await Promise.all([maker.get(picture, 320), maker.get(picture, 320)]);
    assert.deepEqual(one, other);
    const again = await maker.get(picture, 320);
    assert.deepEqual(Buffer.from(again ?? []), Buffer.from(one ?? []));
    assert.equal(reads.filter((key) => key === picture.storageKey).length, 1);
    const kept = [...storage.objects.keys()].filter((key) => key !== picture.storageKey);
    assert.deepEqual(kept, [`tasks/task1/thumbnails/${picture.token}-320.webp`]);
    await storage.removeBelow('tasks/task1');
    assert.equal(storage.objects.size, 0);
  });

  it('does not outlive a picture that is removed while it is being made', async () => {
    const picture = await keep(500, 500);
    await open({ isAlive: async () => false }).get(picture, 320);
    assert.equal(storage.objects.size, 0);
  });

  it('is not to be had of bytes that are gone', async () => {
    const picture = samplePicture('task2', 0, 1);
    assert.equal(await open().get(picture, 320), undefined);
  });
});

describe('bounds', () => {
  it('turn away whom there is no room for, and serve the others', async () => {
    const maker = open({ maxWaiting: 1 });
    const pictures = [await keep(800, 800), await keep(801, 800), await keep(802, 800)];
    const codes = await Promise.all(pictures.map((picture) => codeOf(maker.get(picture, 320))));
    assert.deepEqual(codes, [0, 0, 5002]);
    assert.equal(await codeOf(maker.get(pictures[2] ?? assert.fail(), 320)), 0);
  });

  it('end what takes too long, and go on with the next', async () => {
    const picture = await keep(3000, 3000);
    const hasty = open({ timeLimitMs: 1 });
    assert.equal(await codeOf(hasty.get(picture, 320)), 5002);
    assert.equal(await codeOf(open().get(picture, 320)), 0);
  });

  it('survive bytes that are no picture', async () => {
    const maker = open();
    const broken = samplePicture('task3', 0, 1);
    await storage.put(broken.storageKey, Buffer.from('no picture at all'), 'image/png');
    assert.match(String(await codeOf(maker.get(broken, 320))), /unsupported image format/);
    assert.equal(await codeOf(maker.get(await keep(400, 400), 320)), 0);
  });

  it('refuse with 5001 once it is closed', async () => {
    const maker = open();
    const picture = await keep(400, 400);
    await maker.close();
    assert.equal(await codeOf(maker.get(picture, 320)), 5001);
  });
});
