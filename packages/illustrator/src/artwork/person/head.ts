// The head: neck, ears, face and what it expresses.
import type { ActionName } from '../../brief/vocabulary.js';
import type { Sketch } from '../sketch.js';
import { darker, mixHex } from '../tone.js';
import type { Age, Build } from './build.js';

/** What a face is drawn from. */
export interface Face {
  sketch: Sketch;
  build: Build;
  age: Age;
  skin: string;
  skinShade: string;
  hair: string;
  action: ActionName | null;
  beard: boolean;
  moustache: boolean;
}

/** Neck down to the collar; the trunk may have moved down by `drop`, the head moves with it. */
export function drawNeck({ sketch, build, skin, skinShade }: Face): void {
  const half = build.faceX * 0.36;
  const [from, to] = [build.chinY - 14, build.shoulderY + 6];
  sketch.path(
    `M${-half} ${from}V${to - 6}Q${-half * 1.4} ${to} ${-half * 1.7} ${to}H${half * 1.7}Q${half * 1.4} ${to} ${half} ${to - 6}V${from}Z`,
    skin,
  );
  sketch.path(
    `M${-half} ${from}V${build.chinY + 6}Q0 ${build.chinY + 16} ${half} ${build.chinY + 2}V${from}Z`,
    skinShade,
  );
}

function drawMouth({ sketch, build, action, age }: Face, feature: string): void {
  const { faceX: fx, faceY: fy, headY } = build;
  const y = headY + fy * 0.52;
  if (action === 'singing' || action === 'dancing' || action === 'jumping') {
    sketch.path(
      `M${-fx * 0.26} ${y - 3}H${fx * 0.26}Q${fx * 0.2} ${y + fy * 0.26} 0 ${y + fy * 0.26}Q${-fx * 0.2} ${y + fy * 0.26} ${-fx * 0.26} ${y - 3}Z`,
      '#7a2b2e',
    );
    sketch.path(`M${-fx * 0.2} ${y - 2}H${fx * 0.2}L${fx * 0.17} ${y + 3}H${-fx * 0.17}Z`, '#ffffff');
    return;
  }
  if (action === 'crying') {
    sketch.line(`M${-fx * 0.2} ${y + 5}Q0 ${y - 6} ${fx * 0.2} ${y + 5}`, fx * 0.08, feature);
    return;
  }
  const wide = action === 'smiling' ? 0.3 : 0.22;
  const lips = age === 'woman' ? '#c4505c' : feature;
  sketch.line(
    `M${-fx * wide} ${y}Q0 ${y + fy * (action === 'smiling' ? 0.26 : 0.18)} ${fx * wide} ${y}`,
    fx * 0.085,
    lips,
  );
}

function drawEyes({ sketch, build, age, action, hair, skin }: Face): void {
  const { faceX: fx, faceY: fy, headY } = build;
  const young = age === 'boy' || age === 'girl' || age === 'baby';
  const y = headY + fy * (young ? 0.14 : 0.06);
  const [rx, ry] = young ? [fx * 0.125, fy * 0.165] : [fx * 0.11, fy * 0.14];
  const brow = age === 'old man' || age === 'old woman' ? '#b9b9b7' : mixHex(hair, '#1d1420', 0.25);
  for (const side of [-1, 1]) {
    const x = side * fx * 0.42;
    if (action === 'sleeping' || action === 'lying')
      sketch.line(`M${x - rx * 1.3} ${y}q${rx * 1.3} ${ry} ${rx * 2.6} 0`, rx * 0.55, '#3a2a26');
    else {
      sketch.ellipse(x, y, rx, ry, '#352420');
      sketch.ellipse(x - rx * 0.3, y - ry * 0.38, rx * 0.36, ry * 0.34, '#ffffff');
      if (age === 'woman' || age === 'girl')
        sketch.line(
          `M${x - rx * 1.25 * side} ${y - ry * 0.7}Q${x} ${y - ry * 1.35} ${x + side * rx * 1.5} ${y - ry * 0.85}`,
          rx * 0.42,
          '#352420',
        );
    }
    const browY = y - ry * (action === 'crying' ? 2.2 : 2.05);
    const tilt = action === 'crying' ? -side * 3 : 0;
    sketch.line(
      `M${x - rx * 1.5} ${browY + 2 + tilt}Q${x} ${browY - 2.5} ${x + rx * 1.5} ${browY + 2 - tilt}`,
      fx * (age === 'man' || age === 'old man' ? 0.105 : 0.075),
      brow,
    );
    sketch.ellipse(side * fx * 0.6, headY + fy * 0.42, fx * 0.17, fy * 0.11, `${mixHex(skin, '#ff5a5a', 0.45)}*0.45`);
    if (action === 'crying')
      sketch.path(
        `M${x} ${y + ry * 1.2}q${-rx * 0.9} ${ry * 1.6} 0 ${ry * 2.1}q${rx * 0.9} ${-ry * 0.5} 0 ${-ry * 2.1}Z`,
        '#6fb9ea',
      );
  }
}

