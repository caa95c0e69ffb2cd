// What ties a subject to its place: contact and cast shadow, reflection and ripples on water, snow or grass before the feet.
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { adjust, css, mix } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { GroundKind, Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { litColour } from './pixels.js';
import type { Stamp } from './stamp.js';

/** Ground that gives way: it closes over the lowest part of what stands on it. */
const loose = new Set<GroundKind>(['snow', 'sand', 'soil', 'ash', 'mud', 'moon', 'rock']);

/** The material at a height of the picture, null where there is none or where it is paved by a way across. */
function groundUnder(scene: Scene, y: number): GroundKind | null {
  for (const layer of [...scene.layers].reverse()) {
    if (layer.kind !== 'ground') continue;
    if (layer.way?.kind === 'across' && y > layer.way.y0 && y < layer.way.y1) return null;
    return layer.ground;
  }
  return null;
}

/** Parts of the width, fractions, where a silhouette touches the ground: its feet, wheels or whole base. */
export function feetOf(silhouette: Canvas): { from: number; to: number }[] {
  const { width, height } = silhouette;
  const { data } = silhouette.getContext('2d').getImageData(0, 0, width, height);
  const level = Math.floor(height * 0.955);
  const feet: { from: number; to: number }[] = [];
  let open = -1;
  for (let x = 0; x <= width; x += 1) {
    let touches = false;
    for (let y = level; x < width && y < height && !touches; y += 1)
      touches = (data[(y * width + x) * 4 + 3] as number) > 110;
    if (touches && open < 0) open = x;
    if (!touches && open >= 0) {
      feet.push({ from: open / width, to: x / width });
      open = -1;
    }
  }
  return feet;
}

/** Contact shadow under the feet and the long shadow away from the light. */
export function paintShadow(board: Board, scene: Scene, stamp: Stamp, silhouette: Canvas): void {
  const { subject, x, y, w, h } = stamp;
  const { ctx } = board;
  const { shadow, from } = scene.light;
  if (subject.contact === 'air' || subject.contact === 'space' || subject.contact === 'underwater') return;
  if (subject.contact === 'flat') {
    paintLyingShadow(board, scene, stamp, silhouette);
    return;
  }
  const footY = y + h;
  const footX = x + w / 2;
  const scale = subject.contact === 'subject' ? 0.55 : 1;
  ctx.save();
  ctx.globalCompositeOperation = 'multiply';
  if (subject.contact !== 'subject') {
    const cast = castShape(silhouette);
    const behind = from.y > 0 && from.y < 1 && !scene.indoor;
    const away = Math.max(-1, Math.min(1, (footX / board.width - from.x) * 1.6));
    const length = Math.min(1.1, shadow.length * (behind ? 0.34 : 0.28));
    ctx.save();
    ctx.globalAlpha = shadow.opacity * (1 - subject.depth * 0.4);
    // The silhouette is laid flat: toward the viewer when the light stands in the picture, else away behind.
    ctx.transform(1, 0, -away * shadow.length * 0.6, behind ? -length : length, footX, footY - h * 0.012);
    ctx.drawImage(tinted(cast, css(shadow.colour)), -w / 2, -h, w, h);
    ctx.restore();
  }
  ctx.translate(footX, footY - h * 0.008);
  ctx.scale(1, 0.14);
  const reach = w * 0.52 * (0.8 + 0.2 * scale);
  const soft = ctx.createRadialGradient(0, 0, 0, 0, 0, reach);
  soft.addColorStop(0, css(shadow.colour, Math.min(0.7, (shadow.opacity + 0.16) * scale)));
  soft.addColorStop(0.55, css(shadow.colour, shadow.opacity * 0.62 * scale));
  soft.addColorStop(1, css(shadow.colour, 0));
  ctx.fillStyle = soft;
  ctx.fillRect(-reach, -reach, reach * 2, reach * 2);
  ctx.restore();
  paintFeetShade(board, scene, stamp, scale);
}

/** The shadow of what lies on a surface seen from above: its own shape, tight and dark below, wide and soft away from the light. */
function paintLyingShadow(board: Board, scene: Scene, { subject, x, y, w, h }: Stamp, silhouette: Canvas): void {
  const { ctx } = board;
  const { shadow, from } = scene.light;
  const shape = tinted(silhouette, css(shadow.colour));
  const reach = Math.min(board.width, board.height) * 0.02;
  const away = Math.hypot(0.5 - from.x, 0.5 - from.y) || 1;
  ctx.save();
  ctx.globalCompositeOperation = 'multiply';
  for (const [far, blur, alpha] of [
    [0.25, 0.2, 0.5],
    [1, 0.7, 0.42],
  ] as const) {
    ctx.save();
    ctx.globalAlpha = alpha;
    ctx.filter = `blur(${Math.max(1, reach * blur)}px)`;
    ctx.translate(x + w / 2 + ((0.5 - from.x) / away) * reach * far, y + h / 2 + ((0.5 - from.y) / away) * reach * far);
    ctx.rotate((subject.tilt * Math.PI) / 180);
    ctx.drawImage(shape, -w / 2, -h / 2, w, h);
    ctx.restore();
  }
  ctx.filter = 'none';
  ctx.restore();
}

/** A tight dark spot where each foot meets the ground. */
function paintFeetShade({ ctx }: Board, scene: Scene, { x, y, w, h, feet }: Stamp, strength: number): void {
  const { shadow } = scene.light;
  for (const { from, to } of feet) {
    const reach = Math.max(w * 0.03, ((to - from) * w) / 2) * 1.25;
    ctx.save();
    ctx.translate(x + ((from + to) / 2) * w, y + h - h * 0.006);
    ctx.scale(1, Math.min(0.3, (h * 0.035) / reach));
    const spot = ctx.createRadialGradient(0, 0, reach * 0.2, 0, 0, reach);
    spot.addColorStop(0, css(shadow.colour, Math.min(0.75, 0.25 + shadow.opacity) * strength));
    spot.addColorStop(1, css(shadow.colour, 0));
    ctx.fillStyle = spot;
    ctx.fillRect(-reach, -reach, reach * 2, reach * 2);
    ctx.restore();
  }
}

/** The silhouette softened and thinning toward the head. */
function castShape(silhouette: Canvas): Canvas {
  const small = createCanvas(
    Math.max(1, Math.round(silhouette.width / 3)),
    Math.max(1, Math.round(silhouette.height / 3)),
  );
  const own = small.getContext('2d');
  own.filter = 'blur(1.2px)';
  own.drawImage(silhouette, 0, 0, small.width, small.height);
  own.filter = 'none';
  own.globalCompositeOperation = 'destination-in';
  const fade = own.createLinearGradient(0, small.height, 0, 0);
  fade.addColorStop(0, 'rgba(0,0,0,0.95)');
  fade.addColorStop(1, 'rgba(0,0,0,0.25)');
  own.fillStyle = fade;
  own.fillRect(0, 0, small.width, small.height);
  return small;
}

function tinted(shape: Canvas, colour: string): Canvas {
  const copy = createCanvas(shape.width, shape.height);
  const own = copy.getContext('2d');
  own.drawImage(shape, 0, 0);
  own.globalCompositeOperation = 'source-in';
  own.fillStyle = colour;
  own.fillRect(0, 0, copy.width, copy.height);
  return copy;
}

/** The mirror image on water, cut into strips that waves shift, fading downward; called before the subject is drawn. */
export function paintReflection(board: Board, scene: Scene, stamp: Stamp): void {
  const { canvas, x, y, w, h, subject } = stamp;
  const { ctx } = board;
  const random = createRandom(subject.seed, 651);
  const line = y + h * 0.955;
  const strips = Math.max(12, Math.min(90, Math.round(h / 5)));
  const thick = h / strips;
  const phase = random.between(0, 6);
  for (let i = 0; i < strips; i += 1) {
    const t = i / strips;
    const fade = 0.5 * (1 - t) ** 1.1;
    const sway = Math.sin(i * 0.9 + phase) * w * 0.012 * (0.4 + t * 2.2) + random.bell() * w * 0.006;
    const source = canvas.height * (0.955 - t * 0.955);
    ctx.globalAlpha = fade;
    ctx.drawImage(
      canvas,
      0,
      Math.max(0, source - canvas.height / strips),
      canvas.width,
      canvas.height / strips,
      x + sway,
      line + i * thick * 0.8,
      w,
      thick * 0.8 + 0.7,
    );
  }
  ctx.globalAlpha = 1;
  ctx.save();
  ctx.translate(x + w / 2, line + h * 0.015);
  ctx.scale(1, 0.1);
  const dark = ctx.createRadialGradient(0, 0, 0, 0, 0, w * 0.56);
  dark.addColorStop(0, css(scene.light.shadow.colour, 0.5));
  dark.addColorStop(1, css(scene.light.shadow.colour, 0));
  ctx.fillStyle = dark;
  ctx.fillRect(-w, -w, w * 2, w * 2);
  ctx.restore();
}

/** What comes before the feet once the subject is drawn: ripples, drifted snow, blades of grass. */
export function paintFooting(board: Board, scene: Scene, stamp: Stamp): void {
  const { subject } = stamp;
  if (subject.contact === 'water') {
    paintRipples(board, scene, stamp);
    return;
  }
  if (subject.contact !== 'ground') return;
  const ground = groundUnder(scene, (stamp.y + stamp.h) / board.height);
  if (ground !== null && loose.has(ground)) paintDrift(board, stamp);
  else if (ground === 'grass' || ground === 'dry-grass' || ground === 'forest-floor' || ground === 'field-rows')
    paintTufts(board, stamp);
}

function paintRipples(board: Board, scene: Scene, { x, y, w, h, subject }: Stamp): void {
  const { ctx } = board;
  const random = createRandom(subject.seed, 652);
  const line = y + h * 0.955;
  const bright = mix(scene.light.haze, [255, 255, 255], scene.light.dark ? 0.25 : 0.6);
  const layer = scene.layers.find((each) => each.kind === 'water');
  const water = litColour(layer?.kind === 'water' ? layer.colour : [50, 110, 150], scene.light, 0.4);
  // Water closes over the lowest part of the hull.
  ctx.save();
  ctx.fillStyle = css(mix(water, scene.light.haze, 0.2), 0.72);
  ctx.beginPath();
  ctx.ellipse(x + w / 2, y + h + h * 0.012, w * 0.47, h * 0.052, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.lineCap = 'round';
  for (let i = 0; i < 9; i += 1) {
    const wide = w * random.between(0.14, 0.3);
    const cx = x + w / 2 + random.bell() * w * 0.55;
    const cy = line + random.between(-0.005, 0.09) * h;
    ctx.strokeStyle = css(bright, random.between(0.25, 0.6));
    ctx.lineWidth = Math.max(1, h * 0.007);
    ctx.beginPath();
    ctx.moveTo(cx - wide / 2, cy);
    ctx.quadraticCurveTo(cx, cy + h * random.between(0.008, 0.022), cx + wide / 2, cy);
    ctx.stroke();
  }
  ctx.restore();
}

/** Snow drifted over each foot, in the colour of the snow that lies there. */
function paintDrift(board: Board, { x, y, w, h, subject, feet, under }: Stamp): void {
  const { ctx } = board;
  const random = createRandom(subject.seed, 653);
  const deep = Math.min(h * 0.024, w * 0.04);
  for (const { from, to } of feet) {
    const wide = Math.max(deep, (to - from) * w);
    const middle = x + ((from + to) / 2) * w;
    for (let i = 0; i < 9; i += 1) {
      const cx = middle + random.bell() * wide * 0.75;
      const r = Math.max(deep * 1.2, wide * random.between(0.22, 0.4));
      ctx.save();
      ctx.translate(cx, y + h + deep * 0.5);
      ctx.scale(1, (deep * random.between(0.8, 1.3)) / r);
      const heap = ctx.createRadialGradient(0, 0, r * 0.3, 0, 0, r);
      const tone = adjust(under, random.between(-0.02, 0.03));
      heap.addColorStop(0, css(tone));
      heap.addColorStop(0.55, css(tone, 0.8));
      heap.addColorStop(1, css(tone, 0));
      ctx.fillStyle = heap;
      ctx.fillRect(-r, -r, r * 2, r * 2);
      ctx.restore();
    }
  }
}

/** Blades of grass before each foot, a few between them, in the colours of the ground there. */
function paintTufts(board: Board, { x, y, w, h, subject, feet, under }: Stamp): void {
  const { ctx } = board;
  const random = createRandom(subject.seed, 654);
  const tall = Math.min(h * 0.085, w * 0.16, board.height * 0.032);
  const tufts: number[] = [];
  for (const { from, to } of feet) {
    const count = Math.max(9, Math.round(((to - from) * w) / Math.max(1.2, tall * 0.1)));
    for (let i = 0; i < count; i += 1) tufts.push(from + (to - from) * random.between(-0.25, 1.25));
  }
  for (let i = 0; i < 14; i += 1) tufts.push(random.between(-0.05, 1.05));
  for (const t of tufts) {
    const px = x + w * t;
    const py = y + h + tall * random.between(-0.02, 0.3);
    const up = tall * random.between(0.4, 1);
    const bend = random.bell() * up * 0.6;
    ctx.fillStyle = css(adjust(under, random.between(-0.13, 0.09)));
    ctx.beginPath();
    ctx.moveTo(px - up * 0.07, py);
    ctx.quadraticCurveTo(px, py - up * 0.6, px + bend, py - up);
    ctx.quadraticCurveTo(px + up * 0.08, py - up * 0.5, px + up * 0.08, py);
    ctx.fill();
  }
}
