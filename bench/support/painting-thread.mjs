// What one painting thread costs its process: memory at its peak, and the start. Run as a process of its own, because a peak
// never falls:  node bench/support/painting-thread.mjs SIDE STYLE…   prints one line of JSON.
import { createPainters } from '../../packages/illustrator/dist/src/index.js';

const [side, ...styles] = process.argv.slice(2);
const scene = 'a red fox in the snow at sunset';
const painters = createPainters({ threads: 1 });
const paint = (words, pixels, seed) =>
  painters.paint({ prompt: `${scene}, ${words}`, width: pixels, height: pixels, seed, format: 'png' });

/** CPU ms of the process, all its threads. */
async function cpuMsOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const beforeMb = process.memoryUsage.rss() / 2 ** 20;
// A picture of 64² is all start and no pixels; the second one of its kind says what was not start.
const startedMs = performance.now();
const firstCpuMs = await cpuMsOf(() => paint('', 64, 1));
const firstMs = performance.now() - startedMs;
const laterCpuMs = await cpuMsOf(() => paint('', 64, 1));
for (const words of styles) for (let seed = 1; seed <= 2; seed += 1) await paint(words, Number(side), seed);
const peakMb = process.resourceUsage().maxRSS / 1024;
await painters.close();
console.log(JSON.stringify({ beforeMb, peakMb, firstMs, startCpuMs: firstCpuMs - laterCpuMs }));
