// Measures how each subject and each text will really be drawn, so that planned boxes are those of the picture.
import { findArtwork } from '../artwork/catalogue.js';
import type { ArtworkRenderer, ArtworkRequest } from '../artwork/render-artwork.js';
import type { Brief } from '../brief/brief.js';
import { drawSign } from '../lettering/draw-sign.js';
import type { MeasuredBrief, MeasuredSubject } from './measured-brief.js';
import { poseOf } from './poses.js';
import { boardAspect } from './sign-size.js';

/** Height of the trial drawing in pixels: enough for a shape's proportions to a few thousandths. */
const trialHeightPx = 160;

/** Width of a trial board in pixels. */
const trialBoardPx = 480;

/** What trial drawings showed, by what was asked for: nine pictures of one task, and the next task like it, ask the same. */
const known = new WeakMap<ArtworkRenderer, Map<string, MeasuredSubject>>();
/** Most trial drawings remembered for one renderer; each is a few numbers. */
const mostKnown = 500;

/** Draws one subject, small, unless it has been drawn before. */
async function measureSubject(request: ArtworkRequest, artwork: ArtworkRenderer): Promise<MeasuredSubject> {
  const memory = known.get(artwork) ?? new Map<string, MeasuredSubject>();
  known.set(artwork, memory);
  const key = JSON.stringify(request);
  const before = memory.get(key);
  if (before) return before;
  const { canvas, anchors } = await artwork.render(request);
  const found = { aspect: canvas.width / canvas.height, anchors };
  if (memory.size >= mostKnown) memory.clear();
  memory.set(key, found);
  return found;
}

/** Draws every subject and text carrier once, small. What was measured is remembered as long as the renderer lives. */
export async function measureBrief(brief: Brief, artwork: ArtworkRenderer): Promise<MeasuredBrief> {
  const subjects = new Map<number, MeasuredSubject>();
  const artworkOf = (source: number) => findArtwork(brief.subjects[source]?.concept ?? '');
  for (const [source, subject] of brief.subjects.entries()) {
    if (!artworkOf(source)) continue;
    const pose = poseOf(brief, source, artworkOf);
    const request = {
      concept: subject.concept,
      heightPx: trialHeightPx,
      colour: subject.colour,
      secondColour: subject.secondColour,
      material: subject.material,
      action: pose.action,
      wearing: pose.wearing,
      holding: pose.holding,
      variant: 0,
    };
    subjects.set(source, await measureSubject(request, artwork));
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
