// What ties a subject to its place: contact and cast shadow, reflection and ripples on water, snow or grass before the feet.
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { css, mix } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { GroundKind, Scene } from '../scene/scene.js';
import type { Board } from './board.js';
import { litColour, seenColour } from './pixels.js';
import type { Stamp } from './subjects.js';

/** The ground material under the subjects, null where there is none. */
export function groundOf(scene: Scene): GroundKind | null {
  for (const layer of [...scene.layers].reverse()) if (layer.kind === 'ground') return layer.ground;
  return null;
}

/** Contact shadow under the feet and the long shadow away from the light. */
export function paintShadow(board: Board, scene: Scene, stamp: Stamp, silhouette: Canvas): void {
  const { subject, x, y, w, h } = stamp;
  const { ctx } = board;
  const { shadow, from } = scene.light;
  if (subject.contact === 'air' || subject.contact === 'space' || subject.contact === 'underwater') return;
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
  const ground = groundOf(scene);
  if (ground === 'snow') paintDrift(board, scene, stamp);
  else if (ground === 'grass' || ground === 'dry-grass' || ground === 'forest-floor' || ground === 'field-rows')
    paintTufts(board, scene, stamp, ground);
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

function paintDrift(board: Board, scene: Scene, { x, y, w, h, subject }: Stamp): void {
  const { ctx } = board;
  const random = createRandom(subject.seed, 653);
  const deep = Math.min(h * 0.05, w * 0.08);
  for (let i = 0; i < 13; i += 1) {
    const t = (i + random.next()) / 13;
    const lambert = 0.5 + (scene.light.from.x > 0.5 ? t : 1 - t) * 0.3 + random.between(-0.08, 0.08);
    ctx.fillStyle = css(seenColour([238, 243, 250], scene.light, lambert, subject.depth * 0.6), 0.92);
    ctx.beginPath();
    ctx.ellipse(
      x + w * (0.06 + t * 0.88),
      y + h + deep * 0.35,
      w * random.between(0.06, 0.12),
      deep * random.between(0.5, 1.05),
      0,
      0,
      Math.PI * 2,
    );
    ctx.fill();
  }
}

function paintTufts(board: Board, scene: Scene, { x, y, w, h, subject }: Stamp, ground: GroundKind): void {
  const { ctx } = board;
  const random = createRandom(subject.seed, 654);
  const layer = scene.layers.find((each) => each.kind === 'ground' && each.ground === ground);
  const albedo =
    layer?.kind === 'ground'
      ? mix(
          layer.tint ? mix(layer.albedo, layer.tint, 0.75) : layer.albedo,
          [70, 112, 44],
          ground === 'grass' ? 0.3 : 0.12,
        )
      : ([96, 130, 60] as const);
  const tall = Math.min(h * 0.09, w * 0.16, board.height * 0.035);
  const count = Math.max(10, Math.round(w / Math.max(2, tall * 0.16)));
  for (let i = 0; i < count; i += 1) {
    const t = random.next();
    const px = x + w * (-0.04 + t * 1.08);
    const py = y + h + tall * random.between(-0.05, 0.35);
    const up = tall * random.between(0.4, 1);
    const bend = random.bell() * up * 0.6;
    ctx.fillStyle = css(seenColour(albedo, scene.light, random.between(0.12, 0.9), subject.depth * 0.6));
    ctx.beginPath();
    ctx.moveTo(px - up * 0.07, py);
    ctx.quadraticCurveTo(px, py - up * 0.6, px + bend, py - up);
    ctx.quadraticCurveTo(px + up * 0.08, py - up * 0.5, px + up * 0.08, py);
    ctx.fill();
  }
}
