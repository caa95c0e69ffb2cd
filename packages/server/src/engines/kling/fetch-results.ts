// Finished pictures, fetched from the upstream's links before these expire.
//
// The links are the upstream's word, so they are hostile until checked: they may lead to the upstream itself, to hosts
// that the operator named, and to the public internet, never elsewhere into a private network. No key travels along.
import type { OutputFormat } from '../../core/task.js';
import type { GuardedFetch } from '../../outbound/guarded-fetch.js';
import type { EngineImage } from '../engine.js';
import { readPicture } from '../upstream/read-picture.js';
import type { UpstreamFetch } from '../upstream/upstream-fetch.js';

/** Largest picture that is taken, bytes: a 2k PNG of noise is 25 MB. */
const maxPictureBytes = 64 * 1024 * 1024;
/** Whole time of one picture, ms. */
const pictureTimeoutMs = 60_000;

export interface ResultLinks {
  url: string;
  watermark_url?: string | null | undefined;
}

export type FetchResults = (
  links: readonly ResultLinks[],
  format: OutputFormat,
  watermark: boolean,
  signal: AbortSignal,
) => Promise<EngineImage[]>;

/** `elsewhere`: the way to hosts other than the upstream's. The results reject with OutboundError, NotAPictureError or Error. */
export function createFetchResults(upstream: UpstreamFetch, elsewhere: Pick<GuardedFetch, 'fetch'>): FetchResults {
  async function fetchPicture(url: string, format: OutputFormat, signal: AbortSignal): Promise<EngineImage> {
    const via = upstream.reaches(url) ? upstream : elsewhere;
    const response = await via.fetch(url, { signal, maxBytes: maxPictureBytes, timeoutMs: pictureTimeoutMs });
    if (response.status !== 200) {
      response.discard();
      throw new Error(`the link to a finished picture answers HTTP ${response.status}`);
    }
    return readPicture(await response.bytes(), format);
  }

  return async (links, format, watermark, signal) => {
    const images: EngineImage[] = [];
    // One after the other: nine pictures of 2k at once would fill memory for nothing.
    for (const link of links) {
      const image = await fetchPicture(link.url, format, signal);
      const twin = watermark && link.watermark_url ? await fetchPicture(link.watermark_url, format, signal) : undefined;
      images.push(twin ? { ...image, watermarked: twin.bytes } : image);
    }
    return images;
  };
}
