// Paints the contact sheet of the README: one picture a prompt, three in a row, as docs/images/contact-sheet.jpg.
// Same version, same bytes: run it after the illustrator has changed, and look at the result.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { createPainters } from '../packages/illustrator/dist/src/index.js';
import { build } from './build.mjs';

const target = fileURLToPath(new URL('../docs/images/contact-sheet.jpg', import.meta.url));
const tile = 400;
const gap = 8;
const columns = 3;
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

await build();
const painters = createPainters();
const pictures = await Promise.all(
  prompts.map((prompt) => painters.paint({ prompt, width: 800, height: 800, seed: 5, format: 'png' })),
);
await painters.close();
const tiles = await Promise.all(pictures.map(({ bytes }) => sharp(bytes).resize(tile, tile).toBuffer()));
const rows = Math.ceil(tiles.length / columns);
const side = (count) => count * tile + (count - 1) * gap;
await mkdir(fileURLToPath(new URL('.', `file://${target}`)), { recursive: true });
await sharp({ create: { width: side(columns), height: side(rows), channels: 3, background: '#ffffff' } })
  .composite(
    tiles.map((input, index) => ({
      input,
      left: (index % columns) * (tile + gap),
      top: Math.floor(index / columns) * (tile + gap),
    })),
  )
  .jpeg({ quality: 82, mozjpeg: true })
  .toFile(target);
console.log(`painted ${target}`);
