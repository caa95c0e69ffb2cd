// Surfaces that things lie or stand on, seen from above: planks, veined stone and woven cloth, as a share of dark in the albedo.
import { css, mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene, SurfaceKind } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import { ditherAt, roughNoise, sample, smooth, softNoise } from './noise.js';
import { createRaster, placeRaster, type Ramp, rampIndex, rampOf } from './pixels.js';

/** Grain at a point of a surface: `u` across and `v` along, in heights of the picture. */
export interface Grain {
  /** Share of the dark tone, 0–1. */
  dark: number;
  /** Change of the light that falls on it, about −0.1…0.1. */
  light: number;
}

const still: Grain = { dark: 0, light: 0 };

/** The grain of a material; `planks` a unit of width, `shift` its place in the noise. Reuses one object: read it at once. */
export function grainOf(kind: SurfaceKind, planks: number, shift: number): (u: number, v: number) => Grain {
  const soft = softNoise();
  const rough = roughNoise();
  const grain = { ...still };
  if (kind === 'wood')
    return (u, v) => {
      const across = u * planks + 50;
      const plank = Math.floor(across);
      const off = Math.abs(across - plank - 0.5);
      const seam = off < 0.47 ? 0 : smooth(0, 0.03, off - 0.47);
      const own = plank * 37;
      const wave = sample(soft, u * 260 + own + shift, v * 22 + own);
      const streak = sample(rough, u * 520 + own, v * 30);
      const ring = Math.abs((wave * 3.2 + streak * 0.5) % 1);
      grain.dark = Math.min(0.8, ring * 0.3 + seam * 0.7);
      grain.light = streak * 0.08 + ((plank * 53) % 7) * 0.012;
      return grain;
    };
  if (kind === 'stone')
    return (u, v) => {
      const cloud = sample(soft, u * 70 + shift, v * 70);
      // Veins run where a slow field crosses zero.
      const field = sample(soft, u * 46 + v * 22 + shift, v * 38 - u * 14) + cloud * 0.35;
      const vein = Math.max(0, 1 - Math.abs(field) * 16);
      grain.dark = Math.max(0, cloud) * 0.12 + vein * 0.3;
      grain.light = cloud * 0.03;
      return grain;
    };
  return (u, v) => {
    const weave = Math.sin(u * 900) * 0.5 + Math.sin(v * 900) * 0.5;
    const fold = sample(soft, u * 24 + shift, v * 24);
    grain.dark = 0.12 + weave * 0.05 + sample(rough, u * 380, v * 380) * 0.05;
    grain.light = fold * 0.07;
    return grain;
  };
}

/** The tone of grain, seams and veins on an albedo. */
export function darkTone(kind: SurfaceKind, albedo: Rgb): Rgb {
  return kind === 'wood' ? mix(albedo, [50, 28, 18], 0.45) : mix(albedo, [60, 62, 72], 0.4);
}

/** Sets one pixel from two ramps. */
export function setMixed(
  data: Uint8ClampedArray,
  at: number,
  ramps: readonly [Ramp, Ramp],
  lambert: number,
  share: number,
  dither: number,
): void {
  const i = rampIndex(lambert);
  const [ramp, dark] = ramps;
  for (let c = 0; c < 3; c += 1)
    data[at + c] = (ramp[i + c] as number) + ((dark[i + c] as number) - (ramp[i + c] as number)) * share + dither;
  data[at + 3] = 255;
}

/** The whole picture as a surface from straight above, brighter toward the light, with the light of a window on it. */
export function paintSurface(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'surface' }>): void {
  const { width, height } = board;
  const random = createRandom(layer.seed, 683);
  const raster = createRaster(width, height);
  const ramps = [
    rampOf(layer.albedo, scene.light),
    rampOf(darkTone(layer.surface, layer.albedo), scene.light),
  ] as const;
  const grainAt = grainOf(layer.surface, random.whole(4, 6), random.between(0, 500));
  const { x: lx, y: ly } = scene.light.from;
  for (let y = 0; y < height; y += 1) {
    const v = y / height;
    for (let x = 0; x < width; x += 1) {
      const { dark, light } = grainAt(x / height, v);
      const far = Math.hypot(x / width - lx, v - ly);
      setMixed(raster.data, (y * width + x) * 4, ramps, 0.86 - far * 0.42 + light, dark, ditherAt(x, y));
    }
  }
  placeRaster(board.ctx, raster, 0, 0);
  mark(board, 'ground', 40, (map) => map.fillRect(0, 0, width, height));
  paintWindowLight(board, scene, random.between(-0.1, 0.1));
}

/** Four bright panes, slanting away from the light, soft at their edges. */
function paintWindowLight({ ctx, width, height }: Board, scene: Scene, shift: number): void {
  const right = scene.light.from.x < 0.5 ? 1 : -1;
  const size = Math.max(width, height);
  ctx.save();
  ctx.translate(width * (0.5 - right * 0.12 + shift), height * 0.34);
  ctx.transform(right, 0.42, right * 0.16, 1, 0, 0);
  ctx.globalCompositeOperation = 'soft-light';
  ctx.filter = `blur(${Math.max(3, size * 0.014)}px)`;
  ctx.fillStyle = css([255, 244, 214], scene.light.dark ? 0.25 : 0.6);
  for (const column of [0, 1])
    for (const row of [0, 1])
      ctx.fillRect(size * (-0.3 + column * 0.29), size * (-0.34 + row * 0.36), size * 0.26, size * 0.33);
  ctx.filter = 'none';
  ctx.restore();
}

/** Puts all that was painted so far out of focus; `radius` is a share of the longer side. */
export function paintSoften(board: Board, _scene: Scene, layer: Extract<Layer, { kind: 'soften' }>): void {
  const { ctx, canvas, width, height } = board;
  const radius = layer.radius * Math.max(width, height);
  // A blurred picture fades at its edges: drawn a little larger, the fade falls outside.
  const over = radius * 2.5;
  ctx.save();
  ctx.filter = `blur(${radius}px)`;
  ctx.drawImage(canvas, -over, -over, width + over * 2, height + over * 2);
  ctx.filter = 'none';
  ctx.restore();
}
