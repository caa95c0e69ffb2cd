// Paints the contact sheets of the documentation, one picture a prompt: docs/images/contact-sheet.jpg (the README's) and
// docs/images/styles.jpg (one scene in every style). Same version, same bytes: run it after the illustrator has changed,
// and look at the result.
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { styleNames } from '../packages/illustrator/dist/src/brief/vocabulary.js';
import { createPainters } from '../packages/illustrator/dist/src/index.js';
import { build } from './build.mjs';

const gap = 8;
const prompts = [
  "生成一张袋鼠的照片，手里拿着一个写着'DMXAPI'的牌子",
  'a red fox in the snow at sunset, oil painting',
  'three yellow boats on a blue lake under the moon',
  '梵高风格的星空下的村庄',
  '水墨画，竹林里的两只熊猫',
  '浮世绘风格，雪山下湖边的一棵樱花树',
  'a blue cat and a red dog on the beach, watercolour',
  'a castle in the mountains at dawn, low poly',
  '赛博朋克风格的城市夜景，霓虹灯牌上写着“未来”',
];

/** Style names are words that the illustrator reads, with spaces for hyphens. */
const styled = (style) =>
  `a sailing boat on a lake below snowy mountains at sunset, ${style === 'oil' ? 'oil painting' : `${style.replaceAll('-', ' ')} style`}`;

/** Paints `prompts` at `paintedPx` a side and sets them out as tiles of `tilePx`, `columns` in a row. */
async function paintSheet(painters, file, { prompts, columns, tilePx, paintedPx, seed }) {
  const pictures = await Promise.all(
    prompts.map((prompt) => painters.paint({ prompt, width: paintedPx, height: paintedPx, seed, format: 'png' })),
  );
  const tiles = await Promise.all(pictures.map(({ bytes }) => sharp(bytes).resize(tilePx, tilePx).toBuffer()));
  const side = (count) => count * tilePx + (count - 1) * gap;
  const height = side(Math.ceil(tiles.length / columns));
  const place = (index) => ({
    left: (index % columns) * (tilePx + gap),
    top: Math.floor(index / columns) * (tilePx + gap),
  });
  const target = fileURLToPath(new URL(`../docs/images/${file}`, import.meta.url));
  await sharp({ create: { width: side(columns), height, channels: 3, background: '#ffffff' } })
    .composite(tiles.map((input, index) => ({ input, ...place(index) })))
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(target);
  console.log(`painted docs/images/${file}`);
}

await build();
const painters = createPainters();
await paintSheet(painters, 'contact-sheet.jpg', { prompts, columns: 3, tilePx: 400, paintedPx: 800, seed: 5 });
await paintSheet(painters, 'styles.jpg', {
  prompts: styleNames.map(styled),
  columns: 6,
  tilePx: 200,
  paintedPx: 600,
  seed: 4,
});
await painters.close();
