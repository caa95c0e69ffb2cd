// Pictures in terminals: which protocol a terminal speaks, told by its environment, and what each wants to be sent.
//
// kitty's graphics protocol (sw.kovidgoyal.net/kitty/graphics-protocol) takes PNG in base64, 4096 characters a piece;
// iTerm2's inline images (iterm2.com/documentation-images.html) take a whole file. Asking the terminal itself would mean
// reading from it while a task runs; what terminals put into the environment is enough.
import type { Environment } from '../../config/environment.js';

export type GraphicsProtocol = 'kitty' | 'iterm2';

/** Longest piece of base64 in one kitty command. */
const pieceLength = 4096;

/** The protocol of the terminal of this environment, or undefined. tmux and screen would show garbage or nothing. */
export function detectGraphics(env: Environment): GraphicsProtocol | undefined {
  if (env.TMUX || env.STY || env.TERM === 'dumb' || /^(?:screen|tmux)/.test(env.TERM ?? '')) return undefined;
  const { TERM: term = '', TERM_PROGRAM: program = '' } = env;
  if (program === 'WezTerm' || program === 'iTerm.app' || env.LC_TERMINAL === 'iTerm2' || program === 'mintty') {
    return 'iterm2';
  }
  if (term === 'xterm-kitty' || env.KITTY_WINDOW_ID || term === 'xterm-ghostty' || program === 'ghostty')
    return 'kitty';
  // Konsole speaks it since 22.04.
  return Number(env.KONSOLE_VERSION ?? 0) >= 220_400 ? 'kitty' : undefined;
}

/** The characters that make a terminal show a PNG, `columns` wide, and put the cursor on the line below. */
export function encodeGraphics(protocol: GraphicsProtocol, png: Uint8Array, columns: number): string {
  const base64 = Buffer.from(png).toString('base64');
  if (protocol === 'iterm2') {
    return `\u001b]1337;File=inline=1;size=${png.length};width=${columns};preserveAspectRatio=1:${base64}\u0007\n`;
  }
  const pieces = base64.match(new RegExp(`.{1,${pieceLength}}`, 'g')) ?? [];
  const commands = pieces.map((piece, index) => {
    const more = index < pieces.length - 1 ? 1 : 0;
    // a=T: show at once; f=100: PNG; q=2: the terminal answers nothing, which nobody would read.
    const control = index === 0 ? `a=T,f=100,q=2,c=${columns},m=${more}` : `m=${more}`;
    return `\u001b_G${control};${piece}\u001b\\`;
  });
  return `${commands.join('')}\n`;
}
