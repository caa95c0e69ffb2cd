// The painter: from scene to painting, back to front: sky, scenery, subjects with their ground, what lies before them, weather, finish.
import type { ArtworkRenderer } from '../artwork/render-artwork.js';
import type { Layer, Scene } from '../scene/scene.js';
import { type Board, createBoard, readPainting } from './board.js';
import { paintCave } from './cave.js';
import { paintSpace, paintUnderwater } from './deep.js';
import { paintFeature } from './features.js';
import { finish } from './finish.js';
import { paintGround } from './ground.js';
import { paintLettering } from './lettering.js';
import type { Painting } from './painting.js';
import { paintPlants } from './plants.js';
import { paintRidge } from './ridge.js';
import { paintRoom } from './room.js';
import { paintSky } from './sky.js';
import { paintSkyline } from './skyline.js';
import type { Stamp } from './stamp.js';
import { paintStreet } from './street.js';
import { paintFront, paintStamp, prepareStamp } from './subjects.js';
import { paintSoften, paintSurface } from './surface.js';
import { paintBackdrop, paintTable } from './table.js';
import { paintTrees } from './trees.js';
import { paintWater } from './water.js';
import { paintEffect } from './weather.js';

/** What the painter needs besides the scene. */
export interface PaintTools {
  /** One for each thread; it keeps measurements between pictures. */
  artwork: ArtworkRenderer;
  /** Ends the work at the next step with the signal's reason. */
  signal?: AbortSignal;
  /** Fraction done, 0–1, never falling. */
  onProgress?: (fraction: number) => void;
}

/** Scenery that fills the whole picture, so that no sky is painted behind it. */
const closed = new Set<Layer['kind']>(['room', 'table', 'surface', 'backdrop', 'underwater', 'space', 'cave']);

type Painters = {
  [Kind in Layer['kind']]: (board: Board, scene: Scene, layer: Extract<Layer, { kind: Kind }>) => void;
};

/** Who paints what. */
const painters: Painters = {
  ridge: paintRidge,
  ground: paintGround,
  water: paintWater,
  trees: paintTrees,
  plants: paintPlants,
  skyline: paintSkyline,
  table: paintTable,
  surface: paintSurface,
  soften: paintSoften,
  backdrop: paintBackdrop,
  underwater: paintUnderwater,
  space: (board, _scene, layer) => paintSpace(board, layer),
  feature: paintFeature,
  room: paintRoom,
  street: paintStreet,
  cave: paintCave,
};

function paintLayer(board: Board, scene: Scene, layer: Layer): void {
  const paint = painters[layer.kind] as (board: Board, scene: Scene, layer: Layer) => void;
  paint(board, scene, layer);
}

/** Lets the event loop run: aborts are seen and progress gets out. */
async function breathe({ signal, onProgress }: PaintTools, fraction: number): Promise<void> {
  signal?.throwIfAborted();
  onProgress?.(fraction);
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}

/** Paints a scene. The same scene gives the same pixels. */
export async function paintScene(scene: Scene, tools: PaintTools): Promise<Painting> {
  const board = createBoard(scene.width, scene.height);
  await breathe(tools, 0);
  const behind = scene.layers.filter((layer) => !layer.front);
  if (scene.sky && !behind.some((layer) => closed.has(layer.kind))) {
    paintSky(board, scene, scene.sky, (scene.horizon + 0.06) * scene.height);
  }
  await breathe(tools, 0.15);
  for (const [i, layer] of behind.entries()) {
    paintLayer(board, scene, layer);
    if (i % 3 === 2) await breathe(tools, 0.15 + (0.4 * i) / behind.length);
  }
  const letteringBoxes = await paintSubjects(board, scene, tools);
  for (const layer of scene.layers) if (layer.front) paintLayer(board, scene, layer);
  for (const effect of scene.effects) paintEffect(board, scene, effect);
  await breathe(tools, 0.92);
  finish(board, scene);
  const painting = readPainting(board, letteringBoxes);
  tools.onProgress?.(1);
  return painting;
}

/** Subjects and lettering in their common order; hands come last over what they hold. */
async function paintSubjects(board: Board, scene: Scene, tools: PaintTools): Promise<Painting['letteringBoxes']> {
  const boxes: Painting['letteringBoxes'] = [];
  const subjects = scene.subjects.filter((subject) => !subject.worn);
  const stamps: Stamp[] = [];
  for (const [i, subject] of subjects.entries()) {
    stamps.push(await prepareStamp(board, scene, subject, tools.artwork));
    await breathe(tools, 0.55 + (0.25 * i) / subjects.length);
  }
  const jobs: { order: number; paint: () => void }[] = [
    ...stamps.map((stamp) => ({ order: stamp.subject.order, paint: () => paintStamp(board, scene, stamp) })),
    // Hands come over what is held, which has an order 10 to 20 above the holder's.
    ...stamps
      .filter((stamp) => stamp.front)
      .map((stamp) => ({ order: stamp.subject.order + 30, paint: () => paintFront(board, stamp) })),
    ...scene.lettering.map((lettering) => ({
      order: lettering.order,
      paint: () => {
        boxes.push(paintLettering(board, scene, lettering));
      },
    })),
  ];
  jobs.sort((a, b) => a.order - b.order);
  for (const job of jobs) job.paint();
  return boxes;
}
