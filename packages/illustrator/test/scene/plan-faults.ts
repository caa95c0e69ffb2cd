// What is wrong with a plan: counts, colours, positions of boxes, letters and place, each as a sentence.
import { colourNames } from '../../src/brief/vocabulary.js';
import type { Plan } from '../../src/request.js';
import type { PlanCase } from './plan-case.js';

type Shown = Plan['subjects'][number];
type Box = Shown['box'];

const isColour = (word: string | undefined): boolean => colourNames.some((name) => name === word);
const middle = ([x0, y0, x1, y1]: Box): [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2];
const areaOf = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);
const sharedX = (a: Box, b: Box): number => Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
const sharedY = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
const gap = (a: Box, b: Box): number => Math.hypot(Math.min(0, sharedX(a, b)), Math.min(0, sharedY(a, b)));

/** Direction from b to a as benchmarks of compositional prompts measure it: centres, less a tenth of both sizes. */
function direction(a: Box, b: Box): { x: number; y: number } {
  const [ax, ay] = middle(a);
  const [bx, by] = middle(b);
  const less = (distance: number, sizes: number): number =>
    Math.max(0, Math.abs(distance) - 0.1 * sizes) * Math.sign(distance);
  const x = less(ax - bx, a[2] - a[0] + b[2] - b[0]);
  const y = less(ay - by, a[3] - a[1] + b[3] - b[1]);
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** The slack is a hair of the picture: boxes are rounded to a ten-thousandth. */
const rules: Readonly<Record<string, (a: Box, b: Box) => boolean>> = {
  left: (a, b) => direction(a, b).x < -0.5,
  right: (a, b) => direction(a, b).x > 0.5,
  above: (a, b) => direction(a, b).y < -0.5,
  below: (a, b) => direction(a, b).y > 0.5,
  on: (a, b) => middle(a)[1] < middle(b)[1] + 0.02 && gap(a, b) < 0.03 && sharedX(a, b) > 0,
  in: (a, b) => Math.max(0, sharedX(a, b)) * Math.max(0, sharedY(a, b)) > 0.2 * areaOf(a),
  under: (a, b) => middle(a)[1] > middle(b)[1] && sharedX(a, b) > 0,
  touch: (a, b) => gap(a, b) < 0.03,
  front: (a, b) => a[3] > b[3] - 0.005,
};

/** Takes what one description asks for out of `rest`; null when it is not there. */
function take(rest: Shown[], description: string): Shown[] | null {
  for (const choice of description.split('|')) {
    const [count, ...words] = choice.trim().split(' ');
    const colour = words.length > 1 && isColour(words[0]) ? words.shift() : undefined;
    const concept = words.join(' ');
    const found = rest.filter((one) => one.concept === concept && (colour === undefined || one.colour === colour));
    const wished = Number(count);
    if (wished < 0 ? found.length < -wished : found.length !== wished) continue;
    for (const one of found) rest.splice(rest.indexOf(one), 1);
    return found;
  }
  return null;
}

/** Everything that is wrong; empty when nothing is. */
export function planFaults(plan: Plan, expected: PlanCase): string[] {
  const faults: string[] = [];
  const rest = [...plan.subjects];
  const groups = (expected.subjects ?? []).map((description) => {
    const found = take(rest, description);
    if (found === null) faults.push(`no ${description}`);
    return found ?? [];
  });
  if (!expected.more && rest.length > 0) faults.push(`also ${rest.map(({ concept }) => concept).join(', ')}`);
  for (const { concept, box } of plan.subjects)
    if (!expected.tiny && areaOf(box) < leastArea) faults.push(`tiny ${concept}`);
  for (const relation of expected.relations ?? []) {
    const [from, word = '', to] = relation.split(' ');
    const [these, those] = [groups[Number(from)] ?? [], groups[Number(to)] ?? []];
    const rule = rules[word];
    const holds = rule !== undefined && these.every((one) => those.some((other) => rule(one.box, other.box)));
    if (!holds || these.length === 0) faults.push(`not ${relation}`);
  }
  const texts = plan.lettering.map(({ text }) => text);
  if (texts.join('\n') !== (expected.texts ?? []).join('\n')) faults.push(`lettered ${texts.join(', ')}`);
  for (const fact of expected.facts ?? []) {
    const [key = '', values = ''] = fact.split('=');
    const is = String(plan[key as keyof Plan]);
    if (!values.split('|').includes(is)) faults.push(`${key} is ${is}`);
  }
  for (const noun of plan.unplaced) if (!expected.unplaced?.includes(noun)) faults.push(`unplaced ${noun}`);
  return faults;
}

/** Share of the picture below which a single thing is hard to see: 4 % of each side. */
const leastArea = 0.0016;
