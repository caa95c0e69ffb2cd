// Where texts go: held signs with their holder, planted signs as things of their own, banners, titles and neon on what is free.
import type { Brief, BriefLettering } from '../brief/brief.js';
import type { Group } from './group.js';
import type { Instance } from './instances.js';
import type { Area, Placeable, Placement } from './layout.js';
import type { Random } from './random.js';
import type { Box, PlacedLettering } from './scene.js';
import type { SettingFacts } from './setting-facts.js';
import { boardAspect } from './sign-size.js';

/** A sign that takes part in the layout. */
export interface PlantedSign {
  placeable: Placeable;
  place(placement: Placement, aspect: number, order: number, depth: number): PlacedLettering;
}

/** Texts without a holder: some are laid out like subjects, some hang at fixed places that others must leave free. */
export interface FreeLettering {
  planted: PlantedSign[];
  hung: PlacedLettering[];
  obstacles: Area[];
}

interface FreeRequest {
  horizon: number;
  aspect: number;
  indoor: boolean;
  medium: SettingFacts['medium'];
  random: Random;
  /** Measured width ÷ height of carriers, by index of the lettering. */
  boards: ReadonlyMap<number, number>;
}

const standing = new Set<BriefLettering['carrier']>(['sign', 'paper', 'book', 'screen', 'cake', 'shirt', 'object']);

/** Sorts out every text that no subject holds; texts whose holder could not be drawn count as free. */
export function freeLettering(brief: Brief, instances: readonly Instance[], request: FreeRequest): FreeLettering {
  const result: FreeLettering = { planted: [], hung: [], obstacles: [] };
  if (brief.excluded.text) return result;
  let top = 0.045;
  brief.lettering.forEach((lettering, index) => {
    const shape = request.boards.get(index) ?? boardAspect(lettering.text);
    const held = lettering.holder !== null && instances.some((each) => each.source === lettering.holder);
    if (held && standing.has(lettering.carrier)) return;
    if (standing.has(lettering.carrier)) {
      result.planted.push(plant(lettering, shape, request));
      return;
    }
    const { placed, area } = hang(lettering, shape, top, request);
    result.hung.push(placed);
    result.obstacles.push(area);
    top = area.y1 + 0.02;
  });
  return result;
}

function plant(lettering: BriefLettering, shape: number, { horizon, medium }: FreeRequest): PlantedSign {
  const board = { width: 0.9, height: 0.9 / shape };
  const withPost = lettering.carrier === 'sign' && medium !== 'space' && medium !== 'sky' && medium !== 'table';
  const tall = withPost ? board.height / 0.55 : board.height;
  const low = medium === 'table' ? horizon + 0.12 : horizon + 0.2 * (0.94 - horizon);
  return {
    placeable: {
      box: { x0: -board.width / 2, x1: board.width / 2, y0: -tall, y1: 0 },
      band: medium === 'space' || medium === 'sky' ? [0.3, 0.8] : [Math.min(low, 0.8), 0.92],
      near: 0.6,
      across: [0, 1],
      perspective: false,
      kind: 'sign',
      tallest: 0.5,
    },
    place: (placement, aspect, order, depth) => ({
      text: lettering.text,
      carrier: lettering.carrier,
      colour: lettering.colour,
      box: [
        (placement.x - (board.width / 2) * placement.scale) / aspect,
        placement.y - tall * placement.scale,
        (placement.x + (board.width / 2) * placement.scale) / aspect,
        placement.y,
      ],
      order,
      planted: withPost,
      onSurface: false,
      depth,
    }),
  };
}

/** Banners and titles across the top, neon and wall texts a little lower and narrower. */
function hang(
  lettering: BriefLettering,
  shape: number,
  top: number,
  { aspect, random }: FreeRequest,
): { placed: PlacedLettering; area: Area } {
  const title = lettering.carrier === 'none' || lettering.carrier === 'banner';
  const widest = (title ? 0.82 : 0.56) * Math.min(aspect, 1.5);
  const board = { width: widest, height: widest / shape };
  const tallest = title ? 0.17 : 0.2;
  const shrink = Math.min(1, tallest / board.height);
  const width = board.width * shrink;
  const height = board.height * shrink;
  const middle = title ? 0.5 : random.pick([0.4, 0.5, 0.6]);
  const x = Math.min(0.97 * aspect - width / 2, Math.max(0.03 * aspect + width / 2, middle * aspect));
  const area: Area = { x0: x - width / 2, x1: x + width / 2, y0: top, y1: top + height };
  const box: Box = [area.x0 / aspect, area.y0, area.x1 / aspect, area.y1];
  return {
    placed: {
      text: lettering.text,
      carrier: lettering.carrier,
      colour: lettering.colour,
      box,
      order: -1,
      planted: false,
      onSurface: false,
      depth: 0.3,
    },
    area,
  };
}

/** Texts that belong to a placed group; in a mirrored group their places change sides, never their letters. */
export function heldLettering(
  brief: Brief,
  group: Group,
  placement: Placement,
  aspect: number,
  order: number,
  depth: number,
  mirrored: boolean,
): PlacedLettering[] {
  if (brief.excluded.text) return [];
  return group.signs.flatMap((sign) => {
    const lettering = brief.lettering[sign.lettering];
    if (!lettering) return [];
    const [x0, x1] = mirrored ? [group.x0 + group.x1 - sign.x1, group.x0 + group.x1 - sign.x0] : [sign.x0, sign.x1];
    return [
      {
        text: lettering.text,
        carrier: lettering.carrier,
        colour: lettering.colour,
        box: [
          (placement.x + x0 * placement.scale) / aspect,
          placement.y + sign.y0 * placement.scale,
          (placement.x + x1 * placement.scale) / aspect,
          placement.y + sign.y1 * placement.scale,
        ] as const,
        order: order + sign.order,
        planted: false,
        onSurface: sign.onSurface,
        depth,
      },
    ];
  });
}
