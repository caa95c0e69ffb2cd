// Fills in the measured column of the artwork catalogue: width ÷ height and the leading colour of every drawing at rest.
// Run it after a drawing or a row was added or changed: `node scripts/build.mjs && node scripts/measure-artwork.mjs`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const artwork = new URL('../packages/illustrator/dist/src/artwork/', import.meta.url);
const folder = new URL('../packages/illustrator/assets/artwork/catalogue/', import.meta.url);
const [
  { drawOwn },
  { measureDrawing },
  { mainGroups },
  { nameColour },
  { openNotoStore },
  { poseOf },
  { withoutFades },
] = await Promise.all(
  ['own-drawings', 'measure', 'recolour', 'colour-targets', 'noto-store', 'choose-drawing', 'specks'].map(
    (name) => import(new URL(`${name}.js`, artwork).href),
  ),
);
const store = openNotoStore();

/** The measured cell of one row; people vary with the seed and have no colour of their own. */
async function measure(name, lone, unlit) {
  const drawing = drawOwn(name, poseOf({ variant: 1 }), store) ?? { body: store.body(name), outer: [-4, -4, 136, 136] };
  const body = unlit ? withoutFades(drawing.body) : drawing.body;
  const measured = await measureDrawing(body, drawing.outer, lone);
  const [, , width, height] = drawing.exact ? drawing.outer : measured.box;
  const [main, next] = mainGroups(measured.groups);
  const mixed = next !== undefined && main.share < 0.3;
  const colour = mixed || /^(person|group):/.test(name) ? '-' : nameColour(main.mean);
  return `${(width / height).toFixed(2)} ${colour}`;
}

let changed = 0;
for (const file of readdirSync(folder)) {
  const path = new URL(file, folder);
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split(' | ');
    const cell = await measure(cells[1], / lone\b/.test(line), / unlit\b/.test(line));
    if (cell === cells[4]) continue;
    cells[4] = cell;
    lines[index] = cells.join(' | ');
    changed += 1;
  }
  writeFileSync(path, lines.join('\n'));
}
console.log(`${changed} rows changed`);
