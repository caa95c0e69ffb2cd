// Scrolling a gallery of thousands of tasks by the wheel, top to bottom, against an empty page of the same height in the
// same browser. Every task has a picture of its own, whose thumbnail is made when it is first seen.
// The two take turns; the middle of each one's figures is compared.
//   node bench/studio-scroll.mjs [tasks, default 5000] [seconds from top to bottom, default 10] [rounds, default 3]
import { build } from '../scripts/build.mjs';
import { median, percentile } from './support/statistics.mjs';

await build();
const { makeCrowd } = await import('../packages/server/dist/test/studio/crowd.js');
const { openStudioBrowser, tiles, waitUntil } = await import('../packages/server/dist/test/studio/studio-browser.js');

const [tasks = 5000, seconds = 10, rounds = 3] = process.argv.slice(2).map(Number);
/** A frame that takes longer is seen as a jerk, ms. */
const jerkMs = 50;

/** Times between the frames of a page while the wheel turns, ms. */
async function scroll(page, height) {
  await page.evaluate(`window.scrollTo(0, 0)`);
  await page.mouse.move(900, 500);
  await page.evaluate(`{
    window.frameTimes = [];
    let before = performance.now();
    const note = (now) => {
      window.frameTimes.push(now - before);
      before = now;
      window.frameAsked = requestAnimationFrame(note);
    };
    window.frameAsked = requestAnimationFrame(note);
  }`);
  const from = performance.now();
  let turned = 0;
  while (turned < height) {
    const due = Math.min(1, (performance.now() - from) / (seconds * 1000)) * height;
    const step = Math.max(1, due - turned);
    await page.mouse.wheel(0, step);
    turned += step;
  }
  const times = await page.evaluate(`(cancelAnimationFrame(window.frameAsked), window.frameTimes)`);
  const reached = await page.evaluate('window.scrollY + window.innerHeight');
  return { times, reached, tookMs: performance.now() - from };
}

function report(name, { times, reached, tookMs }, height) {
  const late = times.filter((time) => time > jerkMs).length / times.length;
  const figures = { median: median(times), p95: percentile(times, 0.95), late };
  console.log(
    `${name}: ${times.length} frames in ${(tookMs / 1000).toFixed(1)} s, median ${figures.median.toFixed(1)} ms, ` +
      `p95 ${figures.p95.toFixed(1)} ms, ${(late * 100).toFixed(1)} % over ${jerkMs} ms; ` +
      `reached ${((100 * reached) / height).toFixed(0)} % of ${height} px`,
  );
  return figures;
}

const studio = await openStudioBrowser();
try {
  const body = { model_name: 'kling-v1', prompt: 'the newest' };
  const answer = await studio.running.call('/kling/v1/images/generations', { body, headers: { prefer: 'wait=60' } });
  makeCrowd(studio.running, answer.json.data.task_id, tasks);
  const { page } = await studio.visit();
  await tiles(page).first().waitFor();
  const from = performance.now();
  const oldest = `[aria-label$="crowd ${String(tasks).padStart(4, '0')}"]`;
  await waitUntil(
    page,
    `(window.scrollTo(0, document.body.scrollHeight), document.querySelector('${oldest}') !== null)`,
  );
  console.log(`${tasks} tasks loaded in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  const height = await page.evaluate('document.documentElement.scrollHeight');
  const empty = (await studio.visit({ path: '/healthz' })).page;
  await empty.goto('about:blank');
  await empty.setContent(`<!doctype html><body style="margin: 0"><div style="height: ${height}px"></div></body>`);
  const figures = { empty: [], gallery: [] };
  for (let round = 0; round < rounds; round += 1) {
    await empty.bringToFront();
    figures.empty.push(report('an empty page', await scroll(empty, height), height));
    await page.bringToFront();
    figures.gallery.push(report('the gallery', await scroll(page, height), height));
  }
  const middle = (kind, name) => median(figures[kind].map((round) => round[name]));
  const ratio = (name) => (middle('gallery', name) / middle('empty', name)).toFixed(2);
  const late = ((middle('gallery', 'late') - middle('empty', 'late')) * 100).toFixed(1);
  console.log(`ratio: median ${ratio('median')}, p95 ${ratio('p95')}; ${late} points more frames over ${jerkMs} ms`);
} finally {
  await studio.close();
}
