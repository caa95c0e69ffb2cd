// Runs MediaPipe's full-range face detector over one square view of a picture and gives its boxes back in the picture's
// own pixels. One prediction per cell of a 48×48 grid over 192×192 pixels: score, box and six landmarks, each as an
// offset in pixels from the middle of the cell (BlazeFace, Bazarevsky 2019; MediaPipe's face_detection_full_range).
import { readFile } from 'node:fs/promises';
import { createNetwork, type Network } from '../network/network.js';
import { type PicturePyramid, sampleView, type View } from './picture-pyramid.js';

/** A face as seen in one view; everything in pixels of the picture. */
export interface Detection {
  /** [0,1]. */
  score: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Right eye, left eye, nose tip, mouth, right ear, left ear (the person's own right and left). */
  landmarks: { x: number; y: number }[];
}

/** Pixels a side that the network looks at. */
export const viewPixels = 192;
const gridCells = 48;
/** Box centre, box size and six landmarks, x before y. */
const valuesPerCell = 16;

/** Where the weights lie, seen from the built file in dist/src/faces/. */
const weightsFile = new URL('../../../assets/face-detector/face_detection_full_range.tflite', import.meta.url);

let loading: Promise<Network> | undefined;

/** Loads the weights (1 MB, about 80 ms) on the first call of the process; later calls share them. */
export function loadFaceNetwork(): Promise<Network> {
  loading ??= readFile(weightsFile)
    .then(createNetwork)
    .catch((error: unknown) => {
      loading = undefined; // the next call tries again
      throw error;
    });
  return loading;
}

/** Every cell of the view that scores at least `threshold`; one face usually fills several cells. */
export function detectInView(network: Network, pyramid: PicturePyramid, view: View, threshold: number): Detection[] {
  const input = sampleView(pyramid, view, viewPixels);
  for (let index = 0; index < input.length; index++) input[index] = (input[index] as number) / 127.5 - 1;
  const [offsets, logits] = network.run(input);
  if (!offsets || !logits) throw new Error('The face detector gave no answer.');
  const step = view.side / viewPixels;
  const cos = Math.cos(view.angle) * step;
  const sin = Math.sin(view.angle) * step;
  const detections: Detection[] = [];
  for (let cell = 0; cell < logits.length; cell++) {
    const score = 1 / (1 + Math.exp(-(logits[cell] as number)));
    if (score < threshold) continue;
    const middleX = ((cell % gridCells) + 0.5) * (viewPixels / gridCells) - viewPixels / 2;
    const middleY = (Math.floor(cell / gridCells) + 0.5) * (viewPixels / gridCells) - viewPixels / 2;
    const first = cell * valuesPerCell;
    /** The pair of numbers at `place`, as a point of the picture. */
    const point = (place: number): { x: number; y: number } => {
      const right = middleX + (offsets[first + place] as number);
      const down = middleY + (offsets[first + place + 1] as number);
      return { x: view.centreX + right * cos - down * sin, y: view.centreY + right * sin + down * cos };
    };
    const centre = point(0);
    const halfWidth = ((offsets[first + 2] as number) * step) / 2;
    const halfHeight = ((offsets[first + 3] as number) * step) / 2;
    if (!(halfWidth > 0 && halfHeight > 0)) continue;
    detections.push({
      score,
      x0: centre.x - halfWidth,
      y0: centre.y - halfHeight,
      x1: centre.x + halfWidth,
      y1: centre.y + halfHeight,
      landmarks: [4, 6, 8, 10, 12, 14].map(point),
    });
  }
  return detections;
}
