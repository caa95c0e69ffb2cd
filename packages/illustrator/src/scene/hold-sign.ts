// Texts that somebody holds, or that stand on a thing itself.
import { type Group, heightOf, type Piece, widthOf } from './group.js';
import type { Instance } from './instances.js';

/** A held sign, large enough to read, below the face; other carriers lie on their holder. */
export function addSign(
  group: Group,
  own: Piece,
  holder: Instance,
  carrier: string,
  index: number,
  aspect: number,
): void {
  const w = widthOf(own);
  const h = heightOf(own);
  if (
    carrier === 'shirt' ||
    carrier === 'object' ||
    carrier === 'cake' ||
    carrier === 'screen' ||
    (carrier === 'book' && holder.fact.kind === 'object')
  ) {
    const area =
      holder.fact.anchors.face ??
      (carrier === 'shirt'
        ? [0.28, 0.44, 0.72, 0.62]
        : carrier === 'cake'
          ? [0.14, 0.52, 0.86, 0.78]
          : [0.12, 0.2, 0.88, 0.7]);
    const [ax0 = 0, ay0 = 0, ax1 = 1, ay1 = 1] = area;
    group.signs.push({
      lettering: index,
      x0: own.x0 + ax0 * w,
      y0: own.y0 + ay0 * h,
      x1: own.x0 + ax1 * w,
      y1: own.y0 + ay1 * h,
      order: 12,
      onSurface: true,
    });
    return;
  }
  const wide = Math.max(0.62 * h, Math.min(1.05 * h, w * 0.9));
  // Two or three letters do not need a door: what counts is that they are large enough to read.
  const board =
    aspect < 1.6 ? { width: wide * 0.72, height: (wide * 0.72) / aspect } : { width: wide, height: wide / aspect };
  const hand = holder.fact.anchors.hands ?? [0.5, 0.6];
  const head = holder.fact.anchors.head;
  const x = own.x0 + hand[0] * w;
  const chin = head ? own.y0 + head[3] * h : own.y0 + 0.36 * h;
  // Gripped at the lower edge, so that no finger covers a letter.
  const y = Math.max(own.y0 + hand[1] * h - board.height * 0.4, chin + board.height * 0.5 + 0.01);
  group.signs.push({
    lettering: index,
    x0: x - board.width / 2,
    x1: x + board.width / 2,
    y0: y - board.height / 2,
    y1: y + board.height / 2,
    order: 12,
    onSurface: false,
  });
}
