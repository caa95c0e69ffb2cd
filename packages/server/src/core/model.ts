// Models as callers know them: a name, what it can do, and the sizes it paints.

/** How a model uses a reference picture. */
export type ReferenceUse = 'whole' | 'restyle' | 'subject' | 'face';

export interface Model {
  name: string;
  /** Key of the engine that serves it: `illustrator` or one from the configuration. */
  engine: string;
  /** What the engine's server calls it; absent: the same name. */
  upstreamModel?: string;
  textToImage: boolean;
  /** Empty: the model takes no reference picture. */
  referenceUses: readonly ReferenceUse[];
  /** `image_reference` must come with `image`, and only with it (kling-v1-5). */
  needsImageReference: boolean;
  aspectRatios: readonly string[];
  resolutions: readonly ('1k' | '2k')[];
  maxN: number;
  /** Billing units per picture. */
  unitsPerImage: number;
}

const baseRatios = ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3'] as const;
const wideRatios = [...baseRatios, '21:9'] as const;

/** Picture sizes in pixels at 1k (contract §2); 2k doubles both sides. */
const sizesAt1k: Record<string, readonly [number, number]> = {
  '1:1': [1024, 1024],
  '16:9': [1360, 768],
  '9:16': [768, 1360],
  '4:3': [1168, 880],
  '3:4': [880, 1168],
  '3:2': [1248, 832],
  '2:3': [832, 1248],
  '21:9': [1552, 656],
};

/** Every ratio that has a size. */
export const knownAspectRatios: readonly string[] = Object.keys(sizesAt1k);

/** Width and height in pixels; undefined for a ratio without a size. */
export function pixelSize(aspectRatio: string, resolution: '1k' | '2k'): { width: number; height: number } | undefined {
  const size = Object.hasOwn(sizesAt1k, aspectRatio) ? sizesAt1k[aspectRatio] : undefined;
  const factor = resolution === '2k' ? 2 : 1;
  return size && { width: size[0] * factor, height: size[1] * factor };
}

const illustrated = { engine: 'illustrator', textToImage: true, maxN: 9, unitsPerImage: 1 } as const;

/** The models that exist without any configuration (contract §2), all painted by the illustrator. */
export const builtInModels: readonly Model[] = [
  {
    ...illustrated,
    name: 'kling-v1',
    referenceUses: ['whole'],
    needsImageReference: false,
    aspectRatios: baseRatios,
    resolutions: ['1k'],
  },
  {
    ...illustrated,
    name: 'kling-v1-5',
    referenceUses: ['subject', 'face'],
    needsImageReference: true,
    aspectRatios: baseRatios,
    resolutions: ['1k'],
  },
  {
    ...illustrated,
    name: 'kling-v2',
    referenceUses: ['restyle'],
    needsImageReference: false,
    aspectRatios: baseRatios,
    resolutions: ['1k', '2k'],
  },
  {
    ...illustrated,
    name: 'kling-v2-new',
    referenceUses: ['restyle'],
    needsImageReference: false,
    aspectRatios: baseRatios,
    resolutions: ['1k'],
  },
  {
    ...illustrated,
    name: 'kling-v2-1',
    referenceUses: ['whole'],
    needsImageReference: false,
    aspectRatios: wideRatios,
    resolutions: ['1k', '2k'],
  },
  {
    ...illustrated,
    name: 'kling-v3',
    referenceUses: ['whole'],
    needsImageReference: false,
    aspectRatios: wideRatios,
    resolutions: ['1k', '2k'],
  },
];
