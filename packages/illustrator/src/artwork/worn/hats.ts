// Headwear, drawn to fit a head frame. All measures are shares of half the head (`u`).
import type { Sketch } from '../sketch.js';
import { darker, lighter } from '../tone.js';
import { type Hat, type HeadFrame, shape } from './frame.js';
import { helmets } from './helmets.js';

type DrawHat = (sketch: Sketch, frame: HeadFrame, colour: string) => void;

const brimmed =
  (crown: string, brim: number, droop: number, band: string): DrawHat =>
  (sketch, frame, colour) => {
    const { x, browY, half: u } = frame;
    sketch.ellipse(x, browY + u * 0.02, u * brim, u * droop, `${darker(colour, 0.06)}>${darker(colour, 0.22)}`);
    sketch.path(shape(frame, crown), `${lighter(colour, 0.12)}>${darker(colour, 0.06)}`);
    sketch.path(
      shape(frame, 'M -1.04 -0.06 Q 0 0.2 1.04 -0.06 L 1 -0.34 Q 0 -0.12 -1 -0.34 Z'),
      band === '' ? darker(colour, 0.35) : band,
    );
  };

const softCrown = 'M -1.04 0 C -1.1 -0.6 -0.8 -1.06 0 -1.06 C 0.8 -1.06 1.1 -0.6 1.04 0 Q 0 0.24 -1.04 0 Z';
const peaked = 'M -1.06 -0.02 C -1.14 -0.6 -0.84 -1 0 -1 C 0.84 -1 1.14 -0.6 1.06 -0.02 Q 0 0.18 -1.06 -0.02 Z';

const flatCap =
  (emblem: string, visor: string): DrawHat =>
  (sketch, frame, colour) => {
    const { x, browY, half: u } = frame;
    sketch.path(
      shape(frame, 'M -1 -0.24 C -1.5 -0.6 -1.3 -1 0 -1.06 C 1.3 -1 1.5 -0.6 1 -0.24 Z'),
      `${lighter(colour, 0.14)}>${colour}`,
    );
    sketch.path(
      shape(frame, 'M -1.04 0 L -1.02 -0.34 Q 0 -0.56 1.02 -0.34 L 1.04 0 Q 0 -0.16 -1.04 0 Z'),
      darker(colour, 0.2),
    );
    sketch.path(shape(frame, 'M -0.98 -0.04 Q 0 -0.24 0.98 -0.04 Q 0.7 0.3 0 0.32 Q -0.7 0.3 -0.98 -0.04 Z'), visor);
    sketch.ellipse(x, browY - u * 0.56, u * 0.17, u * 0.19, emblem);
  };

const hardHat: DrawHat = (sketch, frame, colour) => {
  sketch.path(shape(frame, peaked), `${lighter(colour, 0.22)}>${darker(colour, 0.06)}`);
  sketch.path(shape(frame, 'M -0.16 -1.02 Q 0 -1.14 0.16 -1.02 L 0.18 0.02 L -0.18 0.02 Z'), lighter(colour, 0.3));
  sketch.path(shape(frame, 'M -1.24 0 Q 0 -0.3 1.24 0 Q 1.1 0.2 0 0.06 Q -1.1 0.2 -1.24 0 Z'), darker(colour, 0.14));
};