/** Beards and moustaches. */
function drawBeard({ sketch, build, beard, moustache, hair }: Face): void {
  const { faceX: fx, faceY: fy, headY, chinY } = build;
  const shade = darker(hair, 0.15);
  if (beard)
    sketch.path(
      `M${-fx * 1.0} ${headY + fy * 0.1}C${-fx * 1.0} ${headY + fy * 0.9} ${-fx * 0.6} ${chinY + fy * 0.34} 0 ${chinY + fy * 0.36}C${fx * 0.6} ${chinY + fy * 0.34} ${fx} ${headY + fy * 0.9} ${fx} ${headY + fy * 0.1}C${fx * 0.86} ${headY + fy * 0.42} ${fx * 0.56} ${headY + fy * 0.34} 0 ${headY + fy * 0.36}C${-fx * 0.56} ${headY + fy * 0.34} ${-fx * 0.86} ${headY + fy * 0.42} ${-fx} ${headY + fy * 0.1}Z`,
      `${hair}>${shade}`,
    );
  if (moustache || beard)
    sketch.path(
      `M0 ${headY + fy * 0.36}C${fx * 0.2} ${headY + fy * 0.28} ${fx * 0.46} ${headY + fy * 0.36} ${fx * 0.5} ${headY + fy * 0.52}C${fx * 0.3} ${headY + fy * 0.52} ${fx * 0.12} ${headY + fy * 0.5} 0 ${headY + fy * 0.46}C${-fx * 0.12} ${headY + fy * 0.5} ${-fx * 0.3} ${headY + fy * 0.52} ${-fx * 0.5} ${headY + fy * 0.52}C${-fx * 0.46} ${headY + fy * 0.36} ${-fx * 0.2} ${headY + fy * 0.28} 0 ${headY + fy * 0.36}Z`,
      shade,
    );
}

/** Ears, face and features. */
export function drawFace(face: Face): void {
  const { sketch, build, skin, skinShade, age } = face;
  const { faceX: fx, faceY: fy, headY, chinY } = build;
  for (const side of [-1, 1]) {
    sketch.ellipse(side * fx * 1.0, headY + fy * 0.16, fx * 0.17, fy * 0.22, skin);
    sketch.ellipse(side * fx * 1.01, headY + fy * 0.17, fx * 0.08, fy * 0.12, skinShade);
  }
  const round =
    age === 'boy' || age === 'girl' || age === 'baby' ? 0.82 : age === 'man' || age === 'old man' ? 0.76 : 0.68;
  sketch.path(
    `M0 ${headY - fy * 1.06}C${fx * 0.72} ${headY - fy * 1.06} ${fx * 1.02} ${headY - fy * 0.6} ${fx * 1.0} ${headY + fy * 0.05}C${fx * 0.98} ${headY + fy * 0.56} ${fx * round} ${chinY} 0 ${chinY}C${-fx * round} ${chinY} ${-fx * 0.98} ${headY + fy * 0.56} ${-fx} ${headY + fy * 0.05}C${-fx * 1.02} ${headY - fy * 0.6} ${-fx * 0.72} ${headY - fy * 1.06} 0 ${headY - fy * 1.06}Z`,
    `${skin}@${mixHex(skin, skinShade, 0.55)}`,
  );
  const feature = darker(mixHex(skinShade, '#8a3a2c', 0.55), 0.25);
  drawBeard(face);
  drawEyes(face);
  sketch.line(
    `M${-fx * 0.07} ${headY + fy * 0.3}Q0 ${headY + fy * 0.37} ${fx * 0.09} ${headY + fy * 0.29}`,
    fx * 0.07,
    darker(skinShade, 0.12),
  );
  drawMouth(face, feature);
  if (age === 'old man' || age === 'old woman') {
    for (const side of [-1, 1]) {
      sketch.line(
        `M${side * fx * 0.3} ${headY + fy * 0.34}Q${side * fx * 0.42} ${headY + fy * 0.48} ${side * fx * 0.36} ${headY + fy * 0.62}`,
        1.5,
        `${darker(skinShade, 0.2)}*0.7`,
      );
      sketch.line(
        `M${side * fx * 0.24} ${headY - fy * 0.62}Q0 ${headY - fy * 0.68} 0 ${headY - fy * 0.66}`,
        1.4,
        `${darker(skinShade, 0.2)}*0.6`,
      );
    }
  }
}
