// Brings flat artwork into the scene's light: tint of the hour, a lit and a shaded side, a rim toward sun or moon, haze by depth.
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { css, type Rgb, toSrgb } from '../scene/colour.js';
import type { Light, PlacedSubject, Scene } from '../scene/scene.js';
import { hazeAt } from './pixels.js';

/** Widest side of a silhouette: shadows and masks are soft, so small is enough. */
const silhouetteSize = 220;

/** The black shape of a picture, small. */
export function silhouetteOf(picture: Canvas): Canvas {
  const scale = Math.min(1, silhouetteSize / Math.max(picture.width, picture.height));
  const shape = createCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const ctx = shape.getContext('2d');
  ctx.drawImage(picture, 0, 0, shape.width, shape.height);
  ctx.globalCompositeOperation = 'source-in';
  ctx.fillStyle = '#000';
  ctx.fillRect(0, 0, shape.width, shape.height);
  return shape;
}

/** What white looks like in this light, sRGB; never so dark that a subject is lost. */
export function tintOf(light: Light): Rgb {
  const one = (channel: 0 | 1 | 2): number =>
    Math.max(light.dark ? 134 : 120, toSrgb((light.ambient[channel] + light.key[channel] * 0.62) / 0.98));
  const raw: Rgb = [one(0), one(1), one(2)];
  // A pure multiply would turn yellow green at night: the tint keeps half of its colour.
  const grey = raw[0] * 0.3 + raw[1] * 0.59 + raw[2] * 0.11;
  const keep = light.dark ? 0.5 : 0.8;
  return [grey + (raw[0] - grey) * keep, grey + (raw[1] - grey) * keep, grey + (raw[2] - grey) * keep];
}

/** Returns a lit copy of the artwork. */
export function lightUp(picture: Canvas, scene: Scene, subject: PlacedSubject): Canvas {
  const { light } = scene;
  const { width, height } = picture;
  const lit = createCanvas(width, height);
  const ctx = lit.getContext('2d');
  ctx.drawImage(picture, 0, 0);
  ctx.globalCompositeOperation = 'source-atop';
  shadeSides(ctx, width, height, scene, subject);
  ctx.globalCompositeOperation = 'multiply';
  ctx.fillStyle = css(tintOf(light));
  ctx.fillRect(0, 0, width, height);
  // Multiply also fills what was transparent: cut back to the shape.
  ctx.globalCompositeOperation = 'destination-in';
  ctx.drawImage(picture, 0, 0);
  paintRim(ctx, picture, scene, subject);
  const haze = hazeAt(light, subject.depth * 0.75) * 0.65;
  if (haze > 0.01) {
    ctx.globalCompositeOperation = 'source-atop';
    ctx.fillStyle = css(light.haze, haze);
    ctx.fillRect(0, 0, width, height);
  }
  return lit;
}

/** Direction from the subject toward the light in the picture plane, unit length. */
function towardLight(scene: Scene, subject: PlacedSubject): { x: number; y: number } {
  const x = scene.light.from.x - (subject.box[0] + subject.box[2]) / 2;
  const y = Math.min(-0.12, scene.light.from.y - (subject.box[1] + subject.box[3]) / 2);
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

type Context = ReturnType<Canvas['getContext']>;

/** Lighter toward the light, darker away from it and near the ground. */
function shadeSides(ctx: Context, width: number, height: number, scene: Scene, subject: PlacedSubject): void {
  const { light } = scene;
  const toward = towardLight(scene, subject);
  const reach = Math.max(width, height) * 0.55;
  const cx = width / 2;
  const cy = height / 2;
  const side = ctx.createLinearGradient(
    cx + toward.x * reach,
    cy + toward.y * reach,
    cx - toward.x * reach,
    cy - toward.y * reach,
  );
  const key: Rgb = [toSrgb(light.key[0]), toSrgb(light.key[1]), toSrgb(light.key[2])];
  const strength = Math.min(1, (light.key[0] + light.key[1] + light.key[2]) / 2.4);
  side.addColorStop(0, css(key, 0.34 * strength));
  side.addColorStop(0.42, css(key, 0.04));
  side.addColorStop(0.58, css(light.shadow.colour, 0.03));
  side.addColorStop(1, css(light.shadow.colour, 0.42));
  ctx.fillStyle = side;
  ctx.fillRect(0, 0, width, height);
  if (subject.contact === 'ground' || subject.contact === 'floor' || subject.contact === 'water') {
    const foot = ctx.createLinearGradient(0, height * 0.62, 0, height);
    foot.addColorStop(0, css(light.shadow.colour, 0));
    foot.addColorStop(1, css(light.shadow.colour, 0.34));
    ctx.fillStyle = foot;
    ctx.fillRect(0, height * 0.62, width, height * 0.38);
  }
}

/** A thin bright edge on the side of the light: what the shape has and its copy, shifted away, has not. */
function paintRim(ctx: Context, picture: Canvas, scene: Scene, subject: PlacedSubject): void {
  const { light } = scene;
  const { width, height } = picture;
  const shape = silhouetteOf(picture);
  const toward = towardLight(scene, subject);
  const shift = Math.max(1, Math.min(shape.width, shape.height) * 0.022);
  const rim = createCanvas(shape.width, shape.height);
  const own = rim.getContext('2d');
  own.drawImage(shape, 0, 0);
  own.globalCompositeOperation = 'source-in';
  const glow = scene.sky && !scene.indoor ? scene.sky.glow.colour : ([255, 236, 204] as Rgb);
  own.fillStyle = css(glow);
  own.fillRect(0, 0, rim.width, rim.height);
  own.globalCompositeOperation = 'destination-out';
  own.drawImage(shape, -toward.x * shift, -toward.y * shift);
  const strong = scene.sky?.sun || scene.sky?.moon ? 0.62 : 0.32;
  ctx.globalCompositeOperation = 'source-atop';
  ctx.globalAlpha = strong * Math.min(1, 0.45 + (light.key[0] + light.key[1]) * 0.35);
  ctx.drawImage(rim, 0, 0, width, height);
  ctx.globalAlpha = 1;
}
