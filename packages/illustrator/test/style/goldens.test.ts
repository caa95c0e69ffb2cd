// Golden pictures, one per style: a perceptual hash, so that no style changes its looks unnoticed, and a byte hash, so that the same
// request gives the same file. After a change that was meant, look at the pictures and write both anew:
// `UPDATE_GOLDENS=1 npm test -- style/goldens`
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { type StyleName, styleNames } from '../../src/brief/vocabulary.js';
import { illustrate } from '../../src/illustrate.js';
import { createPainters } from '../../src/pool/create-painters.js';

/** Beside the source, so that the built test finds it too. */
const goldenFile = new URL('../../../test/style/golden-hashes.json', import.meta.url);
/** Bits of 256 that another build of the rasteriser may flip. */
const tolerance = 12;
const side = 256;
/** Bytes are promised for one family of processors: others round some colours the other way. */
const family = `${process.arch} ${(cpus()[0]?.model ?? '').split(' ')[0]}`;

interface Golden {
  looks: string;
  sha256: string;
}
interface Goldens {
  family: string;
  styles: Record<string, Golden>;
}

/** What to ask for to get each style. */
const words: Record<StyleName, string> = {
  'soft-light': '',
  oil: 'oil painting',
  'van-gogh': 'Van Gogh style',
  impressionist: 'impressionist',
  watercolour: 'watercolour',
  'ink-wash': 'ink wash painting',
  gongbi: 'gongbi',
  'paper-cut': 'paper-cut',
  'ukiyo-e': 'ukiyo-e',
  pencil: 'pencil sketch',
  charcoal: 'charcoal drawing',
  'line-art': 'line art',
  comic: 'comic',
  'pixel-art': 'pixel art',
  'low-poly': 'low poly',
  'stained-glass': 'stained glass',
  felt: 'felt',
  neon: 'neon style',
};

const requestOf = (style: StyleName) =>
  ({
    prompt: `a red fox beside a lake, mountains, cloudy${words[style] ? `, ${words[style]}` : ''}`,
    width: side,
    height: side,
    seed: 11,
    format: 'png',
    metadata: false,
  }) as const;

/** Difference hash over 16 × 16 cells, and the mean colour: line work and colouring both count. As hexadecimal digits. */
async function looksOf(png: Uint8Array): Promise<string> {
  const grey = await sharp(png).greyscale().resize(17, 16, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
  let digits = '';
  for (let y = 0; y < 16; y += 1)
    for (let x = 0; x < 16; x += 4) {
      let bits = 0;
      for (let k = 0; k < 4; k += 1)
        bits = bits * 2 + ((grey[y * 17 + x + k] as number) > (grey[y * 17 + x + k + 1] as number) ? 1 : 0);
      digits += bits.toString(16);
    }
  const mean = await sharp(png).resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `${digits} ${mean.toString('hex')}`;
}

function differingBits(one: string, other: string): number {
  const [a = '', b = ''] = [one.split(' ')[0], other.split(' ')[0]];
  let count = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    let bits = Number.parseInt(a[i] ?? '0', 16) ^ Number.parseInt(b[i] ?? 'f', 16);
    for (; bits > 0; bits >>= 1) count += bits & 1;
  }
  return count;
}

/** Largest difference of the mean colours' channels. */
function colourDistance(one: string, other: string): number {
  const channels = (looks: string) => Buffer.from(looks.split(' ')[1] ?? '', 'hex');
  const [a, b] = [channels(one), channels(other)];
  return Math.max(...[0, 1, 2].map((c) => Math.abs((a[c] ?? 0) - (b[c] ?? 255))));
}

const pictures = new Map<StyleName, Uint8Array>();
const found: Record<string, Golden> = {};
for (const style of styleNames) {
  const { bytes, plan } = await illustrate(requestOf(style));
  assert.equal(plan.style, style);
  pictures.set(style, bytes);
  found[style] = { looks: await looksOf(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}
if (process.env.UPDATE_GOLDENS !== undefined)
  writeFileSync(goldenFile, `${JSON.stringify({ family, styles: found } satisfies Goldens, null, 2)}\n`);
const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as Goldens;

describe('golden pictures', () => {
  const painters = createPainters({ threads: 2 });
  after(() => painters.close());

  for (const style of styleNames) {
    it(`${style} looks as it did`, () => {
      const [now, then] = [found[style]?.looks ?? '', golden.styles[style]?.looks ?? ''];
      const differing = differingBits(now, then);
      assert.ok(differing <= tolerance, `${differing} of 256 bits differ`);
      assert.ok(colourDistance(now, then) <= 6, `mean colour ${now.split(' ')[1]}, was ${then.split(' ')[1]}`);
    });

    it(`${style} gives the bytes it gave`, (t) => {
      if (golden.family !== family) {
        t.skip(`bytes were written on ${golden.family}, this is ${family}`);
        return;
      }
      assert.equal(found[style]?.sha256, golden.styles[style]?.sha256);
    });
  }

  it('come out of two painting threads at once with the same bytes', async () => {
    const painted = await Promise.all(styleNames.map((style) => painters.paint(requestOf(style))));
    for (const [i, style] of styleNames.entries())
      assert.deepEqual(painted[i]?.bytes, new Uint8Array(pictures.get(style) ?? []), style);
  });

  it('tell styles apart', () => {
    const all = Object.values(golden.styles);
    all.forEach((one, i) => {
      for (const other of all.slice(i + 1))
        assert.ok(differingBits(one.looks, other.looks) > tolerance || colourDistance(one.looks, other.looks) > 6);
    });
  });
});
