// Headwear that closes around the head: knights, samurai, astronauts, ninja, and scarves over the hair.
import { darker, lighter } from '../tone.js';
import { type Hat, shape } from './frame.js';

/** By name, for `hats.ts`. */
export const helmets: Readonly<Record<string, Hat>> = {
  'knight helmet': {
    colour: '#aeb7c2',
    covers: 'all',
    draw(sketch, frame, colour) {
      const { x, browY, half: u } = frame;
      sketch.path(
        shape(frame, 'M 0 -1 C -0.2 -1.9 0.5 -2.1 1.3 -1.7 C 1.1 -1.6 1.3 -1.3 1.6 -1 C 1.1 -1.2 0.5 -1.2 0.2 -0.9 Z'),
        '#d8433b>#a92c2a',
      );
      sketch.path(
        shape(
          frame,
          'M 0 -1.06 C 0.9 -1.06 1.2 -0.5 1.18 0.2 C 1.16 0.9 1 1.4 0.66 1.66 L 0.6 0.3 C 0.4 0.02 -0.4 0.02 -0.6 0.3 L -0.66 1.66 C -1 1.4 -1.16 0.9 -1.18 0.2 C -1.2 -0.5 -0.9 -1.06 0 -1.06 Z',
        ),
        `${lighter(colour, 0.3)}>${darker(colour, 0.16)}`,
      );
      sketch.path(
        shape(frame, 'M -0.86 0.14 Q 0 -0.34 0.86 0.14 L 0.8 -0.2 Q 0 -0.62 -0.8 -0.2 Z'),
        darker(colour, 0.28),
      );
      for (const side of [-1, 1])
        sketch.ellipse(x + side * u * 1.0, browY + u * 0.24, u * 0.09, u * 0.09, darker(colour, 0.4));
    },
  },
  'samurai helmet': {
    colour: '#8a2f2f',
    draw(sketch, frame, colour) {
      sketch.path(
        shape(frame, 'M -1.1 0 C -1.5 0.4 -1.56 0.9 -1.5 1.2 L -0.98 0.9 L -0.96 0.1 Z'),
        darker(colour, 0.3),
      );
      sketch.path(shape(frame, 'M 1.1 0 C 1.5 0.4 1.56 0.9 1.5 1.2 L 0.98 0.9 L 0.96 0.1 Z'), darker(colour, 0.4));
      sketch.path(
        shape(
          frame,
          'M -0.2 -0.5 C -0.7 -0.8 -1.2 -1.3 -1.24 -1.9 C -0.9 -1.3 -0.5 -1 0 -0.86 C 0.5 -1 0.9 -1.3 1.24 -1.9 C 1.2 -1.3 0.7 -0.8 0.2 -0.5 Z',
        ),
        '#f2c84b>#c9962c',
      );
      sketch.path(
        shape(frame, 'M -1.12 0.04 C -1.16 -0.6 -0.8 -1 0 -1 C 0.8 -1 1.16 -0.6 1.12 0.04 Q 0 -0.26 -1.12 0.04 Z'),
        `${lighter(colour, 0.12)}>${darker(colour, 0.2)}`,
      );
      sketch.path(shape(frame, 'M -1.3 0.16 Q 0 -0.4 1.3 0.16 Q 0.9 0.22 0 0.06 Q -0.9 0.22 -1.3 0.16 Z'), '#e2b84a');
    },
  },
  'space helmet': {
    colour: '#f2f4f7',
    covers: 'back',
    back(sketch, { x, browY, half: u }) {
      sketch.ellipse(x, browY + u * 0.5, u * 1.5, u * 1.5, '#dce9f2>#b4c6d6');
    },
    draw(sketch, { x, browY, half: u }, colour) {
      const y = browY + u * 0.5;
      sketch.path(
        `M${x - u * 1.62} ${y}a${u * 1.62} ${u * 1.62} 0 1 0 ${u * 3.24} 0a${u * 1.62} ${u * 1.62} 0 1 0 ${-u * 3.24} 0ZM${x - u * 1.26} ${y + u * 0.06}a${u * 1.26} ${u * 1.2} 0 1 1 ${u * 2.52} 0a${u * 1.26} ${u * 1.2} 0 1 1 ${-u * 2.52} 0Z`,
        `${colour}>${darker(colour, 0.18)}`,
      );
      sketch.ellipse(x, y + u * 0.06, u * 1.26, u * 1.2, '#9fd0ee*0.2');
      sketch.path(
        `M${x - u * 0.9} ${y - u * 0.3}Q${x - u * 0.7} ${y - u * 0.9} ${x - u * 0.1} ${y - u * 0.98}Q${x - u * 0.56} ${y - u * 0.6} ${x - u * 0.7} ${y - u * 0.1}Z`,
        '#ffffff*0.7',
      );
      for (const side of [-1, 1])
        sketch.rect(x + side * u * 1.56 - u * 0.16, y - u * 0.3, u * 0.32, u * 0.66, u * 0.14, darker(colour, 0.3));
    },
  },
  'ninja hood': {
    colour: '#34343e',
    covers: 'all',
    draw(sketch, frame, colour) {
      sketch.path(
        shape(
          frame,
          'M 0 -1.14 C 0.9 -1.14 1.24 -0.5 1.2 0.3 C 1.16 1.2 0.8 1.9 0 1.96 C -0.8 1.9 -1.16 1.2 -1.2 0.3 C -1.24 -0.5 -0.9 -1.14 0 -1.14 Z M -0.92 0.16 C -0.9 0.86 -0.5 0.78 0 0.78 C 0.5 0.78 0.9 0.86 0.92 0.16 C 0.5 0.02 -0.5 0.02 -0.92 0.16 Z',
        ),
        `${lighter(colour, 0.14)}>${colour}`,
      );
      sketch.path(shape(frame, 'M -1.18 -0.1 Q 0 -0.3 1.18 -0.1 L 1.16 -0.4 Q 0 -0.62 -1.16 -0.4 Z'), '#b8283a');
    },
  },
  headscarf: {
    colour: '#7a4aa8',
    covers: 'all',
    back(sketch, frame, colour) {
      sketch.path(
        shape(
          frame,
          'M 0 -1.1 C 0.9 -1.1 1.2 -0.4 1.16 0.5 C 1.1 1.4 0.8 2 0 2.1 C -0.8 2 -1.1 1.4 -1.16 0.5 C -1.2 -0.4 -0.9 -1.1 0 -1.1 Z',
        ),
        darker(colour, 0.35),
      );
    },
    draw(sketch, frame, colour) {
      sketch.path(
        shape(
          frame,
          'M 0 -1.2 C 1 -1.2 1.4 -0.5 1.36 0.4 C 1.34 1.4 1.5 2 1.7 2.6 C 0.8 3.1 -0.8 3.1 -1.7 2.6 C -1.5 2 -1.34 1.4 -1.36 0.4 C -1.4 -0.5 -1 -1.2 0 -1.2 Z M -0.9 0.3 C -0.9 1.1 -0.5 1.66 0 1.66 C 0.5 1.66 0.9 1.1 0.9 0.3 C 0.86 -0.3 0.5 -0.56 0 -0.56 C -0.5 -0.56 -0.86 -0.3 -0.9 0.3 Z',
        ),
        `${lighter(colour, 0.12)}>${darker(colour, 0.12)}`,
      );
      sketch.line(shape(frame, 'M -1 1.5 Q 0 2.4 1.1 1.3'), frame.half * 0.08, `${darker(colour, 0.3)}*0.5`);
    },
  },
  hood: {
    colour: '#f5c431',
    covers: 'back',
    back(sketch, frame, colour) {
      sketch.path(
        shape(
          frame,
          'M 0 -1.2 C 1 -1.2 1.3 -0.4 1.26 0.5 C 1.2 1.4 0.8 2 0 2.1 C -0.8 2 -1.2 1.4 -1.26 0.5 C -1.3 -0.4 -1 -1.2 0 -1.2 Z',
        ),
        darker(colour, 0.4),
      );
    },
    draw(sketch, frame, colour) {
      sketch.path(
        shape(
          frame,
          'M 0 -1.34 C 1.1 -1.34 1.5 -0.5 1.46 0.5 C 1.42 1.3 1.1 1.8 0.7 2.1 L -0.7 2.1 C -1.1 1.8 -1.42 1.3 -1.46 0.5 C -1.5 -0.5 -1.1 -1.34 0 -1.34 Z M -0.98 0.3 C -0.98 1.1 -0.6 1.72 0 1.72 C 0.6 1.72 0.98 1.1 0.98 0.3 C 0.96 -0.4 0.6 -0.74 0 -0.74 C -0.6 -0.74 -0.96 -0.4 -0.98 0.3 Z',
        ),
        `${lighter(colour, 0.1)}>${darker(colour, 0.1)}`,
      );
    },
  },
  horns: {
    colour: '#8f2a2a',
    draw(sketch, frame, colour) {
      for (const side of [-1, 1])
        sketch.path(
          shape(
            frame,
            `M ${side * 0.4} -0.5 C ${side * 0.5} -1 ${side * 0.9} -1.2 ${side * 1.1} -1.5 C ${side * 1.2} -1 ${side * 1} -0.5 ${side * 0.8} -0.3 Z`,
          ),
          `${lighter(colour, 0.2)}>${colour}`,
        );
    },
  },
  'viking helmet': {
    colour: '#9aa3ad',
    draw(sketch, frame, colour) {
      for (const side of [-1, 1])
        sketch.path(
          shape(
            frame,
            `M ${side * 0.86} -0.5 C ${side * 1.4} -0.4 ${side * 1.8} -0.9 ${side * 1.7} -1.5 C ${side * 1.4} -1.1 ${side * 1.1} -1 ${side * 0.8} -0.8 Z`,
          ),
          '#f4ead2>#d8c49a',
        );
      sketch.path(
        shape(
          frame,
          'M -1.08 0.02 C -1.14 -0.6 -0.8 -1.04 0 -1.04 C 0.8 -1.04 1.14 -0.6 1.08 0.02 Q 0 -0.2 -1.08 0.02 Z',
        ),
        `${lighter(colour, 0.25)}>${darker(colour, 0.12)}`,
      );
      sketch.path(shape(frame, 'M -1.12 0.1 Q 0 -0.16 1.12 0.1 L 1.1 -0.16 Q 0 -0.42 -1.1 -0.16 Z'), '#b98a3c');
    },
  },
  halo: {
    colour: '#ffe27a',
    draw(sketch, { x, topY, half: u }, colour) {
      sketch.path(
        `M${x - u} ${topY - u * 0.34}a${u} ${u * 0.26} 0 1 0 ${u * 2} 0a${u} ${u * 0.26} 0 1 0 ${-u * 2} 0ZM${x - u * 0.78} ${topY - u * 0.34}a${u * 0.78} ${u * 0.15} 0 1 1 ${u * 1.56} 0a${u * 0.78} ${u * 0.15} 0 1 1 ${-u * 1.56} 0Z`,
        `${lighter(colour, 0.3)}>${darker(colour, 0.06)}`,
      );
    },
  },
};
