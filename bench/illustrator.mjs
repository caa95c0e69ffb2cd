// How long a picture takes, against encoding the same picture as PNG with sharp (its defaults) in the same run.
//   node bench/illustrator.mjs [rounds [style…]]      default 5 rounds of every style; with styles named, only those and nothing else
// CPU time of the process, not the clock: other work on the machine does not count. Every round paints each style once and
// encodes its picture once, in turn; the figure is the median of the rounds' ratios. Flat pictures (pixel art, line art) cost
// next to nothing to encode, so each style is also set against encoding the soft-light picture of its round.
// Then: 2k against 1k; nine pictures by two threads against one (by the clock: quiet machines only); a painting thread's
// memory over that of its process before, and its start.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { createPainters, illustrate } from '../packages/illustrator/dist/src/index.js';
import { build } from '../scripts/build.mjs';

const rounds = Number(process.argv[2] ?? 5);
const wanted = process.argv.slice(3);
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
for (const name of Object.keys(styles)) if (wanted.length > 0 && !wanted.includes(name)) delete styles[name];
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
  if (wanted.length > 0) continue;
  const one = await timed(() => paint(scene, side, round));
  const two = await timed(() => paint(scene, side * 2, round));
  growth.push(two.cpuMs / one.cpuMs);
}
console.log(
  'style           paint + encode ÷ encode   bound   ÷ encode of soft light   CPU ms (paint + encode, encode)',
);
for (const [name, [, bound]] of Object.entries(styles)) {
  const ratio = median(ratios[name]);
  const [whole, encode] = [0, 1].map((at) => median(costs[name].map((pair) => pair[at])));
  const soft = costs['soft light'] && median(costs[name].map(([all], round) => all / costs['soft light'][round][1]));
  console.log(
    `${name.padEnd(16)}${ratio.toFixed(2).padStart(10)}${`≤ ${bound}`.padStart(22)}${(soft?.toFixed(2) ?? '').padStart(12)}` +
      `${whole.toFixed(0).padStart(24)}${encode.toFixed(0).padStart(6)}${ratio > bound ? '   over' : ''}`,
  );
}
if (wanted.length > 0) process.exit();
console.log(`2k ÷ 1k, soft light: ${median(growth).toFixed(2)} (≤ 4.5)`);

/** Clock ms for nine pictures of one task by a pool of `threads`, warm. */
async function nineMs(threads) {
  const painters = createPainters({ threads });
  const all = (pixels) =>
    Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        painters.paint({ prompt: scene, width: pixels, height: pixels, seed: 1, index, format: 'png' }),
      ),
    );
  await all(256);
  const startedMs = performance.now();
  await all(side);
  const ms = performance.now() - startedMs;
  await painters.close();
  return ms;
}
console.log(`nine pictures, one thread ÷ two: ${((await nineMs(1)) / (await nineMs(2))).toFixed(2)} (≥ 1.7)`);

const script = fileURLToPath(new URL('support/painting-thread.mjs', import.meta.url));
for (const [name, words] of [
  ['soft light', ['']],
  ['every style', Object.values(styles).map(([word]) => word)],
])
  for (const pixels of [side, side * 2]) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, String(pixels), ...words]);
    const { beforeMb, peakMb, firstMs, startCpuMs } = JSON.parse(stdout);
    console.log(
      `one thread, ${name} at ${pixels}²: peak ${(peakMb - beforeMb).toFixed(0)} MiB over ${beforeMb.toFixed(0)} (≤ 250); ` +
        `start ${startCpuMs.toFixed(0)} ms of CPU (≤ 400), first picture after ${firstMs.toFixed(0)} ms`,
    );
  }
