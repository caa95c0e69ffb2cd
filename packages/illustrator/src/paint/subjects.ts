// Subjects: artwork brought into the scene's light, set on its ground with shadow, reflection, snow or grass around the feet.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { ArtworkRenderer, RenderedArtwork } from '../artwork/render-artwork.js';
import type { Rgb } from '../scene/colour.js';
import type { PlacedSubject, Scene } from '../scene/scene.js';
import { type Board, codedCopy, codeOf } from './board.js';
import { feetOf, paintFooting, paintReflection, paintShadow } from './footing.js';
import { lightUp, silhouetteOf } from './light-up.js';
import { createRaster, drawRaster } from './pixels.js';
import type { Stamp } from './stamp.js';

/** Renders the artwork (or takes the picture a subject brings), lit for the scene. */
export async function prepareStamp(
  board: Board,
  scene: Scene,
  subject: PlacedSubject,
  artwork: ArtworkRenderer,
): Promise<Stamp> {
  const boxX = subject.box[0] * board.width;
  const boxY = subject.box[1] * board.height;
  const boxW = (subject.box[2] - subject.box[0]) * board.width;
  const boxH = (subject.box[3] - subject.box[1]) * board.height;
  const drawn = subject.picture
    ? pictureOf(subject)
    : await artwork.render({
        concept: subject.concept,
        heightPx: Math.min(4096, Math.max(8, boxH)),
        colour: subject.colour,
        secondColour: subject.secondColour,
        material: subject.material,
        flip: subject.flip,
        action: subject.action,
        wearing: subject.wearing,
        holding: subject.holding,
        variant: subject.seed,
      });
  // The artwork keeps its proportions inside the planned box and stands on its lower edge.
  const scale = Math.min(boxW / drawn.canvas.width, boxH / drawn.canvas.height);
  const w = drawn.canvas.width * scale;
  const h = drawn.canvas.height * scale;
  return {
    subject,
    canvas: lightUp(drawn.canvas, scene, subject),
    front: drawn.front ? lightUp(drawn.front, scene, subject) : null,
    x: boxX + (boxW - w) / 2,
    y:
      subject.contact === 'air' ||
      subject.contact === 'space' ||
      subject.contact === 'underwater' ||
      subject.contact === 'flat'
        ? boxY + (boxH - h) / 2
        : boxY + boxH - h,
    w,
    h,
    feet: [],
    under: [0, 0, 0],
    detail: drawn.detail,
  };
}

function pictureOf(subject: PlacedSubject): Pick<RenderedArtwork, 'canvas' | 'front' | 'detail'> {
  const { picture } = subject;
  const width = picture?.width ?? 1;
  const height = picture?.height ?? 1;
  const canvas = createCanvas(width, height);
  const raster = createRaster(width, height);
  if (picture) raster.data.set(picture.rgba);
  drawRaster(canvas.getContext('2d'), raster, 0, 0);
  return { canvas, front: null, detail: [[0.1, 0.05, 0.9, 0.6]] };
}

/** Paints one prepared subject with everything that ties it to the ground. */
export function paintStamp(board: Board, scene: Scene, prepared: Stamp): void {
  const { subject } = prepared;
  const silhouette = silhouetteOf(prepared.canvas);
  const stamp: Stamp = { ...prepared, feet: feetOf(silhouette), under: colourBelow(board, prepared) };
  if (subject.contact === 'water') paintReflection(board, scene, stamp);
  else paintShadow(board, scene, stamp, silhouette);
  drawTilted(board.ctx, stamp, stamp.canvas);
  markStamp(board, stamp);
  paintFooting(board, scene, stamp);
}

/** Mean colour of a strip of board just below a stamp. */
function colourBelow(board: Board, { x, y, w, h, subject }: Stamp): Rgb {
  if (subject.contact !== 'ground') return [128, 128, 128];
  const left = Math.max(0, Math.round(x + w * 0.2));
  const top = Math.min(board.height - 3, Math.max(0, Math.round(y + h + h * 0.02)));
  const wide = Math.max(1, Math.min(board.width - left, Math.round(w * 0.6)));
  const { data } = board.ctx.getImageData(left, top, wide, 2);
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4)
    for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] as number) + (data[i + c] as number);
  const count = data.length / 4;
  return [(sum[0] as number) / count, (sum[1] as number) / count, (sum[2] as number) / count];
}

/** Paints the hands over what they hold. */
export function paintFront(board: Board, stamp: Stamp): void {
  if (stamp.front) drawTilted(board.ctx, stamp, stamp.front);
}

function drawTilted(ctx: SKRSContext2D, stamp: Stamp, picture: Canvas): void {
  const { x, y, w, h, subject } = stamp;
  ctx.save();
  ctx.translate(x + w / 2, y + h / 2);
  ctx.rotate((subject.tilt * Math.PI) / 180);
  ctx.drawImage(picture, -w / 2, -h / 2, w, h);
  ctx.restore();
}

/** Notes region and detail: all of the subject fine, faces finest. */
function markStamp(board: Board, stamp: Stamp): void {
  const code = codedCopy(stamp.canvas, 'subject', 150);
  const ctx = code.getContext('2d');
  ctx.globalCompositeOperation = 'source-atop';
  for (const [x0, y0, x1, y1] of stamp.detail) {
    ctx.fillStyle = codeOf('subject', 245);
    ctx.fillRect(x0 * code.width, y0 * code.height, (x1 - x0) * code.width, (y1 - y0) * code.height);
  }
  drawTilted(board.map, stamp, code);
}
