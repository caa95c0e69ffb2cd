// Under water and in space: light that comes from above in shafts, caustics on the sea bed; stars, nebulae, planets.
import { css, mix, type Rgb } from '../scene/colour.js';
import { createRandom } from '../scene/random.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, mark } from './board.js';
import { ditherAt, ridgedNoise, roughNoise, sample, smooth, softNoise } from './noise.js';
import { createRaster, drawRaster } from './pixels.js';

/** Sea from just below the surface to the sandy bed. */
export function paintUnderwater(board: Board, scene: Scene, layer: Extract<Layer, { kind: 'underwater' }>): void {
  const { width, height, ctx } = board;
  const random = createRandom(layer.seed, 691);
  const raster = createRaster(width, height);
  const { data } = raster;
  const ridged = ridgedNoise();
  const soft = softNoise();
  const rough = roughNoise();
  const night = scene.light.dark ? 0.5 : 1;
  const shallow = mix(layer.colour, [214, 250, 246], 0.45);
  const bed = layer.bed * height;
  const sunX = width * random.between(0.32, 0.68);
  const ox = random.between(0, 500);
  const unit = 1024 / Math.max(width, height);
  const sand: Rgb = mix([206, 200, 160], layer.colour, 0.5);
  for (let y = 0; y < height; y += 1) {
    const fy = y / height;
    for (let x = 0; x < width; x += 1) {
      const hill = bed + sample(soft, x * 0.13 * unit + ox, 40) * height * 0.022;
      const open = Math.exp(-(((x - sunX) / (width * 0.42)) ** 2)) * (1 - fy) ** 1.1;
      let r: number;
      let g: number;
      let b: number;
      if (y < hill) {
        const depth = smooth(0, 1, Math.min(1, fy / layer.bed) * 1.02);
        r = layer.colour[0] + (layer.deep[0] - layer.colour[0]) * depth;
        g = layer.colour[1] + (layer.deep[1] - layer.colour[1]) * depth;
        b = layer.colour[2] + (layer.deep[2] - layer.colour[2]) * depth;
        // Shafts fan out from where the sun stands above the surface.
        const angle = (x - sunX) / (y + height * 0.5);
        const shaft =
          smooth(
            0.15,
            0.75,
            sample(soft, angle * 260 + ox, 77) * 0.6 + sample(soft, angle * 760 + ox, 120) * 0.4 + 0.3,
          ) *
          (1 - fy * 0.95) *
          0.3;
        const power = Math.min(0.85, open * 0.6 + shaft * (0.45 + open));
        r += (shallow[0] - r) * power;
        g += (shallow[1] - g) * power;
        b += (shallow[2] - b) * power;
        // The surface seen from below glitters.
        if (fy < 0.16) {
          const z = 1 / (fy + 0.03);
          const crest =
            smooth(0.3, 0.75, sample(ridged, (x - width / 2) * z * 0.02 * unit + ox, z * 9)) * (1 - fy / 0.16);
          r += (236 - r) * crest * 0.7;
          g += (255 - g) * crest * 0.7;
          b += (252 - b) * crest * 0.7;
        }
      } else {
        const t = (y - hill) / Math.max(1, height - hill);
        const z = 1 / (0.3 + t);
        const u = (x - width / 2) * z * 0.5 * unit;
        const web = sample(ridged, u * 0.9 + ox, z * 60 + ox);
        const caustic = smooth(0.42, 0.9, web) * (0.34 + 0.4 * t);
        const grain = sample(rough, u * 4, z * 160) * 0.07 * t;
        const shade = 0.5 + 0.34 * t + grain + sample(soft, u * 0.6, z * 50) * 0.1;
        const murk = (1 - t) * 0.7;
        r = sand[0] * shade + caustic * 70;
        g = sand[1] * shade + caustic * 80;
        b = sand[2] * shade + caustic * 70;
        r += (layer.deep[0] + 14 - r) * murk;
        g += (layer.deep[1] + 26 - g) * murk;
        b += (layer.deep[2] + 30 - b) * murk;
      }
      const at = (y * width + x) * 4;
      const d = ditherAt(x, y);
      data[at] = r * night + d;
      data[at + 1] = g * night + d;
      data[at + 2] = b * (night + (1 - night) * 0.3) + d;
      data[at + 3] = 255;
    }
  }
  drawRaster(ctx, raster, 0, 0);
  mark(board, 'water', 10, (map) => map.fillRect(0, 0, width, height));
  mark(board, 'ground', 40, (map) => map.fillRect(0, bed, width, height - bed));
}

