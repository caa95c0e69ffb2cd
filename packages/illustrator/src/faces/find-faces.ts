// Finds the human faces of a photograph: proposes in the whole picture and in overlapping tiles of it, blends what
// overlaps, and looks at every doubtful proposal again, upright and at three sizes.

import type { Network } from '../network/network.js';
import { type Detection, detectInView, loadFaceNetwork, viewPixels } from './face-detector.js';
import { blendDetections, overlap } from './merge-detections.js';
import { createPicturePyramid, type DecodedPicture, type PicturePyramid, type View } from './picture-pyramid.js';

/** A point, as fractions of the picture's width and height; may lie a little outside [0,1] where the face is cut off. */
export interface FacePoint {
  x: number;
  y: number;
}

/** Right and left are the person's own. */
export interface FaceLandmarks {
  rightEye: FacePoint;
  leftEye: FacePoint;
  noseTip: FacePoint;
  mouth: FacePoint;
  rightEar: FacePoint;
  leftEar: FacePoint;
}

/** A face found. */
export interface Face {
  /** Forehead to chin, ear to ear: `[x0,y0,x1,y1]` as fractions of the picture, within [0,1]. */
  box: [number, number, number, number];
  landmarks: FaceLandmarks;
  /** [0.55,1]: how sure the detector is. */
  score: number;
}

// Measured on photographs (docs/decisions/2026-11-22-face-detector.md): real faces propose themselves at 0.69 and more,
// what is not a face at 0.62 at most; looked at again, real faces keep at least 0.62 and the others 0.53 at most.
const proposalThreshold = 0.35;
const certainScore = 0.75;
const acceptedScore = 0.55;
/** Faces on their side or upside down are rare and clocks and cups are not: they must convince more. */
const acceptedTurnedScore = 0.7;
/** A second look that falls so far below the score to be reached ends the matter at once. */
const hopelessBy = 0.2;
/** Widths at which a face is looked at again, pixels of the network's 192. */
const secondLookPixels = [35, 25, 50];
/** At most so many second looks: bounds the time that a starry sky or a crowd takes. */
const secondLooks = 9;
/** Of two boxes, the share of the smaller one from which they are the same face. */
const sameFaceOverlap = 0.45;
/** Below this longer side the whole picture shows faces of 40 pixels well enough: no tiles. */
const tiledFromPixels = 480;
/** Side of a tile, and overlap of two tiles, as shares of the longer side. */
const tileShare = 0.625;
const tileOverlap = 0.25;

/**
 * The human faces of a picture, surest first; `[]` where there is none. Finds faces from about 1/25 of the longer side
 * (40 pixels of 1024), tilted up to about 70°; where no face is upright, also faces lying or upside down. Deterministic;
 * about 0.5 s of one thread, so never call it on an event loop. Throws a RangeError when the pixels do not fill the size.
 */
export async function findFaces(picture: DecodedPicture): Promise<Face[]> {
  const { width, height } = picture;
  const pyramid = createPicturePyramid(picture);
  const network = await loadFaceNetwork();
  const upright = search(network, pyramid, proposalViews(width, height), certainScore, acceptedScore);
  // Nothing is certain in a turned view: a cup upside down scores 0.77 there, and 0.46 at a second look.
  const faces =
    upright.length > 0 ? upright : search(network, pyramid, turnedViews(width, height), 1, acceptedTurnedScore);
  return faces.map((face) => asFractions(face, width, height));
}

/** The whole picture, then tiles over it. */
function proposalViews(width: number, height: number): View[] {
  const longer = Math.max(width, height);
  const views = [{ centreX: width / 2, centreY: height / 2, side: longer, angle: 0 }];
  if (longer <= tiledFromPixels) return views;
  const side = longer * tileShare;
  for (const centreY of tileCentres(height, side, longer * tileOverlap))
    for (const centreX of tileCentres(width, side, longer * tileOverlap))
      views.push({ centreX, centreY, side, angle: 0 });
  return views;
}

/** Evenly spaced centres of tiles of `side` which overlap by at least `shared`. */
function tileCentres(length: number, side: number, shared: number): number[] {
  if (length <= side) return [length / 2];
  const count = Math.ceil((length - shared) / (side - shared) - 1e-9);
  return Array.from({ length: count }, (_, index) => side / 2 + ((length - side) * index) / (count - 1));
}

/** The whole picture on its sides and upside down. */
function turnedViews(width: number, height: number): View[] {
  const upright = { centreX: width / 2, centreY: height / 2, side: Math.max(width, height) };
  return [1, 3, 2].map((quarters) => ({ ...upright, angle: (quarters * Math.PI) / 2 }));
}

/** The faces that the views show, surest first; proposals below `certain` need a second look of at least `accepted`. */
function search(
  network: Network,
  pyramid: PicturePyramid,
  views: View[],
  certain: number,
  accepted: number,
): Detection[] {
  const proposals = views
    .flatMap((view) => blendDetections(detectInView(network, pyramid, view, proposalThreshold), sameFaceOverlap))
    .sort((a, b) => b.score - a.score);
  const faces: Detection[] = [];
  const isNew = (face: Detection): boolean => faces.every((other) => overlap(other, face) <= sameFaceOverlap);
  let looks = 0;
  for (const proposal of proposals) {
    if (!isNew(proposal)) continue;
    if (proposal.score >= certain) faces.push(proposal);
    else if (looks < secondLooks) {
      const again = lookAgain(network, pyramid, proposal, accepted - hopelessBy);
      looks += again.looks;
      if (again.face && again.face.score >= accepted && isNew(again.face)) faces.push(again.face);
    }
  }
  return faces.sort((a, b) => b.score - a.score);
}

/** The face from close by, eyes level, with its mean score at three sizes; no face when it falls below `hopeless`. */
function lookAgain(
  network: Network,
  pyramid: PicturePyramid,
  proposal: Detection,
  hopeless: number,
): { face?: Detection; looks: number } {
  const [rightEye, leftEye] = proposal.landmarks;
  const width = proposal.x1 - proposal.x0;
  const view = {
    centreX: (proposal.x0 + proposal.x1) / 2,
    centreY: (proposal.y0 + proposal.y1) / 2,
    angle: rightEye && leftEye ? Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x) : 0,
  };
  let sum = 0;
  let looks = 0;
  let face = proposal;
  for (const pixels of secondLookPixels) {
    looks += 1;
    const seen = detectInView(network, pyramid, { ...view, side: (width * viewPixels) / pixels }, hopeless);
    const same = blendDetections(seen, sameFaceOverlap).find((detection) => overlap(detection, proposal) > 0.5);
    if (!same) return { looks };
    sum += same.score;
    if (face === proposal || same.score > face.score) face = same;
  }
  return { face: { ...face, score: sum / looks }, looks };
}

function asFractions(face: Detection, width: number, height: number): Face {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const point = (index: number): FacePoint => ({
    x: (face.landmarks[index]?.x ?? 0) / width,
    y: (face.landmarks[index]?.y ?? 0) / height,
  });
  return {
    box: [within(face.x0 / width), within(face.y0 / height), within(face.x1 / width), within(face.y1 / height)],
    landmarks: {
      rightEye: point(0),
      leftEye: point(1),
      noseTip: point(2),
      mouth: point(3),
      rightEar: point(4),
      leftEar: point(5),
    },
    score: face.score,
  };
}
