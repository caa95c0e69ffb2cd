// Which drawing shows a concept in a pose, and what the pose does to its shape and to where its hands are.
import type { ActionName, ColourName, MaterialName } from '../brief/vocabulary.js';
import { joinBoxes } from './bounds.js';
import { type Anchors, type Artwork, type CatalogueEntry, findEntry } from './catalogue.js';
import type { Drawing, Pose, Worn } from './drawing.js';
import type { FractionBox } from './measure.js';
import { type NotoStore, openNotoStore } from './noto-store.js';
import { drawOwn } from './own-drawings.js';
import { createSketch } from './sketch.js';
import type { ViewBox } from './svg.js';
import { drawWornAbove, drawWornBelow } from './worn/draw-worn.js';
import { frameOfBox } from './worn/frame.js';

/** How something is to be drawn; everything left out is at rest. */
export interface PoseRequest {
  action?: ActionName | null;
  wearing?: readonly Worn[];
  /** Hands forward to grip something with both (`true` too), or one hand out to the side. */
  holding?: boolean | 'one' | 'both';
  colour?: ColourName | null;
  secondColour?: ColourName | null;
  material?: MaterialName | null;
  /** Seed of small differences between individuals, [0, 2^32). */
  variant: number;
}

/** Fills in what a request leaves out. */
export function poseOf(request: PoseRequest): Pose {
  return {
    action: request.action ?? null,
    holding: request.holding === true ? 'both' : (request.holding ?? false),
    wearing: request.wearing ?? [],
    colour: request.colour ?? null,
    secondColour: request.secondColour ?? null,
    material: request.material ?? null,
    variant: request.variant,
  };
}

/** A Noto drawing may reach a little beyond its 128 × 128. */
const notoBox = [-4, -4, 136, 136] as const;

/** A Noto drawing with what it wears. */
function dressNoto(body: string, { wears }: CatalogueEntry, pose: Pose): Drawing {
  if (wears === null || pose.wearing.length === 0) return { body, outer: notoBox };
  const sketch = createSketch('w');
  const frame = frameOfBox(wears);
  drawWornBelow(sketch, pose, frame);
  drawWornAbove(sketch, pose, frame);
  const [x, y, width, height] = joinBoxes(notoBox, sketch.box()) ?? notoBox;
  return { body: body + sketch.toSvg(), outer: [x - 1, y - 1, width + 2, height + 2] };
}

/** The drawing for a row of the catalogue in a pose. */
export function chooseDrawing(entry: CatalogueEntry, pose: Pose, store: NotoStore): Drawing {
  const busy = pose.action !== null && pose.action !== 'standing';
  const rests = pose.holding === false && pose.wearing.length === 0 && !busy;
  const byAction = pose.action === null || pose.holding !== false ? undefined : entry.special[pose.action];
  const byColour = pose.colour === null ? undefined : entry.special[pose.colour];
  const name = byAction ?? (rests || entry.posed === null ? (byColour ?? entry.drawing) : entry.posed);
  return drawOwn(name, pose, store) ?? dressNoto(store.body(name), entry, pose);
}

/** Anchors of the row, overlaid with those the drawing knows itself; units become fractions of `box`. */
export function anchorsIn(entry: CatalogueEntry, drawing: Drawing, [x, y, width, height]: ViewBox): Anchors {
  const { hands, grips, seat, top, head } = drawing.anchors ?? {};
  const point = (at: readonly [number, number]): [number, number] => [(at[0] - x) / width, (at[1] - y) / height];
  return {
    ...entry.anchors,
    ...(hands && { hands: point(hands) }),
    ...(grips && { grips: [point(grips[0]), point(grips[1])] as const }),
    ...(seat && { seat: point(seat) }),
    ...(top && { top: point(top) }),
    ...(head && { head: [...point([head[0], head[1]]), ...point([head[2], head[3]])] as FractionBox }),
  };
}

let sharedStore: NotoStore | undefined;

/**
 * The facts about a concept in a pose, without painting it: `aspect` and `anchors` are those of what
 * `renderArtwork` will paint for the same request (unflipped). About 1 ms; undefined for an unknown concept.
 */
export function findPosedArtwork(concept: string, request: PoseRequest): Artwork | undefined {
  const entry = findEntry(concept);
  if (entry === undefined) return undefined;
  sharedStore ??= openNotoStore();
  const drawing = chooseDrawing(entry, poseOf(request), sharedStore);
  if (!drawing.exact) return entry;
  const [, , width, height] = drawing.outer;
  return { ...entry, aspect: width / height, anchors: anchorsIn(entry, drawing, drawing.outer) };
}
