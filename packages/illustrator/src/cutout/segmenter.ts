// Runs MediaPipe's selfie segmenter over an area of a picture: how likely each of 256×256 places belongs to the person.
// Made for people, it also follows most single animals and objects in front of a quiet background.
import { readFile } from 'node:fs/promises';
import { type Area, type PicturePyramid, sampleArea } from '../faces/picture-pyramid.js';
import { createNetwork, type Network } from '../network/network.js';
import type { Plane } from '../style/kernels/plane.js';

const sidePixels = 256;

/** Where the weights lie, seen from the built file in dist/src/cutout/. */
const weightsFile = new URL('../../../assets/selfie-segmenter/selfie_segmentation.tflite', import.meta.url);

let loading: Promise<Network> | undefined;

/** Loads the weights (0.25 MB, about 20 ms) on the first call of the process; later calls share them. */
export function loadSegmenter(): Promise<Network> {
  loading ??= readFile(weightsFile)
    .then(createNetwork)
    .catch((error: unknown) => {
      loading = undefined; // the next call tries again
      throw error;
    });
  return loading;
}

/** Likelihood of the subject, 0–1, over the area stretched to 256×256. About 65 ms. */
export function segmentArea(network: Network, pyramid: PicturePyramid, area: Area): Plane {
  const input = sampleArea(pyramid, area, sidePixels, sidePixels);
  for (let index = 0; index < input.length; index++) input[index] = (input[index] as number) / 255;
  const [data] = network.run(input);
  if (!data) throw new Error('The segmenter gave no answer.');
  return { width: sidePixels, height: sidePixels, data };
}
