// The typefaces of the illustrator, registered with Skia when first needed, and which of them writes a given text.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

/** `sans` is upright and clear, `brush` a Chinese brush hand (running script). */
export type Hand = 'sans' | 'brush';

/** Names under which the files are registered: our own, so that no font of the machine can take their place. */
const sansFamily = 'Inkling Sans';
const brushFamily = 'Inkling Brush';

interface FontFile {
  family: string;
  /** A path of the package that its `exports` let through. */
  module: string;
  /** The font file, relative to that. */
  file: string;
}

const files: readonly FontFile[] = [
  // Han, kana, Latin, Vietnamese, Greek without accents, Cyrillic: 30,789 glyphs.
  { family: sansFamily, module: '@embedpdf/fonts-sc', file: '../fonts/NotoSansHans-Bold.otf' },
  {
    family: brushFamily,
    module: '@fontsource/ma-shan-zheng/package.json',
    file: 'files/ma-shan-zheng-chinese-simplified-400-normal.woff2',
  },
  {
    family: 'Inkling Hangul',
    module: '@fontsource/do-hyeon/package.json',
    file: 'files/do-hyeon-korean-400-normal.woff2',
  },
  { family: 'Inkling Arabic', module: '@embedpdf/fonts-arabic', file: '../fonts/NotoNaskhArabic-Bold.ttf' },
  ...(['devanagari', 'thai', 'hebrew'] as const).map((script) => ({
    family: `Inkling ${script}`,
    module: `@fontsource/noto-sans-${script}/package.json`,
    file: `files/noto-sans-${script}-${script}-700-normal.woff2`,
  })),
];

let registered = false;

function registerFonts(): void {
  if (registered) return;
  const { resolve } = createRequire(import.meta.url);
  for (const { family, module, file } of files)
    GlobalFonts.registerFromPath(join(dirname(resolve(module)), file), family);
  registered = true;
}

/** A CSS `font` family list that can write `text` in the hand asked for. Fonts are loaded at the first call (about 60 ms). */
export function fontFamilies(hand: Hand): string {
  registerFonts();
  const families = files.map(({ family }) => `"${family}"`).filter((family) => !family.includes(brushFamily));
  return (hand === 'brush' ? [`"${brushFamily}"`, ...families] : families).join(', ');
}
