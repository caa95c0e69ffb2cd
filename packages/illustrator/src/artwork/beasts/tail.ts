// Tails for the bodies of ours: each a shape or two that starts at the rump and points to the right.
import type { Point } from '../drawing.js';
import { limb, type Sketch } from '../sketch.js';
import type { Beast } from './beast.js';

type DrawTail = (sketch: Sketch, beast: Beast, root: Point, size: number) => void;

/** A tapering plume with a tip of another colour. */
const plume =
  (thick: number, long: number): DrawTail =>
  (sketch, { coat, shade, tailTip, rim }, [x, y], size) => {
    const at = (dx: number, dy: number): Point => [x + dx * size * long, y + dy * size * long];
    const spine = [at(-0.1, 0.08), at(0.24, 0.16), at(0.55, 0.02), at(0.82, -0.3)];
    const shape = limb(spine, [size * 0.16, size * thick * 0.8, size * thick, size * 0.18]);
    if (rim) sketch.line(shape, 5, rim);
    sketch.path(shape, `${coat}|${shade}`);
    if (tailTip)
      sketch.clipped(shape, () => {
        sketch.ellipse(...at(0.86, -0.34), size * 0.34 * long, size * 0.3 * long, tailTip, -40);
      });
  };

const tails: Readonly<Record<Beast['tail'], DrawTail>> = {
  brush: plume(0.56, 1.45),
  bushy: plume(0.38, 1.05),
  tuft(sketch, { shade, tailTip }, [x, y], size) {
    sketch.line(
      `M${x - 4} ${y + 4}c${size * 0.5} ${size * 0.1} ${size * 0.2} ${-size * 0.6} ${size * 0.72} ${-size * 0.62}`,
      size * 0.11,
      shade,
    );
    sketch.ellipse(x + size * 0.76, y - size * 0.64, size * 0.17, size * 0.11, tailTip ?? shade, -25);
  },
  long(sketch, { shade }, [x, y], size) {
    sketch.line(
      `M${x - 4} ${y + 4}c${size * 0.6} ${size * 0.05} ${size * 0.2} ${-size * 0.75} ${size * 0.62} ${-size * 0.8}`,
      size * 0.15,
      shade,
    );
  },
  stub(sketch, { coat, shade, rim }, [x, y], size) {
    if (rim) sketch.ellipse(x + size * 0.04, y, size * 0.17, size * 0.14, rim);
    sketch.ellipse(x + size * 0.04, y, size * 0.15, size * 0.12, `${coat}>${shade}`);
  },
  ball(sketch, { tailTip, chest }, [x, y], size) {
    sketch.ellipse(x + size * 0.06, y + size * 0.1, size * 0.2, size * 0.19, tailTip ?? chest);
  },
  curl(sketch, { shade }, [x, y], size) {
    sketch.line(
      `M${x - 4} ${y}c${size * 0.3} ${-size * 0.3} ${size * 0.34} ${size * 0.12} ${size * 0.16} ${size * 0.06}s${size * 0.04} ${-size * 0.24} ${size * 0.28} ${-size * 0.16}`,
      size * 0.08,
      shade,
    );
  },
  hair(sketch, { tailTip, shade }, [x, y], size) {
    const at = (dx: number, dy: number): Point => [x + dx * size, y + dy * size];
    sketch.path(
      limb(
        [at(-0.05, 0), at(0.22, -0.02), at(0.38, 0.35), at(0.34, 0.8)],
        [size * 0.1, size * 0.2, size * 0.3, size * 0.1],
      ),
      tailTip ?? shade,
    );
  },
  none: () => undefined,
};

/** Draws the tail of a beast with its root at `root`; its size follows the depth of the trunk. */
export function drawTail(sketch: Sketch, beast: Beast, root: Point): void {
  tails[beast.tail](sketch, beast, root, beast.depth);
}
