// Shows pictures to whoever sits at the terminal, where it can; never where output is piped on.
import type { CommandWorld } from '../command-world.js';
import { detectGraphics, encodeGraphics, type GraphicsProtocol } from './terminal-graphics.js';

/** Width of a preview, in pixels and in columns of text. */
const widthPx = 640;
const widthColumns = 48;

/** Small copies of the pictures, as PNG, on standard error. A picture that cannot be read is left out. */
export async function showPictures(
  pictures: readonly Uint8Array[],
  wanted: string,
  world: CommandWorld,
): Promise<void> {
  const protocol = chooseProtocol(wanted, world);
  if (protocol === undefined) return;
  const { default: sharp } = await import('sharp');
  // Some terminals say 0: they do not know.
  const columns = Math.max(10, Math.min(widthColumns, (world.stderr.columns || 80) - 1));
  for (const bytes of pictures) {
    const small = sharp(bytes, { limitInputPixels: 64e6 }).resize({ width: widthPx, withoutEnlargement: true }).png();
    const png = await small.toBuffer().catch(() => undefined);
    if (png) world.stderr.write(encodeGraphics(protocol, png, columns));
  }
}

/** `auto` asks the environment; both outputs must be the person's terminal. */
function chooseProtocol(wanted: string, { stdout, stderr, env }: CommandWorld): GraphicsProtocol | undefined {
  if (wanted === 'off' || stdout.isTTY !== true || stderr.isTTY !== true) return undefined;
  return wanted === 'kitty' || wanted === 'iterm2' ? wanted : detectGraphics(env);
}