/** Deep space: nebulae by noise, stars by a power law, perhaps a planet. */
export function paintSpace(board: Board, layer: Extract<Layer, { kind: 'space' }>): void {
  const { width, height, ctx } = board;
  const random = createRandom(layer.seed, 692);
  const w = Math.ceil(width / 2);
  const h = Math.ceil(height / 2);
  const raster = createRaster(w, h);
  const soft = softNoise();
  const ridged = ridgedNoise();
  const ox = random.between(0, 500);
  const oy = random.between(0, 500);
  const unit = 512 / Math.max(w, h);
  const first = layer.nebula[0] ?? [120, 60, 180];
  const second = layer.nebula[1] ?? [40, 90, 200];
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const u = x * unit * 0.42 + ox;
      const v = y * unit * 0.42 + oy;
      const bend = sample(soft, u * 0.7 + 90, v * 0.7) * 26;
      const cloud = smooth(-0.2, 0.75, sample(soft, u + bend, v - bend));
      const other = smooth(0, 0.8, sample(soft, u * 0.8 + 211 - bend, v * 0.8 + 59));
      const veins = sample(ridged, u * 0.7 + bend, v * 0.7 + 130) * cloud;
      const at = (y * w + x) * 4;
      const d = ditherAt(x, y);
      for (let c = 0; c < 3; c += 1) {
        const deep = c === 2 ? 24 : c === 1 ? 9 : 10;
        const glow =
          (first[c] as number) * cloud * 0.52 +
          (second[c] as number) * other * 0.4 +
          veins * ((first[c] as number) * 0.3 + 40);
        raster.data[at + c] = deep + glow * 0.86 + d;
      }
      raster.data[at + 3] = 255;
    }
  }
  drawRaster(ctx, raster, 0, 0, w * 2, h * 2);
  mark(board, 'sky', 0, (map) => map.fillRect(0, 0, width, height));
  const scale = Math.min(width, height) / 1024;
  for (let i = 0; i < 900; i += 1) {
    const rank = random.next() ** 8;
    const size = (0.5 + rank * 1.9) * scale;
    const x = random.next() * width;
    const y = random.next() * height;
    ctx.fillStyle = css(
      random.pick<Rgb>([
        [255, 255, 255],
        [206, 222, 255],
        [255, 232, 206],
      ]),
      0.3 + rank * 0.7,
    );
    ctx.beginPath();
    ctx.arc(x, y, size, 0, Math.PI * 2);
    ctx.fill();
    if (rank > 0.6) {
      const glow = ctx.createRadialGradient(x, y, 0, x, y, size * 8);
      glow.addColorStop(0, 'rgba(226,234,255,0.5)');
      glow.addColorStop(1, 'rgba(226,234,255,0)');
      ctx.fillStyle = glow;
      ctx.fillRect(x - size * 8, y - size * 8, size * 16, size * 16);
    }
  }
  if (layer.planet) paintPlanet(board, layer.planet, random.between(0, 500));
}

/** A shaded ball with cloud bands, an air rim and perhaps rings. */
export function paintPlanet(
  board: Board,
  planet: { x: number; y: number; size: number; colour: Rgb; rings: boolean },
  offset: number,
): void {
  const { ctx } = board;
  const radius = planet.size * Math.min(board.width, board.height);
  const x = planet.x * board.width;
  const y = planet.y * board.height;
  const size = Math.ceil(radius * 2) + 4;
  const raster = createRaster(size, size);
  const noise = softNoise();
  const other = mix(planet.colour, [250, 240, 226], 0.5);
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      const dx = (px + 0.5 - size / 2) / radius;
      const dy = (py + 0.5 - size / 2) / radius;
      const r2 = dx * dx + dy * dy;
      if (r2 > 1.02) continue;
      const dz = Math.sqrt(Math.max(0, 1 - r2));
      const band =
        sample(noise, Math.atan2(dx, dz) * 30 + offset, dy * 120 + offset) * 0.4 +
        0.5 * sample(noise, 9, dy * 80 + offset);
      const t = smooth(-0.5, 0.5, band);
      const light = Math.max(0, dx * -0.55 + dy * -0.45 + dz * 0.7) * 1.05 + 0.04;
      const rim = (1 - dz) ** 3 * 0.5 * Math.max(0, light + 0.1);
      const at = (py * size + px) * 4;
      for (let c = 0; c < 3; c += 1)
        raster.data[at + c] =
          ((planet.colour[c] as number) * (1 - t) + (other[c] as number) * t) * light + rim * 160 + ditherAt(px, py);
      raster.data[at + 3] = 255 * smooth(1.01, 1 - 2.4 / radius, Math.sqrt(r2));
    }
  }
  const ring = (front: boolean): void => {
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(-0.32);
    for (let i = 0; i < 7; i += 1) {
      ctx.strokeStyle = css(mix(other, planet.colour, i / 8), 0.5 - i * 0.04);
      ctx.lineWidth = radius * 0.05;
      ctx.beginPath();
      ctx.ellipse(
        0,
        0,
        radius * (1.36 + i * 0.09),
        radius * (0.3 + i * 0.02),
        0,
        front ? 0 : Math.PI,
        front ? Math.PI : Math.PI * 2,
      );
      ctx.stroke();
    }
    ctx.restore();
  };
  if (planet.rings) ring(false);
  drawRaster(ctx, raster, x - size / 2, y - size / 2);
  if (planet.rings) ring(true);
  mark(board, 'far', 60, (map) => {
    map.beginPath();
    map.arc(x, y, radius, 0, Math.PI * 2);
    map.fill();
  });
}
