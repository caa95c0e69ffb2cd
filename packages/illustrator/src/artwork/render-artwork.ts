// Turns a concept into pixels: finds its drawing, recolours it, rasterises it tightly cropped.
import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';
import type { ColourName, MaterialName } from '../brief/vocabulary.js';
import { type Anchors, type CatalogueEntry, findEntry } from './catalogue.js';
import { anchorsIn, chooseDrawing, type PoseRequest, poseOf } from './choose-drawing.js';
import { pigmentOf } from './colour-targets.js';
import type { Drawing } from './drawing.js';
import { applyMaterial, eyesAmong, lightEyes, materialLooks, paintRainbow } from './finish.js';
import { type FractionBox, type Measured, measureDrawing } from './measure.js';
import { type NotoStore, openNotoStore } from './noto-store.js';
import { distance, hexToOklab, type Oklab } from './oklab.js';
import { type ColourMap, mainGroups, repaintMap, variationMap } from './recolour.js';
import { seededNumber } from './seeded.js';
import { keepLargestShape, withoutFades } from './specks.js';
import { mapColours, type Raster, rasterise, svgDocument } from './svg.js';

export interface ArtworkRequest extends PoseRequest {
  /** A name from `conceptNames()`. */
  concept: string;
  /** Height of the returned canvas in pixels, 8–4096; the width follows. */
  heightPx: number;
  /** Mirror it (things that carry letters stay as they are). */
  flip?: boolean;
}

export interface RenderedArtwork {
  /** Transparent, tightly cropped. */
  canvas: Canvas;
  /** Same size: fingers or paws to draw over whatever is held; null when nothing overlaps. */
  front: Canvas | null;
  /** Eyes and faces, fractions of the canvas: they ask for finer strokes. */
  detail: readonly FractionBox[];
  /** As drawn, flip included. */
  anchors: Anchors;
}

/** Renders artwork and remembers measurements between calls; one per thread. */
export interface ArtworkRenderer {
  /** Throws a RangeError for an unknown concept or a height outside 8–4096. */
  render(request: ArtworkRequest): Promise<RenderedArtwork>;
}

function toCanvas({ width, height, rgba }: Raster, flip: boolean): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.putImageData(new ImageData(rgba, width, height), 0, 0);
  if (!flip) return canvas;
  const mirrored = createCanvas(width, height);
  const mirror = mirrored.getContext('2d');
  mirror.translate(width, 0);
  mirror.scale(-1, 1);
  mirror.drawImage(canvas, 0, 0);
  return mirrored;
}

function flipPoint(point: readonly [number, number]): [number, number] {
  return [1 - point[0], point[1]];
}

function flipBox([x0, y0, x1, y1]: FractionBox): FractionBox {
  return [1 - x1, y0, 1 - x0, y1];
}

function flipAnchors({ hands, grips, seat, top, head }: Anchors): Anchors {
  return {
    ...(hands && { hands: flipPoint(hands) }),
    ...(grips && { grips: [flipPoint(grips[1]), flipPoint(grips[0])] as const }),
    ...(seat && { seat: flipPoint(seat) }),
    ...(top && { top: flipPoint(top) }),
    ...(head && { head: flipBox(head) }),
  };
}

/** The pigment asked for by colour or material; white for the rainbow, which is laid over it. */
function pigmentFor(
  entry: CatalogueEntry,
  colour: ColourName | null,
  material: MaterialName | null,
): Oklab | undefined {
  const natural = colour === null ? undefined : entry.pigments[colour];
  if (natural !== undefined) return hexToOklab(natural);
  if (colour !== null) return pigmentOf(colour) ?? pigmentOf('white');
  const own = material === null ? null : materialLooks[material].pigment;
  return own === null ? undefined : hexToOklab(own);
}

