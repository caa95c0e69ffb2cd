// How long a picture takes, against encoding the same picture as PNG with sharp (its defaults) in the same run.
//   node bench/illustrator.mjs [rounds]      default 5
// CPU time of the process, not the clock: other work on the machine does not count. Every round paints each style once and
// encodes its picture once, in turn; the figure is the median of the rounds' ratios.
import sharp from 'sharp';
import { illustrate } from '../packages/illustrator/dist/src/index.js';
import { build } from '../scripts/build.mjs';

const rounds = Number(process.argv[2] ?? 5);
const side = 1024;
const scene = 'a red fox in the snow at sunset';
const styles = {
  'soft light': ['', 3],
  oil: ['oil painting', 10],
  'Van Gogh': ['Van Gogh style', 10],
  impressionist: ['impressionist', 10],
  watercolour: ['watercolour', 10],
  'ink wash': ['ink wash painting', 10],
  gongbi: ['gongbi', 10],
  'paper-cut': ['paper-cut', 10],
  'ukiyo-e': ['ukiyo-e', 10],
  pencil: ['pencil sketch', 10],
  charcoal: ['charcoal drawing', 10],
  'line art': ['line art', 10],
  comic: ['comic', 10],
  'pixel art': ['pixel art', 10],
  'low poly': ['low poly', 10],
  'stained glass': ['stained glass', 10],
  felt: ['felt', 10],
  neon: ['neon style', 10],
};

/** CPU ms that `work` takes in this process, all its threads, and what it gives. */
async function timed(work) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpuMs: (user + system) / 1000 };
}

const paint = (prompt, pixels, seed) =>
  illustrate({ prompt, width: pixels, height: pixels, seed, format: 'png', metadata: false });
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

await build();
const ratios = Object.fromEntries(Object.keys(styles).map((name) => [name, []]));
const costs = Object.fromEntries(Object.keys(styles).map((name) => [name, []]));
const growth = [];
for (const [words] of Object.values(styles)) await paint(`${scene}, ${words}`, 256, 1);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, [words]] of Object.entries(styles)) {
    const painted = await timed(() => paint(`${scene}, ${words}`, side, round));
    const raw = await sharp(painted.value.bytes).raw().toBuffer({ resolveWithObject: true });
    const encoded = await timed(() => sharp(raw.data, { raw: raw.info }).png().toBuffer());
    ratios[name].push(painted.cpuMs / encoded.cpuMs);
    costs[name].push([painted.cpuMs, encoded.cpuMs]);
  }
  const one = await timed(() => paint(scene, side, round));
  const two = await timed(() => paint(scene, side * 2, round));
  growth.push(two.cpuMs / one.cpuMs);
}
console.log('style           paint + encode ÷ encode   bound   CPU ms (paint + encode, encode)');
for (const [name, [, bound]] of Object.entries(styles)) {
  const ratio = median(ratios[name]);
  const [whole, encode] = [0, 1].map((at) =>
    median(costs[name].map((pair) => pair[at]))
      .toFixed(0)
      .padStart(6),
  );
  console.log(
    `${name.padEnd(16)}${ratio.toFixed(2).padStart(10)}${`≤ ${bound}`.padStart(22)}   ${whole}${encode}${ratio > bound ? '   over' : ''}`,
  );
}
console.log(`2k ÷ 1k, soft light: ${median(growth).toFixed(2)} (≤ 4.5)`);
console.log(
  `peak resident memory of this one painting thread: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
);
