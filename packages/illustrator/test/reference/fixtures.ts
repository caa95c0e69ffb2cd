// Photographs and references for the tests of this folder.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { createArtworkRenderer } from '../../src/artwork/render-artwork.js';
import { readPrompt } from '../../src/brief/read-prompt.js';
import type { StyleName } from '../../src/brief/vocabulary.js';
import { decodeReference, type Photograph, toCover } from '../../src/reference/decode-reference.js';
import { paintFromReference } from '../../src/reference/paint-from-reference.js';
import type { ReferencePainting } from '../../src/reference/reference-job.js';
import type { ReferenceKind } from '../../src/request.js';

export type PhotoName = 'astronaut' | 'grace-hopper' | 'chelsea' | 'coffee' | 'rocket';

/** Bytes of a photograph. Tests run from dist/test/reference, three levels below the package. */
export function photoBytes(name: PhotoName): Promise<Buffer> {
  return readFile(fileURLToPath(new URL(`../../../test/fixtures/photos/${name}.jpg`, import.meta.url)));
}

/** A photograph's pixels, scaled to cover the size. */
export async function photo(name: PhotoName, width: number, height: number): Promise<Photograph> {
  return decodeReference(await photoBytes(name), toCover(width, height));
}

/** Two portraits side by side: a picture with two faces. */
export async function twoFaces(): Promise<Buffer> {
  const half = { width: 400, height: 480, fit: 'cover' } as const;
  const [left, right] = await Promise.all(
    (['astronaut', 'grace-hopper'] as const).map(async (name) =>
      sharp(await photoBytes(name))
        .resize(half)
        .png()
        .toBuffer(),
    ),
  );
  return sharp({ create: { width: 800, height: 480, channels: 3, background: '#888' } })
    .composite([
      { input: left as Buffer, left: 0, top: 0 },
      { input: right as Buffer, left: 400, top: 0 },
    ])
    .jpeg()
    .toBuffer();
}

const artwork = createArtworkRenderer();

/** Paints from a reference with defaults that suit most tests. */
export function repaint(
  bytes: Uint8Array,
  wish: {
    prompt?: string;
    kind?: ReferenceKind;
    style?: StyleName;
    imageFidelity?: number;
    humanFidelity?: number;
    width?: number;
    height?: number;
    seed?: number;
    index?: number;
    signal?: AbortSignal;
    onProgress?: (fraction: number) => void;
  } = {},
): Promise<ReferencePainting> {
  const { prompt = 'this picture', kind = 'restyle', width = 320, height = 320, seed = 3 } = wish;
  const read = readPrompt(prompt, { hasReference: true });
  const { signal, onProgress } = wish;
  return paintFromReference(
    {
      prompt,
      width,
      height,
      seed,
      format: 'png',
      ...(wish.index !== undefined && { index: wish.index }),
      reference: { bytes, kind, imageFidelity: wish.imageFidelity ?? 0.5, humanFidelity: wish.humanFidelity ?? 0.45 },
    },
    wish.style ? { ...read, style: wish.style } : read,
    { artwork, ...(signal && { signal }), ...(onProgress && { onProgress }) },
  );
}
