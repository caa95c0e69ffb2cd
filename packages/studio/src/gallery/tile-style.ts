// Rows of pictures of one height without any measuring: a tile grows in proportion to its ratio.
import type { CSSProperties } from 'react';

/** Height that rows aim at, px; the style sheet halves it on phones. */
const rowHeight = 260;

/** Style of a tile of this width over height. */
export function tileStyle(ratio: number): CSSProperties {
  return { '--ratio': ratio, '--basis': `${ratio * rowHeight}px` } as CSSProperties;
}
