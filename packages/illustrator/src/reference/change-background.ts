// The subject stays where it is, the place behind it changes.
import type { SettingName } from '../brief/vocabulary.js';
import type { Face } from '../faces/find-faces.js';
import { paintScene } from '../paint/paint-scene.js';
import type { Painting } from '../paint/painting.js';
import { planScene } from '../scene/plan-scene.js';
import { blurPainting } from './backdrop.js';
import { layPicture } from './compose.js';
import { cutPicture } from './cut-picture.js';
import type { Photograph } from './decode-reference.js';
import { matchColours, measureColours } from './match-colours.js';
import type { ReferenceJob, ReferenceTools } from './reference-job.js';

/**
 * `seen` (the analysis of `photo`, of the job's size) with `setting` behind its subject: cut out, brought into the place's light, and laid over a
 * painted scene that is a little out of focus. Everything of the subject keeps its position and size.
 */
export async function changeBackground(
  job: ReferenceJob,
  tools: ReferenceTools,
  photo: Photograph,
  seen: Painting,
  faces: Face[],
  setting: SettingName,
): Promise<Painting> {
  const { width, height, brief } = job;
  const cut = await cutPicture(photo, faces);
  tools.signal?.throwIfAborted();
  const place = { ...brief, setting, subjects: [], relations: [], lettering: [] };
  const scene = planScene(place, { width, height, seed: job.requestSeed, index: job.index });
  const behind = await paintScene(scene, { artwork: tools.artwork, ...(tools.signal && { signal: tools.signal }) });
  const painting = blurPainting(behind, 2.5 * ((width + height) / 2048));
  const { picture } = cut;
  const detail = new Uint8Array(picture.width * picture.height);
  for (let y = 0, k = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1, k += 1)
      detail[k] = seen.detail[(cut.top + y) * width + cut.left + x] as number;
  const lit = { ...picture, rgba: matchColours(picture.rgba, measureColours(painting.rgba), 0.22) };
  layPicture(painting, lit, detail, { x: cut.left, y: cut.top, width: picture.width, height: picture.height });
  return { ...painting, photograph: true };
}
