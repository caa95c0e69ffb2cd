// For load tests: waits, then hands out a flat picture of the right size. Measures everything but the painting.
import sharp from 'sharp';
import type { Clock } from '../../core/clock.js';
import type { Engine, EngineImage } from '../engine.js';

export interface SleepEngineOptions {
  /** How long a job takes, ms. */
  sleepMs: number;
  concurrency: number;
}

export function createSleepEngine(options: SleepEngineOptions, clock: Clock): Engine {
  const flat = new Map<string, Promise<EngineImage>>();

  /** Encoded once per size and format. */
  function flatPicture(width: number, height: number, format: 'png' | 'jpg'): Promise<EngineImage> {
    const name = `${width}x${height}.${format}`;
    const known = flat.get(name);
    if (known) return known;
    const picture = sharp({ create: { width, height, channels: 3, background: { r: 96, g: 125, b: 139 } } });
    const encoded = (format === 'png' ? picture.png() : picture.jpeg()).toBuffer().then((bytes): EngineImage => {
      return { bytes, contentType: format === 'png' ? 'image/png' : 'image/jpeg', width, height };
    });
    flat.set(name, encoded);
    return encoded;
  }

  return {
    name: 'sleep',
    concurrency: options.concurrency,
    async start({ request }, context) {
      await clock.sleep(options.sleepMs, context.signal);
      context.signal.throwIfAborted();
      const image = await flatPicture(request.width, request.height, request.outputFormat);
      return { kind: 'done', images: Array.from({ length: request.n }, () => image) };
    },
    check: async () => `sleeps ${options.sleepMs} ms a task`,
    close: async () => undefined,
  };
}
