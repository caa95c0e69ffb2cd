// Our own drawings of things, each an SVG file in assets/artwork/drawings: read when asked for, the last hundred kept.
// The root of a file carries what others hold on to (`data-top`, `data-seat`, `data-hands`, `data-grips`, `data-head`, in
// units of its view box); a group with the id `front` goes over whatever is held.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Drawing, Point, Pose } from './drawing.js';
import type { ViewBox } from './svg.js';

const folder = new URL('../../../assets/artwork/drawings/', import.meta.url);

/** A file as read: whole body, the part that goes in front, and the numbers of its root by name. */
interface DrawingFile {
  body: string;
  front: string | undefined;
  numbers(name: string): number[];
}

const files = new Map<string, DrawingFile>();

function fileOf(name: string): URL {
  return new URL(`${encodeURIComponent(name.replaceAll(' ', '-'))}.svg`, folder);
}

/** Throws an Error when the file is no SVG as described above: it is ours, and then it is broken. */
function readDrawing(name: string): DrawingFile | undefined {
  const known = files.get(name);
  if (known !== undefined) return known;
  const file = fileOf(name);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').replace(/>\s+</g, '><');
  const [, root, content] = /<svg\b([^>]*)>(.*)<\/svg>/s.exec(text) ?? [];
  if (root === undefined || content === undefined) throw new Error(`${file.pathname} is not an SVG drawing`);
  const frontAt = content.indexOf('<g id="front">');
  const read: DrawingFile = {
    body: frontAt < 0 ? content : content.slice(0, frontAt),
    front: frontAt < 0 ? undefined : content.slice(frontAt).trim(),
    numbers: (attribute) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(root)?.[1]?.split(' ').map(Number) ?? [],
  };
  if (files.size >= 100) files.delete(files.keys().next().value ?? name);
  files.set(name, read);
  return read;
}

function pointOf([x, y]: readonly number[]): Point | undefined {
  return x === undefined || y === undefined ? undefined : [x, y];
}

/** Four numbers, or undefined when the root does not have them. */
function fourOf([a, b, c, d]: readonly number[]): [number, number, number, number] | undefined {
  return a === undefined || b === undefined || c === undefined || d === undefined ? undefined : [a, b, c, d];
}

/**
 * One of our own things; undefined when there is no file of that name. Who holds something is drawn from
 * `NAME-holding.svg` where there is one.
 */
export function drawOwnFile(name: string, pose: Pose): Drawing | undefined {
  const file = (pose.holding === false ? undefined : readDrawing(`${name} holding`)) ?? readDrawing(name);
  if (file === undefined) return undefined;
  const outer: ViewBox | undefined = fourOf(file.numbers('viewBox'));
  if (outer === undefined) throw new Error(`the drawing of '${name}' has no view box`);
  const [hands, seat, top] = ['data-hands', 'data-seat', 'data-top'].map((word) => pointOf(file.numbers(word)));
  const head = fourOf(file.numbers('data-head'));
  const grips = fourOf(file.numbers('data-grips'));
  return {
    body: file.body,
    ...(file.front === undefined ? {} : { front: file.front }),
    outer,
    exact: true,
    anchors: {
      ...(hands && { hands }),
      ...(seat && { seat }),
      ...(top && { top }),
      ...(head && { head }),
      ...(grips && {
        grips: [
          [grips[0], grips[1]],
          [grips[2], grips[3]],
        ] as const,
      }),
    },
  };
}

/** The SVG body of one of our own heads, in a 128 × 128 box; undefined when there is none of that name. */
export function readOwnHead(name: string): string | undefined {
  return readDrawing(`head ${name}`)?.body;
}

/** The names of all things, without heads and without the holding poses. */
export function ownFileNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.svg') && !file.startsWith('head-') && !file.endsWith('-holding.svg'))
    .map((file) => file.slice(0, -'.svg'.length).replaceAll('-', ' '));
}
