// Pictures in rows of about one height, each row as wide as the gallery. Heights are known before anything is loaded,
// since the server says how large pictures are: a list of thousands can be drawn a window at a time, and nothing jumps.

/** One thing in a row; `ratio` is width over height. */
export interface Tile<Item> {
  key: string;
  ratio: number;
  item: Item;
}

/** A heading, or tiles with their sizes in px. */
export type Row<Item> =
  | { kind: 'heading'; key: string; text: string; height: number }
  | { kind: 'tiles'; key: string; height: number; tiles: (Tile<Item> & { width: number })[] };

/** Sizes of the gallery, px. */
export interface RowSizes {
  /** Of the whole row. */
  width: number;
  /** Height that rows aim at. */
  aim: number;
  /** Between tiles, and below each row. */
  gap: number;
  /** Of a heading's row. */
  heading: number;
}

/** A last row that is not full grows by so much at most; a full one may, rather than squeeze one more tile in. */
const maxStretch = 1.4;

/** Height at which tiles of these ratios fill a row. */
const fillingHeight = (ratios: number, count: number, { width, gap }: RowSizes) => (width - (count - 1) * gap) / ratios;

/**
 * Breaks sections into rows, in their order. A row ends before or after the tile that makes it full, whichever leaves it
 * nearer to the height aimed at; then it is scaled to fill the width exactly. Widths are whole pixels that add up.
 */
export function arrangeRows<Item>(
  sections: readonly { name: string; tiles: readonly Tile<Item>[] }[],
  sizes: RowSizes,
): Row<Item>[] {
  const rows: Row<Item>[] = [];
  for (const { name, tiles } of sections) {
    rows.push({ kind: 'heading', key: `day ${name}`, text: name, height: sizes.heading });
    let line: Tile<Item>[] = [];
    let ratios = 0;
    for (const tile of tiles) {
      const height = fillingHeight(ratios + tile.ratio, line.length + 1, sizes);
      const without = line.length === 0 ? Number.POSITIVE_INFINITY : fillingHeight(ratios, line.length, sizes);
      const endsBefore =
        height < sizes.aim && without <= sizes.aim * maxStretch && without / sizes.aim < sizes.aim / height;
      if (endsBefore) {
        rows.push(closeRow(line, without, sizes));
        line = [];
        ratios = 0;
      }
      line.push(tile);
      ratios += tile.ratio;
      const full = fillingHeight(ratios, line.length, sizes);
      if (full > sizes.aim) continue;
      rows.push(closeRow(line, full, sizes));
      line = [];
      ratios = 0;
    }
    const rest = Math.min(fillingHeight(ratios, line.length, sizes), sizes.aim * maxStretch);
    if (line.length > 0) rows.push(closeRow(line, rest, sizes));
  }
  return rows;
}

/** A row of this height: widths are whole pixels, and rounding is made up for by the tiles that follow. */
function closeRow<Item>(line: readonly Tile<Item>[], exactHeight: number, { width, gap }: RowSizes): Row<Item> {
  const height = Math.round(exactHeight);
  const room = width - (line.length - 1) * gap;
  let exact = 0;
  let used = 0;
  const tiles = line.map((tile) => {
    exact = Math.min(room, exact + tile.ratio * exactHeight);
    const tileWidth = Math.round(exact) - used;
    used += tileWidth;
    return { ...tile, width: tileWidth };
  });
  return { kind: 'tiles', key: line[0]?.key ?? '', height: height + gap, tiles };
}