function colouring(
  request: ArtworkRequest,
  entry: CatalogueEntry,
  drawing: Drawing,
  measured: Measured,
): ColourMap | undefined {
  const { colour = null, secondColour = null, material = null, variant } = request;
  if (drawing.coloured) return undefined;
  const glazed = entry.kind === 'vehicle' || entry.kind === 'building';
  const pigment = pigmentFor(entry, colour, material);
  if (pigment === undefined)
    return variationMap((seededNumber(variant, 20) - 0.5) * 0.12, (seededNumber(variant, 21) - 0.5) * 0.03);
  // A drawing that has the colour by itself (a green apple asked for in green) has it better than we could paint it.
  const [main] = mainGroups(measured.groups, glazed);
  const plain = secondColour === null && material === null && (colour === null || entry.pigments[colour] === undefined);
  if (plain && main !== undefined && main.share > 0.3 && distance(main.mean, pigment) < 0.085) return undefined;
  const second = secondColour === null ? undefined : pigmentOf(secondColour);
  const whole = material !== null && materialLooks[material].whole;
  return repaintMap(measured.groups, { pigment, whole, glazed, ...(second && { second }) });
}

/** Touches on the pixels that no change of colours can make. */
function finish(canvas: Canvas, request: ArtworkRequest, entry: CatalogueEntry, eyes: readonly FractionBox[]): void {
  if (request.colour === 'rainbow' && entry.kind !== 'person') paintRainbow(canvas);
  if (request.material) applyMaterial(canvas, request.material, request.variant);
  if (request.colour === 'black' && (entry.kind === 'animal' || entry.kind === 'fantasy'))
    lightEyes(canvas, eyesAmong(eyes));
}

/** Opens the artwork: nothing is read before the first picture asks for it. */
export function createArtworkRenderer(store: NotoStore = openNotoStore()): ArtworkRenderer {
  const measurements = new Map<string, Measured>();

  async function measured(drawing: Drawing, lone: boolean): Promise<Measured> {
    const text = drawing.body + (drawing.front ?? '');
    let known = measurements.get(text);
    if (known === undefined) {
      known = await measureDrawing(text, drawing.outer, lone);
      if (drawing.exact) known = { ...known, box: drawing.outer };
      if (measurements.size >= 300) measurements.delete(measurements.keys().next().value ?? text);
      measurements.set(text, known);
    }
    return known;
  }

  return {
    async render(request) {
      const entry = findEntry(request.concept);
      if (entry === undefined) throw new RangeError(`there is no artwork called '${request.concept}'`);
      if (!(request.heightPx >= 8 && request.heightPx <= 4096))
        throw new RangeError(`heightPx ${request.heightPx} is outside 8–4096`);
      const chosen = chooseDrawing(entry, poseOf(request), store);
      const drawing = entry.unlit ? { ...chosen, body: withoutFades(chosen.body) } : chosen;
      const facts = await measured(drawing, entry.lone);
      const map = colouring(request, entry, drawing, facts);
      const [, , boxWidth, boxHeight] = facts.box;
      const height = Math.round(request.heightPx);
      const width = Math.max(1, Math.round((height * boxWidth) / boxHeight));
      const flip = (request.flip ?? false) && !entry.keepsSide;
      const paint = async (text: string) => {
        const raster = await rasterise(svgDocument(map ? mapColours(text, map) : text, facts.box, width, height));
        if (entry.lone) keepLargestShape(raster);
        const canvas = toCanvas(raster, flip);
        if (text === drawing.body) finish(canvas, request, entry, flip ? facts.eyes.map(flipBox) : facts.eyes);
        return canvas;
      };
      const anchors = anchorsIn(entry, drawing, facts.box);
      const [x, y] = facts.box;
      const faces = (drawing.faces ?? []).map(
        ([x0, y0, x1, y1]): FractionBox => [
          (x0 - x) / boxWidth,
          (y0 - y) / boxHeight,
          (x1 - x) / boxWidth,
          (y1 - y) / boxHeight,
        ],
      );
      const detail = [...(anchors.head ? [anchors.head] : []), ...faces, ...facts.eyes];
      return {
        canvas: await paint(drawing.body),
        front: drawing.front === undefined ? null : await paint(drawing.front),
        detail: flip ? detail.map(flipBox) : detail,
        anchors: flip ? flipAnchors(anchors) : anchors,
      };
    },
  };
}
