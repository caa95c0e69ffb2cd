// The body of a response: decoded, counted, and cut off where the cap is.
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutboundError, quoteUrl } from './outbound-error.js';

export interface BodyOptions {
  /** As the server named it; empty for none. */
  contentEncoding: string;
  /** As the server announced it; undefined when it did not. */
  contentLength: number | undefined;
  /** Most bytes, before and after decoding. */
  maxBytes: number;
  url: URL;
}

/**
 * Streams the decoded body. Throws OutboundError `too-large` as soon as more than `maxBytes` are announced, arrive, or come
 * out of the decompressor: a bomb is never unpacked further than one chunk beyond the cap.
 */
export async function* readBody(source: Readable, options: BodyOptions): AsyncGenerator<Uint8Array> {
  const { contentLength, maxBytes, url } = options;
  if (contentLength !== undefined && contentLength > maxBytes) {
    source.destroy();
    throw tooLarge(options);
  }
  const decoder = contentLength === 0 ? undefined : decoderFor(options.contentEncoding, url);
  // The callback has nothing to add: a failure of any part destroys the last one, and the loop below meets it there.
  const chunks = decoder
    ? pipeline(
        source,
        (raw) => capped(raw, options),
        decoder,
        () => undefined,
      )
    : source;
  yield* capped(chunks, options);
}

/** The same chunks until their sum passes the cap. */
async function* capped(chunks: AsyncIterable<Uint8Array>, options: BodyOptions): AsyncGenerator<Uint8Array> {
  let byteLength = 0;
  for await (const chunk of chunks) {
    byteLength += chunk.byteLength;
    if (byteLength > options.maxBytes) throw tooLarge(options);
    yield chunk;
  }
}

/** The decompressor for a content encoding, undefined for plain bytes. One layer only: stacked encodings are for bombs. */
function decoderFor(contentEncoding: string, url: URL): Transform | undefined {
  switch (contentEncoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new OutboundError('bad-response', `${quoteUrl(url)} answers in an encoding that is not supported`);
  }
}

function tooLarge({ maxBytes, url }: BodyOptions): OutboundError {
  const mebi = maxBytes / 1024 / 1024;
  const most = mebi >= 1 ? `${Number(mebi.toFixed(1))} MB` : `${maxBytes} bytes`;
  return new OutboundError('too-large', `${quoteUrl(url)} sends more than ${most}`);
}