const hats: Readonly<Record<string, Hat>> = {
  ...helmets,
  hat: { colour: '#ead9a4', draw: brimmed(softCrown, 1.72, 0.42, '#b5533c') },
  fedora: {
    colour: '#6b5442',
    draw: brimmed('M -1 0 L -0.92 -0.9 Q -0.5 -1.16 0 -0.94 Q 0.5 -1.16 0.92 -0.9 L 1 0 Q 0 0.2 -1 0 Z', 1.5, 0.28, ''),
  },
  'cowboy hat': {
    colour: '#a8743f',
    draw(sketch, frame, colour) {
      sketch.path(
        shape(frame, 'M -1.95 -0.34 Q -1.6 0.2 0 0.22 Q 1.6 0.2 1.95 -0.34 Q 1.3 0 0 -0.08 Q -1.3 0 -1.95 -0.34 Z'),
        `${darker(colour, 0.08)}>${darker(colour, 0.24)}`,
      );
      sketch.path(
        shape(
          frame,
          'M -1 0 C -1 -0.6 -0.86 -1.2 -0.5 -1.16 C -0.3 -1.14 -0.2 -0.98 0 -0.98 C 0.2 -0.98 0.3 -1.14 0.5 -1.16 C 0.86 -1.2 1 -0.6 1 0 Q 0 0.2 -1 0 Z',
        ),
        `${lighter(colour, 0.1)}>${colour}`,
      );
      sketch.path(shape(frame, 'M -1.02 -0.02 Q 0 0.2 1.02 -0.02 L 1 -0.24 Q 0 -0.04 -1 -0.24 Z'), darker(colour, 0.4));
    },
  },
  'top hat': {
    colour: '#34323c',
    draw: brimmed('M -0.92 0 L -1.0 -1.5 Q 0 -1.66 1.0 -1.5 L 0.92 0 Q 0 0.2 -0.92 0 Z', 1.5, 0.26, '#b8283a'),
  },
  cap: {
    colour: '#3f7fd0',
    draw(sketch, frame, colour) {
      sketch.path(shape(frame, peaked), `${lighter(colour, 0.14)}>${colour}`);
      sketch.path(
        shape(frame, 'M -0.9 -0.06 Q 0 -0.26 0.9 -0.06 Q 1.06 0.34 0 0.36 Q -1.06 0.34 -0.9 -0.06 Z'),
        darker(colour, 0.22),
      );
      sketch.ellipse(frame.x, frame.browY - frame.half * 1.0, frame.half * 0.1, frame.half * 0.07, darker(colour, 0.2));
    },
  },
  beanie: {
    colour: '#c9475f',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.ellipse(x, browY - u * 1.16, u * 0.3, u * 0.28, lighter(colour, 0.5));
      sketch.path(shape(frame, peaked), `${lighter(colour, 0.1)}>${colour}`);
      sketch.rect(x - u * 1.1, browY - u * 0.3, u * 2.2, u * 0.44, u * 0.18, darker(colour, 0.16));
    },
  },
  beret: {
    colour: '#b8283a',
    draw(sketch, frame, colour) {
      sketch.path(
        shape(
          frame,
          'M -1.04 -0.06 C -1.7 -0.3 -1.3 -1.06 0.1 -1 C 1.2 -0.96 1.5 -0.4 1.04 -0.08 Q 0 0.1 -1.04 -0.06 Z',
        ),
        `${lighter(colour, 0.1)}>${darker(colour, 0.1)}`,
      );
      sketch.line(shape(frame, 'M 0.1 -1 L 0.16 -1.14'), frame.half * 0.1, darker(colour, 0.1));
    },
  },
  helmet: { colour: '#d8433b', draw: hardHat },
  'hard hat': { colour: '#f5c431', draw: hardHat },
  crown: {
    colour: '#f2b632',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.path(
        shape(
          frame,
          'M -0.9 0 L -1.06 -0.86 L -0.52 -0.42 L 0 -1.06 L 0.52 -0.42 L 1.06 -0.86 L 0.9 0 Q 0 0.2 -0.9 0 Z',
        ),
        `${lighter(colour, 0.25)}>${darker(colour, 0.12)}`,
      );
      sketch.path(
        shape(frame, 'M -0.92 0.04 Q 0 0.24 0.92 0.04 L 0.9 -0.16 Q 0 0.04 -0.9 -0.16 Z'),
        darker(colour, 0.2),
      );
      for (const [dx, dy, gem] of [
        [-1.06, -0.9, '#d8433b'],
        [0, -1.1, '#3f7fd0'],
        [1.06, -0.9, '#d8433b'],
        [0, -0.22, '#d8433b'],
      ] as const)
        sketch.ellipse(x + dx * u, browY + dy * u, u * 0.11, u * 0.11, gem);
    },
  },
  'graduation cap': {
    colour: '#2f3340',
    draw(sketch, frame, colour) {
      sketch.path(
        shape(frame, 'M -0.96 0.04 L -0.92 -0.5 L 0.92 -0.5 L 0.96 0.04 Q 0 0.22 -0.96 0.04 Z'),
        darker(colour, 0.3),
      );
      sketch.path(shape(frame, 'M -1.6 -0.62 L 0 -1.06 L 1.6 -0.62 L 0 -0.2 Z'), `${lighter(colour, 0.16)}>${colour}`);
      sketch.line(shape(frame, 'M 0 -0.62 L 1.2 -0.46 L 1.22 0.16'), frame.half * 0.07, '#e9b93f');
      sketch.ellipse(
        frame.x + frame.half * 1.22,
        frame.browY + frame.half * 0.26,
        frame.half * 0.09,
        frame.half * 0.18,
        '#e9b93f',
      );
    },
  },
  'chef hat': {
    colour: '#ffffff',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      for (const [dx, dy, r] of [
        [-0.72, -0.98, 0.56],
        [0.72, -0.98, 0.56],
        [0, -1.24, 0.66],
      ] as const)
        sketch.ellipse(x + dx * u, browY + dy * u, r * u, r * u * 0.92, `${colour}>${darker(colour, 0.1)}`);
      sketch.path(
        shape(frame, 'M -1 0.04 L -1.02 -0.9 L 1.02 -0.9 L 1 0.04 Q 0 0.2 -1 0.04 Z'),
        `${darker(colour, 0.04)}>${darker(colour, 0.08)}`,
      );
      for (const dx of [-0.5, 0, 0.5])
        sketch.line(shape(frame, `M ${dx} -0.3 L ${dx * 1.1} -0.84`), u * 0.05, `${darker(colour, 0.2)}*0.6`);
    },
  },
  'witch hat': {
    colour: '#40345c',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.ellipse(x, browY + u * 0.02, u * 1.8, u * 0.34, `${darker(colour, 0.05)}>${darker(colour, 0.3)}`);
      sketch.path(
        shape(
          frame,
          'M -1.04 0 C -0.8 -0.7 -0.5 -1.3 -0.2 -1.9 C 0 -2.2 0.5 -2.36 0.86 -2.06 C 0.5 -2.02 0.42 -1.8 0.5 -1.5 C 0.64 -1 0.86 -0.5 1.04 0 Q 0 0.22 -1.04 0 Z',
        ),
        `${lighter(colour, 0.16)}>${colour}`,
      );
      sketch.path(shape(frame, 'M -1.04 -0.02 Q 0 0.22 1.04 -0.02 L 0.94 -0.32 Q 0 -0.1 -0.94 -0.32 Z'), '#e0912f');
      sketch.rect(x - u * 0.2, browY - u * 0.22, u * 0.4, u * 0.3, u * 0.06, '#f6d25c');
    },
  },
  'santa hat': {
    colour: '#d0282e',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.path(
        shape(
          frame,
          'M -1.04 0 C -0.96 -0.9 -0.3 -1.5 0.6 -1.3 C 1.2 -1.16 1.56 -0.6 1.5 -0.1 C 1.3 -0.5 1.1 -0.62 0.9 -0.6 C 1.02 -0.4 1.04 -0.2 1.04 0 Z',
        ),
        `${lighter(colour, 0.1)}>${darker(colour, 0.1)}`,
      );
      sketch.ellipse(x + u * 1.5, browY + u * 0.02, u * 0.26, u * 0.26, '#ffffff>#dfe3e8');
      sketch.rect(x - u * 1.16, browY - u * 0.22, u * 2.32, u * 0.4, u * 0.2, '#ffffff>#dfe3e8');
    },
  },
  'police cap': { colour: '#2f4a86', draw: flatCap('#f2c84b', '#1f2433') },
  'captain cap': { colour: '#f2f4f6', draw: flatCap('#e0b94a', '#23304a') },
  'pirate hat': {
    colour: '#34323c',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.path(
        shape(frame, 'M -1.6 0.06 C -1.7 -0.8 -0.9 -0.7 0 -1.3 C 0.9 -0.7 1.7 -0.8 1.6 0.06 Q 0 -0.3 -1.6 0.06 Z'),
        `${lighter(colour, 0.14)}>${colour}`,
      );
      sketch.line(shape(frame, 'M -1.56 0.02 Q 0 -0.34 1.56 0.02'), u * 0.1, '#e2b84a');
      sketch.ellipse(x, browY - u * 0.66, u * 0.2, u * 0.18, '#f4f2ea');
      sketch.rect(x - u * 0.1, browY - u * 0.56, u * 0.2, u * 0.14, u * 0.04, '#f4f2ea');
    },
  },
  'straw cone': {
    colour: '#d9b36a',
    draw(sketch, frame, colour) {
      sketch.path(
        shape(frame, 'M -1.9 0.24 Q -0.6 -0.5 0 -1.16 Q 0.6 -0.5 1.9 0.24 Q 0 0.62 -1.9 0.24 Z'),
        `${lighter(colour, 0.16)}>${darker(colour, 0.14)}`,
      );
      for (const dx of [-1.1, -0.5, 0.5, 1.1])
        sketch.line(shape(frame, `M 0 -1.1 L ${dx} 0.36`), frame.half * 0.03, `${darker(colour, 0.35)}*0.5`);
    },
  },
  'party hat': {
    colour: '#ef5d8f',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.path(
        shape(frame, 'M -0.74 -0.1 L 0 -1.7 L 0.74 -0.1 Q 0 0.16 -0.74 -0.1 Z'),
        `${lighter(colour, 0.16)}>${colour}`,
      );
      for (const [dx, dy] of [
        [-0.2, -0.5],
        [0.26, -0.36],
        [0.04, -0.96],
      ] as const)
        sketch.ellipse(x + dx * u, browY + dy * u, u * 0.11, u * 0.11, '#ffe27a');
      sketch.ellipse(x, browY - u * 1.72, u * 0.2, u * 0.2, '#ffe27a');
    },
  },
  'fire helmet': {
    colour: '#c9352c',
    draw(sketch, frame, colour) {
      hardHat(sketch, frame, colour);
      sketch.path(shape(frame, 'M -0.3 -0.9 L 0.3 -0.9 L 0.34 -0.3 L 0 -0.06 L -0.34 -0.3 Z'), '#f2c84b');
    },
  },
  'flower crown': {
    colour: '#ef8fb4',
    draw(sketch, { x, browY, half: u }, colour) {
      const petals = [colour, '#fff3c9', '#f6a04d', colour, '#c58ee0', '#fff3c9', colour];
      petals.forEach((petal, index) => {
        const dx = (index - 3) * 0.34;
        const [px, py] = [x + dx * u, browY - u * (0.3 - Math.abs(dx) * 0.16)];
        sketch.ellipse(px + u * 0.14, py + u * 0.12, u * 0.15, u * 0.1, '#5fa85a', 30);
        for (const turn of [0, 72, 144, 216, 288]) {
          const angle = (turn * Math.PI) / 180;
          sketch.ellipse(px + Math.cos(angle) * u * 0.13, py + Math.sin(angle) * u * 0.13, u * 0.11, u * 0.11, petal);
        }
        sketch.ellipse(px, py, u * 0.08, u * 0.08, '#f2b632');
      });
    },
  },
  ribbon: {
    colour: '#e8475f',
    draw(sketch, frame, colour) {
      for (const side of [-1, 1])
        sketch.path(
          shape(
            frame,
            `M 0 -0.7 C ${side * 0.3} -1.2 ${side * 0.9} -1.2 ${side * 0.8} -0.7 C ${side * 0.9} -0.3 ${side * 0.3} -0.3 0 -0.7 Z`,
          ),
          `${lighter(colour, 0.12)}>${darker(colour, 0.12)}`,
        );
      sketch.ellipse(
        frame.x,
        frame.browY - frame.half * 0.72,
        frame.half * 0.16,
        frame.half * 0.18,
        darker(colour, 0.2),
      );
    },
  },
};

/** Words of a brief that mean one of the hats, beyond its own name. */
const otherNames: Readonly<Record<string, string>> = {
  'sun hat': 'hat',
  'straw hat': 'hat',
  草帽: 'hat',
  帽子: 'hat',
  遮阳帽: 'hat',
  牛仔帽: 'cowboy hat',
  圣诞帽: 'santa hat',
  厨师帽: 'chef hat',
  女巫帽: 'witch hat',
  'wizard hat': 'witch hat',
  斗笠: 'straw cone',
  'conical hat': 'straw cone',
  贝雷帽: 'beret',
  毛线帽: 'beanie',
  针织帽: 'beanie',
  'knit hat': 'beanie',
  安全帽: 'hard hat',
  tiara: 'crown',
  'bowler hat': 'fedora',
  礼帽: 'fedora',
  高帽: 'top hat',
  'baseball cap': 'cap',
  'hair bow': 'ribbon',
  'birthday hat': 'party hat',
  生日帽: 'party hat',
  sombrero: 'cowboy hat',
};

/** The headwear a word names, with its own colour; undefined for what is not worn on the head. */
export function findHat(word: string): Hat | undefined {
  return hats[word] ?? hats[otherNames[word] ?? ''];
}
