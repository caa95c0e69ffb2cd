// Things worn on face and neck: glasses, scarves, ties, masks, headphones, necklaces.
import type { Sketch } from '../sketch.js';
import { darker, lighter } from '../tone.js';
import type { HeadFrame } from './frame.js';

interface Trinket {
  name: string;
  colour: string;
  draw(sketch: Sketch, frame: HeadFrame, colour: string): void;
}

function drawGlasses(sketch: Sketch, { x, eyeY, eyeGap, half }: HeadFrame, frame: string, glass: string): void {
  const r = eyeGap * 0.72;
  for (const side of [-1, 1]) {
    sketch.ellipse(x + side * eyeGap, eyeY + r * 0.06, r * 1.1, r, frame);
    sketch.ellipse(x + side * eyeGap, eyeY + r * 0.06, r * 0.9, r * 0.8, glass);
    sketch.line(`M${x + side * (eyeGap + r)} ${eyeY}L${x + side * half * 1.0} ${eyeY - r * 0.3}`, r * 0.2, frame);
  }
  sketch.line(`M${x - eyeGap + r} ${eyeY}Q${x} ${eyeY - r * 0.4} ${x + eyeGap - r} ${eyeY}`, r * 0.2, frame);
}

const trinkets: Readonly<Record<string, Omit<Trinket, 'name'>>> = {
  glasses: {
    colour: '#5a3d2e',
    draw(sketch, frame, colour) {
      const r = frame.eyeGap * 0.72;
      for (const side of [-1, 1]) {
        const d = `M${frame.x + side * frame.eyeGap - r} ${frame.eyeY}a${r} ${r * 0.9} 0 1 0 ${2 * r} 0a${r} ${r * 0.9} 0 1 0 ${-2 * r} 0Z`;
        sketch.path(d, '#e8f6ff*0.3');
        sketch.line(d, r * 0.2, colour);
        sketch.line(
          `M${frame.x + side * (frame.eyeGap + r)} ${frame.eyeY}L${frame.x + side * frame.half} ${frame.eyeY - r * 0.3}`,
          r * 0.18,
          colour,
        );
      }
      sketch.line(
        `M${frame.x - frame.eyeGap + r} ${frame.eyeY}Q${frame.x} ${frame.eyeY - r * 0.4} ${frame.x + frame.eyeGap - r} ${frame.eyeY}`,
        r * 0.2,
        colour,
      );
    },
  },
  sunglasses: {
    colour: '#26262c',
    draw: (sketch, frame, colour) =>
      drawGlasses(sketch, frame, colour, `${lighter(colour, 0.28)}>${darker(colour, 0.3)}`),
  },
  scarf: {
    colour: '#d0363a',
    draw(sketch, { x, neckY, neckHalf: u }, colour) {
      sketch.path(
        `M${x + u * 0.2} ${neckY}L${x + u * 0.95} ${neckY + u * 0.1}L${x + u * 1.0} ${neckY + u * 1.9}L${x + u * 0.32} ${neckY + u * 1.95}Z`,
        `${colour}>${darker(colour, 0.16)}`,
      );
      for (const dy of [1.4, 1.62])
        sketch.line(
          `M${x + u * 0.38} ${neckY + u * dy}L${x + u * 0.95} ${neckY + u * (dy - 0.03)}`,
          u * 0.09,
          `${lighter(colour, 0.5)}*0.7`,
        );
      sketch.path(
        `M${x - u * 1.12} ${neckY - u * 0.24}Q${x} ${neckY + u * 0.34} ${x + u * 1.12} ${neckY - u * 0.24}Q${x + u * 1.28} ${neckY + u * 0.26} ${x + u * 0.9} ${neckY + u * 0.42}Q${x} ${neckY + u * 0.86} ${x - u * 0.9} ${neckY + u * 0.42}Q${x - u * 1.28} ${neckY + u * 0.26} ${x - u * 1.12} ${neckY - u * 0.24}Z`,
        `${lighter(colour, 0.12)}>${darker(colour, 0.08)}`,
      );
    },
  },
  tie: {
    colour: '#b8283a',
    draw(sketch, { x, neckY, neckHalf: u }, colour) {
      sketch.path(
        `M${x - u * 0.26} ${neckY + u * 0.1}H${x + u * 0.26}L${x + u * 0.14} ${neckY + u * 0.46}L${x + u * 0.32} ${neckY + u * 1.9}L${x} ${neckY + u * 2.3}L${x - u * 0.32} ${neckY + u * 1.9}L${x - u * 0.14} ${neckY + u * 0.46}Z`,
        `${lighter(colour, 0.1)}>${darker(colour, 0.12)}`,
      );
    },
  },
  'bow tie': {
    colour: '#b8283a',
    draw(sketch, { x, neckY, neckHalf: u }, colour) {
      for (const side of [-1, 1])
        sketch.path(
          `M${x} ${neckY + u * 0.24}L${x + side * u * 0.66} ${neckY - u * 0.1}Q${x + side * u * 0.76} ${neckY + u * 0.24} ${x + side * u * 0.66} ${neckY + u * 0.58}Z`,
          `${lighter(colour, 0.1)}>${darker(colour, 0.14)}`,
        );
      sketch.ellipse(x, neckY + u * 0.24, u * 0.16, u * 0.2, darker(colour, 0.2));
    },
  },
  necklace: {
    colour: '#f2c84b',
    draw(sketch, { x, neckY, neckHalf: u }, colour) {
      sketch.line(`M${x - u * 0.8} ${neckY}Q${x} ${neckY + u * 1.1} ${x + u * 0.8} ${neckY}`, u * 0.1, colour);
      sketch.ellipse(x, neckY + u * 0.62, u * 0.17, u * 0.2, lighter(colour, 0.3));
    },
  },
  mask: {
    colour: '#9fcbe0',
    draw(sketch, { x, mouthY, half: u }, colour) {
      sketch.path(
        `M${x - u * 0.72} ${mouthY - u * 0.36}Q${x} ${mouthY - u * 0.56} ${x + u * 0.72} ${mouthY - u * 0.36}Q${x + u * 0.66} ${mouthY + u * 0.3} ${x} ${mouthY + u * 0.42}Q${x - u * 0.66} ${mouthY + u * 0.3} ${x - u * 0.72} ${mouthY - u * 0.36}Z`,
        `${lighter(colour, 0.3)}>${colour}`,
      );
      for (const side of [-1, 1])
        sketch.line(
          `M${x + side * u * 0.7} ${mouthY - u * 0.3}L${x + side * u * 0.98} ${mouthY - u * 0.42}`,
          u * 0.05,
          colour,
        );
    },
  },
  headphones: {
    colour: '#33363f',
    draw(sketch, { x, eyeY, topY, half: u }, colour) {
      sketch.line(
        `M${x - u * 1.06} ${eyeY + u * 0.1}C${x - u * 1.2} ${topY - u * 0.3} ${x + u * 1.2} ${topY - u * 0.3} ${x + u * 1.06} ${eyeY + u * 0.1}`,
        u * 0.16,
        colour,
      );
      for (const side of [-1, 1])
        sketch.ellipse(x + side * u * 1.08, eyeY + u * 0.18, u * 0.22, u * 0.34, `${lighter(colour, 0.25)}>${colour}`);
    },
  },
};

const otherNames: Readonly<Record<string, string>> = {
  goggles: 'glasses',
  shawl: 'scarf',
  bandana: 'scarf',
  围巾: 'scarf',
  领结: 'bow tie',
  bowtie: 'bow tie',
  红领巾: 'scarf',
};

/** The trinket a word names; undefined for everything else. */
export function findTrinket(word: string): Trinket | undefined {
  const name = trinkets[word] === undefined ? (otherNames[word] ?? '') : word;
  const trinket = trinkets[name];
  return trinket && { name, ...trinket };
}
