// Measures how each subject and each text will really be drawn, so that planned boxes are those of the picture.
import { findArtwork } from '../artwork/catalogue.js';
import type { ArtworkRenderer } from '../artwork/render-artwork.js';
import type { Brief } from '../brief/brief.js';
import { drawSign } from '../lettering/draw-sign.js';
import type { MeasuredBrief, MeasuredSubject } from './measured-brief.js';
import { poseOf } from './poses.js';
import { boardAspect } from './sign-size.js';

/** Height of the trial drawing in pixels: enough for a shape's proportions to a few thousandths. */
const trialHeightPx = 160;

/** Width of a trial board in pixels. */
const trialBoardPx = 480;

/** Draws every subject and text carrier once, small. The renderer remembers what it measured. */
export async function measureBrief(brief: Brief, artwork: ArtworkRenderer): Promise<MeasuredBrief> {
  const subjects = new Map<number, MeasuredSubject>();
  const artworkOf = (source: number) => findArtwork(brief.subjects[source]?.concept ?? '');
  for (const [source, subject] of brief.subjects.entries()) {
    if (!artworkOf(source)) continue;
    const pose = poseOf(brief, source, artworkOf);
    const { canvas, anchors } = await artwork.render({
      concept: subject.concept,
      heightPx: trialHeightPx,
      colour: subject.colour,
      secondColour: subject.secondColour,
      material: subject.material,
      action: pose.action,
      wearing: pose.wearing,
      holding: pose.holding,
      variant: 0,
    });
    subjects.set(source, { aspect: canvas.width / canvas.height, anchors });
  }
  const boards = new Map<number, number>();
  for (const [index, { text, carrier }] of brief.lettering.entries()) {
    const { canvas } = drawSign({
      text,
      carrier,
      maxWidthPx: trialBoardPx,
      maxHeightPx: Math.max(16, trialBoardPx / boardAspect(text)),
      variant: 0,
    });
    boards.set(index, canvas.width / canvas.height);
  }
  return { subjects, boards };
}
